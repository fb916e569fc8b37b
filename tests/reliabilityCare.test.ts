/**
 * Set-up's and alerts' calls, each failing in every way. Once the failure is over, the same work ends where it would
 * have ended without it: nothing lost, nothing twice. What is only read is told whole, or told as missing.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { actOnAlerts } from '../src/actions/actOnAlerts.ts';
import { alertsFor } from '../src/actions/alertPlan.ts';
import { applyRules } from '../src/actions/applyRules.ts';
import { countOfCustomer, eraseCustomer } from '../src/actions/eraseCustomer.ts';
import { exportEverything } from '../src/actions/exportEverything.ts';
import { forgetTexts } from '../src/actions/forgetTexts.ts';
import { leaveAlone } from '../src/actions/leaveAlone.ts';
import { logContact } from '../src/actions/logContact.ts';
import { moveCase } from '../src/actions/moveCase.ts';
import { offerOnSolved, putBackSurvey } from '../src/actions/offerOnSolved.ts';
import { readChangedSince } from '../src/actions/readChangedSince.ts';
import { readChecklist } from '../src/actions/readChecklist.ts';
import { readPilot } from '../src/actions/readPilot.ts';
import { readRuleDefinitions } from '../src/actions/readRuleDefinitions.ts';
import { readTicketFeedback } from '../src/actions/readTicketFeedback.ts';
import { readWebhooks } from '../src/actions/readWebhooks.ts';
import { recordSighting } from '../src/actions/recordSighting.ts';
import { estimateRehearsal, readPast } from '../src/actions/rehearse.ts';
import { removalParts, removeAll } from '../src/actions/removeAll.ts';
import { setUp } from '../src/actions/setUp.ts';
import type { App } from '../src/app.ts';
import { newWorkflow } from '../src/care/workflows/workflow.ts';
import { readTickets } from '../src/zendesk/tickets.ts';
import {
  alertedIn,
  change,
  hour,
  mailsIn,
  openAccount,
  rate,
  syncOnce,
  ticketIn,
} from './actions/nightWorld.ts';
import {
  adminOf,
  choose,
  configurationOf,
  freshWorkspace,
  likeness,
  rulesIn,
  withWorkflows,
  workflows,
} from './actions/setUpWorld.ts';
import { customerId, solvedTicket } from './actions/tickets.ts';
import type { Workspace } from './emulator/inProcess.ts';
import { offerRule } from './emulator/world/automations.ts';
import { type Begun, isEqual, type Reading, readEachWay, tryEachWay, type Use, ways } from './faultMatrix.ts';
import { createTestApp, whenIdle } from './testApp.ts';

let survived = 0;
afterAll(() => {
  process.stdout.write(`reliability of set-up and alerts: ${survived} combinations survived\n`);
});

/** Waits, late alerts and digests: every kind of rule there is. */
const digests = workflows.slice(1);
const mail = { subject: 'How was it?', body: '{{satisfaction.rating_section}}' };
const survey = { kind: 'automation', id: String(offerRule.id) } as const;
const surveyState = ({ world }: Workspace) => ({
  ...rulesIn({ world } as Workspace),
  keys: configurationOf({ world } as Workspace).made.map(({ key }) => key),
  replaced: configurationOf({ world } as Workspace).surveyReplaced,
});

async function setUpAccount(): Promise<{ workspace: Workspace; admin: App }> {
  const workspace = freshWorkspace('foreign_rules');
  choose(workspace, withWorkflows(digests));
  await setUp(await adminOf(workspace), () => {});
  return { workspace, admin: await createTestApp(workspace, 'admin') };
}

const secret = 'in tears about the parcel';

/** Two closed cases of one customer, with typed texts. */
async function keptTexts(): Promise<{ workspace: Workspace; admin: App }> {
  const workspace = freshWorkspace();
  workspace.world.unknowns.indexLagSeconds = 0;
  const admin = {
    ...(await adminOf(workspace)),
    configuration: await setUp(await adminOf(workspace), () => {}),
  };
  for (const number of [1, 2]) {
    const ticketId = solvedTicket(workspace.world, { csat: 1 });
    const subject = { ticketId, requesterId: String(customerId) };
    const seen = await recordSighting(admin, await readTicketFeedback(admin, ticketId));
    const contact = { channel: 'call' as const, result: 'reached' as const, note: secret };
    const { feedback } = await logContact(admin, seen, subject, contact, `c${number}`);
    await moveCase(
      admin,
      feedback,
      subject,
      { to: 'closed', outcome: 'recovered', note: secret },
      `m${number}`,
    );
  }
  await whenIdle(workspace);
  return { workspace, admin: await createTestApp(workspace, 'admin') };
}

const recordsIn = ({ world }: Workspace) =>
  [...world.customObjectRecords.values()]
    .filter(({ object_key }) => object_key !== 'fl_doc')
    .map(({ object_key, external_id, custom_object_fields }) => ({
      object_key,
      external_id,
      custom_object_fields,
    }));

/** Alerts of every way at once: two mails, a digest, a closed ticket, a side conversation. */
async function alertsDue(): Promise<Begun> {
  const rescue = newWorkflow('resc', 'rescue', 'Rescue', 3);
  const talk = newWorkflow('talk', 'rescue', 'Talk', 3);
  const workspace = await openAccount('survey', {
    workflows: [
      { ...rescue, isOn: true, budget: 2, when: { ...rescue.when, isEager: false } },
      { ...talk, isOn: true, channel: 'side_conversation', when: { ...talk.when, tags: ['vip'] } },
    ],
  });
  const { world } = workspace;
  await syncOnce(workspace);
  const open = Array.from({ length: 4 }, () => ticketIn(world, 'billing'));
  const closed = ticketIn(world, 'vip');
  change(world, open[3] ?? 0, { addTags: ['vip'] });
  for (const id of [...open, closed]) rate(world, id, 1);
  await syncOnce(workspace);
  change(world, closed, { status: 'closed' });
  const admin = await createTestApp(workspace, 'admin');
  const app = { ...admin, subdomain: 'acme' };
  const { http } = app.zendesk;
  const work = async () => {
    const rows = await readChangedSince(http, world.now() - 24 * hour);
    const ids = rows.flatMap(({ ticketId }) => ticketId ?? []);
    const tickets = new Map((await readTickets(http, ids)).map((ticket) => [ticket.id, ticket]));
    const alerted = new Map(rows.map(({ feedback }) => [feedback.key, feedback.alerts]));
    const { configuration } = app;
    const alerts = alertsFor(rows, tickets, { configuration, now: world.now(), alerted });
    const { failure } = await actOnAlerts(app, alerts, 'tab');
    world.advance(hour);
    if (failure) throw failure;
  };
  const isDigest = ({ subject }: { subject: string }) => subject.includes('more tickets');
  const state = () => {
    // Whoever finds it done calls it a rule's.
    const alerted = Object.entries(alertedIn(world)).map(([id, how]) => `${id}: ${how.length}`);
    return {
      mails: mailsIn(world)
        .filter((one) => !isDigest(one))
        .map(({ to }) => to)
        .sort(),
      hasDigest: mailsIn(world).some(isDigest),
      alerted: alerted.sort(),
      carriers: world.tickets.get(closed)?.followup_ids.length,
      talks: world.sideConversations.size,
    };
  };
  const always = () => {
    const direct = mailsIn(world).filter((one) => !isDigest(one));
    expect(new Set(direct.map(({ ticket }) => ticket)).size, 'a mail twice').toBe(direct.length);
    expect(mailsIn(world).filter(isDigest).length, 'digests').toBeLessThanOrEqual(2);
    expect(world.tickets.get(closed)?.followup_ids.length ?? 0, 'carriers').toBeLessThanOrEqual(1);
    expect(world.sideConversations.size, 'side conversations').toBeLessThanOrEqual(1);
  };
  return { workspace, work, state, always };
}

const uses: Record<string, Use> = {
  'applying the rules': {
    async begin() {
      const workspace = freshWorkspace('foreign_rules');
      choose(workspace, withWorkflows(digests));
      const admin = await createTestApp(workspace, 'admin');
      return { workspace, work: () => applyRules(admin), state: () => likeness(workspace) };
    },
  },
  'renewing the rules after another setting': {
    async begin() {
      const workspace = freshWorkspace();
      choose(workspace, withWorkflows(digests));
      await applyRules(await adminOf(workspace));
      const narrower = digests.map((one) => ({ ...one, budget: null, remindAfter: 4 }));
      choose(workspace, { workflows: narrower });
      const admin = await createTestApp(workspace, 'admin');
      return { workspace, work: () => applyRules(admin), state: () => likeness(workspace) };
    },
  },
  'asking for ratings on Solved': {
    async begin() {
      const workspace = freshWorkspace();
      const admin = await createTestApp(workspace, 'admin');
      const work = () => offerOnSolved(admin, mail, [survey]);
      return { workspace, work, state: () => surveyState(workspace) };
    },
  },
  'putting the old survey rule back': {
    async begin() {
      const workspace = freshWorkspace();
      await offerOnSolved(await adminOf(workspace), mail, [survey]);
      const admin = await createTestApp(workspace, 'admin');
      return { workspace, work: () => putBackSurvey(admin, mail), state: () => surveyState(workspace) };
    },
  },
  'leaving a changed rule alone': {
    async begin() {
      const workspace = freshWorkspace();
      choose(workspace, withWorkflows(digests));
      await applyRules(await adminOf(workspace));
      const [made] = configurationOf(workspace).made;
      const rule = workspace.world.triggers.get(Number(made?.id));
      if (rule) workspace.world.triggers.put({ ...rule, active: false });
      const admin = await createTestApp(workspace, 'admin');
      const work = () => leaveAlone(admin, made?.key ?? '', true);
      return { workspace, work, state: () => configurationOf(workspace).leftAlone };
    },
  },
  'removing everything': {
    // Many calls of few sorts.
    ways: ways.filter(({ kind }) => ['403', '409', '500', 'offline', 'html', 'timeout'].includes(kind)),
    async begin() {
      const { workspace, admin } = await setUpAccount();
      const foreign = rulesIn(freshWorkspace('foreign_rules'));
      const always = () => {
        const left = JSON.stringify(rulesIn(workspace));
        for (const rule of [...foreign.triggers, ...foreign.automations, ...foreign.views])
          expect(left).toContain(JSON.stringify(rule));
      };
      return {
        workspace,
        work: () => removeAll(admin, removalParts),
        state: () => likeness(workspace),
        always,
      };
    },
  },
  'alerting by every way': {
    begin: alertsDue,
    again: 3,
    // The others are tried with the whole of a tab, in tests/actions/alertsSetbacks.test.ts.
    ways: ways.filter(({ kind }) => !['409', '422', '429', '503', 'offline', 'html'].includes(kind)),
  },
  'erasing a customer’s data': {
    async begin() {
      const { workspace, admin } = await keptTexts();
      const work = async () => {
        await eraseCustomer(admin, String(customerId), () => {});
        expect(await countOfCustomer(admin, String(customerId))).toBe(0);
      };
      return { workspace, work, state: () => recordsIn(workspace) };
    },
  },
  'forgetting texts': {
    async begin() {
      const { workspace, admin } = await keptTexts();
      workspace.world.advance(40 * 24 * hour);
      const keeping = { ...admin, configuration: { ...admin.configuration, keepMonths: 1 } };
      return { workspace, work: () => forgetTexts(keeping), state: () => recordsIn(workspace) };
    },
  },
};

describe.each(Object.entries(uses))('%s', (_, use) => {
  it('ends where it would have, whichever of its calls failed in whatever way', async () => {
    survived += await tryEachWay(use);
  }, 180_000);
});

type Items = Awaited<ReturnType<typeof readChecklist>>;
type Past = Awaited<ReturnType<typeof readPast>>;

const readings: Record<string, Reading> = {
  'the checklist': {
    read: readChecklist,
    // What was not seen is not told as missing, nor as changed by somebody.
    mayTell: (told, whole) =>
      (told as Items).items.every(
        ({ id, state }) =>
          !['missing', 'changed', 'outdated'].includes(state) ||
          (whole as Items).items.some((one) => one.id === id && one.state === state),
      ),
  },
  'the rehearsal’s estimate': { read: estimateRehearsal },
  'the rehearsal’s past': {
    read: (app) => {
      const control = { days: 30, isStopped: () => false, onProgress: () => {}, clock: app.now };
      return readPast(app, control);
    },
    mayTell: (told, whole) =>
      (told as Past).broken > 0 || (told as Past).ratings.length === (whole as Past).ratings.length,
  },
  'the pilot': {
    read: (app) => readPilot(app, 0, { clock: app.now }),
    mayTell: (told, whole) =>
      (told as { placed: unknown[] }).placed.length === (whole as { placed: unknown[] }).placed.length,
  },
  webhooks: { read: readWebhooks, mayTell: (told, whole) => told === null || isEqual(told, whole) },
  'what rules may test': { read: readRuleDefinitions },
  'everything there is': {
    read: (app) => exportEverything(app, 'json', () => {}, new AbortController().signal),
  },
};

describe.each(Object.entries(readings))('reading %s', (_, reading) => {
  it('tells all there is, or what is missing, whichever of its calls failed in whatever way', async () => {
    const { workspace } = await keptTexts();
    choose(workspace, withWorkflows(digests));
    await applyRules(await adminOf(workspace));
    survived += await readEachWay(workspace, () => createTestApp(workspace, 'admin'), reading);
  }, 60_000);
});
