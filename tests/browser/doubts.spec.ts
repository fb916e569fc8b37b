/** Ratings nobody gave, and ratings that do not count: checked, set aside, taken back, and what the figures say. */
import type { FrameLocator } from '@playwright/test';
import { storyTickets } from '../emulator/world/storyTickets.ts';
import { expect, navBar, sidebar, test, workspaceOn } from './emulator.ts';
import { setUpByAdmin } from './story.ts';
import { setUpAndSync, untilCounted } from './syncing.ts';
import { takeTime } from './workflows.ts';

const row = (list: FrameLocator, subject: string) => list.getByRole('row').filter({ hasText: subject });
const spare = 'Spare batteries';
const dispatch = 'New user for the dispatch office';

test('a mail scanner’s clicks wait in “Check first”: one press confirms, one sets aside, both can be undone', async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  await setUpByAdmin(page, workspace);
  for (const ticket of [storyTickets.scanner, storyTickets.scannerThird]) {
    const beside = await workspace.openTicket(ticket, { persona: 'agent' });
    await expect(beside.getByText(/Looks like a mail scanner/)).toBeVisible();
  }
  await workspace.moveClock(1 / 60);
  const list = await workspace.openTriage({ persona: 'lead' });
  await expect(row(list, spare)).toHaveCount(0);
  await list.getByRole('button', { name: /^Check first/ }).click();
  await expect(row(list, spare)).toBeVisible();
  await expect(row(list, dispatch)).toBeVisible();

  await row(list, spare).click();
  await list.getByRole('button', { name: 'It is a person' }).click();
  await expect(list.getByText('Checked: a person gave this rating.')).toBeVisible();
  await expect(row(list, spare)).toHaveCount(0);
  await list.getByRole('button', { name: 'Undo' }).click();
  await expect(list.getByRole('button', { name: 'It is a person' })).toBeVisible();
  await expect(row(list, spare)).toBeVisible();

  await row(list, dispatch).click();
  await list.getByRole('alert').getByRole('button', { name: 'Set aside', exact: true }).click();
  await expect(list.getByText('You set this aside')).toBeVisible();
  await expect(row(list, dispatch)).toHaveCount(0);
  await list.getByRole('button', { name: 'Take back' }).click();
  await expect(row(list, dispatch)).toBeVisible();
});

test('a lead sets a feedback aside with a reason and takes it back: queue, ticket and figures follow', async ({
  page,
  workspace,
  newPage,
  emulator,
}) => {
  test.setTimeout(240_000);
  await setUpAndSync(page, workspace);
  // Surveys are counted after the tickets, perhaps a minute later: set-up and sync share a hundred calls.
  await untilCounted(page);
  takeTime(emulator, 60_000);
  await workspace.moveClock(3 / 60);
  const admin = navBar(page);
  const figures = async () => {
    await admin.getByRole('button', { name: 'Scores', exact: true }).click();
    await admin.getByRole('heading', { name: 'Scores', exact: true }).waitFor();
    // What was read before stands on the screen until the new answer has come.
    await expect(admin.getByRole('button', { name: 'Refresh' })).toHaveAttribute('aria-disabled', 'false');
    const shown =
      (await admin.getByRole('row').filter({ hasText: 'All groups' }).first().textContent()) ?? '';
    await admin.getByRole('button', { name: 'Cases', exact: true }).click();
    return shown.replace(/\s+/g, ' ');
  };
  const before = await figures();
  expect(before).toMatch(/\d+ of \d+/);

  const leadPage = await newPage();
  const list = await workspaceOn(leadPage, workspace.url).openTriage({ persona: 'lead' });
  await row(list, 'Charged twice').click();
  await list.getByRole('button', { name: 'Set aside…' }).click();
  await list.getByText('a test', { exact: true }).click();
  await list.getByRole('complementary').getByRole('button', { name: 'Set aside', exact: true }).click();
  await expect(list.getByText('You set this aside')).toBeVisible();
  await expect(row(list, 'Charged twice')).toHaveCount(0);
  // The list is written after the fact, and its index lags by seconds of a clock that stands still by itself.
  const later = async () => {
    await workspace.moveClock(1 / 60);
    return figures();
  };
  const patient = { timeout: 60_000 };
  await expect.poll(later, patient).toContain('One set aside');
  expect(await figures()).not.toBe(before);
  const beside = await workspaceOn(leadPage, workspace.url).openTicket(storyTickets.transfers, {
    persona: 'lead',
  });
  await expect(beside.getByText(/Reason: a test\. It does not count in figures/)).toBeVisible();
  await sidebar(leadPage).getByRole('button', { name: 'Take back' }).click();
  await expect(sidebar(leadPage).getByText(/It does not count in figures/)).toHaveCount(0);
  await expect.poll(later, patient).toBe(before);
});
