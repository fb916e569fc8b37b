/** The queue on a phone: a stream of cards, and everything a thumb does with one. */
import type { FrameLocator } from '@playwright/test';
import { storyTickets } from '../emulator/world/storyTickets.ts';
import { expect, navBar, test, workspaceOn } from './emulator.ts';
import { overflow, tooSmall } from './look.ts';
import { openQueue, panel, row, rows, shown, ticketOf, yearOfFeedbacks } from './queue.ts';

const cases = 12;
test.use({ scale: yearOfFeedbacks, viewport: { width: 360, height: 740 } });
test.beforeEach(() => test.setTimeout(150_000));

const bar = (list: FrameLocator) => list.getByRole('navigation', { name: 'This case' });
const pageBar = (list: FrameLocator) => list.getByRole('navigation', { name: 'This page' });

/** Nothing sticks out, and a thumb hits whatever can be pressed. */
async function fitsThumbs(list: FrameLocator): Promise<void> {
  expect(await overflow(list)).toBeLessThanOrEqual(0);
  expect(await tooSmall(list)).toEqual([]);
}

test('on a phone a case is taken, contacted and closed from the bar under the thumb', async ({
  page,
  workspace,
}) => {
  const list = await openQueue(page, workspace, cases);
  await expect(pageBar(list)).toBeVisible();
  expect(await shown(list)).toBe(cases);
  await fitsThumbs(list);

  const ticket = await ticketOf(rows(list).first());
  await rows(list).first().click();
  await expect(bar(list)).toBeVisible();
  await expect(rows(list).first()).toBeHidden();
  await fitsThumbs(list);
  await bar(list).getByRole('button', { name: 'Take' }).click();
  await expect(panel(list).getByText('You have it.')).toBeVisible();

  await bar(list).getByRole('button', { name: 'Contact' }).click();
  await panel(list).getByRole('button', { name: 'Call', exact: true }).click();
  await fitsThumbs(list);
  await panel(list).getByRole('button', { name: 'Reached' }).click();
  await expect(panel(list).getByText('Customer reached (call)')).toBeVisible();

  await bar(list).getByRole('button', { name: 'Close' }).click();
  await panel(list).getByText('Recovered', { exact: true }).click();
  await panel(list).getByLabel('What was done').fill('Called, and refunded by hand.');
  await fitsThumbs(list);
  await panel(list).getByRole('button', { name: 'Close the case' }).click();
  await expect(panel(list).getByRole('heading', { name: 'What was the cause?' })).toBeVisible();
  await fitsThumbs(list);
  await panel(list)
    .getByRole('button', { name: /no time/ })
    .click();
  await expect(panel(list).getByRole('button', { name: 'Back to the one just closed' })).toBeVisible();
  await bar(list).getByRole('button', { name: 'Back' }).click();
  await expect.poll(() => shown(list)).toBe(cases - 1);
  await expect(row(list, `#${ticket}`)).toHaveCount(0);
});

test('on a phone a star puts a case into a new collection, whose link shows it to a colleague', async ({
  page,
  workspace,
  newPage,
}) => {
  const list = await openQueue(page, workspace, cases);
  const ticket = await ticketOf(rows(list).first());
  await rows(list)
    .first()
    .getByRole('button', { name: /^Favourites: / })
    .click();
  const sheet = list.getByRole('dialog', { name: 'Favourites' });
  await sheet.getByRole('button', { name: 'New collection' }).click();
  await sheet.getByLabel('Name of the collection').fill('For the huddle');
  await sheet.getByText('Share with colleagues').click();
  await fitsThumbs(list);
  await sheet.getByRole('button', { name: 'Create' }).click();
  await expect(sheet.getByRole('checkbox', { name: /For the huddle/ })).toBeChecked();
  await sheet.getByRole('button', { name: 'Close' }).click();

  await pageBar(list).getByRole('button', { name: 'Favourites' }).click();
  await list.getByRole('button', { name: 'Change For the huddle' }).click();
  await list.getByRole('button', { name: 'Copy link' }).click();
  await expect(list.getByRole('button', { name: 'Link copied' })).toBeVisible();
  await fitsThumbs(list);
  await list.getByRole('button', { name: 'Back to the cases' }).click();
  const search = list.getByRole('searchbox', { name: 'Search the cases' });
  await search.press('ControlOrMeta+v');
  const link = new URL(await search.inputValue()).pathname;

  const colleague = await newPage();
  await colleague.setViewportSize({ width: 360, height: 740 });
  const linked = navBar(colleague);
  // The search index sees what somebody else wrote some seconds later.
  await expect(async () => {
    await workspaceOn(colleague, workspace.url).open(link, { persona: 'agent' });
    await expect(linked.getByRole('heading', { name: 'For the huddle' })).toBeVisible();
    await expect(linked.getByText(new RegExp(`#${ticket}`))).toBeVisible({ timeout: 4_000 });
  }).toPass({ timeout: 60_000 });
  await fitsThumbs(linked);
});

test('on a phone a case is made of a ticket’s number, marked invalid and taken back', async ({
  page,
  workspace,
}) => {
  const list = await openQueue(page, workspace, cases);
  await expect(pageBar(list)).toBeVisible();
  await pageBar(list).getByRole('button', { name: 'New case' }).click();
  await list.getByLabel('Ticket', { exact: true }).fill(String(storyTickets.praise));
  await fitsThumbs(list);
  await list.getByRole('button', { name: 'Look it up' }).click();
  await list.getByLabel('Note for colleagues').fill('Says thanks, and sounds worried.');
  await fitsThumbs(list);
  await list.getByRole('dialog').getByRole('button', { name: 'Open the case' }).click();
  await expect(panel(list).getByText('Case opened by hand')).toBeVisible();
  await expect(panel(list).getByText('Says thanks, and sounds worried.').first()).toBeVisible();

  await bar(list).getByRole('button', { name: 'Back' }).click();
  await expect.poll(() => shown(list)).toBe(cases + 1);

  const ticket = await ticketOf(rows(list).first());
  await rows(list).first().click();
  await panel(list).getByRole('button', { name: 'Set aside…' }).click();
  await panel(list).getByText('a test', { exact: true }).click();
  await fitsThumbs(list);
  await panel(list).getByRole('button', { name: 'Set aside', exact: true }).click();
  await expect(panel(list).getByText('You set this aside')).toBeVisible();
  await fitsThumbs(list);
  await bar(list).getByRole('button', { name: 'Back' }).click();
  await expect.poll(() => shown(list)).toBe(cases);
  await list.getByLabel('Which cases').selectOption('set_aside');
  await row(list, `#${ticket}`).click();
  await panel(list).getByRole('button', { name: 'Take back' }).click();
  await bar(list).getByRole('button', { name: 'Back' }).click();
  await list.getByLabel('Which cases').selectOption('open');
  await expect.poll(() => shown(list)).toBe(cases + 1);
  await expect(row(list, `#${ticket}`)).toBeVisible();
});
