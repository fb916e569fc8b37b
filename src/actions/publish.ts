/** After a write: the projection for lists, then the news for whoever looks on. */
import type { App } from '../app.ts';
import { asFailure, type Failure } from '../care/failure.ts';
import type { Feedback } from '../care/feedback.ts';
import { project, readListedRev } from '../zendesk/feedbackRecords.ts';
import { notify } from '../zendesk/notify.ts';

/** What a feedback is about, so that its record can point there. */
export interface Subject {
  /** `null` while only a conversation is known. */
  ticketId: string | null;
  requesterId: string | null;
}

/**
 * Never throws: the fact is in the ledger already. Resolves with what kept the list from being written, `null`
 * when it was. `isUrgent` also tells other people's browsers at once.
 */
export async function publish(
  app: App,
  feedback: Feedback,
  subject: Subject,
  isUrgent: boolean,
): Promise<Failure | null> {
  const { http, hub, appId } = app.zendesk;
  const problem = await project(http, feedback, subject.ticketId, subject.requesterId).then(
    () => null,
    asFailure,
  );
  const news = { key: feedback.key, rev: feedback.rev };
  hub.tell(news);
  if (isUrgent) void notify(http, appId, news);
  return problem;
}

/**
 * Writes the list record of an open case again where it is missing or behind the ledger: its writer's browser may
 * have been closed in between. One call when all is well; never throws.
 */
export async function mendList(app: App, feedback: Feedback, subject: Subject): Promise<void> {
  if (!feedback.case || feedback.case.status === 'closed') return;
  const rev = await readListedRev(app.zendesk.http, feedback.key).catch(() => null);
  if (rev !== null && rev < feedback.rev) await publish(app, feedback, subject, false);
}
