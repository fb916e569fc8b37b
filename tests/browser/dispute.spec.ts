/** What agents say comes back to them: a score that is not theirs is decided, an issue they named gets fixed. */
import type { FrameLocator, Page } from '@playwright/test';
import { saveIssue } from '../../src/actions/saveIssue.ts';
import { emptyIssueDraft } from '../../src/care/issues/issue.ts';
import { personas } from '../emulator/world/people.ts';
import { storyTickets } from '../emulator/world/storyTickets.ts';
import { axe, expect, navBar, sidebar, test, type Workspace, workspaceOn } from './emulator.ts';
import { walkTo } from './host/walk.ts';
import { fresh } from './story.ts';
import { syncNow } from './syncing.ts';
import { adminApp, arranged, hurryUntil, setUpWith, takeTime } from './workflows.ts';

const { unoffered, vip } = storyTickets;
const everywhere = { ...arranged, leads: [], otherLeads: [String(personas.admin), String(personas.lead)] };

/** What the search of custom objects finds is as new as what was written. */
const withoutLag = async (workspace: Workspace) =>
  workspace.change({ unknowns: { ...(await workspace.unknowns()), indexLagSeconds: 0 } });

/** Of how many feedbacks the agent's own sheet speaks. */
async function ownSheet(page: Page, workspace: Workspace): Promise<{ app: FrameLocator; count: number }> {
  const app = await workspace.openTriage({ persona: 'agent' });
  await app.getByRole('button', { name: 'Coaching', exact: true }).click();
  const title = navBar(page).getByRole('heading', { name: /^Figures from \d+ feedbacks$/ });
  const count = Number(/\d+/.exec((await title.textContent()) ?? '')?.[0]);
  return { app, count };
}

test('a score an agent disputes is decided by a lead, and the agent’s sheet follows', async ({
  page,
  workspace,
  emulator,
  newPage,
}) => {
  test.setTimeout(120_000);
  await setUpWith(emulator, everywhere);
  await withoutLag(workspace);
  await workspace.answer({ ticket: fresh, csat: 2, ces: 1, comment: 'Explained it to four people.' });
  const leadPage = await newPage();
  const leads = workspaceOn(leadPage, workspace.url);
  await leads.openTriage({ persona: 'admin' });
  await syncNow(leadPage);
  takeTime(emulator, 60_000);

  const before = await ownSheet(page, workspace);
  const beside = await workspace.openTicket(fresh, { persona: 'agent' });
  await beside.getByRole('button', { name: 'This score is not mine…' }).click();
  await beside.getByText('somebody else’s work').click();
  await beside.getByLabel('Note for your lead').fill('I only merged it.');
  await beside.getByRole('button', { name: 'Ask a lead to decide' }).click();
  await expect(beside.getByText('A lead is to decide. It counts as before.')).toBeVisible();
  await expect(beside.getByRole('heading', { name: 'Is it theirs?' })).toBeFocused();
  expect(await axe(beside)).toEqual([]);

  // Asked is not decided.
  const meanwhile = await ownSheet(page, workspace);
  expect(meanwhile.count).toBe(before.count);
  await expect(
    meanwhile.app.getByRole('button', { name: 'Disputed, not decided, counted: 1' }),
  ).toBeVisible();

  // The lead reads why and decides beside the case.
  takeTime(emulator, 60_000);
  const list = await leads.openTriage({ persona: 'lead' });
  await list.getByRole('row').filter({ hasText: 'Care Plan' }).click();
  await expect(list.getByText('I only merged it.')).toBeVisible();
  const decision = list.getByRole('group', { name: 'Decide' });
  await decision.getByLabel('Note for the agent').fill('Right, that was ours.');
  await decision.getByRole('button', { name: 'Accept' }).click();
  await expect(list.getByText('Accepted: it counts for the team and for no agent.')).toBeVisible();
  await expect(decision).toHaveCount(0);

  takeTime(emulator, 60_000);
  const told = await workspace.openTicket(fresh, { persona: 'agent' });
  await expect(told.getByText('Accepted: it counts for the team and for no agent.')).toBeVisible();
  await expect(told.getByText('Right, that was ours.')).toBeVisible();
  await expect(told.getByText(/Ola Thorsen decided/)).toBeVisible();
  await expect(told.getByText('2/5', { exact: true }), 'what the customer gave stays').toBeVisible();

  const after = await ownSheet(page, workspace);
  expect(after.count).toBe(before.count - 1);
  await expect(after.app.getByRole('button', { name: /^Dispute accepted, .*: 1$/ })).toBeVisible();
});

test('an agent who named an issue reads that it is fixed, once, beside whatever ticket is open', async ({
  page,
  workspace,
  emulator,
  newPage,
}) => {
  test.setTimeout(120_000);
  await setUpWith(emulator, everywhere);
  await withoutLag(workspace);
  await saveIssue(
    await adminApp(emulator),
    { ...emptyIssueDraft, name: 'Login page', topics: ['Login page'] },
    null,
  );
  await workspace.answer({ ticket: fresh, csat: 2, comment: 'It asks for my password again and again.' });
  const beside = await workspace.openTicket(fresh, { persona: 'agent' });
  await beside.getByRole('button', { name: 'Root cause' }).click();
  await expect(beside.getByText('You said so')).toBeVisible();
  await beside.getByLabel('Topic').fill('Login page');
  await beside.getByRole('button', { name: 'Save topic and note' }).click();
  await expect(beside.getByRole('button', { name: 'Save topic and note' })).toHaveCount(0);
  // The list is written after the fact: from there the lead's page takes who named it.
  const isWritten = async (object: string, words: string) =>
    (await workspace.log()).some(
      ({ method, url, status, requestBody }) =>
        method !== 'GET' &&
        status < 300 &&
        url.includes(`${object}/records`) &&
        JSON.stringify(requestBody ?? '').includes(words),
    );
  await expect.poll(() => isWritten('fl_feedback', 'Login page')).toBe(true);

  const leadPage = await newPage();
  const app = await workspaceOn(leadPage, workspace.url).openTriage({ persona: 'lead' });
  await app.getByRole('button', { name: 'Issues', exact: true }).click();
  await app.getByRole('button', { name: 'Login page', exact: true }).first().click();
  await app.getByRole('button', { name: 'Mark as fixed' }).click();
  await app.getByLabel('What changed').fill('People stay signed in for 30 days.');
  await app.getByRole('button', { name: 'Mark as fixed' }).click();
  await expect(app.getByRole('button', { name: 'Mark as fixed' })).toHaveCount(0);
  await expect(app.getByText('People stay signed in for 30 days.').first()).toBeVisible();
  await expect.poll(() => isWritten('fl_doc', 'People stay signed in')).toBe(true);
  await leadPage.close();
  await workspace.moveClock(1 / 60);

  await page.clock.install();
  const seen = (await workspace.log()).length;
  await workspace.openTicket(unoffered, { persona: 'agent' });
  const hasLooked = async () =>
    (await workspace.log())
      .slice(seen)
      .some(
        ({ user, url, requestBody }) =>
          user === 'agent' && url.includes('fl_doc') && JSON.stringify(requestBody ?? '').includes('issue'),
      );
  await hurryUntil(page, emulator, hasLooked);
  await walkTo(page, vip);
  const told = sidebar(page).getByRole('region', { name: 'Fixed, thanks to you' });
  await expect(told).toContainText('Login page');
  await expect(told).toContainText('People stay signed in for 30 days.');
  expect(await axe(sidebar(page))).toEqual([]);
  await told.getByRole('button', { name: 'Put away' }).click();
  await expect(told).toHaveCount(0);
  await expect(sidebar(page).getByText('Put away.').first()).toBeFocused();
  await walkTo(page, fresh);
  await expect(sidebar(page).getByRole('button', { name: 'This score is not mine…' })).toBeVisible();
  await expect(told).toHaveCount(0);
});
