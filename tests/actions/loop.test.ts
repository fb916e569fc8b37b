import { beforeEach, describe, expect, it } from 'vitest';
import { findCase } from '../../src/actions/findCase.ts';
import { listCases, readChanges } from '../../src/actions/listCases.ts';
import { moveCase } from '../../src/actions/moveCase.ts';
import { openCase } from '../../src/actions/openCase.ts';
import { readCase } from '../../src/actions/readCase.ts';
import { readTicketFeedback, type TicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { setBucket } from '../../src/actions/setBucket.ts';
import { setUp } from '../../src/actions/setUp.ts';
import { releaseCase, takeCase } from '../../src/actions/takeCase.ts';
import type { App } from '../../src/app.ts';
import { history, keyOfTicket, latest } from '../../src/care/feedback.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { answerSurvey } from '../emulator/world/surveys.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import { solvedTicket } from './tickets.ts';

const hour = 3_600_000;
let workspace: Workspace;
let admin: App;
let agent: App;
let lead: App;

beforeEach(async () => {
  workspace = createWorkspace({ hasStory: false, apps: [{ appId: 7, installationId: 70, settings: {} }] });
  await setUp(await createTestApp(workspace, 'admin'), () => {});
  admin = await createTestApp(workspace, 'admin');
  agent = await createTestApp(workspace, 'agent');
  lead = await createTestApp(workspace, 'lead');
});

/** Calls made while `work` ran. */
async function callsOf(work: () => Promise<unknown>): Promise<string[]> {
  await whenIdle(workspace);
  const before = workspace.exchanges().length;
  await work();
  await whenIdle(workspace);
  return workspace
    .exchanges()
    .slice(before)
    .map(({ method, url }) => `${method} ${url.split('?')[0]}`);
}

const ticketWith = (csat: number, ces?: number) =>
  solvedTicket(workspace.world, { csat, ces, comment: 'Four people!' });
const facts = () =>
  [...workspace.world.customObjectRecords.values()].filter((record) => record.object_key === 'fl_event');
/** Kinds of the facts written of a ticket, those of one record after each other. */
const kindsIn = (ticketId: string) =>
  facts()
    .filter(({ custom_object_fields: { feedback } }) => feedback === `ticket:${ticketId}`)
    .flatMap(({ custom_object_fields: { kind, body } }) =>
      kind === 'several'
        ? (JSON.parse(String(body)) as { facts: { kind: string }[] }).facts.map((fact) => fact.kind)
        : [String(kind)],
    );
const indexed = () => {
  workspace.world.unknowns.indexLagSeconds = 0;
};
const process = { bucket: 'process' as const, topic: 'transfers', note: null };

async function seen(app: App, ticketId: string): Promise<TicketFeedback> {
  const found = await readTicketFeedback(app, ticketId);
  return { ...found, feedback: await recordSighting(app, found) };
}

describe('opening a ticket the customer has rated', () => {
  it('shows an admin the numbers, the comment and who has the ticket', async () => {
    const found = await readTicketFeedback(admin, ticketWith(2, 1));
    expect(found).toMatchObject({ surveyState: 'answered', comment: 'Four people!', ledgerFailure: null });
    expect(found.sighting.ratings.map(({ metric, value }) => [metric, value])).toEqual(
      expect.arrayContaining([
        ['csat', 2],
        ['ces', 1],
      ]),
    );
    expect(found.names[found.assigneeId ?? '']).toBe('Mia Keller');
  });

  it('shows an agent good or bad, and a number as soon as anybody recorded it', async () => {
    const ticketId = ticketWith(2);
    const before = await readTicketFeedback(agent, ticketId);
    expect(before.sighting.ratings).toMatchObject([{ value: null, verdict: 'bad' }]);
    await seen(admin, ticketId);
    const after = await readTicketFeedback(agent, ticketId);
    expect(latest(after.feedback, 'csat')).toMatchObject({ value: 2, scale: 5 });
  });

  it('costs at most four calls, and seven the first time a rating is seen', async () => {
    for (const [app, first] of [
      [agent, 6],
      [admin, 7],
    ] as const) {
      const ticketId = ticketWith(1, 1);
      expect(await callsOf(() => seen(app, ticketId))).toHaveLength(first);
      expect((await callsOf(() => seen(app, ticketId))).length).toBeLessThanOrEqual(4);
    }
  });

  it('asks nobody for answers this person may not read', async () => {
    const ticketId = ticketWith(2);
    expect((await callsOf(() => seen(agent, ticketId))).filter((call) => call.includes('guide'))).toEqual([]);
  });

  it('says what state the survey is in when there is no answer', async () => {
    const offered = solvedTicket(workspace.world);
    expect((await readTicketFeedback(agent, offered)).surveyState).toBe('offered');
    const asAdmin = await readTicketFeedback(admin, offered);
    expect(asAdmin.surveyState).toBe('offered');
    expect(asAdmin.expiresAt).toBe(workspace.world.now() + 28 * 24 * hour - hour);
  });
});

describe('a rating below the threshold', () => {
  it('opens one case, once, due from the answer, however many look', async () => {
    const ticketId = ticketWith(2);
    const answeredAt = workspace.world.now();
    workspace.world.advance(5 * hour);
    await Promise.all([seen(admin, ticketId), seen(admin, ticketId), seen(lead, ticketId)]);
    const { feedback } = await readTicketFeedback(lead, ticketId);
    expect(feedback.case).toMatchObject({ status: 'new', dueAt: answeredAt + 24 * hour });
    expect(kindsIn(ticketId).filter((kind) => kind === 'case_opened')).toHaveLength(1);
  });

  it('is provisional while only bad is known, and settled by the number', async () => {
    const ticketId = ticketWith(1);
    expect((await seen(agent, ticketId)).feedback.case).toMatchObject({ isProvisional: true });
    expect((await seen(admin, ticketId)).feedback.case).toMatchObject({ isProvisional: false });
  });

  it('takes its true time from the audits where the rating does not tell', async () => {
    const ticketId = ticketWith(1);
    const answeredAt = workspace.world.now();
    workspace.world.advance(9 * hour);
    const { feedback } = await seen(agent, ticketId);
    expect(feedback.case?.dueAt).toBe(answeredAt + 24 * hour);
  });

  it('is withdrawn when the number turns out to be a 3 before anyone began', async () => {
    const ticketId = ticketWith(3);
    expect((await seen(agent, ticketId)).feedback.case).toMatchObject({ isProvisional: true });
    expect((await seen(admin, ticketId)).feedback.case).toBeNull();
    await whenIdle(workspace);
    indexed();
    expect((await listCases(lead, ['new', 'in_progress'], null)).rows).toEqual([]);
  });

  it('is not withdrawn because the customer changed the answer: it had its reason', async () => {
    for (const before of [1, 3]) {
      const ticketId = ticketWith(before);
      await seen(agent, ticketId);
      if (before === 1) await seen(admin, ticketId);
      answerSurvey(workspace.world, { ticket: Number(ticketId), csat: 5 });
      expect((await seen(admin, ticketId)).feedback.case).toMatchObject({ status: 'new' });
    }
  });

  it('stays when somebody works on it already', async () => {
    const ticketId = ticketWith(3);
    const found = await seen(agent, ticketId);
    await takeCase(lead, found.feedback, found, 'op');
    expect((await seen(admin, ticketId)).feedback.case).toMatchObject({ ownerId: lead.user.id });
  });

  it('has no number to wait for on a good/bad account', async () => {
    workspace.world.csat = 'legacy';
    await setUp(admin, () => {});
    const plain = await createTestApp(workspace, 'agent');
    const ticketId = solvedTicket(workspace.world, { csat: 'bad' });
    expect((await seen(plain, ticketId)).feedback.case).toMatchObject({ isProvisional: false });
  });

  it('waits for the audits rather than take a wrong time for ever', async () => {
    const ticketId = ticketWith(1);
    workspace.setFaults([{ path: '/api/v2/tickets/*/audits', kind: '503' }]);
    await expect(seen(agent, ticketId)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(facts()).toEqual([]);
  });

  it('is not a 3, though Zendesk calls it bad', async () => {
    expect((await seen(admin, ticketWith(3))).feedback.case).toBeNull();
  });
});

describe('a changed answer', () => {
  it('keeps the first score and shows the last', async () => {
    const ticketId = ticketWith(2);
    await seen(admin, ticketId);
    answerSurvey(workspace.world, { ticket: Number(ticketId), csat: 4 });
    const { feedback } = await seen(admin, ticketId);
    expect(history(feedback, 'csat').map(({ value }) => value)).toEqual([2, 4]);
    expect(feedback.isAlreadyRevised).toBe(false);
  });

  it('that nobody saw before says so', async () => {
    const ticketId = ticketWith(2);
    workspace.world.advance(hour);
    answerSurvey(workspace.world, { ticket: Number(ticketId), csat: 4 });
    expect((await seen(admin, ticketId)).feedback.isAlreadyRevised).toBe(true);
  });
});

describe('one press', () => {
  it('sets the bucket in two calls', async () => {
    const found = await seen(agent, ticketWith(2));
    const calls = await callsOf(() => setBucket(agent, found.feedback, found, process, 'op1'));
    expect(calls).toEqual([
      'POST /api/v2/custom_objects/fl_event/records',
      'PATCH /api/v2/custom_objects/fl_feedback/records',
    ]);
    const { feedback } = await readTicketFeedback(lead, found.ticketId);
    expect(feedback).toMatchObject({ bucket: 'process', topic: 'transfers', bucketById: agent.user.id });
  });

  it('whose answer got lost is recognised and not written twice', async () => {
    const found = await seen(agent, ticketWith(2));
    const first = await setBucket(agent, found.feedback, found, process, 'op1');
    const again = await setBucket(agent, found.feedback, found, process, 'op1');
    expect(again.feedback).toEqual(first.feedback);
    expect(facts().filter((fact) => fact.custom_object_fields.kind === 'bucket_set')).toHaveLength(1);
  });
});

describe('the lead’s list', () => {
  it('has the open cases next due first, with names, tickets and no more than four calls', async () => {
    const early = ticketWith(1);
    await seen(admin, early);
    workspace.world.advance(2 * hour);
    const late = ticketWith(2);
    await seen(admin, late);
    indexed();
    let page: Awaited<ReturnType<typeof listCases>> | undefined;
    const calls = await callsOf(async () => {
      page = await listCases(lead, ['new', 'in_progress'], null);
    });
    expect(calls).toHaveLength(4);
    expect(page?.rows.map((row) => row.ticketId)).toEqual([early, late]);
    expect(page?.rows[0]?.ticket?.subject).toBe('Where is my parcel?');
    expect(page?.names[page.rows[0]?.requesterId ?? '']).toBeTruthy();
  });

  it('has a case opened a moment ago although the search index has not seen it', async () => {
    const { feedback } = await seen(agent, ticketWith(1));
    const page = await listCases(lead, ['new', 'in_progress'], null);
    expect(page.rows.map((row) => row.feedback.key)).toEqual([feedback.key]);
  });

  it('hears of others’ work by re-reading what changed last, without the search index', async () => {
    const { feedback } = await seen(agent, ticketWith(1));
    const changes = await readChanges(lead, {}, 0);
    expect(changes.rows.map((row) => row.feedback.key)).toEqual([feedback.key]);
    expect((await readChanges(lead, { [feedback.key]: feedback.rev }, 0)).rows).toEqual([]);
  });

  it('sets a broken record apart and says how many', async () => {
    await seen(admin, ticketWith(1));
    const record = workspace.world.customObjectRecords.find(({ object_key }) => object_key === 'fl_feedback');
    if (record) record.custom_object_fields.state = '{"key":';
    indexed();
    const page = await listCases(lead, ['new'], null);
    expect([page.rows.length, page.broken]).toEqual([0, 1]);
  });

  it('keeps its rows when names and tickets cannot be had, and says so', async () => {
    await seen(admin, ticketWith(1));
    indexed();
    workspace.setFaults([{ path: '/api/v2/users/**', kind: '500' }]);
    const page = await listCases(lead, ['new'], null);
    expect([page.rows.length, page.partial?.kind]).toEqual([1, 'unavailable']);
  });
});

describe('a case', () => {
  it('is taken, worked and closed, and the story of it can be read', async () => {
    const found = await seen(admin, ticketWith(1));
    const taken = await takeCase(lead, found.feedback, found, 'a');
    const begun = await moveCase(
      lead,
      taken.feedback,
      found,
      { to: 'in_progress', outcome: null, note: null },
      'b',
    );
    const move = { to: 'closed' as const, outcome: 'recovered' as const, note: 'Called, all is well.' };
    const closed = await moveCase(lead, begun.feedback, found, move, 'c');
    expect(closed.feedback.case).toMatchObject({
      status: 'closed',
      ownerId: lead.user.id,
      outcome: 'recovered',
    });
    const story = await readCase(admin, found.feedback, found);
    expect(story.events.map(({ kind }) => kind)).toEqual([
      'rated',
      'case_opened',
      'attributed',
      'case_assigned',
      'case_moved',
      'case_moved',
    ]);
    expect(story.names[lead.user.id]).toBe('Ola Thorsen');
  });

  it('goes to one of two people who take it at once, and the other learns who has it', async () => {
    const found = await seen(admin, ticketWith(1));
    const results = await Promise.all([
      takeCase(lead, found.feedback, found, 'lead'),
      takeCase(agent, found.feedback, found, 'agent'),
    ]);
    const winners = results.filter((result) => result.isWritten);
    expect(winners).toHaveLength(1);
    const owners = results.map((result) => result.feedback.case?.ownerId);
    expect(new Set(owners).size).toBe(1);
  });

  it('can be given back by its owner only', async () => {
    const found = await seen(admin, ticketWith(1));
    const taken = await takeCase(lead, found.feedback, found, 'a');
    expect((await releaseCase(agent, taken.feedback, found, 'b')).isWritten).toBe(false);
    expect((await releaseCase(lead, taken.feedback, found, 'c')).feedback.case?.ownerId).toBeNull();
  });

  it('can be opened by hand where no rule spoke', async () => {
    const found = await seen(agent, ticketWith(5));
    const opened = await openCase(agent, found.feedback, found, 'a');
    expect(opened.feedback.case).toMatchObject({ rule: 'by_hand', dueAt: workspace.world.now() + 24 * hour });
    expect((await openCase(agent, opened.feedback, found, 'b')).isWritten).toBe(false);
  });

  it.each(['opening its ticket', 'following a link to it'])(
    'that never reached the list gets there by %s',
    async (way) => {
      const ticketId = ticketWith(1);
      workspace.setFaults([
        { method: 'PATCH', path: '/api/v2/custom_objects/fl_feedback/records', kind: '503' },
      ]);
      await seen(agent, ticketId);
      workspace.setFaults([]);
      expect((await readChanges(lead, {}, 0)).rows).toEqual([]);
      if (way === 'opening its ticket') await seen(lead, ticketId);
      else await findCase(lead, keyOfTicket(ticketId));
      await whenIdle(workspace);
      expect((await readChanges(lead, {}, 0)).rows.map((row) => row.ticketId)).toEqual([ticketId]);
    },
  );

  it('is not taken back in the list by a write that had to be repeated', async () => {
    const found = await seen(admin, ticketWith(1));
    const list = { method: 'PATCH', path: '/api/v2/custom_objects/fl_feedback/records' };
    workspace.setFaults([{ ...list, kind: 'offline', times: 1 }]);
    const mine = await takeCase(lead, found.feedback, found, 'mine');
    const theirs = await setBucket(agent, mine.feedback, found, process, 'theirs');
    await Promise.all([mine.listed, theirs.listed]);
    const [row] = (await readChanges(admin, {}, 0)).rows;
    expect(row?.feedback).toEqual(theirs.feedback);
  });

  it('whose ledger somebody removed a record from is not written to', async () => {
    const found = await seen(admin, ticketWith(1));
    await setBucket(agent, found.feedback, found, process, 'op');
    const first = facts().find((fact) => fact.external_id?.endsWith(':1'));
    workspace.world.customObjectRecords.remove(first?.id ?? '');
    const again = await readTicketFeedback(admin, found.ticketId);
    expect(again.ledgerFailure?.kind).toBe('unexpected');
    await expect(readCase(admin, found.feedback, found)).rejects.toMatchObject({ kind: 'unexpected' });
  });

  it('is mended in the list by the next reader when the list record could not be written', async () => {
    const found = await seen(admin, ticketWith(1));
    workspace.setFaults([
      { method: 'PATCH', path: '/api/v2/custom_objects/fl_feedback/records', kind: '503' },
    ]);
    const taken = await takeCase(lead, found.feedback, found, 'a');
    expect(taken.isWritten).toBe(true);
    expect((await taken.listed)?.kind).toBe('unavailable');
    workspace.setFaults([]);
    await readCase(admin, found.feedback, found);
    await whenIdle(workspace);
    const changes = await readChanges(agent, {}, 0);
    expect(changes.rows[0]?.feedback.case?.ownerId).toBe(lead.user.id);
  });
});

describe('what the account stores', () => {
  it('holds no word, name or address of the customer', async () => {
    const found = await seen(admin, ticketWith(1, 1));
    await setBucket(agent, found.feedback, found, process, 'op');
    const stored = JSON.stringify([...workspace.world.customObjectRecords.values()]);
    for (const secret of ['Four people', 'parcel', 'Ines', 'ines.prado']) {
      expect(stored).not.toContain(secret);
    }
  });
});
