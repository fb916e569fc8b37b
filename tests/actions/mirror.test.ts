import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { newOperation } from '../../src/actions/newOperation.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { setBucket } from '../../src/actions/setBucket.ts';
import { setUp } from '../../src/actions/setUp.ts';
import { syncTickets } from '../../src/actions/syncTickets.ts';
import type { App } from '../../src/app.ts';
import { type Configuration, parseConfiguration } from '../../src/care/configuration.ts';
import { Failure } from '../../src/care/failure.ts';
import { emptyFeedback, type Feedback, keyOfTicket } from '../../src/care/feedback.ts';
import type { Bucket } from '../../src/care/ledger.ts';
import { mirrorFields, wantedValues } from '../../src/care/mirror.ts';
import { readPlaces } from '../../src/zendesk/syncRecords.ts';
import type { PersonaKey } from '../emulator/control.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { changeTicket } from '../emulator/world/changeTicket.ts';
import { setDeleted } from '../emulator/world/deleteTicket.ts';
import { personas } from '../emulator/world/people.ts';
import { answerSurvey } from '../emulator/world/surveys.ts';
import { createTestApp, createTestHub, whenIdle } from '../testApp.ts';
import { isTicketWrite, Minutes, type Tab } from './mirrorWorld.ts';
import { solvedTicket } from './tickets.ts';

const second = 1_000;
const minute = 60 * second;
let workspace: Workspace;
let minutes: Minutes;
let configuration: Configuration;

beforeEach(async () => {
  workspace = createWorkspace({ hasStory: false, apps: [{ appId: 7, installationId: 70, settings: {} }] });
  configuration = await setUp(await createTestApp(workspace, 'admin'), () => {});
  minutes = new Minutes(workspace);
});

/** A person's tab: whatever is written in it reaches its own background frame. */
async function openTab(persona: PersonaKey, isLeader = false): Promise<Tab & { app: App }> {
  const join = createTestHub();
  const background = join();
  const app = await createTestApp(workspace, persona, { hub: join() });
  const tab = minutes.open(app, isLeader);
  background.onNews((news) => tab.mirror.note(news));
  return { ...tab, app };
}

const readFeedback = async (app: App, ticketId: string) => (await readTicketFeedback(app, ticketId)).feedback;

/** Records the rating, as opening the ticket does. */
async function see(app: App, ticketId: string): Promise<Feedback> {
  const feedback = await recordSighting(app, await readTicketFeedback(app, ticketId));
  await whenIdle(workspace);
  return feedback;
}

async function press(app: App, ticketId: string, bucket: Bucket | null): Promise<Feedback> {
  const known = await readFeedback(app, ticketId);
  const subject = { ticketId, requesterId: null };
  const choice = { bucket, topic: null, note: null };
  const { feedback } = await setBucket(app, known, subject, choice, newOperation());
  await whenIdle(workspace);
  return feedback;
}

/** What the ticket's four fields say. */
function said(ticketId: string) {
  const ticket = workspace.world.tickets.get(Number(ticketId));
  const { mirror } = configuration;
  return Object.fromEntries(
    mirrorFields.map((name) => [name, ticket?.custom_fields[Number(mirror[name])] ?? null]),
  );
}

const writes = () => workspace.exchanges().filter(isTicketWrite);
const statuses = () => writes().map(({ status }) => status);
const nothing = { status: null, bucket: null, due: null, score: null };
const isJob = ({ url }: { url: string }) => url.includes('update_many');

const by = { authorId: personas.agent, channel: 'web', isHistory: true };
const close = (ticketId: string) =>
  changeTicket(workspace.world, Number(ticketId), { status: 'closed' }, { ...by, at: workspace.world.now() });
/** Somebody changes something else. */
const touch = (ticketId = '') =>
  changeTicket(
    workspace.world,
    Number(ticketId),
    { addTags: ['seen'] },
    { authorId: personas.agent, channel: 'web' },
  );

/** What frames opened from now on, and whoever asks, are told. */
function configure(next: Configuration): void {
  const [installation] = workspace.world.installations.values();
  if (!installation) throw new Error('the app is not installed');
  const settings = { ...installation.settings, configuration: JSON.stringify(next) };
  workspace.world.installations.put({ ...installation, settings });
}

async function badTicket(app: App): Promise<string> {
  const ticketId = solvedTicket(workspace.world, { csat: 2 });
  await see(app, ticketId);
  return ticketId;
}

describe('a tab somebody works in', () => {
  it('writes nothing within the minute after the last change, then everything in one call', async () => {
    const { app } = await openTab('agent');
    const ticketId = await badTicket(app);
    await minutes.pass(50 * second);
    await press(app, ticketId, 'process');
    await minutes.pass(59 * second);
    expect([writes(), said(ticketId)]).toEqual([[], nothing]);
    const before = workspace.exchanges().length;
    await minutes.pass(second);
    expect(said(ticketId)).toEqual({
      status: 'fl_status_new',
      bucket: 'fl_bucket_process',
      due: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      score: null,
    });
    const calls = workspace.exchanges().slice(before);
    expect(calls.map(({ method, url }) => `${method} ${url.split('?')[0]}`)).toEqual([
      'GET /api/v2/custom_objects/fl_feedback/records',
      'GET /api/v2/tickets/show_many.json',
      `PUT /api/v2/tickets/${ticketId}.json`,
    ]);
    expect(workspace.world.tickets.get(Number(ticketId))?.tags).toEqual([
      'fl_bucket_process',
      'fl_status_new',
    ]);
  });

  it('writes nothing where the ticket says it already', async () => {
    const { app } = await openTab('agent');
    const ticketId = await badTicket(app);
    await minutes.pass(minute);
    expect(statuses()).toEqual([200]);
    await press(app, ticketId, 'agent');
    await press(app, ticketId, null);
    await minutes.pass(10 * minute);
    expect(statuses()).toEqual([200]);
  });

  it('keeps silent where the mirror is off, there are no fields, or nothing was written here', async () => {
    const { app, mirror: own } = await openTab('agent');
    const before = workspace.exchanges().length;
    await minutes.pass(60 * minute);
    expect(workspace.exchanges().length).toBe(before);
    own.stop();
    const news = { key: keyOfTicket(await badTicket(app)), rev: 1 };
    for (const mirror of [{ ...configuration.mirror, isOn: false }, { isOn: true }]) {
      const off = { ...app, configuration: parseConfiguration({ ...configuration, mirror }) };
      minutes.open(off).mirror.note(news);
    }
    await minutes.pass(60 * minute);
    expect(writes()).toEqual([]);
  });

  it('reads on in the ledger where the list is behind it', async () => {
    const { app } = await openTab('agent');
    const ticketId = await badTicket(app);
    workspace.setFaults([{ method: 'PATCH', path: '/api/v2/custom_objects/**', kind: '403' }]);
    await press(app, ticketId, 'agent');
    workspace.setFaults([]);
    await minutes.pass(minute);
    expect(said(ticketId).bucket).toBe('fl_bucket_agent');
  });

  it('takes the case off the ticket again when it is withdrawn', async () => {
    const { app } = await openTab('agent');
    const ticketId = solvedTicket(workspace.world, { csat: 3 });
    await see(app, ticketId);
    await minutes.pass(minute);
    expect(said(ticketId)).toMatchObject({ status: 'fl_status_new', score: null });
    const admin = await openTab('admin');
    await see(admin.app, ticketId);
    await minutes.pass(minute);
    expect(said(ticketId)).toEqual({ ...nothing, score: 3 });
  });

  it('reads again and writes when somebody else changed the ticket between reading and writing', async () => {
    const { app } = await openTab('agent');
    const ticketId = await badTicket(app);
    workspace.setFaults([{ method: 'PUT', path: '/api/v2/tickets/**', kind: '409', times: 1 }]);
    await minutes.pass(minute + 10 * second);
    expect(statuses()).toEqual([409, 200]);
    expect(said(ticketId).status).toBe('fl_status_new');
  });

  it('gives up on a ticket that somebody changes every time', async () => {
    const { app, kept } = await openTab('agent');
    await badTicket(app);
    workspace.setFaults([{ method: 'PUT', path: '/api/v2/tickets/**', kind: '409' }]);
    await minutes.pass(60 * minute);
    expect(statuses()).toEqual([409, 409, 409, 409, 409]);
    expect(kept.get('mirror')).toMatchObject({ refused: 1 });
  });

  it('never writes to a closed ticket, and counts it', async () => {
    const { app, kept } = await openTab('agent');
    const ticketId = await badTicket(app);
    close(ticketId);
    await minutes.pass(60 * minute);
    await press(app, ticketId, 'agent');
    await minutes.pass(60 * minute);
    expect(writes()).toEqual([]);
    expect(kept.get('mirror')).toMatchObject({ closed: 1, gone: 0 });
  });

  it('tries a ticket once that is closed between reading and writing', async () => {
    const { app, kept } = await openTab('agent');
    const ticketId = await badTicket(app);
    const send = app.zendesk.http.send;
    app.zendesk.http.send = (method, url, ...rest) => {
      if (url.includes('/api/v2/tickets/') && writes().length === 0) close(ticketId);
      return send(method, url, ...rest);
    };
    await minutes.pass(60 * minute);
    expect(statuses()).toEqual([422]);
    expect(kept.get('mirror')).toMatchObject({ closed: 1 });
  });

  it('leaves deleted tickets alone, and counts them', async () => {
    const { app, kept } = await openTab('agent');
    const ticketId = await badTicket(app);
    const ticket = workspace.world.tickets.get(Number(ticketId));
    if (!ticket) throw new Error('no ticket');
    setDeleted(workspace.world, ticket, personas.admin, true);
    await minutes.pass(60 * minute);
    expect(writes()).toEqual([]);
    expect(kept.get('mirror')).toMatchObject({ gone: 1 });
  });

  it('stops at the first refusal of a role that may not edit tickets', async () => {
    const { app, kept } = await openTab('agent');
    const [one, two] = [await badTicket(app), await badTicket(app)];
    workspace.setFaults([{ method: 'PUT', path: '/api/v2/tickets/**', kind: '403' }]);
    await minutes.pass(minute);
    const refused = writes().length;
    await press(app, one, 'agent');
    await press(app, two, 'agent');
    await minutes.pass(60 * minute);
    expect(refused).toBeLessThanOrEqual(2);
    expect(writes().length).toBe(refused);
    expect(kept.get('mirror')).toMatchObject({ forbidden: refused });
  });

  it('waits as long as Zendesk asks when it is too busy, and goes on then', async () => {
    const { app } = await openTab('agent');
    const ticketId = await badTicket(app);
    workspace.setFaults([{ method: 'PUT', path: '/api/v2/tickets/**', kind: '429', retryAfter: 600 }]);
    await minutes.pass(minute);
    const tried = writes().length;
    await minutes.pass(9 * minute);
    expect(writes().length).toBe(tried);
    workspace.setFaults([]);
    await minutes.pass(2 * minute);
    expect(said(ticketId).status).toBe('fl_status_new');
  });

  it('rests longer and longer while Zendesk does not answer', async () => {
    const { app } = await openTab('agent');
    const ticketId = await badTicket(app);
    workspace.setFaults([{ path: '/api/v2/**', kind: 'offline' }]);
    const before = workspace.exchanges().length;
    await minutes.pass(60 * minute);
    // Four tries a round; rounds after 1, 2, 4, 8, 15, 15 … minutes.
    expect(workspace.exchanges().length - before).toBeLessThanOrEqual(4 * 8);
    workspace.setFaults([]);
    await minutes.pass(16 * minute);
    expect(said(ticketId).status).toBe('fl_status_new');
  });

  it('writes once though the answer was lost', async () => {
    const { app } = await openTab('agent');
    const ticketId = await badTicket(app);
    const send = app.zendesk.http.send;
    let lost = 0;
    app.zendesk.http.send = async (method, url, ...rest) => {
      const answer = await send(method, url, ...rest);
      if (!url.includes('/api/v2/tickets/') || lost > 0) return answer;
      lost += 1;
      throw new Failure('unavailable');
    };
    await minutes.pass(10 * minute);
    expect([lost, statuses(), said(ticketId).status]).toEqual([1, [200], 'fl_status_new']);
  });
});

describe('a ticket that is open in the tab', () => {
  it('is not written over what somebody has typed and not saved, but once it is saved', async () => {
    const { app, forms, mirror, kept } = await openTab('agent');
    const ticketId = await badTicket(app);
    forms.open.add(ticketId);
    forms.typed.add(ticketId);
    await minutes.pass(minute);
    const calls = workspace.exchanges().length;
    await minutes.pass(4 * minute);
    expect(workspace.exchanges().length).toBe(calls);
    expect(kept.get('mirror')).toMatchObject({ unsaved: 1 });
    forms.typed.clear();
    mirror.saved();
    await minutes.pass(second);
    expect([statuses(), said(ticketId).status]).toEqual([[200], 'fl_status_new']);
    expect(kept.get('mirror')).toMatchObject({ unsaved: 0 });
  });

  it('is written soon after it was left', async () => {
    const { app, forms } = await openTab('agent');
    const ticketId = await badTicket(app);
    forms.open.add(ticketId);
    forms.typed.add(ticketId);
    await minutes.pass(2 * minute);
    forms.open.clear();
    await minutes.pass(20 * second);
    expect(said(ticketId).status).toBe('fl_status_new');
  });
});

describe('many at once', () => {
  it('are one job for more than three, praise included; up to three go one by one', async () => {
    const { app } = await openTab('agent');
    const few = [await badTicket(app), await badTicket(app), await badTicket(app)];
    await minutes.pass(minute);
    expect(writes().some(isJob)).toBe(false);
    expect(statuses()).toEqual([200, 200, 200]);
    const many = [...few.slice(0, 2), await badTicket(app), await badTicket(app)];
    for (const ticketId of many) await press(app, ticketId, 'root_cause');
    await minutes.pass(minute);
    expect(writes().slice(3).filter(isJob)).toHaveLength(1);
    expect(writes()).toHaveLength(4);
    for (const ticketId of many) expect(said(ticketId).bucket).toBe('fl_bucket_root_cause');
  });

  it('of a job that are changed by somebody meanwhile are read and written again, the others once', async () => {
    const { app } = await openTab('agent');
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) ids.push(await badTicket(app));
    const put = app.zendesk.http.send;
    app.zendesk.http.send = (method, url, ...rest) => {
      if (url.includes('update_many') && writes().length === 0) touch(ids[2]);
      return put(method, url, ...rest);
    };
    await minutes.pass(2 * minute);
    for (const ticketId of ids) expect(said(ticketId).status).toBe('fl_status_new');
    expect(writes().map(isJob)).toEqual([true, false]);
  });

  it('never are more than thirty writes a minute', async () => {
    const { app } = await openTab('agent');
    const ids: string[] = [];
    for (let index = 0; index < 16; index += 1) {
      for (let each = 0; each < 3; each += 1) ids.push(await badTicket(app));
      await minutes.pass(3 * second);
    }
    const at: number[] = [];
    for (let passed = 0; passed < 180; passed += 1) {
      const before = writes().length;
      await minutes.pass(second);
      for (let index = before; index < writes().length; index += 1) at.push(passed);
    }
    const inMinute = (from: number) => at.filter((one) => one >= from && one < from + 60).length;
    expect(Math.max(...at.map(inMinute))).toBeLessThanOrEqual(30);
    for (const ticketId of ids) expect(said(ticketId).status).toBe('fl_status_new');
  });

  it('wait where they are praise until there are enough for a job', async () => {
    const { app } = await openTab('admin');
    const praise: string[] = [];
    for (let index = 0; index < 4; index += 1) {
      praise.push(solvedTicket(workspace.world, { csat: 5 }));
      await see(app, praise[index] ?? '');
      await minutes.pass(2 * minute);
      expect(writes()).toHaveLength(index < 3 ? 0 : 1);
    }
    expect(writes().every(isJob)).toBe(true);
    for (const ticketId of praise) expect(said(ticketId)).toEqual({ ...nothing, score: 5 });
  });
});

describe('two tabs that mirror the same ticket', () => {
  it('agree, and neither writes twice', async () => {
    const one = await openTab('agent');
    const two = await openTab('lead');
    const ticketId = await badTicket(one.app);
    await press(two.app, ticketId, 'agent');
    await press(one.app, ticketId, 'process');
    await minutes.pass(10 * minute);
    expect(said(ticketId)).toMatchObject({ status: 'fl_status_new', bucket: 'fl_bucket_process' });
    const written = statuses().filter((status) => status === 200).length;
    await minutes.pass(60 * minute);
    expect(statuses().filter((status) => status === 200)).toHaveLength(written);
    expect(written).toBe(1);
  });
});

describe('an admin’s leading tab', () => {
  it('writes what a closed tab left behind, and asks for nothing more than once in fifteen minutes', async () => {
    const gone = await openTab('agent');
    const ticketId = await badTicket(gone.app);
    gone.mirror.stop();
    await openTab('admin', true);
    await minutes.pass(61 * second);
    await minutes.pass(15 * minute);
    expect(said(ticketId).status).toBe('fl_status_new');
    await minutes.pass(15 * minute);
    const before = workspace.exchanges().length;
    await minutes.pass(14 * minute);
    expect(workspace.exchanges().length - before).toBeLessThanOrEqual(1);
    expect(statuses()).toEqual([200]);
  });

  it('writes praise that waited in vain, in a job', async () => {
    const agent = await openTab('agent');
    const ticketId = solvedTicket(workspace.world, { csat: 5 });
    await see(agent.app, ticketId);
    await press(agent.app, ticketId, 'agent');
    await openTab('admin', true);
    await minutes.pass(17 * minute);
    expect(said(ticketId).bucket).toBe('fl_bucket_agent');
    expect(writes().map(isJob)).toEqual([true]);
  });

  it('finds what was left however many others changed since', { timeout: 60_000 }, async () => {
    const leader = await openTab('admin', true);
    await minutes.pass(2 * minute);
    const gone = await openTab('agent');
    const ticketId = await badTicket(gone.app);
    gone.mirror.stop();
    await minutes.pass(2 * minute);
    for (let index = 0; index < 110; index += 1) {
      await see(leader.app, solvedTicket(workspace.world, { csat: 5 }));
      if (index % 20 === 0) await minutes.pass(minute);
    }
    expect(said(ticketId)).toEqual(nothing);
    await minutes.pass(20 * minute);
    expect(said(ticketId).status).toBe('fl_status_new');
  });

  it('leaves ratings of before the app as they are', async () => {
    const { app } = await openTab('admin', true);
    const ticketId = solvedTicket(workspace.world, { csat: 5 });
    workspace.world.advance(0);
    const late = {
      ...app,
      configuration: { ...app.configuration, casesSince: workspace.world.now() + minute },
    };
    await see(late, ticketId);
    configure(late.configuration);
    await minutes.pass(20 * minute);
    const other = await openTab('admin', true);
    other.mirror.note({ key: keyOfTicket(ticketId), rev: 1 });
    await minutes.pass(20 * minute);
    expect(writes()).toEqual([]);
  });

  it('learns of fields that were made after its tab was opened', async () => {
    configure({
      ...configuration,
      mirror: { isOn: true, status: null, bucket: null, due: null, score: null },
    });
    const agent = await openTab('agent');
    const ticketId = await badTicket(agent.app);
    await openTab('admin', true);
    configure(configuration);
    await minutes.pass(20 * minute);
    expect(said(ticketId).status).toBe('fl_status_new');
  });

  it('that does not lead asks for nothing', async () => {
    await openTab('admin', false);
    const before = workspace.exchanges().length;
    await minutes.pass(60 * minute);
    expect(workspace.exchanges().length).toBe(before);
  });
});

describe('the mirror and the sync', () => {
  it('do not pay for each other: an increment asks the same, and a hundred tickets are three calls more', async () => {
    const count = 120;
    const incrementOf = async (isOn: boolean) => {
      configure({ ...configuration, mirror: { ...configuration.mirror, isOn } });
      const { app, mirror } = await openTab('admin');
      const http = (await createTestApp(workspace, 'admin', { timeoutMs: 20_000 })).zendesk.http;
      Object.assign(app.zendesk.http, http);
      await syncTickets(app, null);
      for (let index = 0; index < count; index += 1) solvedTicket(workspace.world, { csat: 1 });
      await minutes.pass(2 * minute);
      const before = workspace.exchanges().length;
      await syncTickets(app, (await readPlaces(http)).tickets);
      const between = workspace.exchanges().length;
      await minutes.pass(2 * minute);
      mirror.stop();
      const isCounted = ({ url }: { url: string }) => !url.includes('/job_statuses/');
      return [
        workspace.exchanges().slice(before, between).filter(isCounted).length,
        workspace.exchanges().slice(between).filter(isCounted).length,
      ];
    };
    const [without, none] = await incrementOf(false);
    const [withMirror, mirrored] = await incrementOf(true);
    expect(withMirror).toBe(without);
    expect(none).toBe(0);
    expect(mirrored).toBe(3 * Math.ceil(count / 100));
  });

  it('do not wake each other: once all is written, nothing is, however often the sync runs', async () => {
    const { app } = await openTab('admin', true);
    const ids = [2, 1, 5, 4].map((csat) => solvedTicket(workspace.world, { csat }));
    await syncTickets(app, null);
    await minutes.pass(3 * minute);
    await syncTickets(app, (await readPlaces(app.zendesk.http)).tickets);
    await minutes.pass(20 * minute);
    const written = writes().length;
    expect(written).toBeGreaterThan(0);
    for (let round = 0; round < 4; round += 1) {
      await syncTickets(app, (await readPlaces(app.zendesk.http)).tickets);
      await minutes.pass(16 * minute);
    }
    expect(writes()).toHaveLength(written);
    for (const ticketId of ids) {
      const feedback = await readFeedback(app, ticketId);
      expect(said(ticketId)).toEqual(wantedValues(feedback, configuration));
      expect(feedback).not.toEqual(emptyFeedback(feedback.key));
    }
  });
});

describe('whatever two people do to a ticket, and however the account behaves', () => {
  const faults = [
    { method: 'PUT', path: '/api/v2/tickets/**', kind: '409' },
    { method: 'PUT', path: '/api/v2/tickets/**', kind: '429', retryAfter: 30 },
    { path: '/api/v2/tickets/show_many.json', kind: '503' },
    { method: 'PUT', path: '/api/v2/tickets/**', kind: 'offline' },
  ] as const;
  const step = fc.oneof(
    fc.constantFrom<Bucket | null>('agent', 'process', null).map((bucket) => ({ bucket })),
    fc.integer({ min: 1, max: 5 }).map((csat) => ({ csat })),
    fc.constantFrom(5, 45, 70, 400).map((seconds) => ({ seconds })),
    fc.constantFrom(...faults).map((fault) => ({ fault })),
    fc.constant({ isTouched: true }),
  );

  it('its fields end as the fold of the ledger says', { timeout: 60_000 }, async () => {
    const steps = fc.array(fc.tuple(fc.boolean(), step), { minLength: 3, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        workspace.setFaults([]);
        const one = await openTab('agent');
        const two = await openTab('admin', true);
        const ticketId = await badTicket(one.app);
        for (const [isFirst, what] of taken) {
          const { app } = isFirst ? one : two;
          if ('seconds' in what) await minutes.pass(what.seconds * second);
          if ('isTouched' in what) touch(ticketId);
          if ('fault' in what) workspace.setFaults([{ ...what.fault, times: 3 }]);
          if ('bucket' in what) await press(app, ticketId, what.bucket);
          if ('csat' in what) {
            answerSurvey(workspace.world, { ticket: Number(ticketId), csat: what.csat });
            await see(app, ticketId);
          }
        }
        workspace.setFaults([]);
        await minutes.pass(40 * minute);
        const feedback = await readFeedback(two.app, ticketId);
        expect(said(ticketId)).toEqual(wantedValues(feedback, configuration));
        const written = writes().length;
        await minutes.pass(40 * minute);
        expect(writes()).toHaveLength(written);
        one.mirror.stop();
        two.mirror.stop();
      }),
      { numRuns: 15 },
    );
  });
});
