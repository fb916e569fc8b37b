/** What this account's survey is, and what it asks. */
import type { App } from '../app.ts';
import type { SurveyKind } from '../care/configuration.ts';
import { asFailure } from '../care/failure.ts';
import { readHasLegacyCsat } from '../zendesk/accountSettings.ts';
import { readScaleQuestions } from '../zendesk/surveys.ts';

type Questions = Awaited<ReturnType<typeof readScaleQuestions>>;

/** The survey's scales; none where the account has good and bad, or no survey: then it refuses the question. Throws `Failure`. */
export const readQuestions = (app: App): Promise<Questions> =>
  readScaleQuestions(app.zendesk.http, app.user.locale).catch((cause: unknown) => {
    if (['forbidden', 'notFound'].includes(asFailure(cause).kind)) return [];
    throw cause;
  });

/** `null` where this account has no survey at all. Two calls at most, three where its words are in English alone. Throws `Failure`. */
export async function readSurvey(app: App): Promise<{ kind: SurveyKind | null; questions: Questions }> {
  const questions = await readQuestions(app);
  if (questions.length > 0) return { kind: 'customizable', questions };
  return { kind: (await readHasLegacyCsat(app.zendesk.http)) ? 'legacy' : null, questions };
}
