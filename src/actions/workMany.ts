/** One piece of work on many feedbacks, a hundred at a time, with what became of each. */
import type { App } from '../app.ts';
import { asFailure, type Failure, type FailureKind } from '../care/failure.ts';
import type { Feedback } from '../care/feedback.ts';
import type { LedgerEvent } from '../care/ledger.ts';
import type { ListedFeedback } from '../zendesk/feedbackLists.ts';
import { mostItems } from '../zendesk/jobs.ts';
import { notify } from '../zendesk/notify.ts';
import { Batch, type BatchRow } from './batch.ts';
import { type BulkRefusal, type DecideMany, reasonsOf, type Seen } from './bulkDecision.ts';
import { paced } from './bulkPace.ts';

/** Not begun, written, left alone for a reason of the case's own, or not written for a reason outside. */
export type BulkState = 'waiting' | 'done' | 'refused' | 'failed';

export interface BulkResult extends ListedFeedback, Seen {
  /** `feedback` is how it stands now, as far as is known. */
  state: BulkState;
  refusal: BulkRefusal | null;
  /** Who was first, where that is why it was left alone. */
  by: Pick<LedgerEvent, 'byId' | 'at'> | null;
  failure: FailureKind | null;
  /** Safe in the ledger, but the lists do not show it yet. */
  isUnlisted: boolean;
}

/** `befores` of an undo: what stood there before what is taken back, by key. */
export function bulkOf(
  rows: readonly ListedFeedback[],
  befores?: ReadonlyMap<string, Feedback>,
): BulkResult[] {
  return rows.map(({ feedback, ticketId, requesterId }) => ({
    feedback,
    ticketId,
    requesterId,
    seen: feedback,
    before: befores?.get(feedback.key) ?? null,
    state: 'waiting',
    refusal: null,
    by: null,
    failure: null,
    isUnlisted: false,
  }));
}

export interface BulkWork {
  decide: DecideMany;
  /** The same again when something is tried again: nothing is written twice. */
  operation: string;
}

export interface BulkControl {
  /** Asked between two hundreds: what is being written is finished. */
  isStopped: () => boolean;
  /** Told of the whole after each hundred. */
  onProgress: (results: BulkResult[]) => void;
  /** Milliseconds of a clock that does not jump. */
  clock: () => number;
}

/** Is there still something to do about it? */
export const isOpenWork = ({ state, isUnlisted }: BulkResult) =>
  state === 'waiting' || state === 'failed' || isUnlisted;

/** With these the next hundred would fare no better. */
const general: readonly FailureKind[] = ['offline', 'rateLimited', 'unavailable', 'signedOut', 'forbidden'];

/**
 * Works on those that wait or failed; answers all. Two jobs and the looks at them for each hundred, more where others
 * write the same ledgers now; calls keep below sixty a minute, and where Zendesk asks to wait it is waited for. A tab
 * that is closed leaves what was written: the next reader brings the list up to it. Never throws.
 */
export async function workMany(
  app: App,
  given: readonly BulkResult[],
  work: BulkWork,
  control: BulkControl,
): Promise<BulkResult[]> {
  const slow = paced(app, control.clock);
  const results = [...given];
  const open = results.flatMap((result, index) => (isOpenWork(result) ? index : []));
  for (let from = 0; from < open.length && !control.isStopped(); from += mostItems) {
    const places = open.slice(from, from + mostItems);
    const chunk = places.map((index) => results[index] as BulkResult);
    const { worked, failure } = await workChunk(slow, chunk, work);
    places.forEach((index, at) => {
      results[index] = worked[at] as BulkResult;
    });
    const isHopeless = failure !== null && general.includes(failure.kind);
    const rest = isHopeless ? open.slice(from + mostItems) : [];
    for (const index of rest)
      results[index] = failedBy(results[index] as BulkResult, failure?.kind ?? 'unexpected');
    control.onProgress([...results]);
    if (isHopeless) break;
  }
  return results;
}

const failedBy = (result: BulkResult, failure: FailureKind): BulkResult =>
  result.state === 'done' ? result : { ...result, state: 'failed', failure };

async function workChunk(app: App, chunk: readonly BulkResult[], { decide, operation }: BulkWork) {
  const refusals = new Map<string, BulkRefusal>();
  const items = chunk.map((result) => ({
    ...result,
    key: result.feedback.key,
    state: result.feedback,
    listed: result.seen,
    decide: (state: Feedback) => {
      if (result.state === 'done') return null;
      const decision = decide(state, result);
      if ('entry' in decision) return decision.entry;
      refusals.set(state.key, decision.refusal);
      return null;
    },
  }));
  const batch = new Batch(app, items, { priority: 'background', operation });
  const failure = await batch.writeFacts(false).then(() => null, asFailure);
  const lost = await list(batch);
  tell(app, batch);
  const worked = batch.items.map((item, index) =>
    resultOf(chunk[index] as BulkResult, item, {
      refusal: refusals.get(item.key) ?? null,
      failure,
      isUnlisted: lost.has(item.key),
    }),
  );
  return { worked, failure };
}

/** Keys of those the list does not show. */
async function list(batch: Batch): Promise<Set<string>> {
  const behind = batch.items.filter(({ state, listed }) => state.rev > (listed?.rev ?? 0));
  if (behind.length === 0) return new Set();
  const unlisted = await batch.writeList(null).catch(() => behind);
  return new Set(unlisted.map(({ key }) => key));
}

/** This tab's frames hear of each; other people's browsers of the last one, and read what changed. */
function tell({ zendesk: { http, appId } }: App, batch: Batch): void {
  batch.tell();
  const last = batch.items.findLast(({ isWritten }) => isWritten);
  if (last) void notify(http, appId, { key: last.key, rev: last.state.rev });
}

interface Fate {
  refusal: BulkRefusal | null;
  failure: Failure | null;
  isUnlisted: boolean;
}

function resultOf(before: BulkResult, item: BatchRow, { refusal, failure, isUnlisted }: Fate): BulkResult {
  const now = { ...before, feedback: item.state, refusal: null, by: null, failure: null };
  if (item.isWritten || before.state === 'done') return { ...now, state: 'done', isUnlisted };
  if (refusal) return { ...now, state: 'refused', refusal, by: firstOf(item.met, refusal) };
  return { ...now, state: 'failed', failure: item.broken ? 'invalid' : (failure?.kind ?? 'unexpected') };
}

function firstOf(met: readonly LedgerEvent[], refusal: BulkRefusal): BulkResult['by'] {
  const found = met.findLast(({ kind }) => reasonsOf[refusal].includes(kind));
  return found ? { byId: found.byId, at: found.at } : null;
}
