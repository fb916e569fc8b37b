/** How many recorded answers there are to each question and score source: what a change of direction concerns. */
import type { App } from '../app.ts';
import { countRecordedAnswers } from '../zendesk/recordedAnswers.ts';

export type AnswerCounts = Awaited<ReturnType<typeof countRecordedAnswers>>;

/** Five calls at most. Throws `Failure`. */
export const countAnswers = (app: App): Promise<AnswerCounts> => countRecordedAnswers(app.zendesk.http);
