/** Writes a fact, or several that belong together, to a feedback's ledger, whoever else writes meanwhile. */
import type { App } from '../app.ts';
import { Failure } from '../care/failure.ts';
import type { Feedback } from '../care/feedback.ts';
import { fold, isReadable } from '../care/fold.ts';
import type { Entry, LedgerEvent, NewEvent } from '../care/ledger.ts';
import { readFacts, writeEntry } from '../zendesk/ledger.ts';
import { refuseGap } from './foldWhole.ts';

/** What to write in this state; `null` when nothing is left to do. May throw to refuse. */
export type Decide = (state: Feedback) => NewEvent | Entry | null;

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
    const decided = decide(state);
    if (!decided) return { feedback: state, met, isWritten: false };
    const facts = await writeEntry(http, state.key, state.rev + 1, asEntry(decided), operation);
    if (facts) return { feedback: fold(state, facts), met, isWritten: true };
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

const asEntry = (decided: NewEvent | Entry): Entry => ('kind' in decided ? [decided] : decided);
