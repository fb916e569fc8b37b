/** Answers into the ledger as many at a time as a job takes, and with the unanswered into the coverage. */
import type { OfferedSurvey } from '../care/coverage.ts';
import type { Outside } from '../zendesk/outside.ts';
import type { Place } from '../zendesk/syncRecords.ts';
import type { Chains } from './chains.ts';
import { mostObserved, type Observed, type Recorded, recordMany } from './recordMany.ts';

/** One survey for the month it was sent in. */
export interface CountedSurvey extends OfferedSurvey {
  month: string;
  groupId: string | null;
}

export interface RecordSurveysOptions {
  /** See `recordMany`. */
  isFresh: boolean;
  /** What happened to the tickets, where whoever calls reads that anyway. */
  chains: (earliest: number) => Chains | null;
  /** How far the sync has come with these; told what they add to the coverage. */
  place: ((counted: readonly CountedSurvey[]) => Place) | null;
}

export interface RecordedSurveys {
  counted: CountedSurvey[];
  /** Feedbacks something new was written of, and those the ledger had already. */
  changed: number;
  met: number;
  /** Reasons of rows set apart. */
  broken: string[];
}

interface Counting {
  /** What the surveys in hand add to the coverage, by what is recorded of them. */
  countedIn: (feedbacks: Recorded['feedbacks']) => CountedSurvey[];
  /** Reasons of rows set apart before. */
  broken: readonly string[];
}

/** The place is written with the last of them. Throws `Failure`. */
export async function recordCounted(
  app: Outside,
  observed: readonly Observed[],
  { isFresh, place }: RecordSurveysOptions,
  { countedIn, broken }: Counting,
): Promise<RecordedSurveys> {
  const result: RecordedSurveys = { counted: [], changed: 0, met: 0, broken: [...broken] };
  const feedbacks: Recorded['feedbacks'] = new Map();
  const count = (recorded: Recorded) => {
    for (const [key, feedback] of recorded.feedbacks) feedbacks.set(key, feedback);
    return countedIn(feedbacks);
  };
  for (let from = 0; from === 0 || from < observed.length; from += mostObserved) {
    const isLast = from + mostObserved >= observed.length;
    const recorded = await recordMany(app, observed.slice(from, from + mostObserved), {
      isFresh,
      place: isLast && place ? (so) => place(count(so)) : null,
    });
    result.counted = count(recorded);
    result.changed += recorded.changed.length;
    result.met += recorded.met;
    result.broken.push(...recorded.broken.map(({ reason }) => reason));
  }
  return result;
}
