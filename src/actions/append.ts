/** Writes one fact to a feedback's ledger, whoever else writes at the same moment. */
import type { App } from '../app.ts';
import { Failure } from '../care/failure.ts';
import type { Feedback } from '../care/feedback.ts';
import { type Fact, fold, foldAll, hasGap, isReadable } from '../care/fold.ts';
import type { LedgerEvent, NewEvent } from '../care/ledger.ts';
import { readFacts, writeFact } from '../zendesk/ledger.ts';

/** What to write in this state; `null` when nothing is left to do. May throw to refuse. */
export type Decide = (state: Feedback) => NewEvent | null;

export interface Appended {
  feedback: Feedback;
  /** Facts others wrote meanwhile, which the person has not seen yet. */
  met: LedgerEvent[];
  /** Did this call's fact get in (now or by an earlier try of the same operation)? */
  isWritten: boolean;
}

/** Others may be first this often before we give up. */
const attempts = 6;

/**
 * Decides on the state known here and takes the next number; when that is taken, reads what the others wrote,
 * decides again, and goes on. `operation` recognises one's own lost answer. Throws `Failure`.
 */
export async function append(
  app: App,
  known: Feedback,
  decide: Decide,
  operation: string,
): Promise<Appended> {
  const { http } = app.zendesk;
  let state = known;
  const met: LedgerEvent[] = [];
  for (let tried = 0; tried < attempts; tried += 1) {
    const event = decide(state);
    if (!event) return { feedback: state, met, isWritten: false };
    const fact = await writeFact(http, state.key, state.rev + 1, event, operation);
    if (fact) return { feedback: fold(state, [fact]), met, isWritten: true };
    const others = await readFacts(http, state.key, state.rev);
    state = fold(state, others);
    refuseGap(state, others);
    const readable = others.filter(isReadable);
    const isOwn = (other: LedgerEvent) => other.operation === operation;
    met.push(...readable.filter((other) => !isOwn(other)));
    if (readable.some(isOwn)) return { feedback: state, met, isWritten: true };
  }
  throw new Failure('conflict', { status: 409, message: 'too many people at once' });
}

/** A ledger with a number missing was tampered with: writing into the gap would change what later facts mean. */
function refuseGap(state: Feedback, facts: readonly Fact[]): void {
  if (hasGap(state, facts)) throw new Failure('unexpected', { message: `${state.key}: a record is missing` });
}

/** The state of a whole ledger; throws `Failure` where a number is missing. */
export function foldWhole(key: string, facts: readonly Fact[]): Feedback {
  const feedback = foldAll(key, facts);
  refuseGap(feedback, facts);
  return feedback;
}

/** A new operation id. */
export const newOperation = () => crypto.randomUUID();
