/** Writes down what was seen of many feedbacks: facts first, then the list, in two jobs for up to 99 of them. */
import { type Feedback, isCounted, ticketOfKey } from '../care/feedback.ts';
import type { Entry } from '../care/ledger.ts';
import { entryOf, type Observation } from '../care/observation.ts';
import { mostItems } from '../zendesk/jobs.ts';
import type { Outside } from '../zendesk/outside.ts';
import type { Priority } from '../zendesk/scheduler.ts';
import type { Place } from '../zendesk/syncRecords.ts';
import { Batch, type BatchRow } from './batch.ts';
import type { Unlisted } from './listMany.ts';

export interface Observed {
  key: string;
  /** Where its record is to point; `null` for nowhere. */
  ticketId: string | null;
  requesterId: string | null;
  /** What was seen, or what that means beside what is known. */
  observe: Observation | ((state: Feedback) => Observation);
}

export interface RecordManyOptions {
  /** Assumes that nobody has recorded any of them, and asks only where that turns out wrong. */
  isFresh: boolean;
  /** How far the sync has come once this is written; written with it, or by itself where there is nothing else. */
  place: Place | null | ((recorded: Recorded) => Place);
  priority?: Priority;
}

export interface Recorded {
  /** Every feedback that could be written or needed nothing, as it stands now, by key. */
  feedbacks: Map<string, Feedback>;
  /** Keys something new was written of, and those of them the news was a rating of. */
  changed: string[];
  rated: string[];
  /** How many turned out to be in the ledger already, or to be written by somebody else just now. */
  met: number;
  /** Set apart: Zendesk refused the row for a reason of its own. */
  broken: { key: string; reason: string }[];
}

/** Tickets of recorded feedbacks whose history is still to be read. */
export function unattributedIn({ feedbacks, rated }: Recorded): string[] {
  return [...feedbacks.values()].flatMap((feedback) => {
    const isOpen = feedback.revisions.length > 0 && feedback.attribution === null && isCounted(feedback);
    return isOpen || rated.includes(feedback.key) ? (ticketOfKey(feedback.key) ?? []) : [];
  });
}

/** With a place, the job of the list holds one feedback less. */
export const mostObserved = mostItems - 1;

/**
 * At most 99 at once; each key once. Two calls and the looks at their jobs, one more to read the states unless they
 * are fresh, more only where others write the same ledgers now. What an interrupted run wrote to the ledgers and not
 * to the list is mended by the next one. Throws `Failure`; nothing is lost then, and the place stays behind.
 */
export async function recordMany(
  app: Outside,
  observed: readonly Observed[],
  options: RecordManyOptions,
): Promise<Recorded> {
  if (observed.length > mostObserved) throw new Error(`more than ${mostObserved} at once`);
  const { isFresh, place, priority = 'background' } = options;
  const items = observed.map((one) => ({ ...one, decide: (state: Feedback) => decide(app, one, state) }));
  const batch = new Batch(app, items, { priority });
  if (!isFresh) await batch.readStates();
  await batch.writeFacts(isFresh);
  const unlisted = await batch.writeList(typeof place === 'function' ? place(recordedIn(batch)) : place);
  batch.tell();
  return recordedIn(batch, unlisted);
}

function decide({ configuration, now }: Outside, { observe }: Observed, state: Feedback): Entry | null {
  const seen = typeof observe === 'function' ? observe(state) : observe;
  return entryOf(state, seen, configuration, now());
}

function recordedIn({ items, met }: Batch, unlisted: readonly Unlisted[] = []): Recorded {
  const refused = items.flatMap(({ key, broken }) => (broken ? { key, reason: broken } : []));
  const broken = [...refused, ...unlisted];
  const lost = new Set(broken.map(({ key }) => key));
  const whole = items.filter(({ key }) => !lost.has(key));
  const changed = items.filter(({ isWritten }) => isWritten);
  const isRated = ({ entry }: BatchRow) => entry?.some(({ kind }) => kind === 'rated') ?? false;
  return {
    feedbacks: new Map(whole.map(({ key, state }) => [key, state])),
    changed: changed.map(({ key }) => key),
    rated: changed.filter(isRated).map(({ key }) => key),
    met,
    broken,
  };
}
