/** A lead's morning with thirty cases: what is next, what is alike, one case from the first look to the last word. */
import { readFile } from 'node:fs/promises';
import type { FrameLocator, Page } from '@playwright/test';
import { expect, navBar, test, workspaceOn } from './emulator.ts';
import {
  customerOf,
  focusPage,
  openQueue,
  panel,
  row,
  rows,
  shown,
  ticketOf,
  yearOfFeedbacks,
} from './queue.ts';

const cases = 30;
test.use({ scale: yearOfFeedbacks });
test.beforeEach(() => test.setTimeout(120_000));

const tab = (list: FrameLocator, name: string) =>
  list.getByRole('group', { name: 'Which cases' }).getByRole('button', { name });

/** What the tab says of its list. */
const countOn = async (list: FrameLocator, name: string) =>
  Number(/\d+/.exec((await tab(list, name).textContent()) ?? '')?.[0]);

/** Where the link on the clipboard leads, past the account's own address. */
async function pathCopied(list: FrameLocator): Promise<string> {
  const search = list.getByRole('searchbox', { name: 'Search the cases' });
  await search.fill('');
  await search.press('ControlOrMeta+v');
  return new URL(await search.inputValue()).pathname;
}

/** The file behind the CSV button, as lines of cells. */
async function exported(page: Page, list: FrameLocator): Promise<Record<string, string>[]> {
  await list.getByRole('button', { name: /^CSV/ }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    list.getByRole('button', { name: 'Download' }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  await page.keyboard.press('Escape');
  const [head = [], ...lines] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(/[,;](?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replace(/^"|"$/g, '')));
  return lines.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ''])));
}

test('the next due stands first, every count is that of its list, and a filter shared as a view is the same for a colleague', async ({
  page,
  workspace,
  newPage,
}) => {
  const list = await openQueue(page, workspace, cases);
  await expect(rows(list).first()).toBeVisible();
  for (const name of ['Open', 'Mine', 'Unassigned', 'Overdue', 'Check first']) {
    await tab(list, name).click();
    await expect(tab(list, name)).toHaveAttribute('aria-pressed', 'true');
    expect(await countOn(list, name)).toBe(await shown(list));
  }
  await tab(list, 'Open').click();
  expect(await shown(list)).toBe(cases);

  const file = await exported(page, list);
  const due = file.map(({ due_at }) => due_at ?? '');
  expect(due).toHaveLength(cases);
  expect(due).toEqual([...due].sort());
  await expect(rows(list).first()).toContainText(`#${file[0]?.ticket_id}`);

  // Three filters and a word, each leaves what the file says it must.
  const alike = file.filter(
    ({ Bucket, Owner, due_at }) =>
      Bucket === 'Process' && Owner === 'Nobody yet' && String(due_at) < '2026-11-18T09:12',
  );
  await list.getByRole('button', { name: /^Filter/ }).click();
  const sheet = list.getByRole('dialog', { name: 'Filter' });
  for (const [group, choice] of [
    ['Bucket', /^Process/],
    ['Owner', /^Nobody yet/],
    ['Timer', /^Overdue/],
  ] as const) {
    await sheet.getByRole('group', { name: group }).getByText(choice).click();
  }
  await page.keyboard.press('Escape');
  await expect(list.getByRole('button', { name: /^Filter: 3/ })).toBeFocused();
  await expect.poll(() => shown(list)).toBe(alike.length);
  expect(alike.length).toBeGreaterThan(1);
  expect(await countOn(list, 'Open')).toBe(alike.length);
  const [wanted] = alike;
  const word = (wanted?.Customer ?? '').replace(/^\W+|\W+$/g, '');
  await list.getByRole('searchbox', { name: 'Search the cases' }).fill(word);
  await expect
    .poll(() => shown(list))
    .toBe(file.filter((one) => alike.includes(one) && one.Customer?.includes(word)).length);
  await expect(rows(list)).toContainText(`#${wanted?.ticket_id}`);

  await list.getByRole('button', { name: /^Saved/ }).click();
  await list.getByRole('button', { name: 'Save what is shown' }).click();
  await list.getByLabel('Name').fill('Late and passed around');
  await list.getByText('Share with colleagues').click();
  await list.getByRole('button', { name: 'Save', exact: true }).click();
  await list.getByRole('button', { name: 'Change Late and passed around' }).click();
  await list.getByRole('dialog').getByRole('button', { name: 'Copy link' }).click();
  await expect(list.getByRole('dialog').getByRole('button', { name: 'Link copied' })).toBeVisible();
  await page.keyboard.press('Escape');

  const colleague = await newPage();
  const other = workspaceOn(colleague, workspace.url);
  await other.open(await pathCopied(list), { persona: 'admin' });
  const linked = navBar(colleague);
  await expect(linked.getByRole('button', { name: 'Saved: Late and passed around' })).toBeVisible();
  await expect(linked.getByRole('searchbox', { name: 'Search the cases' })).toHaveValue(word);
  await expect.poll(() => shown(linked)).toBe(1);
  await expect(rows(linked)).toContainText(`#${wanted?.ticket_id}`);
});

test('cases ticked together go to one colleague, each row says what became of it, and one press takes it back', async ({
  page,
  workspace,
}) => {
  const list = await openQueue(page, workspace, cases);
  await tab(list, 'Unassigned').click();
  const before = await shown(list);
  const three = [];
  for (const index of [0, 1, 2]) {
    const one = rows(list).nth(index);
    three.push({ ticket: await ticketOf(one), customer: await customerOf(one) });
  }
  for (const { ticket } of three) await row(list, `#${ticket}`).getByRole('checkbox').check();
  await expect(list.getByText(`3 cases ticked, of ${before} shown.`)).toBeVisible();
  await list.getByRole('button', { name: 'Hand to a colleague' }).click();
  await list.getByLabel('Colleague’s name').fill('mia');
  await list.getByRole('button', { name: 'Mia Keller' }).click();
  await list.getByRole('button', { name: 'Hand 3 cases over' }).click();
  await expect(list.getByText('3 cases are with Mia Keller now.').first()).toBeVisible();
  await list.getByText('What became of each').click();
  for (const { ticket, customer } of three) {
    await expect(list.getByRole('listitem').filter({ hasText: customer })).toContainText('Done');
    await expect(row(list, `#${ticket}`)).toHaveCount(0);
  }
  expect(await shown(list)).toBe(before - 3);
  expect(await countOn(list, 'Unassigned')).toBe(before - 3);
  await list
    .getByRole('region', { name: 'Several cases at once' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(list.getByText('3 cases are as they were.').first()).toBeVisible();
  for (const { ticket } of three) await expect(row(list, `#${ticket}`)).toContainText('Nobody yet');
  expect(await countOn(list, 'Unassigned')).toBe(before);
});

test('the most urgent case is taken, called, written to once and closed by keyboard, and the next one slides in', async ({
  page,
  workspace,
}) => {
  const list = await openQueue(page, workspace, cases);
  const ticket = await ticketOf(rows(list).nth(0));
  const next = await ticketOf(rows(list).nth(1));
  const mine = row(list, `#${ticket}`);
  const customer = await customerOf(mine);
  await focusPage(list);
  await page.keyboard.press('j');
  await expect(mine).toBeFocused();
  await page.keyboard.press('t');
  await expect(panel(list).getByText('You have it.')).toBeVisible();
  await expect(mine).toContainText('You');

  await page.keyboard.press('c');
  await panel(list).getByRole('button', { name: 'Call', exact: true }).press('Enter');
  await panel(list)
    .getByLabel(/Note for colleagues/)
    .fill('Wants the money on the old card.');
  await panel(list).getByRole('button', { name: 'Reached' }).press('Enter');
  await expect(mine).toContainText('In progress');
  await expect(panel(list).getByText('Customer reached (call)')).toBeVisible();
  await page.keyboard.press('2');
  await expect(mine).toContainText('Process');
  await expect(panel(list).getByText('You said so')).toBeVisible();

  const words = 'The refund is on its way to your old card.';
  const mails = async () => (await workspace.outbox()).filter(({ body }) => body.includes(words));
  await page.keyboard.press('r');
  const reply = panel(list).getByLabel('Your reply');
  await expect(reply).toBeFocused();
  await reply.fill(words);
  await panel(list).getByRole('button', { name: 'Send and keep in progress' }).press('Enter');
  await expect(panel(list).getByText(/goes out in \d+ s/)).toBeVisible();
  await page.keyboard.press('u');
  await expect(reply).toHaveValue(words);
  await panel(list).getByRole('button', { name: 'Send and close…' }).press('Enter');
  await expect(panel(list).getByText(/goes out in \d+ s/)).toBeVisible();
  expect(await mails()).toEqual([]);
  await expect(panel(list).getByText('How did it end?')).toBeVisible({ timeout: 25_000 });
  expect(await mails()).toHaveLength(1);
  expect((await mails())[0]?.to.name).toBe(customer);

  // A digit chooses the outcome, and the next thing missing has the focus.
  await page.keyboard.press('1');
  await expect(panel(list).getByRole('radio', { name: 'Recovered', exact: true })).toBeChecked();
  await expect(panel(list).getByLabel('What was done')).toBeFocused();
  await page.keyboard.type('Called, and refunded by hand.');
  await page.keyboard.press('ControlOrMeta+Enter');
  for (const question of [/the cause/, /stopped you/, /the customer/, /prevent/]) {
    await expect(panel(list).getByRole('heading', { name: question })).toBeFocused();
    await page.keyboard.press('1');
  }
  await expect(panel(list).getByText(`ticket #${next}`)).toBeVisible();
  await expect(mine).toHaveCount(0);
  await panel(list).getByRole('button', { name: 'Back to the one just closed' }).click();
  await expect(panel(list).getByText('Closed: Recovered')).toBeVisible();
  await expect(panel(list).getByText('Closing questions answered')).toBeVisible();
  await expect(panel(list).getByText(/^(Reply|Follow-up ticket .*) sent to the customer/)).toHaveCount(1);

  await tab(list, 'Closed').click();
  await expect(list.getByText(/^Last 30 days: .*Of all \d+ closed: \d+/)).toBeVisible();
  await expect(mine).toContainText('Closed');
  expect(await mails()).toHaveLength(1);
});
