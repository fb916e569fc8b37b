/** An agent's praise: seen beside another ticket the same day, and one line of a digest for the lead. */
import type { Mail } from '../emulator/control.ts';
import { storyTickets } from '../emulator/world/storyTickets.ts';
import { axe, expect, sidebar, test, type Workspace, workspaceOn } from './emulator.ts';
import { walkTo } from './host/walk.ts';
import { fresh } from './story.ts';
import { syncNow } from './syncing.ts';
import { arranged, hurryUntil, praise, setUpWith, soon } from './workflows.ts';

const { offered, unoffered, vip } = storyTickets;

/** Mails of the app's rules. */
async function mailsIn(workspace: Workspace): Promise<Mail[]> {
  return (await workspace.outbox()).filter(({ sentBy }) => sentBy.startsWith('Feedback Loop'));
}

test('a 5 of 5 reaches its agent beside whatever ticket is open, once, and the lead as one line of one digest', async ({
  page,
  workspace,
  emulator,
  newPage,
}) => {
  test.setTimeout(150_000);
  await setUpWith(emulator, { ...arranged, workflows: [praise()] });
  await workspace.answer({ ticket: fresh, csat: 5, comment: 'Mia was wonderful.' });
  await workspace.answer({ ticket: offered, csat: 5, comment: 'Quick and kind.' });
  expect(await mailsIn(workspace), 'not one mail each').toEqual([]);
  await workspace.moveClock(3 / 60);

  // An admin's tab reads the numbers and sees to the digest.
  const adminPage = await newPage();
  await workspaceOn(adminPage, workspace.url).openTriage({ persona: 'admin' });
  await syncNow(adminPage);
  await expect.poll(async () => (await mailsIn(workspace)).length, soon).toBe(1);
  const [digest] = await mailsIn(workspace);
  expect(digest?.to.name).toBe('Ola Thorsen');
  expect(digest?.body).toContain(`#${fresh}`);
  expect(digest?.body).not.toContain('wonderful');
  await adminPage.close();

  // The agent: the tab's background has looked when the next ticket is opened.
  await page.clock.install();
  await workspace.openTicket(unoffered, { persona: 'agent' });
  const hasLooked = async () =>
    (await workspace.log()).some(
      ({ user, url }) => user === 'agent' && /records\?sort=-updated_at/.test(url),
    );
  await hurryUntil(page, emulator, hasLooked);
  await walkTo(page, vip);
  const told = sidebar(page).getByRole('region', { name: 'A customer praised you' });
  await expect(told).toBeVisible();
  await expect(told).toContainText('Rated 5 of 5');
  expect(await axe(sidebar(page))).toEqual([]);
  await told.getByRole('button', { name: 'Put away' }).click();
  await expect(told).toHaveCount(0);
  await expect(sidebar(page).getByText('Praise put away').first()).toBeFocused();
  await walkTo(page, fresh);
  await expect(sidebar(page).getByText('5/5', { exact: true }).first()).toBeVisible();
  await expect(told).toHaveCount(0);
  expect(await mailsIn(workspace), 'one digest a day').toHaveLength(1);
});
