/**
 * The calls of disputes, issues, huddles, coaching and reports, each failing in every way. Once the failure is over,
 * the same work ends where it would have ended without it: nothing lost, nothing twice, and nobody is told that a
 * colleague was first who was none. What is only read is told whole, or told as missing.
 */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { decideDispute, disputeScore, withdrawDispute } from '../src/actions/disputeScore.ts';
import { keepTeamEffort, keepTeamSheets } from '../src/actions/keepTeamSheets.ts';
import { markFixed } from '../src/actions/markFixed.ts';
import { moveIssue } from '../src/actions/moveIssue.ts';
import { protectSheets } from '../src/actions/protectSheets.ts';
import { readHuddle } from '../src/actions/readHuddle.ts';
import { readIssues } from '../src/actions/readIssues.ts';
import { readTicketFeedback } from '../src/actions/readTicketFeedback.ts';
import type { Written } from '../src/actions/record.ts';
import { noteCommitment, passItem, settleCommitment } from '../src/actions/saveHuddle.ts';
import { saveIssue } from '../src/actions/saveIssue.ts';
import { watchPromises } from '../src/actions/watchPromises.ts';
import { addSheetItem, changeSheetItem } from '../src/actions/writeSheetItem.ts';
import type { App } from '../src/app.ts';
import { effortOf } from '../src/care/coaching/effort.ts';
import type { Feedback } from '../src/care/feedback.ts';
import type { StoredIssue } from '../src/care/issues/issue.ts';
import { writeDoc } from '../src/zendesk/docs.ts';
import {
  agent,
  appOf,
  billing,
  type Given,
  grantStaff,
  lead,
  openCoaching,
  rated,
} from './actions/coachingWorld.ts';
import { day } from './actions/huddleWorld.ts';
import { subjectOf } from './actions/rollupWorld.ts';
import { storedIssue } from './care/issues/issues.ts';
import type { Workspace } from './emulator/inProcess.ts';
import { createTicket } from './emulator/world/changeTicket.ts';
import { agentIds, personas } from './emulator/world/people.ts';
import { settle, tryEachWay, type Use, ways } from './faultMatrix.ts';
import { action, answers, draft, guardedAccount, month, personIn, place, teams } from './insightsPeople.ts';
import { whenIdle } from './testApp.ts';

let survived = 0;
afterAll(() => {
  process.stdout.write(`reliability of insights: ${survived} combinations survived\n`);
});

beforeEach(() => {
  answers.isLost = false;
});

/** An account with these feedbacks, the newest first. */
async function openWith(...given: Partial<Given>[]) {
  const workspace = await openCoaching({ hasStory: false });
  const admin = await personIn(workspace, 'admin');
  const patient = await appOf(workspace, 'admin');
  const tickets: string[] = [];
  for (const one of given) tickets.push(await rated(patient, workspace, { agentId: agent, csat: 1, ...one }));
  return { workspace, admin, tickets };
}

const times = ['at', 'until', 'asOf', 'updatedAt'];
/** Facts, list and documents, without when they were written. */
const recordsOf = ({ world }: Workspace) =>
  [...world.customObjectRecords.values()]
    .map(({ object_key, external_id, custom_object_fields }) => ({
      object_key,
      external_id,
      fields: JSON.parse(
        JSON.stringify(custom_object_fields, (name, value) => (times.includes(name) ? 0 : value)),
      ),
    }))
    .map((one) => JSON.stringify(one))
    .sort();

async function disputable(): Promise<{
  workspace: Workspace;
  own: App;
  leading: App;
  known: Feedback;
  id: string;
}> {
  const { workspace, tickets } = await openWith({});
  const [id = ''] = tickets;
  const own = await personIn(workspace, 'agent');
  const leading = await personIn(workspace, 'lead', { leads: [{ groupId: billing, userIds: [lead] }] });
  const { feedback } = await readTicketFeedback(own, id);
  return { workspace, own, leading, known: feedback, id };
}

async function listed(writing: Promise<Written>): Promise<Written> {
  const written = await writing;
  const failure = await written.listed;
  if (failure) throw failure;
  return written;
}
const isWritten = (answer: unknown) => expect((answer as Written).isWritten).toBe(true);
const objection = { reason: 'not_my_work', note: 'I only sent the parcel on.' } as const;

/** An open score, what stands in the ledger, and what comes after it. */
async function disputed() {
  const world = await disputable();
  const { workspace, own, known, id } = world;
  const { feedback } = await listed(disputeScore(own, known, subjectOf(id), objection, 'said'));
  await whenIdle(workspace);
  return { ...world, known: feedback };
}
const isSaved = (answer: unknown) => expect(answer).toMatchObject({ kind: 'saved' });

async function withIssue(): Promise<{ workspace: Workspace; admin: App; issue: StoredIssue }> {
  const { workspace, admin } = await openWith({ bucket: 'root_cause', topic: 'login' });
  const written = await saveIssue(admin, draft, null, 'issue-1', 'made');
  if (written.kind !== 'saved') throw new Error('not made');
  return { workspace, admin, issue: written.issue };
}

/** Fixed three weeks ago; since then its tickets came back. */
async function lapsedIssue() {
  const { workspace, admin } = await openWith({});
  const { world } = workspace;
  const fixedAt = world.now() - 21 * day;
  const at = (index: number) => (index < 2 ? fixedAt - 2 * day : fixedAt + (8 + index / 4) * day);
  for (let index = 0; index < 22; index += 1)
    createTicket(
      world,
      {
        subject: 'Sign in',
        requester_id: personas.agent,
        tags: ['login'],
        comment: { body: 'no', public: true, author_id: personas.agent },
      },
      { authorId: personas.agent, channel: 'email', at: at(index), isHistory: true },
    );
  const {
    id,
    updatedAt: _at,
    byId: _by,
    ...issue
  } = storedIssue({
    id: 'issue-1',
    topics: [],
    query: 'tags:login',
    status: 'fixed',
    fixedAt,
    whatChanged: 'x',
  });
  await writeDoc(admin.zendesk.http, 'issue', id, issue);
  return { workspace, admin };
}

/** Two of each kind to talk about this morning. */
async function morning() {
  const { workspace, admin } = await openWith(
    { csat: 5, comment: 'Quick.', bucket: 'agent' },
    { csat: 5, comment: 'Kind.', bucket: 'agent' },
    { csat: 1, comment: 'Slow.', bucket: 'process', topic: 'transfers' },
    { csat: 2, comment: 'It broke.', bucket: 'root_cause' },
  );
  return { workspace, admin };
}

/** Yesterday's team said it would do something. */
async function committed() {
  const { workspace, admin } = await morning();
  await noteCommitment(admin, await readHuddle(admin, 'all'), 'Call back within an hour');
  workspace.world.advance(day);
  return { workspace, admin, view: await readHuddle(admin, 'all') };
}

const isItem = (answer: unknown) => expect(answer).toMatchObject({ item: { text: expect.any(String) } });

/** One of each sort, where others try the same calls in every way. */
const fewer = ways.filter(({ kind }) => ['403', '422', '503', 'html'].includes(kind));

const uses: Record<string, Use> = {
  'disputing a score': {
    async begin() {
      const { workspace, own, known, id } = await disputable();
      const work = () => listed(disputeScore(own, known, subjectOf(id), objection, 'op'));
      return { workspace, work, state: () => recordsOf(workspace) };
    },
    check: isWritten,
  },
  'withdrawing a dispute': {
    ways: fewer,
    async begin() {
      const { workspace, own, known, id } = await disputed();
      const work = () => listed(withdrawDispute(own, known, subjectOf(id), 'op'));
      return { workspace, work, state: () => recordsOf(workspace) };
    },
    check: isWritten,
  },
  'deciding a dispute': {
    ways: fewer,
    async begin() {
      const { workspace, leading, known, id } = await disputed();
      const verdict = { decision: 'accepted', creditTo: String(agentIds.kwame), note: 'true' } as const;
      const work = () => listed(decideDispute(leading, known, subjectOf(id), verdict, 'op'));
      return { workspace, work, state: () => recordsOf(workspace) };
    },
    check: isWritten,
  },
  'making an issue': {
    async begin() {
      const { workspace, admin } = await openWith();
      // The search knows of it later; whoever made it sees it at once.
      workspace.world.unknowns.indexLagSeconds = 3600;
      const work = async () => {
        const written = await saveIssue(admin, draft, null, 'issue-1', 'op');
        return { ...written, listed: (await readIssues(admin)).issues };
      };
      return { workspace, work, state: () => recordsOf(workspace) };
    },
    check: (answer) => expect(answer).toMatchObject({ kind: 'saved', listed: [{ name: draft.name }] }),
  },
  'changing an issue': {
    ways: fewer,
    async begin() {
      const { workspace, admin, issue } = await withIssue();
      const work = () => saveIssue(admin, { ...draft, ask: 'Both pages' }, issue, issue.id, 'op');
      return { workspace, work, state: () => recordsOf(workspace) };
    },
    check: isSaved,
  },
  'moving an issue': {
    ways: fewer,
    async begin() {
      const { workspace, admin, issue } = await withIssue();
      const work = () => moveIssue(admin, issue, 'declined', 'Too dear', 'op');
      return { workspace, work, state: () => recordsOf(workspace) };
    },
    check: isSaved,
  },
  'marking an issue fixed': {
    async begin() {
      const { workspace, admin, issue } = await withIssue();
      const work = () => markFixed(admin, issue, { whatChanged: 'A new page', link: '' }, 'op');
      return { workspace, work, state: () => recordsOf(workspace) };
    },
    check: isSaved,
  },
  'watching promises': {
    ways: fewer,
    async begin() {
      const { workspace, admin } = await lapsedIssue();
      const work = async () => {
        const found = await watchPromises(admin, (await readIssues(admin)).issues);
        if (found.failure) throw found.failure;
        return found;
      };
      const state = () => recordsOf(workspace).map((one) => one.replace(/\\"operation\\":\\"[^"]+\\"/g, ''));
      return { workspace, work, state };
    },
    check: (answer) => expect(answer).toMatchObject({ watches: { 'issue-1': { state: 'lapsed' } } }),
  },
  'opening the huddle': {
    ways: fewer,
    async begin() {
      const { workspace, admin } = await morning();
      return { workspace, work: () => readHuddle(admin, 'all'), state: () => recordsOf(workspace) };
    },
    check: (answer) => {
      const { items } = answer as Awaited<ReturnType<typeof readHuddle>>;
      for (const item of Object.values(items)) expect(item).toMatchObject({ words: expect.any(String) });
    },
  },
  'replacing an item': {
    async begin() {
      const { workspace, admin } = await morning();
      const view = await readHuddle(admin, 'all');
      const work = () => passItem(admin, view, 'constructive', 'replace');
      return { workspace, work, state: () => recordsOf(workspace) };
    },
  },
  'leaving an item out': {
    ways: fewer,
    async begin() {
      const { workspace, admin } = await morning();
      const view = await readHuddle(admin, 'all');
      const work = () => passItem(admin, view, 'positive', 'skip');
      return { workspace, work, state: () => recordsOf(workspace) };
    },
  },
  'committing to something': {
    async begin() {
      const { workspace, admin } = await morning();
      const view = await readHuddle(admin, 'all');
      const work = () => noteCommitment(admin, view, 'Call back within an hour');
      return { workspace, work, state: () => recordsOf(workspace) };
    },
    check: (answer) => expect(answer).toMatchObject({ isMet: false }),
  },
  'saying what became of a commitment': {
    ways: fewer,
    async begin() {
      const { workspace, admin, view } = await committed();
      const work = () => settleCommitment(admin, view, 'go_on');
      return { workspace, work, state: () => recordsOf(workspace) };
    },
    check: (answer) => expect(answer).toMatchObject({ isMet: false }),
  },
  'agreeing on something': {
    async begin() {
      const { workspace, admin } = await openWith();
      const work = () => addSheetItem(admin, place, action, 'item-1');
      return { workspace, work, state: () => recordsOf(workspace) };
    },
    check: isItem,
  },
  'changing what was agreed': {
    ways: fewer,
    async begin() {
      const { workspace, admin } = await openWith();
      const written = await addSheetItem(admin, place, action, 'item-1');
      if (!('item' in written)) throw new Error('not written');
      const work = () => changeSheetItem(admin, agent, written.item, { text: 'Shadow Kwame' });
      return { workspace, work, state: () => recordsOf(workspace) };
    },
    check: isItem,
  },
  'noting for oneself, where sheets are guarded': {
    async begin() {
      const { workspace, admin } = await guardedAccount();
      // What was just written is not found yet.
      workspace.world.unknowns.indexLagSeconds = 3600;
      const note = { kind: 'coach_only', text: 'Worn out', dueOn: null } as const;
      const work = () => addSheetItem(admin, { ...place, isGuarded: true }, note, 'item-1');
      return { workspace, work, state: () => recordsOf(workspace) };
    },
    check: isItem,
  },
  'ticking off, where sheets are guarded': {
    ways: fewer,
    async begin() {
      const { workspace, admin } = await guardedAccount();
      const written = await addSheetItem(admin, { ...place, isGuarded: true }, action, 'item-1');
      if (!('item' in written)) throw new Error('not written');
      const work = () => changeSheetItem(admin, agent, written.item, { state: 'done' });
      return { workspace, work, state: () => recordsOf(workspace) };
    },
    check: isItem,
  },
  'guarding sheets': {
    ways: fewer,
    async begin() {
      const workspace = await openCoaching({ hasStory: false, plan: 'suite_enterprise' });
      await grantStaff(workspace);
      const admin = await personIn(workspace, 'admin');
      const { world } = workspace;
      const state = () => [
        [...world.customObjectFields.values()].map(({ object_key, key }) => `${object_key}/${key}`).sort(),
      ];
      return { workspace, work: () => protectSheets(admin), state };
    },
  },
  'leaving the team’s sums': {
    async begin() {
      const { workspace, admin } = await openWith();
      const work = () => keepTeamSheets(admin, '90', month(workspace), teams);
      return { workspace, work, state: () => recordsOf(workspace) };
    },
  },
  'leaving what the team’s tickets took': {
    ways: fewer,
    async begin() {
      const { workspace, admin } = await openWith();
      await keepTeamSheets(admin, '90', month(workspace), teams);
      const effort = { ...effortOf([]), replies: { value: 3, n: 4 } };
      const work = () => keepTeamEffort(admin, billing, '90', effort);
      return { workspace, work, state: () => recordsOf(workspace) };
    },
  },
};

describe.each(Object.entries(uses))('%s', (_, use) => {
  it('ends where it would have, whichever of its calls failed in whatever way', async () => {
    survived += await tryEachWay(use);
  }, 120_000);

  it('is done once though the answer to every write was lost', async () => {
    const whole = await use.begin();
    await whole.work();
    const wanted = whole.state();
    const begun = await use.begin();
    answers.isLost = true;
    // Each try comes one write further.
    for (let press = 0; press < 20; press += 1) await settle(begun);
    answers.isLost = false;
    const answer = await begun.work();
    expect(begun.state()).toEqual(wanted);
    use.check?.(answer);
  }, 120_000);
});
