/** After a write: the projection for lists, then the news for whoever looks on. */
import type { App } from '../app.ts';
import { asFailure, type Failure } from '../care/failure.ts';
import type { Feedback } from '../care/feedback.ts';
import { project } from '../zendesk/feedbackRecords.ts';
import { notify } from '../zendesk/notify.ts';

/** What a feedback is about, so that its record can point there. */
export interface Subject {
  ticketId: string;
  requesterId: string | null;
}

/**
 * Never throws: the fact is in the ledger already, and the next reader repairs the list. Answers what kept the
 * list from being written, `null` when it was. `isUrgent` also tells other people's browsers at once.
 */
export async function publish(
  app: App,
  feedback: Feedback,
  subject: Subject,
  isUrgent: boolean,
): Promise<Failure | null> {
  const { http, hub, appId } = app.zendesk;
  const news = { key: feedback.key, rev: feedback.rev };
  const problem = await project(http, feedback, subject.ticketId, subject.requesterId).then(
    () => null,
    asFailure,
  );
  hub.tell(news);
  if (isUrgent) await notify(http, appId, news);
  return problem;
}
