/** Coverage by month, as whoever syncs counted it, for everybody. */
import * as v from 'valibot';
import { boundsOf, holdsFeedback, monthOf, sumOf, type Tally, withoutFeedback } from '../care/coverage.ts';
import { type GroupTally, unpackGroups } from '../care/coverageBody.ts';
import { type Feedback, ratedAt } from '../care/feedback.ts';
import { isNative } from '../care/rating.ts';
import { type Doc, readDocs } from '../zendesk/docs.ts';
import { searchCases } from '../zendesk/feedbackLists.ts';
import type { Outside } from '../zendesk/outside.ts';

export interface MonthCoverage {
  /** `2026-11`, UTC: the month the surveys were sent in. */
  month: string;
  total: Tally;
  /** Most surveys first; `groupId` `others` for those too small to be kept apart. */
  groups: GroupTally[];
  /** When it was counted, epoch milliseconds, and by whose app. */
  asOf: number;
  byId: string;
  /** Surveys of the month's beginning were not counted: nobody has read so far back. */
  isPartial: boolean;
}

export interface Coverage {
  /** Oldest first; a month nobody counted is missing. */
  months: MonthCoverage[];
  /** Documents that could not be read. */
  broken: number;
}

const bodySchema = v.object({ at: v.number(), isPartial: v.boolean(), groups: v.unknown() });

/** Most pages of feedbacks taken out of the figures that are read to be subtracted. */
const mostPages = 5;

/**
 * `months` as `2026-11`. For every role; figures by `figuresOf`. What was set aside after the count leaves the month
 * its survey was sent in. Inexact until that month is counted again: an answer changed since the count stays in it,
 * a ticket that changed its group may leave the month's total and no group's row, and of more than 400 answers a month that were
 * given in the next one, the rest leave the month they were given in. Two calls, more where hundreds were set aside.
 * Throws `Failure`.
 */
export async function readCoverage(app: Outside, months: readonly string[]): Promise<Coverage> {
  const { http } = app.zendesk;
  // The month before knows which answers of a month belong to surveys of its own.
  const read = [...new Set(months.flatMap((month) => [monthBefore(month), month]))];
  const [docs, aside] = await Promise.all([readDocs(http, 'coverage', read), readSetAside(app)]);
  const known = new Map(docs.map((doc) => [doc.key, monthIn(doc)]));
  const asked = [...known].filter(([month]) => months.includes(month)).map(([, month]) => month);
  return {
    months: asked
      .filter((month) => month !== null)
      .map((month) => subtract(month, known.get(monthBefore(month.month)) ?? null, aside))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
    broken: asked.filter((month) => month === null).length,
  };
}

const monthBefore = (month: string) => monthOf(boundsOf(month)[0] - 1);

export function monthIn({ key, body, byId }: Doc): MonthCoverage | null {
  const read = v.safeParse(bodySchema, body);
  const groups = read.success ? unpackGroups(read.output.groups) : null;
  if (!read.success || !groups) return null;
  const total = sumOf(groups.map(({ tally }) => tally));
  return { month: key, total, groups, asOf: read.output.at, byId, isPartial: read.output.isPartial };
}

async function readSetAside(app: Outside): Promise<Feedback[]> {
  const found: Feedback[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const { rows, next }: Awaited<ReturnType<typeof searchCases>> = await searchCases(
      app.zendesk.http,
      ['set_aside'],
      after,
    );
    found.push(...rows.map(({ feedback }) => feedback));
    if (next === null) break;
    after = next;
  }
  return found;
}

/** Those set aside since the count; the ones before are not in it. */
function subtract(
  month: MonthCoverage,
  before: MonthCoverage | null,
  aside: readonly Feedback[],
): MonthCoverage {
  const isOwn = (feedback: Feedback) => {
    if (month.total.late.includes(feedback.key)) return true;
    const at = ratedAt(feedback);
    return at !== null && monthOf(at) === month.month && !before?.total.late.includes(feedback.key);
  };
  return (
    aside
      .filter((feedback) => (feedback.setAside?.at ?? 0) > month.asOf && isSeenBy(feedback, month.asOf))
      // Scores other tools left answer no survey that was counted.
      .filter((feedback) => feedback.revisions.some(isNative) && isOwn(feedback))
      .filter((feedback) => holdsFeedback(month.total, feedback))
      .reduce(without, month)
  );
}

/** Milliseconds two browsers' clocks may differ: one says when an answer was seen, another when it was counted. */
const clocksApart = 10_000;

/** An answer first seen after the count is not in it. */
const isSeenBy = ({ revisions }: Feedback, asOf: number) =>
  (revisions[0]?.seenAt ?? asOf) <= asOf + clocksApart;

/** Out of the month's total, and of its group's row where that can be told. */
function without(month: MonthCoverage, feedback: Feedback): MonthCoverage {
  const { total, groups } = month;
  const named = groups.find(({ tally }) => tally.late.includes(feedback.key));
  const groupId = feedback.attribution?.groupId ?? null;
  const holding = groups.filter(({ tally }) => holdsFeedback(tally, feedback));
  const only = holding.length === 1 ? holding[0] : undefined;
  const row = named ?? holding.find((one) => one.groupId === groupId) ?? only;
  return {
    ...month,
    total: withoutFeedback(total, feedback),
    groups: groups.map((one) =>
      one === row ? { ...one, tally: withoutFeedback(one.tally, feedback) } : one,
    ),
  };
}
