/** Alerts of the whole chain, as an admin's two presses leave it: by Zendesk alone, and with one app open. */
import { describe, expect, it } from 'vitest';
import type { Configuration } from '../../src/care/configuration.ts';
import { newWorkflow, type Workflow } from '../../src/care/workflow.ts';
import { createWorld } from '../emulator/world/createWorld.ts';
import { agentIds, type GroupKey, groupIds } from '../emulator/world/people.ts';
import type { World } from '../emulator/world/world.ts';
import { type Act, expectedMails, isOffice, type Promised, seeded } from './nightOracle.ts';
import {
  alertedIn,
  change,
  clockOf,
  customerSays,
  hour,
  inGroup,
  leadNames,
  leads,
  mailsIn,
  minute,
  openAccount,
  openApp,
  rate,
  scheduleOf,
  syncOnce,
  ticketIn,
} from './nightWorld.ts';
import { writesOf } from './setUpWorld.ts';

type Change = Partial<Omit<Workflow, 'when' | 'to'>> & {
  when?: Partial<Workflow['when']>;
  to?: Partial<Workflow['to']>;
};
function rescue(id: string, { when, to, ...given }: Change = {}): Workflow {
  const made = newWorkflow(id, 'rescue', id, 3);
  return { ...made, isOn: true, ...given, when: { ...made.when, ...when }, to: { ...made.to, ...to } };
}

const both = ['survey', 'legacy'] as const;
const groups = Object.keys(groupIds) as GroupKey[];
const from = Date.UTC(2027, 2, 22, 5);
const goTo = (world: World, at: number) => world.advance(at - world.now());

/** Of all that was said, only the quote may be heard. */
const words = ['thieves', 'Never again', '{{ticket.requester.email}}'];
const secrets = ['Ines', 'Prado', 'parcel', 'arrived', ...words.slice(0, 2)];

/** Five workflows, as many as there may be, and what each promises. */
const workflows: Workflow[] = [
  rescue('atonce'),
  rescue('office', { hours: 'schedule', remindAfter: 3 }),
  rescue('budget', { budget: 2 }),
  rescue('vipone', {
    isQuoting: true,
    when: { csatBelow: 4, groupIds: [String(groupIds.vip)] },
    to: { isLeads: false, userIds: [String(agentIds.aoife)], groupId: String(groupIds.returns) },
  }),
  rescue('unseen', { when: { csatBelow: 3, cesBelow: 2 } }),
];
const returns = ['Ola', 'Piet', 'Kwame', 'Rafael', 'Samir'];
const promises: Promised[] = [
  { workflow: 'atonce', when: 'night', to: (group) => leadNames[group] },
  { workflow: 'office', when: 'office', to: (group) => leadNames[group] },
  { workflow: 'budget', when: 'held', to: (group) => leadNames[group] },
  { workflow: 'vipone', when: 'night', group: 'vip', to: () => ['Aoife', ...returns] },
];

/** Two weeks around Easter, when the clocks change: tickets come, are rated at any hour, and go on living. */
function twoWeeks(seed: number, count: number): Act[] {
  const random = seeded(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const later = (most: number) => (1 + Math.floor(random() * most)) * minute;
  const acts: Act[] = [];
  for (let ticket = 0; ticket < count; ticket += 1) {
    let at = from + later(13 * 24 * 60);
    acts.push({ at, ticket, do: 'open', group: pick(groups) });
    const steps = 1 + Math.floor(random() * 6);
    for (let step = 0; step < steps; step += 1) {
      at += later(pick([20, 90, 600, 3_000]));
      const kind = step === 0 ? 'rate' : pick(['rate', 'rate', 'move', 'reopen', 'solve', 'say'] as const);
      if (kind === 'rate') {
        const comment = pick([undefined, ...words]);
        acts.push({ at, ticket, do: kind, csat: pick([1, 2, 2, 3, 4, 5]), ...(comment && { comment }) });
      } else if (kind === 'move') acts.push({ at, ticket, do: kind, group: pick(groups) });
      else acts.push({ at, ticket, do: kind });
    }
  }
  return acts;
}

/** Plays them in the account. Answers its tickets' ids by their numbers here. */
function play(world: World, acts: readonly Act[], until: number): number[] {
  const ids: number[] = [];
  const inOrder = [...acts].sort((a, b) => a.at - b.at).filter(({ at }) => at <= until);
  for (const act of inOrder) {
    goTo(world, act.at);
    const id = ids[act.ticket] ?? 0;
    if (act.do === 'open') ids[act.ticket] = ticketIn(world, act.group);
    else if (world.tickets.get(id)?.status === 'closed') continue;
    else if (act.do === 'rate') rate(world, id, act.csat, act.comment);
    else if (act.do === 'move') change(world, id, inGroup(act.group));
    else if (act.do === 'say') change(world, id, customerSays('When?'));
    else change(world, id, { status: act.do === 'solve' ? 'solved' : 'open' });
  }
  goTo(world, until);
  return ids;
}

const line = (ids: readonly number[]) => (mail: { at: number; to: string; ticket: number; workflow: string }) =>
  `${new Date(mail.at).toISOString().slice(5, 16)} ${mail.workflow} ${ids[mail.ticket]} ${mail.to}`;

describe.each(both)('two weeks of ratings with no app open anywhere, CSAT %s', (csat) => {
  it.each([3, 2027])('are mailed when promised, to whom promised, once (seed %i)', async (seed) => {
    const acts = twoWeeks(seed, 140);
    const until = from + 18 * 24 * hour;
    const workspace = await openAccount(csat, {
      ...leads,
      workflows,
      schedule: scheduleOf(createWorld({ hasStory: false })),
    });
    const { world } = workspace;
    const written = workspace.exchanges().length;
    const ids = play(world, acts, until);
    const { mails } = expectedMails(acts, promises, { until, isBinary: csat === 'legacy' });
    const found = mailsIn(world);
    const numbers = ids.map((_, index) => index);
    for (const n of (process.env.ZZ ?? '').split(',').map(Number)) {
      const t = world.tickets.get(ids[n] ?? 0);
      process.stdout.write(JSON.stringify(acts.filter((a) => a.ticket === n).map((a) => ({ ...a, at: new Date(a.at).toISOString().slice(5, 16) })), null, 0).replaceAll('},', '},\n') + '\n');
      for (const a of t?.audits ?? []) process.stdout.write(new Date(a.created_at).toISOString().slice(5, 16) + ' ' + a.events.map((e: any) => `${e.type} ${e.field_name ?? ''}=${e.value ?? e.subject ?? ''}`).join(' | ') + '\n');
    }
    const asFound = found.map(({ ticket, ...mail }) => ({ ...mail, ticket: ids.indexOf(ticket ?? 0) }));
    expect(asFound.map(line(numbers)).sort()).toEqual(mails.map(line(numbers)).sort());
    expect(workspace.exchanges()).toHaveLength(written);
    // The two weeks hold what they are meant to.
    const count = (workflow: string) => mails.filter((mail) => mail.workflow === workflow).length;
    expect(Math.min(...promises.map(({ workflow }) => count(workflow)))).toBeGreaterThan(10);
    expect(mails.filter(({ at, workflow }) => workflow === 'atonce' && !isOffice(at)).length).toBeGreaterThan(20);
    for (const { workflow, text } of found) {
      const told = secrets.filter((secret) => text.includes(secret));
      if (workflow !== 'vipone') expect(told).toEqual([]);
      else expect(told.filter((secret) => !words.includes(secret))).toEqual([]);
      expect(text).not.toContain('@example.com');
    }
    expect(found.some(({ workflow, text }) => workflow === 'vipone' && text.includes('thieves'))).toBe(true);
  });
});
