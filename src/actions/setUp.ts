/** Creates what the app needs in the account. Pressing it again mends what is missing and changes nothing else. */
import type { App } from '../app.ts';
import { type Configuration, parseConfiguration, type ScaleQuestion } from '../care/configuration.ts';
import { asFailure } from '../care/failure.ts';
import { type ObjectPlan, objectPlans } from '../care/setup.ts';
import { readHasLegacyCsat } from '../zendesk/accountSettings.ts';
import {
  createField,
  createObject,
  makeNameUnique,
  readFields,
  readObjectKeys,
} from '../zendesk/customObjects.ts';
import { readSettings, writeConfiguration } from '../zendesk/installation.ts';
import { type ScaleQuestion as FoundQuestion, readScaleQuestions } from '../zendesk/surveys.ts';

export interface SetUpStep {
  /** How many of the steps are done, and how many there are. */
  done: number;
  total: number;
}

/** Answers the configuration it wrote. Admins only: others meet `forbidden`. Throws `Failure`. */
export async function setUp(app: App, onStep: (step: SetUpStep) => void): Promise<Configuration> {
  const existing = await readObjectKeys(app.zendesk.http);
  const total = objectPlans.length + 1;
  for (const [done, plan] of objectPlans.entries()) {
    onStep({ done, total });
    await createMissing(app, plan, existing.includes(plan.key));
  }
  onStep({ done: total - 1, total });
  const configuration = await configure(app);
  onStep({ done: total, total });
  return configuration;
}

/** Read, compare, write: only what is new is written, and nothing an admin chose is taken back. */
async function configure(app: App): Promise<Configuration> {
  const { http, installationId } = app.zendesk;
  const settings = await readSettings(http, installationId);
  const current = parseConfiguration(settings.configuration);
  const found = { ...current, ...(await findSurvey(app, current)) };
  if (JSON.stringify(found) === JSON.stringify(current)) return current;
  const configuration = { ...found, version: current.version + 1 };
  await writeConfiguration(http, installationId, settings, configuration);
  return configuration;
}

async function createMissing(app: App, plan: ObjectPlan, exists: boolean): Promise<void> {
  const { http } = app.zendesk;
  if (!exists) await createObject(http, plan);
  const fields = await readFields(http, plan.key);
  const name = fields.find((field) => field.key === 'standard::name');
  // Before the first record: afterwards Zendesk refuses the change.
  if (plan.isNameUnique && !name?.isUnique) await makeNameUnique(http, plan.key);
  const known = new Set(fields.map((field) => field.key));
  for (const field of plan.fields) if (!known.has(field.key)) await createField(http, plan.key, field);
}

/** What the survey asks, found rather than assumed; what cannot be found now leaves what was known. */
async function findSurvey(
  app: App,
  current: Configuration,
): Promise<Pick<Configuration, 'survey' | 'questions'>> {
  const { http } = app.zendesk;
  const found = await readScaleQuestions(http, app.user.locale).catch((cause: unknown) => {
    if (['forbidden', 'notFound'].includes(asFailure(cause).kind)) return [];
    throw cause;
  });
  if (found.length > 0) return { survey: 'customizable', questions: withMeaning(found, current.questions) };
  const survey = (await readHasLegacyCsat(http)) ? 'legacy' : current.survey;
  return { survey, questions: current.questions };
}

/** Beside a CSAT question, one other scale is taken for CES; several, or one alone, need a person's choice. */
function withMeaning(found: FoundQuestion[], known: ScaleQuestion[]): ScaleQuestion[] {
  const others = found.filter((question) => !question.isCsat);
  const isClear = others.length === 1 && found.length > 1;
  const questions = found.flatMap(({ id, isCsat, scale, headline }) => {
    const chosen = known.find((question) => question.id === id);
    const metric = chosen?.metric ?? (isCsat ? 'csat' : isClear ? 'ces' : null);
    return scale === null ? [] : [{ id, metric, scale, headline }];
  });
  const gone = known.filter((question) => !found.some(({ id }) => id === question.id));
  return [...questions, ...gone];
}
