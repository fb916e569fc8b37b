/** One score on its way: what the customer gives, what each role may know of it, and when. */
import type { FrameLocator, Page } from '@playwright/test';
import { storyTickets } from '../emulator/world/storyTickets.ts';
import { expect, navBar, sidebar, test, type Workspace, workspaceOn } from './emulator.ts';
import { fresh } from './story.ts';
import { setUpAndSync, syncNow } from './syncing.ts';

const minutes = 1 / 60;

/** The world's clock stands still by itself, and exports leave out the last minute. */
async function after(workspace: Workspace, work: () => Promise<void>): Promise<void> {
  await work();
  await workspace.moveClock(3 * minutes);
}

const row = (list: FrameLocator, subject: string) => list.getByRole('row').filter({ hasText: subject });

const refreshed = async (page: Page): Promise<FrameLocator> => {
  const list = navBar(page);
  await list.getByRole('button', { name: 'Refresh' }).click();
  return list;
};

test('a customer rates 2 and then 4: agent, lead and admin each see what is known by then', async ({
  page,
  workspace,
  newPage,
}) => {
  test.setTimeout(240_000);
  await setUpAndSync(page, workspace);
  const [agentPage, leadPage] = [await newPage(), await newPage()];
  const agent = workspaceOn(agentPage, workspace.url);
  const lead = workspaceOn(leadPage, workspace.url);

  await after(workspace, () =>
    workspace.answer({ ticket: fresh, csat: 2, ces: 1, comment: 'Explained it to four people.' }),
  );
  const beside = await agent.openTicket(fresh, { persona: 'agent' });
  await expect(beside.getByText('Bad', { exact: true })).toBeVisible();
  await expect(beside.getByText(/may not see the 1-5 score/)).toBeVisible();
  await expect(beside.getByText(/number not yet known: if it turns out to be/)).toBeVisible();
  const list = await lead.openTriage({ persona: 'lead' });
  await expect(row(list, 'Care Plan')).toContainText('Bad');

  // An admin's tab reads the number: it is everybody's from then on.
  await syncNow(page);
  await expect(row(await refreshed(leadPage), 'Care Plan')).toContainText('2/5');
  await agent.openTicket(fresh, { persona: 'agent' });
  await expect(sidebar(agentPage).getByText('2/5', { exact: true })).toBeVisible();
  await expect(sidebar(agentPage).getByText('1/5', { exact: true })).toBeVisible();
  await expect(sidebar(agentPage).getByText(/synced by Noor Haddad’s app/)).toBeVisible();
  await expect(
    sidebar(agentPage)
      .getByText(/below 3 of 5/)
      .first(),
  ).toBeVisible();

  // The customer thinks better of it.
  await after(workspace, () => workspace.answer({ ticket: fresh, csat: 4 }));
  await agent.openTicket(fresh, { persona: 'agent' });
  await expect(sidebar(agentPage).getByText('Good', { exact: true })).toBeVisible();
  await expect(sidebar(agentPage).getByText(/Changed: 2\/5 → Good/)).toBeVisible();
  await syncNow(page);
  await agent.openTicket(fresh, { persona: 'agent' });
  await expect(sidebar(agentPage).getByText('4/5', { exact: true }).first()).toBeVisible();
  const changed = sidebar(agentPage).getByText(/Changed: 2\/5 → 4\/5/);
  await expect(changed).toBeVisible();
  await changed.click();
  await expect(sidebar(agentPage).getByRole('listitem').filter({ hasText: '2/5' })).toContainText('answered');
  await expect(sidebar(agentPage).getByRole('listitem').filter({ hasText: '4/5' })).toContainText('answered');

  // The case had its reason and stays until somebody closes it.
  const kept = row(await refreshed(leadPage), 'Care Plan');
  await expect(kept).toContainText('4/5');
  await kept.click();
  await expect(navBar(leadPage).getByText(/answer is now 4\/5: not below the threshold/)).toBeVisible();
});

test('a case opened for a bare bad is withdrawn when the number turns out to be a 3, unless somebody has it', async ({
  page,
  workspace,
  newPage,
}) => {
  test.setTimeout(180_000);
  await setUpAndSync(page, workspace);
  await after(workspace, async () => {
    await workspace.answer({ ticket: fresh, csat: 3, comment: 'So so.' });
    await workspace.answer({ ticket: storyTickets.offered, csat: 3, comment: 'Could be better.' });
  });
  const leadPage = await newPage();
  const lead = workspaceOn(leadPage, workspace.url);
  const taken = await lead.openTicket(storyTickets.offered, { persona: 'lead' });
  await taken.getByRole('button', { name: 'Take', exact: true }).click();
  await expect(taken.getByText('You have it.')).toBeVisible();
  await lead.openTicket(fresh, { persona: 'lead' });
  await expect(sidebar(leadPage).getByText('Nobody has it yet.')).toBeVisible();

  await syncNow(page);
  await lead.openTicket(fresh, { persona: 'lead' });
  await expect(sidebar(leadPage).getByText('3/5', { exact: true })).toBeVisible();
  await expect(sidebar(leadPage).getByText('No case.', { exact: false })).toBeVisible();
  await lead.openTicket(storyTickets.offered, { persona: 'lead' });
  await expect(sidebar(leadPage).getByText(/turned out to be 3\/5: not below the threshold/)).toBeVisible();
});
