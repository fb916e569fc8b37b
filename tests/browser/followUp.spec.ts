/** A customer whose ticket is closed is won back by a follow-up ticket, written from the case. */
import { storyTickets } from '../emulator/world/storyTickets.ts';
import { expect, test } from './emulator.ts';
import { api } from './host/walk.ts';
import { panel, row } from './queue.ts';
import { setUpByAdmin } from './story.ts';

const { loginPage } = storyTickets;
const words = 'The sign-in page works again, and I have credited the month.';

test('a closed ticket is answered by one follow-up ticket: one mail, linked to the case, told in its story', async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  await setUpByAdmin(page, workspace);
  const list = await workspace.openTriage({ persona: 'lead' });
  await list.getByRole('button', { name: 'New case' }).click();
  await list.getByLabel('Ticket', { exact: true }).fill(`#${loginPage}`);
  await list.getByRole('button', { name: 'Look it up' }).click();
  await list.getByRole('button', { name: 'Open the case' }).click();
  await expect(panel(list).getByText('Case opened by hand')).toBeVisible();

  const before = await ticketCount(workspace.url);
  await panel(list).getByRole('button', { name: 'Reply…' }).click();
  await expect(panel(list).getByText(`Ticket #${loginPage} is closed: this opens a follow-up`)).toBeVisible();
  await panel(list).getByLabel('Your reply').fill(words);
  await panel(list).getByRole('button', { name: 'Send and keep in progress' }).click();
  const told = panel(list).getByText(/Follow-up ticket #\d+ sent to the customer/);
  await expect(told).toBeVisible({ timeout: 25_000 });

  const [, id] = /#(\d+)/.exec((await told.textContent()) ?? '') ?? [];
  const { ticket } = await api(workspace.url, 'admin', 'GET', `/api/v2/tickets/${id}`);
  expect(ticket.via.source.from.ticket_id).toBe(loginPage);
  expect(await ticketCount(workspace.url)).toBe(before + 1);
  const { comments } = await api(workspace.url, 'admin', 'GET', `/api/v2/tickets/${id}/comments`);
  expect(comments.map(({ plain_body }: { plain_body: string }) => plain_body.includes(words))).toEqual([
    true,
  ]);
  const mails = (await workspace.outbox()).filter(({ body }) => body.includes(words));
  expect(mails.map(({ ticketId }) => ticketId)).toEqual([Number(id)]);

  // The case goes on where the customer now is: the next words go to the new ticket.
  await expect(row(list, `#${loginPage}`)).toContainText('In progress');
  await panel(list).getByRole('button', { name: 'Reply…' }).click();
  await expect(panel(list).getByText(`as a public reply on ticket #${id}`)).toBeVisible();
});

const ticketCount = async (url: string): Promise<number> =>
  (await api(url, 'admin', 'GET', '/api/v2/tickets/count')).count.value;
