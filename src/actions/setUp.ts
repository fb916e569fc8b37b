/** Creates what the app needs in the account. Pressing it again mends what is missing and changes nothing else. */
import type { App } from '../app.ts';
import { type Configuration, parseConfiguration } from '../care/configuration.ts';
import { changesBetween } from '../care/configurationChange.ts';
import { asFailure } from '../care/failure.ts';
import { type FieldPlan, type ObjectPlan, objectPlans } from '../care/setup.ts';
import { withMeaning } from '../care/surveyQuestions.ts';
import { readHasLegacyCsat } from '../zendesk/accountSettings.ts';
import {
  createField,
  createObject,
  type FieldFound,
  makeNameUnique,
  readFields,
  readObjectKeys,
  writeOptions,
} from '../zendesk/customObjects.ts';
import { readSettings, writeConfiguration } from '../zendesk/installation.ts';
import { readScaleQuestions } from '../zendesk/surveys.ts';
import { keepCopy } from './configure.ts';
import { makeTicketFields, type RefusedField } from './makeTicketFields.ts';

/** Ratings given within so many milliseconds before the first set-up still open cases; older ones are history. */
const lookBack = 7 * 24 * 3_600_000;

export interface SetUpStep {
  /** How many of the steps are done, and how many there are. */
  done: number;
  total: number;
}

/** How many steps there are: the objects, the ticket fields, the configuration. */
export const setUpSteps = objectPlans.length + 2;

/**
 * Answers the configuration it wrote. Ticket fields the account refuses are told to `onRefused`: the app works without
 * them. Admins only: others meet `forbidden`. Throws `Failure`.
 */
export async function setUp(
  app: App,
  onStep: (step: SetUpStep) => void,
  onRefused: (refused: RefusedField[]) => void = () => {},
): Promise<Configuration> {
  const existing = await readObjectKeys(app.zendesk.http);
  const total = setUpSteps;
  for (const [done, plan] of objectPlans.entries()) {
    onStep({ done, total });
    await createMissing(app, plan, existing.includes(plan.key));
  }
  onStep({ done: total - 2, total });
  const configuration = await configure(app, onRefused, () => onStep({ done: total - 1, total }));
  onStep({ done: total, total });
  return configuration;
}

/** Read, compare, write: only what is new is written, and nothing an admin chose is taken back. */
async function configure(
  app: App,
  onRefused: (refused: RefusedField[]) => void,
  onFields: () => void,
): Promise<Configuration> {
  const { http, installationId } = app.zendesk;
  const settings = await readSettings(http, installationId);
  const current = parseConfiguration(settings.configuration);
  const { mirror, refused } = await makeTicketFields(app, current.mirror);
  onRefused(refused);
  onFields();
  const casesSince = current.casesSince ?? app.now() - lookBack;
  const found = { ...current, casesSince, mirror, ...(await findSurvey(app, current)) };
  if (JSON.stringify(found) === JSON.stringify(current)) return current;
  const configuration = { ...found, version: current.version + 1 };
  await writeConfiguration(http, installationId, settings, configuration);
  await keepCopy(app, configuration, changesBetween(current, configuration));
  return configuration;
}

async function createMissing(app: App, plan: ObjectPlan, exists: boolean): Promise<void> {
  const { http } = app.zendesk;
  if (!exists) await createObject(http, plan);
  const fields = await readFields(http, plan.key);
  const name = fields.find((field) => field.key === 'standard::name');
  // Before the first record: afterwards Zendesk refuses the change.
  if (plan.isNameUnique && !name?.isUnique) await makeNameUnique(http, plan.key);
  for (const field of plan.fields) {
    const found = fields.find(({ key }) => key === field.key);
    if (!found) await createField(http, plan.key, field);
    else await addOptions(app, plan.key, field, found);
  }
}

/** A newer version of the app may know more choices than the field does; those that are there stay. */
async function addOptions(
  app: App,
  objectKey: string,
  plan: FieldPlan,
  { options }: FieldFound,
): Promise<void> {
  const missing = (plan.options ?? []).filter((value) => !options.some((option) => option.value === value));
  if (missing.length === 0) return;
  const added = missing.map((value) => ({ name: value, value }));
  await writeOptions(app.zendesk.http, objectKey, plan.key, [...options, ...added]);
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
