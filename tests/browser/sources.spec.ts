/** An admin says where another tool leaves its score, sees it on the account's own tickets, and changes its direction. */
import type { FrameLocator } from '@playwright/test';
import { storyTickets } from '../emulator/world/storyTickets.ts';
import { axe, expect, navBar, sidebar, test, workspaceOn } from './emulator.ts';
import { setUpByAdmin } from './story.ts';
import { leaveSetUp } from './syncing.ts';

const field = 'Customer effort (1-7, low = easy)';

async function save(app: FrameLocator): Promise<void> {
  await app.getByRole('button', { name: 'Save…' }).click();
  await app.getByRole('heading', { name: 'This will change' }).waitFor();
  await app.getByRole('button', { name: 'Save these changes' }).click();
  await app.getByRole('note').filter({ hasText: 'Saved' }).waitFor();
}

const openSources = async (app: FrameLocator): Promise<void> => {
  await app.getByRole('button', { name: 'Check set-up' }).click();
  await app.getByRole('button', { name: 'Score sources' }).click();
};

test('a field source with live examples; its direction turned round, and the sidebar with it', async ({
  page,
  workspace,
  newPage,
}) => {
  test.setTimeout(120_000);
  await setUpByAdmin(page, workspace);
  await leaveSetUp(page);
  const app = navBar(page);
  await openSources(app);
  await app.getByRole('button', { name: 'Add a ticket field' }).click();
  const fields = app.getByRole('region', { name: 'Ticket fields' });
  await fields.getByRole('combobox', { name: 'Ticket field' }).selectOption({ label: field });
  await fields.getByText('CES (effort)', { exact: true }).click();
  await app.getByLabel('Highest score').fill('7');
  await app.getByLabel('Name on screens').fill('Effort by phone');
  const examples = app.getByRole('list').filter({ hasText: `Ticket #${storyTickets.fieldEffort}` });
  await expect(examples).toContainText('6 of 7');
  await fields.getByText(/^lower = easier/).click();
  await expect(examples).toContainText('6 of 7, counts as 2 hard');
  expect(await axe(app)).toEqual([]);
  await save(app);

  const agentPage = await newPage();
  const agent = workspaceOn(agentPage, workspace.url);
  const ticket = storyTickets.fieldEffort;
  const before = await agent.openTicket(ticket, { persona: 'agent' });
  await expect(before.getByText('2/7', { exact: true })).toBeVisible();
  await expect(before.getByText('The customer chose 6 of 7 (lower = easier).')).toBeVisible();
  await expect(before.getByText(/from a ticket field/)).toBeVisible();

  await app.getByRole('button', { name: /^Edit: .*Effort by phone/ }).click();
  await fields.getByText(/^higher = easier/).click();
  await app.getByRole('button', { name: 'Save…' }).click();
  await expect(
    app.getByText(/Direction of .*Effort by phone.*: from now on higher is the good end/),
  ).toBeVisible();
  await expect(
    app.getByText('One recorded answer is read the other way round; nothing is rewritten.'),
  ).toBeVisible();
  await app.getByRole('button', { name: 'Save these changes' }).click();
  await app.getByRole('note').filter({ hasText: 'Saved' }).waitFor();
  await agent.openTicket(ticket, { persona: 'agent' });
  await expect(sidebar(agentPage).getByText('6/7', { exact: true })).toBeVisible();
  await expect(sidebar(agentPage).getByText(/lower = easier/)).toHaveCount(0);

  await app.getByRole('button', { name: 'Changes' }).click();
  await expect(app.getByText(/Direction of .*Effort by phone/)).toBeVisible();
});
