/**
 * Every endpoint the app uses, failing in every way Zendesk or the network can: each verb either does its work,
 * or fails with a kind that has a sentence, or says what is missing. Nothing empty poses as truth.
 */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { attributeTicket } from '../src/actions/attributeTicket.ts';
import { findCase } from '../src/actions/findCase.ts';
import { listCases, readChanges } from '../src/actions/listCases.ts';
import { moveCase } from '../src/actions/moveCase.ts';
import { openCase } from '../src/actions/openCase.ts';
import { readCase } from '../src/actions/readCase.ts';
import { explainRefusal } from '../src/actions/readStorage.ts';
import { readTicketFeedback } from '../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../src/actions/recordSighting.ts';
import { setBucket } from '../src/actions/setBucket.ts';
import { setUp } from '../src/actions/setUp.ts';
import { releaseCase, takeCase } from '../src/actions/takeCase.ts';
import type { App } from '../src/app.ts';
import { Failure, failureKinds } from '../src/care/failure.ts';
import { keyOfTicket } from '../src/care/feedback.ts';
import { foldAll } from '../src/care/fold.ts';
import { readRecent } from '../src/zendesk/feedbackLists.ts';
import { readFacts } from '../src/zendesk/ledger.ts';
import { solvedTicket } from './actions/tickets.ts';
import { createWorkspace, type Workspace } from './emulator/inProcess.ts';
import { personas } from './emulator/world/people.ts';
import { endpointOf, type Way, ways } from './faultMatrix.ts';
import { createTestApp, whenIdle } from './testApp.ts';

let workspace: Workspace;
let admin: App;
let lead: App;
let survived = 0;

beforeEach(async () => {
  workspace = createWorkspace({ hasStory: false, apps: [{ appId: 7, installationId: 70, settings: {} }] });
});

afterAll(() => {
  process.stdout.write(`reliability: ${survived} combinations of call and failure survived\n`);
});

/** An account that is set up, with one case waiting, and people who know it. */
async function prepare() {
  await setUp(await createTestApp(workspace, 'admin'), () => {});
  admin = await createTestApp(workspace, 'admin');
  lead = await createTestApp(workspace, 'lead');
  const seen = await readTicketFeedback(
    admin,
    solvedTicket(workspace.world, { csat: 1, ces: 1, comment: 'slow' }),
  );
  workspace.world.unknowns.indexLagSeconds = 0;
  return { ...seen, feedback: await recordSighting(admin, seen) };
}

interface Use {
  /** Brings the account to where the verb begins, and answers the verb. */
  begin(): Promise<() => Promise<unknown>>;
  /** What must be true of an answer given all the same. */
  check(answer: unknown): void;
}

const uses: Record<string, Use> = {
  'opening a ticket as admin': {
    async begin() {
      const { ticketId } = await prepare();
      return () => readTicketFeedback(admin, ticketId);
    },
    check(answer) {
      const seen = answer as Awaited<ReturnType<typeof readTicketFeedback>>;
      const isComplete = seen.feedback.rev > 0 && seen.sighting.ratings.length > 1;
      expect(isComplete || seen.ledgerFailure || seen.sourceFailure).toBeTruthy();
    },
  },
  'opening a ticket as agent the first time': {
    async begin() {
      await prepare();
      const agent = await createTestApp(workspace, 'agent');
      const ticketId = solvedTicket(workspace.world, { csat: 2 });
      return async () => {
        const seen = await readTicketFeedback(agent, ticketId);
        return { seen, feedback: await recordSighting(agent, seen) };
      };
    },
    check(answer) {
      const { seen, feedback } = answer as {
        seen: Awaited<ReturnType<typeof prepare>>;
        feedback: Awaited<ReturnType<typeof prepare>>['feedback'];
      };
      expect((feedback.rev === 1 && feedback.case) || seen.ledgerFailure).toBeTruthy();
    },
  },
  'asking why somebody is credited': {
    async begin() {
      await prepare();
      const ticketId = solvedTicket(workspace.world, { csat: 2, comment: 'slow' });
      workspace.setFaults([{ path: '/api/v2/tickets/*/audits', kind: '403' }]);
      const seen = await readTicketFeedback(lead, ticketId);
      const feedback = await recordSighting(lead, seen);
      workspace.setFaults([]);
      return async () => attributeTicket(lead, { ...(await readTicketFeedback(lead, ticketId)), feedback });
    },
    check(answer) {
      const { attribution, revisions } = answer as Awaited<ReturnType<typeof attributeTicket>>;
      expect(revisions.length).toBeGreaterThan(0);
      expect(attribution?.atSolve).toBe(String(personas.agent));
    },
  },
  'pressing a bucket': {
    async begin() {
      const seen = await prepare();
      return () =>
        setBucket(lead, seen.feedback, seen, { bucket: 'process', topic: null, note: 'long' }, 'op');
    },
    check(answer) {
      expect((answer as Awaited<ReturnType<typeof setBucket>>).feedback.bucket).toBe('process');
    },
  },
  'taking a case': {
    async begin() {
      const seen = await prepare();
      return () => takeCase(lead, seen.feedback, seen, 'op');
    },
    check(answer) {
      expect((answer as Awaited<ReturnType<typeof takeCase>>).feedback.case?.ownerId).toBe(lead.user.id);
    },
  },
  'following a link to a case': {
    async begin() {
      const { ticketId } = await prepare();
      return () => findCase(lead, keyOfTicket(ticketId));
    },
    check(answer) {
      expect((answer as Awaited<ReturnType<typeof findCase>>)?.row.feedback.case?.status).toBe('new');
    },
  },
  'giving a case back': {
    async begin() {
      const seen = await prepare();
      const { feedback } = await takeCase(lead, seen.feedback, seen, 'taken');
      return () => releaseCase(lead, feedback, seen, 'op');
    },
    check(answer) {
      expect((answer as Awaited<ReturnType<typeof takeCase>>).feedback.case?.ownerId).toBeNull();
    },
  },
  'opening a case by hand': {
    async begin() {
      await prepare();
      const seen = await readTicketFeedback(admin, solvedTicket(workspace.world, { csat: 5 }));
      const feedback = await recordSighting(admin, seen);
      return () => openCase(admin, feedback, seen, 'op');
    },
    check(answer) {
      expect((answer as Awaited<ReturnType<typeof openCase>>).feedback.case?.rule).toBe('by_hand');
    },
  },
  'closing a case': {
    async begin() {
      const seen = await prepare();
      const move = { to: 'closed', outcome: 'recovered', note: 'called' } as const;
      return () => moveCase(lead, seen.feedback, seen, move, 'op');
    },
    check(answer) {
      expect((answer as Awaited<ReturnType<typeof moveCase>>).feedback.case?.status).toBe('closed');
    },
  },
  'listing cases': {
    async begin() {
      await prepare();
      return () => listCases(lead, ['new', 'in_progress'], null);
    },
    check(answer) {
      const page = answer as Awaited<ReturnType<typeof listCases>>;
      expect(page.rows.length + page.broken).toBe(1);
      const isComplete = page.rows[0]?.ticket && page.names[page.rows[0]?.requesterId ?? ''];
      expect(isComplete || page.partial || page.broken).toBeTruthy();
    },
  },
  'hearing of changes': {
    async begin() {
      await prepare();
      return () => readChanges(lead, {}, 0);
    },
    check(answer) {
      const page = answer as Awaited<ReturnType<typeof readChanges>>;
      expect(page.rows.length + page.broken).toBe(1);
    },
  },
  'reading a case': {
    async begin() {
      const seen = await prepare();
      return () => readCase(lead, seen.feedback, seen);
    },
    check(answer) {
      const story = answer as Awaited<ReturnType<typeof readCase>>;
      expect(new Set(story.events.map(({ seq }) => seq)).size).toBe(story.feedback.rev);
      expect(story.feedback.ignored).toBe(0);
      expect(story.feedback.rev).toBeGreaterThan(0);
    },
  },
  'setting up': {
    async begin() {
      const fresh = await createTestApp(workspace, 'admin');
      return () => setUp(fresh, () => {});
    },
    check(answer) {
      const { survey, questions, casesSince, version } = answer as Awaited<ReturnType<typeof setUp>>;
      // Where the survey could not be asked for, nothing is written about it.
      expect(questions.length > 0).toBe(survey === 'customizable');
      expect(casesSince).not.toBeNull();
      // Once for all that was found at once, twice where the survey came later.
      expect([2, 3]).toContain(version);
      expect(workspace.world.customObjects.size).toBe(3);
    },
  },
  'explaining what storage lacks': {
    async begin() {
      const fresh = await createTestApp(workspace, 'agent');
      return () => explainRefusal(fresh, new Failure('notFound'));
    },
    check(answer) {
      expect(['not_set_up', 'no_plan']).toContain(answer);
    },
  },
};

async function endpointsOf(use: Use): Promise<string[]> {
  const work = await use.begin();
  const before = workspace.exchanges().length;
  use.check(await work());
  const used = workspace.exchanges().slice(before);
  return [...new Set(used.map(({ method, url }) => endpointOf(method, url)))];
}

async function survives(use: Use, endpoint: string, way: Way): Promise<void> {
  const [method = '', path = ''] = endpoint.split(' ');
  const work = await use.begin();
  workspace.setFaults([{ method, path, ...way }]);
  const label = `${endpoint} answering ${way.kind}`;
  const outcome = await work().then(
    (answer) => ({ answer }),
    (cause: unknown) => ({ cause }),
  );
  if ('answer' in outcome) use.check(outcome.answer);
  else {
    expect(outcome.cause, label).toBeInstanceOf(Failure);
    expect(failureKinds, label).toContain((outcome.cause as Failure).kind);
  }
  // Nothing is half done: without the fault, the same work succeeds.
  await whenIdle(workspace);
  workspace.setFaults([]);
  use.check(await work());
  await expectListed();
  survived += 1;
}

/** Whoever opens the tickets next finds every open case in the list, as the ledger has it. */
async function expectListed(): Promise<void> {
  if (!workspace.world.customObjects.has('fl_event')) return;
  const agent = await createTestApp(workspace, 'agent');
  const keys = [...workspace.world.customObjectRecords.values()]
    .filter((record) => record.object_key === 'fl_event')
    .map((record) => String(record.custom_object_fields.feedback));
  for (const key of new Set(keys)) {
    await findCase(agent, key);
    await whenIdle(workspace);
    const truth = foldAll(key, await readFacts(agent.zendesk.http, key));
    if (!truth.case || truth.case.status === 'closed') continue;
    const listed = (await readRecent(agent.zendesk.http)).rows.find((row) => row.feedback.key === key);
    expect(listed?.feedback).toEqual(truth);
  }
}

describe.each(Object.entries(uses))('%s', (_, use) => {
  it('survives each of its calls failing in every way', async () => {
    const endpoints = await endpointsOf(use);
    expect(endpoints.length).toBeGreaterThan(0);
    for (const endpoint of endpoints) {
      for (const way of ways) {
        workspace.reset();
        await survives(use, endpoint, way);
      }
    }
  }, 120_000);
});
