/**
 * What workflows would have done with the ratings of the past: the rules of the real thing, asked beforehand. Of each
 * ticket the answer that counts now is replayed as if it had been seen the moment it was given.
 */

import type { Configuration } from '../configuration.ts';
import { dayOf, isZone, offsetAt, openTimeBetween } from '../schedule.ts';
import { countedFor, isQuiet, planAlerts, releaseAt, sentKey, startOfDay } from './alerting.ts';
import { type AlertSubject, judge } from './judging.ts';
import { type DayCount, daysOf, type Heard, type Listener, listenersIn, worstOf } from './listeners.ts';
import { type PastRating, type Replayed, replay, ruleOf } from './pastRating.ts';
import { isNobody, recipientsOf } from './recipients.ts';
import { newWorkflow, type Workflow } from './workflow.ts';

/** What a workflow asks that the past does not tell. */
export const untoldConditions = ['bucket', 'topic', 'conversation'] as const;
export type UntoldCondition = (typeof untoldConditions)[number];

export interface WorkflowRehearsal {
  workflow: Workflow;
  /** Ratings somebody would have been alerted of, one each. */
  alerts: number;
  /** Local day with the most, the earliest of equals; `null` without any alert. */
  worst: DayCount | null;
  /** Bears a scanner's signs, or was alerted of as *bad* and turned out not to be below the number. */
  likelyFalse: number;
  turnedOut: number;
  /** Would have reached somebody at night or, where there is a schedule, outside of it. */
  atNight: number;
  /** Came then and waited until morning. */
  held: number;
  /** Only an open app knows: a number, a scanner's signs, or a channel that Zendesk's rules do not have. */
  needsApp: number;
  /** Beyond somebody's budget, or praise, of which there is one digest a day; in so many `digests`. */
  digested: number;
  digests: number;
  /** For whom nobody is named. */
  unheard: number;
  /** Looks like a scanner's: in no alert, waits until somebody has checked it. */
  toCheck: number;
  untold: UntoldCondition[];
}

/** When it is night: outside the account's schedule, or from 20:00 to 07:00 in `timeZone` where it has none. */
export interface NightRule {
  schedule: string | null;
  timeZone: string;
}

export interface Rehearsal {
  ratings: number;
  /** Ratings whose time the account does not tell. */
  undated: number;
  cases: number;
  workflows: WorkflowRehearsal[];
  listeners: Listener[];
  night: NightRule;
}

/** The workflow a rehearsal takes where the account has none yet: the one set-up would offer. `name` is words. */
export const offeredWorkflow = (name: string, { csatThreshold }: Configuration): Workflow =>
  newWorkflow('rehearsal', 'rescue', name, csatThreshold);

/** `timeZone`: IANA, for accounts without a schedule. Ratings in any order; each counts once. */
export function rehearse(
  ratings: readonly PastRating[],
  workflows: readonly Workflow[],
  configuration: Configuration,
  timeZone: string,
): Rehearsal {
  // Everything in hand is replayed, also what came before the app.
  const rules = { ...configuration, casesSince: null, onSince: [] };
  const zone = configuration.schedule?.timeZone ?? timeZone;
  const night = { schedule: configuration.schedule?.name ?? null, timeZone: isZone(zone) ? zone : 'UTC' };
  const replayed = [...ratings].sort((a, b) => a.at - b.at).map((rating) => replay(rating, rules));
  const tallies = workflows.map((workflow) => runThrough(replayed, workflow, rules, night));
  return {
    ratings: ratings.length,
    undated: ratings.filter(({ isUndated }) => isUndated).length,
    cases: replayed.filter(({ subject }) => subject.feedback.case !== null).length,
    workflows: tallies.map(({ told }) => told),
    listeners: listenersIn(tallies.flatMap(({ heard }) => heard)),
    night,
  };
}

interface Run {
  workflow: Workflow;
  rules: Configuration;
  night: NightRule;
  told: WorkflowRehearsal;
  perDay: Map<string, number>;
  /** As `planAlerts` asks for it, by the start of its day. */
  sent: Map<number, Map<string, number>>;
  digests: Set<string>;
  heard: Heard[];
}

function runThrough(
  replayed: readonly Replayed[],
  workflow: Workflow,
  rules: Configuration,
  night: NightRule,
): Run {
  const told: WorkflowRehearsal = { ...nothing, workflow, untold: untoldOf(workflow) };
  const maps = { perDay: new Map(), sent: new Map(), digests: new Set<string>(), heard: [] };
  const run: Run = { workflow, rules, night, told, ...maps };
  const isSeenByZendesk = ruleOf(workflow, rules);
  const trusting: Workflow = { ...workflow, when: { ...workflow.when, suspects: 'any' } };
  for (const one of replayed) {
    const isMeant = judge(workflow, one.subject, rules) === 'alert';
    const isSeen = isSeenByZendesk(one);
    if (isMeant || isSeen) alert(run, one, { isMeant, isSeen });
    else if (one.isSuspect && judge(trusting, one.subject, rules) === 'alert') told.toCheck += 1;
  }
  told.worst = worstOf(daysOf(run.perDay));
  told.digests = run.digests.size;
  return run;
}

const nothing = {
  alerts: 0,
  worst: null,
  likelyFalse: 0,
  turnedOut: 0,
  atNight: 0,
  held: 0,
  needsApp: 0,
  digested: 0,
  digests: 0,
  unheard: 0,
  toCheck: 0,
};

function alert(run: Run, one: Replayed, { isMeant, isSeen }: { isMeant: boolean; isSeen: boolean }): void {
  const { workflow, rules, night, told, perDay } = run;
  const isHeld = isQuiet(workflow, rules, one.at);
  const at = (isHeld ? releaseAt(workflow, rules, one.at) : null) ?? one.at;
  const day = dayOf(at, night.timeZone);
  told.alerts += 1;
  told.turnedOut += isMeant ? 0 : 1;
  told.likelyFalse += !isMeant || one.isSuspect ? 1 : 0;
  told.atNight += isNight(at, night, rules) ? 1 : 0;
  told.held += isHeld ? 1 : 0;
  told.needsApp += isSeen ? 0 : 1;
  perDay.set(day, (perDay.get(day) ?? 0) + 1);
  tell(run, one, at, day);
}

/** Webhooks and side conversations have an address of their own. */
const isToPeople = ({ channel }: Workflow) => channel === 'mail' || channel === 'in_app';

function tell(run: Run, { subject }: Replayed, at: number, day: string): void {
  const { workflow, rules, told, heard } = run;
  if (!isToPeople(workflow)) return;
  const recipients = recipientsOf(workflow, subject.ticket.groupId, rules);
  told.unheard += isNobody(recipients) ? 1 : 0;
  told.digested += isInDigest(run, subject, at) ? 1 : 0;
  for (const id of recipients.userIds) heard.push({ kind: 'person', id, day });
  if (recipients.groupId !== null) heard.push({ kind: 'group', id: recipients.groupId, day });
}

/** As an open app would decide then. */
function isInDigest({ workflow, rules, sent, digests }: Run, subject: AlertSubject, at: number): boolean {
  const today = startOfDay(rules, at);
  const sentToday = sent.get(today) ?? new Map<string, number>();
  sent.set(today, sentToday);
  const context = { now: at, configuration: rules, sentToday };
  const [decision] = planAlerts([subject], [{ ...workflow, isOn: true }], context);
  if (decision?.digest) digests.add(decision.digest);
  if (!decision || decision.digest) return decision?.digest != null;
  for (const leadId of countedFor(decision.leadIds)) {
    const key = sentKey(workflow.id, leadId);
    sentToday.set(key, (sentToday.get(key) ?? 0) + 1);
  }
  return false;
}

function untoldOf({ when }: Workflow): UntoldCondition[] {
  const asked = { bucket: when.buckets, topic: when.topics, conversation: when.phrases };
  return untoldConditions.filter((condition) => asked[condition].length > 0);
}

/** From 20:00 to 07:00. */
const [evening, morning] = [20, 7];

function isNight(at: number, { timeZone }: NightRule, { schedule }: Configuration): boolean {
  if (schedule) return openTimeBetween(at, at + 1, schedule) === 0;
  const local = new Date(at + offsetAt(at, timeZone)).getUTCHours();
  return local >= evening || local < morning;
}
