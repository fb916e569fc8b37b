/** The line to Zendesk goes dead: in the middle of a note, and between a reply and its answer. */
import { expect, test } from './emulator.ts';
import { api } from './host/walk.ts';
import { late, openLateCase, panel, row } from './queue.ts';
import { setUpByAdmin } from './story.ts';

test('a note typed while the connection is gone is said to be unsaved, stays, and is saved once it is back', async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  await setUpByAdmin(page, workspace);
  const list = await openLateCase(page, workspace);
  const note = panel(list).getByLabel(/Note for colleagues/);
  await panel(list).getByRole('button', { name: 'Contact…' }).click();
  await panel(list).getByRole('button', { name: 'Call', exact: true }).click();
  await note.pressSequentially('Wants the ');
  await page.context().setOffline(true);
  await note.pressSequentially('parcel number.');
  await panel(list).getByRole('button', { name: 'Reached' }).click();
  await expect(panel(list).getByText('That was not saved')).toBeVisible();
  await expect(panel(list).getByText(/There is no connection to Zendesk/)).toBeVisible();
  await expect(note).toHaveValue('Wants the parcel number.');
  // The list stays, and says how old it is.
  await list.getByRole('button', { name: 'Refresh' }).click();
  await expect(list.getByText(/could not refresh/)).toBeVisible();
  await expect(row(list, late.subject)).toBeVisible();
  await expect(note).toHaveValue('Wants the parcel number.');

  await page.context().setOffline(false);
  await panel(list).getByRole('button', { name: 'Try again' }).click();
  await expect(panel(list).getByText('Customer reached (call)')).toHaveCount(1);
  await expect(panel(list).getByText('Wants the parcel number.')).toBeVisible();
  await expect(panel(list).getByText('That was not saved')).toHaveCount(0);
  await panel(list).getByRole('button', { name: 'Contact…' }).click();
  await expect(note).toHaveValue('');
});

test('a reply whose answer got lost is looked for on the ticket, and stands there once', async ({
  page,
  workspace,
}) => {
  test.setTimeout(120_000);
  await setUpByAdmin(page, workspace);
  const list = await openLateCase(page, workspace);
  const words = 'The hub left us today, by courier.';
  let lost = 0;
  await page.route(`**/api/v2/tickets/${late.ticket}*`, async (route) => {
    if (route.request().method() !== 'PUT' || !route.request().postData()?.includes(words)) {
      return route.fallback();
    }
    lost += 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await panel(list).getByRole('button', { name: 'Reply…' }).click();
  await panel(list).getByLabel('Your reply').fill(words);
  await panel(list).getByRole('button', { name: 'Send and keep in progress' }).click();
  await expect(panel(list).getByText('Reply sent to the customer')).toHaveCount(1, { timeout: 40_000 });
  expect(lost).toBe(1);
  const path = `/api/v2/tickets/${late.ticket}/comments`;
  const { comments } = await api(workspace.url, 'admin', 'GET', path);
  const bodies = comments.map(({ plain_body }: { plain_body: string }) => plain_body);
  expect(bodies.filter((body: string) => body.includes(words))).toHaveLength(1);
  expect((await workspace.outbox()).filter(({ body }) => body.includes(words))).toHaveLength(1);
});
