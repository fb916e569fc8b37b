/**
 * What reports know of one feedback: small numbers and a few names, no words of anybody. One row is a feedback in a
 * rollup; `columns.ts` holds many. Everything the account's settings decide (thresholds, direction, credit, hours) is
 * decided when the row is made: `rulesPrint` tells rows made by other settings.
 */
import { creditOf, isAgent } from '../attribution.ts';
import type { Configuration } from '../configuration.ts';
import { type Feedback, isToCheck, latest, removedAt, ticketOfKey } from '../feedback.ts';
import { hash } from '../hash.ts';
import { buckets, caseStatuses } from '../ledger.ts';
import { oriented } from '../orientation.ts';
import { onFive, verdictOf } from '../rating.ts';
import { caseRatedAt, recoveryOf } from '../recovery.ts';
import { openTimeBetween } from '../schedule.ts';

/** Whole numbers, none of them negative; instants and durations in seconds. */
export interface RowNumbers {
  /** Id of the ticket; 0 while a messaging survey names only its conversation. */
  ticket: number;
  /** Number of the last fact it was made from, at most `mostRev`. */
  rev: number;
  /** What decides its period: the first answer, else when the case was opened, else when it was categorised. */
  at: number;
  /** The answers that count, on 1-5 with higher = better, in hundredths (100-500); 0 without a number. */
  csat: number;
  ces: number;
  /** Good or bad as Zendesk counts: 0 not rated, 1 bad, 2 good. */
  verdict: number;
  /** 0 none, then the place in `buckets` + 1. */
  bucket: number;
  /** 0 no case, then the place in `caseStatuses` + 1. */
  status: number;
  /** Instants of the case; 0 where it has not come to that. `ratedAt`: of the answer it is about, 0 for none. */
  ratedAt: number;
  openedAt: number;
  dueAt: number;
  firstActionAt: number;
  closedAt: number;
  /** Business hours from the rating to the first action, and from opened to closed, + 1; 0 for none, or no schedule. */
  firstActionOpen: number;
  closeOpen: number;
  /** 0 none, 1 open, 2 accepted, 3 rejected. */
  dispute: number;
  /** Sum of `flags`. */
  flags: number;
}

/** Ids and names; `null` for none or unknown. */
export interface RowTexts {
  topic: string | null;
  groupId: string | null;
  /** Credited by the account's rule; `null` for nobody, not proved, or moved away by a dispute. */
  agentId: string | null;
  /** Who said what it was about. */
  bucketById: string | null;
  ownerId: string | null;
  /** Where the CSAT (else the CES) came from. */
  source: string | null;
  /** Zendesk's `via.channel` and the brand's id, from the ticket. */
  channel: string | null;
  brandId: string | null;
}

export interface Row extends RowNumbers, RowTexts {
  /** `ticket:<id>` or `conversation:<id>`. */
  key: string;
}

export const flags = {
  /** Out of the figures: set aside, gone from its source, or gone over to its ticket. */
  isLeftOut: 1,
  /** Looks like a machine's click nobody has checked. */
  isSuspected: 2,
  /** The case was escalated at least once, reopened at least once, its customer reached or written to. */
  isEscalated: 4,
  isReopened: 8,
  isContacted: 16,
  /** Recovered by any rule; and by the outcome somebody chose. */
  isRecovered: 32,
  isRecoveredByOutcome: 64,
  /** The case says nothing about recovery: see `leftOutReasons`. */
  isNoRecovery: 128,
  /** Liked the team, found it hard: goes to the process. */
  isNiceButHard: 256,
  /** The answer is Zendesk's good or bad alone, in an account that has no numbers. */
  isLegacy: 512,
  /** The case's number is not known yet. */
  isProvisional: 1024,
  /** CSAT below the account's threshold (a bare bad in a legacy account counts). */
  isBelow: 2048,
} as const;
export type Flag = keyof typeof flags;

export const hasFlag = (row: Pick<RowNumbers, 'flags'>, flag: Flag) => (row.flags & flags[flag]) !== 0;

/** What only the ticket tells. */
export interface RowPlace {
  channel: string | null;
  brandId: string | null;
  /** The ticket's group of today, for feedbacks whose own group nobody proved. */
  groupId: string | null;
}

export const nowhere: RowPlace = { channel: null, brandId: null, groupId: null };

/** Columns hold no more. */
export const mostRev = 65_535;

const seconds = (at: number | null) => (at === null ? 0 : Math.max(0, Math.floor(at / 1000)));

/** `null` for a feedback nothing was said of and nobody worked on. */
export function rowOf(feedback: Feedback, place: RowPlace, configuration: Configuration): Row | null {
  const at = momentOf(feedback);
  if (at === null) return null;
  const { key, attribution, topic, bucketById, case: current } = feedback;
  return {
    key,
    ticket: Number(ticketOfKey(key) ?? 0),
    rev: Math.min(feedback.rev, mostRev),
    at: seconds(at),
    ...scoresOf(feedback, configuration),
    bucket: feedback.bucket === null ? 0 : buckets.indexOf(feedback.bucket) + 1,
    ...caseOf(feedback, configuration),
    dispute: disputeCode(feedback),
    topic,
    groupId: attribution?.groupId ?? place.groupId,
    agentId: creditedAgent(feedback, configuration),
    bucketById,
    ownerId: current?.ownerId ?? null,
    channel: place.channel,
    brandId: place.brandId,
    flags: flagsOf(feedback, configuration),
  };
}

/** Epoch milliseconds. The first answer stays the first, so that a report of a past month keeps its feedbacks. */
function momentOf({ revisions, case: current, bucketAt }: Feedback): number | null {
  const first = revisions[0];
  if (first) return first.answeredAt ?? first.seenAt;
  return current?.openedAt ?? bucketAt;
}

function scoresOf(feedback: Feedback, configuration: Configuration) {
  const csat = oriented(latest(feedback, 'csat'), configuration);
  const ces = oriented(latest(feedback, 'ces'), configuration);
  const hundredths = (one: typeof csat) =>
    one && one.value !== null && one.scale !== null
      ? Math.round(Math.min(5, Math.max(1, onFive(one.value, one.scale, one.lowest))) * 100)
      : 0;
  const verdict = csat && verdictOf(csat);
  return {
    csat: hundredths(csat),
    ces: hundredths(ces),
    verdict: verdict === 'good' ? 2 : verdict === 'bad' ? 1 : 0,
    source: csat?.source ?? ces?.source ?? null,
  };
}

function caseOf(feedback: Feedback, { schedule }: Configuration) {
  const { case: current } = feedback;
  const ratedAt = current && caseRatedAt(feedback, current);
  const open = (from: number, to: number | null) =>
    schedule && to !== null ? Math.floor(openTimeBetween(from, to, schedule) / 1000) + 1 : 0;
  return {
    status: current ? caseStatuses.indexOf(current.status) + 1 : 0,
    ratedAt: seconds(ratedAt),
    openedAt: seconds(current?.openedAt ?? null),
    dueAt: seconds(current?.dueAt ?? null),
    firstActionAt: seconds(current?.firstActionAt ?? null),
    closedAt: seconds(current?.closedAt ?? null),
    firstActionOpen: current
      ? open(ratedAt ?? momentOf(feedback) ?? current.openedAt, current.firstActionAt)
      : 0,
    closeOpen: current ? open(current.openedAt, current.closedAt) : 0,
  };
}

const disputeStates = ['open', 'accepted', 'rejected'] as const;
const disputeCode = ({ dispute }: Feedback) => (dispute ? disputeStates.indexOf(dispute.state) + 1 : 0);

/** An accepted dispute moves the credit, in the ledger alone. */
function creditedAgent(
  { attribution, dispute }: Feedback,
  { attributionRule }: Configuration,
): string | null {
  if (dispute?.state === 'accepted') return dispute.creditTo;
  const credit = creditOf(attribution, attributionRule);
  return isAgent(credit) ? credit : null;
}

function flagsOf(feedback: Feedback, configuration: Configuration): number {
  const { case: current } = feedback;
  const recovery = recoveryOf(feedback, configuration);
  const { csat, ces, verdict } = scoresOf(feedback, configuration);
  const isLegacy = verdict > 0 && csat === 0 && configuration.survey === 'legacy';
  const isBelow = csat > 0 ? csat < configuration.csatThreshold * 100 : isLegacy && verdict === 1;
  const isOn: Record<Flag, boolean> = {
    isLeftOut: feedback.setAside !== null || feedback.linkedTo !== null || removedAt(feedback) !== null,
    isSuspected: isToCheck(feedback),
    isEscalated: (current?.timesEscalated ?? 0) > 0,
    isReopened: (current?.timesReopened ?? 0) > 0,
    isContacted: recovery?.isContacted ?? false,
    isRecovered: (recovery?.rules.length ?? 0) > 0,
    isRecoveredByOutcome: recovery?.rules.includes('outcome') ?? false,
    isNoRecovery: recovery !== null && recovery.leftOut !== null,
    isNiceButHard: verdict === 2 && ces > 0 && ces < 300,
    isLegacy,
    isProvisional: current?.isProvisional ?? false,
    isBelow,
  };
  return (Object.keys(flags) as Flag[]).reduce((sum, flag) => sum + (isOn[flag] ? flags[flag] : 0), 0);
}

/** A print of the settings rows are made by: rows with another one are to be made anew. */
export function rulesPrint(configuration: Configuration): string {
  const { attributionRule, csatThreshold, cesThreshold, schedule, questions, scoreSources, formerSources } =
    configuration;
  const { outcomes, formerOutcomes, survey } = configuration;
  const directions = [...questions, ...scoreSources, ...formerSources].map(({ id, isLowerBetter }) => [
    id,
    isLowerBetter,
  ]);
  const kinds = [...outcomes, ...formerOutcomes].map(({ id, kind }) => [id, kind]);
  const hours = schedule && [schedule.timeZone, schedule.intervals, schedule.holidays];
  return hash(
    JSON.stringify([attributionRule, csatThreshold, cesThreshold, hours, directions, kinds, survey]),
  );
}
