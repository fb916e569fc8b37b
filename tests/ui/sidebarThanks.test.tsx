/** What an agent tagged is fixed: they read it once, on whatever ticket they are. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { IssueWrite } from '../../src/actions/issueDocs.ts';
import { lookForThanks } from '../../src/actions/keepGoodNews.ts';
import { markFixed } from '../../src/actions/markFixed.ts';
import { moveIssue } from '../../src/actions/moveIssue.ts';
import { putAwayThanks, readThanks } from '../../src/actions/readThanks.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { record } from '../../src/actions/record.ts';
import { saveIssue } from '../../src/actions/saveIssue.ts';
import type { App } from '../../src/app.ts';
import { emptyIssueDraft, type StoredIssue } from '../../src/care/issues/issue.ts';
import { solvedTicket } from '../actions/tickets.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { createTestApp, createTestHub, whenIdle } from '../testApp.ts';
import { createReadyWorkspace, openSidebar } from './render.tsx';

let workspace: Workspace;
let admin: App;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
  admin = await createTestApp(workspace, 'admin');
});

const title = 'Fixed, thanks to you';

/** A bad score the agent says is about that topic. */
async function tagged(topic: string): Promise<void> {
  const ticket = solvedTicket(workspace.world, { csat: 2 });
  const agent = await createTestApp(workspace, 'agent');
  const { feedback, sighting, requesterId } = await readTicketFeedback(admin, ticket);
  const rated = { ratings: sighting.ratings.slice(0, 1), isAlreadyRevised: false };
  const subject = { ticketId: ticket, requesterId };
  const numbers = await record(admin, feedback, subject, () => [{ kind: 'rated', body: rated }], 's', false);
  await numbers.listed;
  const said = { bucket: 'root_cause' as const, topic, note: null };
  const written = await record(
    agent,
    numbers.feedback,
    subject,
    () => [{ kind: 'bucket_set', body: said }],
    't',
    false,
  );
  await written.listed;
  await whenIdle(workspace);
}

function issueOf(write: IssueWrite): StoredIssue {
  if (write.kind !== 'saved') throw new Error('not saved');
  return write.issue;
}

async function made(name: string): Promise<StoredIssue> {
  const saved = await saveIssue(admin, { ...emptyIssueDraft, name, topics: [name] }, null);
  return issueOf(saved);
}

async function fixed(issue: StoredIssue, whatChanged: string): Promise<StoredIssue> {
  const written = await markFixed(admin, issue, { whatChanged, link: 'https://status.example/1' });
  await whenIdle(workspace);
  return issueOf(written);
}

describe('thanks for what is fixed', () => {
  it('stand in the sidebar of another ticket, and are put away for good', async () => {
    await tagged('Login page');
    await fixed(await made('Login page'), 'People stay signed in for 30 days.');
    const join = createTestHub();
    const background = await createTestApp(workspace, 'agent', { hub: join() });
    const calls = workspace.exchanges().length;
    await lookForThanks(background);
    expect(workspace.exchanges()).toHaveLength(calls + 1);

    const other = solvedTicket(workspace.world);
    const { user, unmount } = await openSidebar(workspace, 'agent', other, join());
    const news = await screen.findByRole('region', { name: title });
    expect(news.textContent).toContain('Login page');
    expect(news.textContent).toContain('People stay signed in for 30 days.');
    expect(within(news).getByRole('link').getAttribute('href')).toBe('https://status.example/1');
    await user.click(within(news).getByRole('button', { name: 'Put away' }));
    expect(screen.queryByRole('region', { name: title })).toBeNull();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Put away.'));
    unmount();

    // Looked for again, it is no news.
    await lookForThanks(background);
    await openSidebar(workspace, 'agent', other, join());
    await screen.findByText(/^As of/);
    await whenIdle(workspace);
    expect(screen.queryByRole('region', { name: title })).toBeNull();
  });

  it('are news again when it broke again and was fixed anew', async () => {
    await tagged('Login page');
    const issue = await fixed(await made('Login page'), 'Done.');
    const agent = await createTestApp(workspace, 'agent', { hub: createTestHub()() });
    await lookForThanks(agent);
    await putAwayThanks(agent, await readThanks(agent));
    expect(await readThanks(agent)).toEqual([]);
    workspace.world.advance(60_000);
    await fixed(issueOf(await moveIssue(admin, issue, 'open', 'It is back.')), 'Now for good.');
    await lookForThanks(agent);
    expect(await readThanks(agent)).toMatchObject([{ whatChanged: 'Now for good.' }]);
  });

  it('are one block for several, the latest first', async () => {
    for (const topic of ['Login page', 'Returns']) {
      await tagged(topic);
      await fixed(await made(topic), `${topic}: done.`);
      workspace.world.advance(60_000);
    }
    const join = createTestHub();
    await lookForThanks(await createTestApp(workspace, 'agent', { hub: join() }));
    await openSidebar(workspace, 'agent', solvedTicket(workspace.world), join());
    const news = await screen.findByRole('region', { name: title });
    expect(news.textContent).toContain('Returns: done.');
    expect(news.textContent).not.toContain('Login page: done.');
    expect(news.textContent).toContain('Login page');
  });

  it('are nobody else’s news, and none while it is not fixed', async () => {
    await tagged('Login page');
    const issue = await made('Login page');
    const hub = createTestHub()();
    await lookForThanks(await createTestApp(workspace, 'agent', { hub }));
    expect(await hub.recall('thanks')).toEqual([]);
    await fixed(issue, 'Done.');
    const leads = createTestHub()();
    await lookForThanks(await createTestApp(workspace, 'lead', { hub: leads }));
    expect(await leads.recall('thanks')).toEqual([]);
    await lookForThanks(await createTestApp(workspace, 'agent', { hub }));
    expect(await hub.recall('thanks')).toHaveLength(1);
  });
});
