/**
 * Every figure again, the slow way: from the feedbacks themselves, with lists and no rows, columns, metrics or
 * statistics of the app. Rules of the feedback (what counts, what is good, what is late) are the app's own.
 */
import { creditOf } from '../../../src/care/attribution.ts';
import type { Configuration } from '../../../src/care/configuration.ts';
import { isLate } from '../../../src/care/due.ts';
import {
  type Case,
  type Feedback,
  history,
  isCounted,
  isToCheck,
  latest,
} from '../../../src/care/feedback.ts';
import type { Dimension, Period, Question } from '../../../src/care/insights/question.ts';
import { oriented } from '../../../src/care/orientation.ts';
import { onFive, type Rating, verdictOf } from '../../../src/care/rating.ts';
import { recoverySums } from '../../../src/care/recovery.ts';
import { openTimeBetween } from '../../../src/care/schedule.ts';
import type { Told } from './worlds.ts';

export interface SlowFigure {
  value: number | null;
  n: number;
  k: number | null;
  mean?: number | null;
  p90?: number | null;
  open?: number;
}

const momentOf = ({ revisions, case: current, bucketAt }: Feedback) =>
  revisions.length > 0
    ? (revisions[0]?.answeredAt ?? revisions[0]?.seenAt ?? null)
    : (current?.openedAt ?? bucketAt);

const fiveOf = (one: Rating | null) =>
  one?.value != null && one.scale !== null ? onFive(one.value, one.scale, one.lowest) : null;

/** What a feedback is in a dimension. */
export function slowValue(
  { feedback, place }: Told,
  by: Dimension,
  configuration: Configuration,
): string | null {
  const csat = oriented(latest(feedback, 'csat'), configuration);
  const { attribution, dispute } = feedback;
  switch (by) {
    case 'group':
      return attribution?.groupId ?? place.groupId;
    case 'agent': {
      if (dispute?.state === 'accepted') return dispute.creditTo;
      const credit = creditOf(attribution, configuration.attributionRule);
      return ['nobody', 'not_proved'].includes(credit) ? null : credit;
    }
    case 'owner':
      return feedback.case?.ownerId ?? null;
    case 'bucket':
      return feedback.bucket;
    case 'topic':
      return feedback.topic;
    case 'channel':
      return place.channel;
    case 'brand':
      return place.brandId;
    case 'source':
      return csat?.source ?? latest(feedback, 'ces')?.source ?? null;
    case 'status':
      return feedback.case?.status ?? null;
    case 'score': {
      const five = fiveOf(csat);
      return five === null ? csat && verdictOf(csat) : String(Math.round(five));
    }
  }
}

export function slowlyAsked(
  told: readonly Told[],
  period: Period,
  question: Question,
  configuration: Configuration,
) {
  return told.filter((one) => {
    const at = momentOf(one.feedback);
    if (at === null || at < period.from || at >= period.to || !isCounted(one.feedback)) return false;
    if (isToCheck(one.feedback) && !question.hasSuspected) return false;
    const filters = Object.entries(question.filters) as [Dimension, (string | null)[]][];
    return filters.every(([by, values]) => values.includes(slowValue(one, by, configuration)));
  });
}

const countOf = (n: number): SlowFigure => ({ value: n, n, k: null });
const shareOf = (k: number, n: number): SlowFigure => ({ value: n === 0 ? null : k / n, n, k });

function meanOf(values: number[]): SlowFigure {
  const n = values.length;
  return { value: n === 0 ? null : values.reduce((sum, value) => sum + value, 0) / n, n, k: null };
}

/** Milliseconds in, seconds out; `null` for those that have not come so far. */
function spanOf(times: (number | null)[]): SlowFigure {
  const done = times.filter((time) => time !== null).map((time) => Math.floor(time / 1000));
  const sorted = done.sort((a, b) => a - b);
  const n = sorted.length;
  const at = (rank: number) => sorted[rank - 1] ?? Number.NaN;
  const value = n === 0 ? null : n % 2 === 1 ? at((n + 1) / 2) : (at(n / 2) + at(n / 2 + 1)) / 2;
  const p90 = n === 0 ? null : (sorted.find((_, index) => (index + 1) * 10 >= n * 9) ?? null);
  return { value, n, k: null, mean: meanOf(sorted).value, p90, open: times.length - n };
}

/** By metric id; `now` in epoch milliseconds. */
export function slowFigures(
  feedbacks: readonly Feedback[],
  configuration: Configuration,
  now: number,
): Record<string, SlowFigure> {
  const scores = feedbacks.map((feedback) => {
    const csat = oriented(latest(feedback, 'csat'), configuration);
    const ces = oriented(latest(feedback, 'ces'), configuration);
    return { feedback, verdict: csat && verdictOf(csat), csat: fiveOf(csat), ces: fiveOf(ces) };
  });
  const rated = scores.filter(({ verdict, ces }) => verdict !== null || ces !== null);
  const judged = scores.filter(({ verdict }) => verdict !== null);
  const numbers = scores.flatMap(({ csat }) => csat ?? []);
  const bare = configuration.survey === 'legacy' ? judged.filter(({ csat }) => csat === null) : [];
  const low = [...numbers.map((csat) => csat < 3), ...bare.map(({ verdict }) => verdict === 'bad')];
  const efforts = scores.flatMap(({ ces }) => ces ?? []);
  const both = judged.filter(({ ces }) => ces !== null);
  const cases = feedbacks.flatMap((feedback) =>
    feedback.case ? [{ feedback, current: feedback.case }] : [],
  );
  const open = cases.filter(({ current }) => current.status !== 'closed');
  const { ofContacted, ofClosed, spontaneous } = recoverySums(feedbacks, configuration);
  const { schedule } = configuration;
  const openTime = (from: number, to: number | null) =>
    schedule && to !== null ? openTimeBetween(from, to, schedule) : null;
  const begun = cases.filter(({ current }) => current.firstActionAt !== null || current.status !== 'closed');
  const firstActions = begun.map(({ feedback, current }) => ({
    from: complainedAt(feedback, current) ?? momentOf(feedback) ?? 0,
    to: current.firstActionAt,
  }));
  const counted = (list: readonly boolean[]) => list.filter(Boolean).length;
  return {
    volume: countOf(feedbacks.length),
    rated: countOf(rated.length),
    csat: shareOf(counted(judged.map(({ verdict }) => verdict === 'good')), judged.length),
    csat_mean: meanOf(numbers),
    bottom: shareOf(counted(low), low.length),
    ces: meanOf(efforts),
    easy: shareOf(counted(efforts.map((ces) => ces > 3)), efforts.length),
    hard: shareOf(counted(efforts.map((ces) => ces < 3)), efforts.length),
    nice_but_hard: shareOf(
      counted(both.map(({ verdict, ces }) => verdict === 'good' && (ces ?? 9) < 3)),
      both.length,
    ),
    bucketed: shareOf(counted(feedbacks.map(({ bucket }) => bucket !== null)), feedbacks.length),
    disputed: shareOf(counted(rated.map(({ feedback }) => feedback.dispute !== null)), rated.length),
    cases: countOf(cases.length),
    open_cases: countOf(open.length),
    first_action: spanOf(firstActions.map(({ from, to }) => to && Math.max(0, to - from))),
    first_action_open: spanOf(
      firstActions.filter(({ to }) => to === null || schedule).map(({ from, to }) => openTime(from, to)),
    ),
    days_to_close: spanOf(
      cases.map(({ current }) => current.closedAt && current.closedAt - current.openedAt),
    ),
    days_to_close_open: spanOf(
      cases
        .filter(({ current }) => current.closedAt === null || schedule)
        .map(({ current }) => openTime(current.openedAt, current.closedAt)),
    ),
    escalated: shareOf(counted(cases.map(({ current }) => current.timesEscalated > 0)), cases.length),
    overdue: shareOf(counted(cases.map(({ current }) => isLate(current, now))), cases.length),
    reopened: shareOf(counted(cases.map(({ current }) => current.timesReopened > 0)), cases.length),
    recovered_of_contacted: shareOf(ofContacted.k, ofContacted.n),
    recovered_of_closed: shareOf(ofClosed.k, ofClosed.n),
    spontaneous: shareOf(spontaneous.k, spontaneous.n),
  };
}

/** The last answer of the case's kind before it was opened. */
function complainedAt(feedback: Feedback, { rule, openedAt }: Case): number | null {
  const ofCsat =
    rule === 'csat_below' || (rule === 'by_hand' && feedback.revisions.some((one) => one.metric === 'csat'));
  const answers = history(feedback, ofCsat ? 'csat' : 'ces').map(
    ({ answeredAt, seenAt }) => answeredAt ?? seenAt,
  );
  return answers.filter((at) => at <= openedAt).at(-1) ?? answers[0] ?? null;
}
