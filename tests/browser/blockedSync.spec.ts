import { expect, sidebar, test, workspaceOn } from './emulator.ts';
import { fresh } from './story.ts';
import { setUpAndSync, syncNow } from './syncing.ts';

test.use({ storage: 'blocked' });

test('where the browser blocks storage an admin’s tab syncs all the same', async ({
  page,
  workspace,
  newPage,
}) => {
  test.setTimeout(180_000);
  await setUpAndSync(page, workspace);
  await workspace.answer({ ticket: fresh, csat: 2, ces: 1 });
  await workspace.moveClock(3 / 60);
  await syncNow(page);
  const agentPage = await newPage();
  await workspaceOn(agentPage, workspace.url).openTicket(fresh, { persona: 'agent' });
  await expect(sidebar(agentPage).getByText('2/5', { exact: true })).toBeVisible();
  await expect(sidebar(agentPage).getByText(/synced by Noor Haddad’s app/)).toBeVisible();
});
