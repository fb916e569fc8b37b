/** The issue register: two people at once, broken records, legal moves, fixes, and promises that come back. */
import { beforeEach, describe, expect, it } from 'vitest';
import { markFixed } from '../../src/actions/markFixed.ts';
import { moveIssue } from '../../src/actions/moveIssue.ts';
import { newItemId } from '../../src/actions/newItemId.ts';
import { readIssues } from '../../src/actions/readIssues.ts';
import { readReport } from '../../src/actions/readReport.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { saveIssue } from '../../src/actions/saveIssue.ts';
import { setBucket } from '../../src/actions/setBucket.ts';
import { watchPromises } from '../../src/actions/watchPromises.ts';
import type { App } from '../../src/app.ts';
import { emptyIssueDraft, type IssueDraft, type StoredIssue } from '../../src/care/issues/issue.ts';
import { removeDoc, writeDoc } from '../../src/zendesk/docs.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { personas } from '../emulator/world/people.ts';
import { createTestApp, requestOver } from '../testApp.ts';
import { headOf, keep, keeperOf, openRollups, rated, subjectOf } from './rollupWorld.ts';

let workspace: Workspace;
let lead: App;
let other: App;
beforeEach(async () => {
  workspace = await openRollups();
  const configuration = { version: 2, otherLeads: [String(personas.lead)] };
  lead = await createTestApp(workspace, 'lead', { timeoutMs: 5_000, configuration });
  other = await createTestApp(workspace, 'admin', { timeoutMs: 5_000 });
});

const draft = (given: Partial<IssueDraft> = {}): IssueDraft => ({
  ...emptyIssueDraft,
  name: 'Login page',
  topics: ['login'],
  ...given,
});

async function made(given: Partial<IssueDraft> = {}): Promise<StoredIssue> {
  return saved(await saveIssue(lead, draft(given), null));
}

function saved(written: Awaited<ReturnType<typeof saveIssue>>): StoredIssue {
  if (written.kind !== 'saved') throw new Error('somebody else was quicker');
  return written.issue;
}

const day = 86_400_000;
/** Time passes for the account, and for everybody in it. */
const pass = (ms: number) => workspace.world.advance(ms);

describe('the register', () => {
  it('holds what was typed, for everybody, by name', async () => {
    const issue = await made({ ask: 'The old page back', ownerName: 'Paula', dueOn: '2026-12-24' });
    await made({ name: 'Delivery' });
    const { issues, broken, isCut } = await readIssues(other);
    expect(issues.map(({ name }) => name)).toEqual(['Delivery', 'Login page']);
    expect(issues[1]).toEqual(issue);
    expect(issue).toMatchObject({
      status: 'open',
      ownerName: 'Paula',
      dueOn: '2026-12-24',
      byId: lead.user.id,
    });
    expect([broken, isCut]).toEqual([0, false]);
  });

  it('is written by those who lead, and reports are read by them alone', async () => {
    const issue = await made();
    const agent = await createTestApp(workspace, 'agent', { timeoutMs: 5_000 });
    const before = workspace.exchanges().length;
    const period = { from: 0, to: workspace.world.now() };
    await expect(saveIssue(agent, draft({ ask: 'Mine' }), issue)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(moveIssue(agent, issue, 'agreed', '')).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(readReport(agent, period)).rejects.toMatchObject({ kind: 'forbidden' });
    expect(workspace.exchanges().length).toBe(before);
  });

  it('counts what is broken or of another version, and shows the others', async () => {
    const issue = await made();
    await writeDoc(lead.zendesk.http, 'issue', 'broken', { name: 7 });
    await writeDoc(lead.zendesk.http, 'issue', 'newer', { ...issue, status: 'postponed' });
    await writeDoc(lead.zendesk.http, 'issue', 'gone', { isRemoved: true });
    const { issues, broken } = await readIssues(other);
    expect(issues.map(({ id }) => id)).toEqual([issue.id]);
    expect(broken).toBe(2);
  });

  it('refuses what is no issue, before anything is written', async () => {
    const before = workspace.exchanges().length;
    await expect(saveIssue(lead, draft({ name: ' ' }), null)).rejects.toMatchObject({ kind: 'invalid' });
    const evidence = [{ url: 'javascript:alert(1)', text: '' }];
    await expect(saveIssue(lead, draft({ evidence }), null)).rejects.toMatchObject({ kind: 'invalid' });
    expect(workspace.exchanges().length).toBe(before);
  });

  it('shows one’s own writes at once, however far the search lags', async () => {
    workspace.world.unknowns.indexLagSeconds = 3600;
    const issue = await made();
    await saveIssue(lead, draft({ name: 'Sign-in page' }), issue);
    expect((await readIssues(lead)).issues.map(({ name }) => name)).toEqual(['Sign-in page']);
  });
});

describe('two people at one issue', () => {
  it('the second is told whose words stand there, and nothing of theirs is written', async () => {
    const issue = await made();
    const first = saved(await saveIssue(other, draft({ ask: 'Theirs' }), issue));
    const second = await saveIssue(lead, draft({ ask: 'Mine' }), issue);
    expect(second).toEqual({ kind: 'met', issue: first });
    expect((await readIssues(lead)).issues[0]).toMatchObject({ ask: 'Theirs', byId: other.user.id, rev: 2 });
    const again = saved(await saveIssue(lead, draft({ ask: 'Mine' }), first));
    expect(again).toMatchObject({ ask: 'Mine', rev: 3 });
    expect(again.history.map(({ byId }) => byId)).toEqual([lead.user.id, other.user.id, lead.user.id]);
  });

  it('within one second as well: Zendesk’s times could not tell', async () => {
    const issue = await made();
    const [a, b] = [draft({ ask: 'A' }), draft({ ask: 'B' })];
    saved(await saveIssue(other, a, issue));
    expect((await saveIssue(lead, b, issue)).kind).toBe('met');
  });

  it('who was overwritten before their own words could be read back is told', async () => {
    const issue = await made();
    // The other one writes between this one's write and its look at what stands there.
    const fetchIt = workspace.fetchAs('lead');
    let isDone = false;
    const interrupted: typeof fetch = async (input, init) => {
      const answer = await fetchIt(input, init);
      if (init?.method === 'PATCH' && !isDone) {
        isDone = true;
        await writeDoc(other.zendesk.http, 'issue', issue.id, {
          ...issue,
          rev: 2,
          operation: 'x',
          ask: 'Theirs',
        });
      }
      return answer;
    };
    const { createHttp } = await import('../../src/zendesk/http.ts');
    const clock = { now: () => workspace.world.now(), correct: () => {} };
    const http = createHttp({ request: requestOver(interrupted) } as never, {
      clock,
      timeoutMs: 5_000,
      wait: async () => {},
    });
    const slow = { ...lead, zendesk: { ...lead.zendesk, http } };
    expect(await saveIssue(slow, draft({ ask: 'Mine' }), issue)).toMatchObject({
      kind: 'met',
      issue: { ask: 'Theirs' },
    });
  });

  it('an issue somebody took away is not written anew', async () => {
    const issue = await made();
    await removeDoc(other.zendesk.http, 'issue', issue.id);
    expect(await saveIssue(lead, draft({ ask: 'Mine' }), issue)).toEqual({ kind: 'met', issue: null });
    expect((await readIssues(other)).issues).toEqual([]);
  });

  it('the same press twice is one write', async () => {
    const id = newItemId();
    const first = saved(await saveIssue(lead, draft(), null, id, 'press'));
    const writes = () => workspace.exchanges().filter(({ method }) => method === 'PATCH').length;
    const before = writes();
    expect(saved(await saveIssue(lead, draft(), null, id, 'press'))).toEqual(first);
    expect(writes()).toBe(before);
    expect((await saveIssue(other, draft(), null, id, 'another')).kind).toBe('met');
  });
});

describe('a status', () => {
  it('moves as the rules allow, with a promise and its month', async () => {
    const issue = await made();
    const agreed = saved(await moveIssue(lead, issue, 'agreed', ''));
    const month = new Date(workspace.world.now()).toISOString().slice(0, 7);
    expect(agreed).toMatchObject({ status: 'agreed', promisedIn: month });
    const declined = saved(await moveIssue(lead, agreed, 'declined', ' too dear '));
    expect(declined.history.at(-1)).toMatchObject({ from: 'agreed', to: 'declined', note: 'too dear' });
    const reopened = saved(await moveIssue(lead, declined, 'open', 'cheaper now'));
    expect(reopened.reopenedAt).not.toBeNull();
  });

  it('is refused without the note it needs, where it is not legal, and over somebody else’s', async () => {
    const issue = await made();
    const before = workspace.exchanges().length;
    for (const [to, note] of [
      ['declined', ' '],
      ['open', 'why'],
      ['fixed', 'x'],
      ['agreed', 'x'.repeat(1001)],
    ] as const)
      await expect(moveIssue(lead, issue, to as 'open', note)).rejects.toMatchObject({ kind: 'invalid' });
    expect(workspace.exchanges().length).toBe(before);
    await moveIssue(other, issue, 'in_progress', '');
    expect(await moveIssue(lead, issue, 'agreed', '')).toMatchObject({
      kind: 'met',
      issue: { status: 'in_progress' },
    });
  });
});

/** A rated ticket somebody gave a topic. */
async function tagged(by: App, topic: string | null, csat = 1): Promise<void> {
  const ticket = await rated(workspace, other, csat);
  const known = (await readTicketFeedback(by, ticket)).feedback;
  const choice = { bucket: 'root_cause' as const, topic, note: null };
  await setBucket(by, known, subjectOf(ticket), choice, newItemId());
}

describe('a fix', () => {
  it('needs to say what changed, and a link that opens', async () => {
    const issue = await made();
    for (const change of [
      { whatChanged: ' ', link: '' },
      { whatChanged: 'New page', link: 'http://example.com' },
      { whatChanged: 'New page', link: 'javascript:alert(1)' },
    ])
      await expect(markFixed(lead, issue, change)).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('remembers by id who tagged it in the last year, and nobody else', async () => {
    const agent = await createTestApp(workspace, 'agent', { timeoutMs: 5_000 });
    await tagged(agent, 'login');
    await tagged(lead, 'login');
    await tagged(agent, 'login');
    await tagged(other, 'delivery');
    const issue = await made();
    const fixed = saved(
      await markFixed(lead, issue, { whatChanged: 'New page', link: 'https://example.com/login' }),
    );
    expect(fixed).toMatchObject({
      status: 'fixed',
      link: 'https://example.com/login',
      fixedAt: workspace.world.now(),
    });
    expect(fixed.taggedBy).toEqual([agent.user.id, lead.user.id]);
    await expect(markFixed(lead, fixed, { whatChanged: 'Again', link: '' })).rejects.toMatchObject({
      kind: 'invalid',
    });
  });
});

describe('promises', () => {
  /** Fixed three weeks ago; so many complaints before and since, among others. */
  async function fixedWith(before: number, since: number): Promise<StoredIssue> {
    for (let index = 0; index < before; index += 1) await tagged(lead, 'login');
    for (let index = 0; index < 10; index += 1) await tagged(lead, null, 5);
    pass(day);
    const issue = saved(await markFixed(lead, await made(), { whatChanged: 'New page', link: '' }));
    pass(18 * day);
    for (let index = 0; index < since; index += 1) await tagged(lead, 'login');
    for (let index = 0; index < 10; index += 1) await tagged(lead, null, 5);
    pass(3 * day);
    return issue;
  }

  it('whose contacts came back open themselves again, once, and say that nobody did', async () => {
    const issue = await fixedWith(4, 40);
    const { watches, reopened } = await watchPromises(lead, (await readIssues(lead)).issues);
    expect(watches[issue.id]).toMatchObject({
      state: 'lapsed',
      before: { contacts: 4 },
      after: { contacts: 40 },
    });
    expect(reopened).toMatchObject([{ id: issue.id, status: 'open', reopenedAt: workspace.world.now() }]);
    expect(reopened[0]?.history.at(-1)).toMatchObject({ act: 'reopened_itself', from: 'fixed', to: 'open' });
    // Another lead still has the page of before.
    const late = await watchPromises(other, [issue]);
    expect(late.reopened).toEqual([]);
    const again = await watchPromises(other, (await readIssues(other)).issues);
    expect(again).toMatchObject({ reopened: [], failure: null });
    const [standing] = (await readIssues(other)).issues;
    expect(standing?.history.filter(({ act }) => act === 'reopened_itself')).toHaveLength(1);
  }, 60_000);

  it('are not said to be broken where a part of the rollups is gone', async () => {
    const issue = await fixedWith(4, 40);
    const keeper = await keeperOf(workspace);
    await keep(keeper);
    const [chunk] = (await headOf(keeper)).chunks;
    await removeDoc(keeper.zendesk.http, 'rollup', chunk?.id ?? '');
    const { watches, reopened } = await watchPromises(lead, [issue]);
    expect([watches[issue.id]?.state, reopened]).toEqual(['not_clear', []]);
  }, 60_000);

  it('that hold stay fixed, and those just made are left alone', async () => {
    const issue = await fixedWith(14, 0);
    const { watches, reopened } = await watchPromises(lead, [issue]);
    expect(watches[issue.id]?.state).toBe('kept');
    expect(reopened).toEqual([]);
    const young = saved(await markFixed(lead, await made({ name: 'Young' }), { whatChanged: 'x', link: '' }));
    expect((await watchPromises(lead, [young])).watches[young.id]?.state).toBe('too_early');
    const before = workspace.exchanges().length;
    expect((await watchPromises(lead, [await made({ name: 'Open' })])).watches).toEqual({});
    expect(workspace.exchanges().length - before).toBe(3);
  }, 60_000);
});
