/** Says that a score is not one's own, takes that back, and decides it. Credit moves in the ledger, never in Zendesk. */
import type { App } from '../app.ts';
import { mayDecide, mayDispute } from '../care/dispute.ts';
import { Failure } from '../care/failure.ts';
import type { Feedback } from '../care/feedback.ts';
import type { DisputeDecision, DisputeReason } from '../care/ledger.ts';
import type { Subject } from './publish.ts';
import { record, type Written } from './record.ts';

const textOf = (note: string) => note.trim() || null;

/** Two calls. `isWritten` is false where it is disputed already, or counts no longer. Throws `Failure`. */
export async function disputeScore(
  app: App,
  known: Feedback,
  subject: Subject,
  { reason, note }: { reason: DisputeReason; note: string },
  operation: string,
): Promise<Written> {
  const decide = (state: Feedback) =>
    mayDispute(state, app.user, app.configuration)
      ? { kind: 'disputed' as const, body: { reason, note: textOf(note) } }
      : null;
  return record(app, known, subject, decide, operation, true);
}

/** Two calls. `isWritten` is false where somebody decided meanwhile. Throws `Failure`. */
export async function withdrawDispute(
  app: App,
  known: Feedback,
  subject: Subject,
  operation: string,
): Promise<Written> {
  const decide = ({ dispute }: Feedback) =>
    dispute?.state === 'open' && dispute.byId === app.user.id
      ? { kind: 'dispute_withdrawn' as const, body: {} }
      : null;
  return record(app, known, subject, decide, operation, true);
}

export interface DisputeVerdict {
  decision: DisputeDecision;
  /** Of an accepted one: who is credited instead; `null` for nobody. */
  creditTo: string | null;
  note: string;
}

/** Two calls. `isWritten` is false where somebody decided meanwhile. Throws `Failure`, forbidden for who may not. */
export async function decideDispute(
  app: App,
  known: Feedback,
  subject: Subject,
  { decision, creditTo, note }: DisputeVerdict,
  operation: string,
): Promise<Written> {
  if (known.dispute?.state === 'open' && !mayDecide(known, app.user, app.configuration))
    throw new Failure('forbidden', { message: 'leads decide, nobody their own' });
  const decide = (state: Feedback) =>
    mayDecide(state, app.user, app.configuration)
      ? {
          kind: 'dispute_decided' as const,
          body: { decision, creditTo: decision === 'accepted' ? creditTo : null, note: textOf(note) },
        }
      : null;
  return record(app, known, subject, decide, operation, true);
}
