/** Creates what the app needs in the account. Pressing it again mends what is missing and changes nothing else. */
import type { App } from '../app.ts';
import { type Configuration, parseConfiguration } from '../care/configuration.ts';
import { changesBetween, rebased } from '../care/configurationChange.ts';
import { asFailure } from '../care/failure.ts';
import { itemIds } from '../care/setup/checklist.ts';
import { type FieldPlan, type ObjectPlan, objectPlans, ticketFieldPlans } from '../care/setup/setup.ts';
import { withMeaning } from '../care/setup/surveyQuestions.ts';
import {
  createField,
  createObject,
  type FieldFound,
  makeNameUnique,
  readFields,
  readObjectKeys,
  writeOptions,
} from '../zendesk/customObjects.ts';
import { readSettings } from '../zendesk/installation.ts';
import { applyRules, type RefusedRule } from './applyRules.ts';
import { keepCopy } from './configure.ts';
import { makeTicketFields, type RefusedField } from './makeTicketFields.ts';
import { readSurvey } from './readSurvey.ts';
import { storeConfiguration } from './storeConfiguration.ts';

/** Ratings given within so many milliseconds before the first set-up still open cases; older ones are history. */
const lookBack = 7 * 24 * 3_600_000;

export interface SetUpStep {
  /** How many of the steps are done, and how many there are. */
  done: number;
  total: number;
  /** What is being made: an item of the checklist; `null` where it is none. */
  id: string | null;
}

/** How many steps there are: the objects, the ticket fields, the configuration, the rules and views. */
export const setUpSteps = objectPlans.length + 3;

export interface SetUpOptions {
  /** Items of the checklist somebody changed, to be as planned again. */
  repair?: readonly string[];
  /** Ticket fields the account refuses: the app works without them. */
  onRefused?: (refused: RefusedField[]) => void;
  /** Rules and views the account refuses. */
  onRefusedRules?: (refused: RefusedRule[]) => void;
}

/**
 * Creates what is missing and renews what is outdated; pressed again it writes nothing, and it goes on where an
 * interrupted run stopped. Answers the configuration it wrote. Admins only: others meet `forbidden`. Throws `Failure`.
 */
export async function setUp(
  app: App,
  onStep: (step: SetUpStep) => void,
  options: SetUpOptions = {},
): Promise<Configuration> {
  const { repair = [], onRefusedRules = () => {} } = options;
  const existing = await readObjectKeys(app.zendesk.http);
  const total = setUpSteps;
  for (const [done, plan] of objectPlans.entries()) {
    onStep({ done, total, id: plan.key });
    await createMissing(app, plan, existing.includes(plan.key));
  }
  const first = ticketFieldPlans[0] ? itemIds.ticketField(ticketFieldPlans[0].key) : null;
  onStep({ done: total - 3, total, id: first });
  const configuration = await configure(app, options, () => onStep({ done: total - 2, total, id: null }));
  const onRule = ({ id }: { id: string | null }) => onStep({ done: total - 1, total, id });
  onRule({ id: null });
  const applied = await applyRules(app, { repair, onStep: onRule }).catch((cause: unknown) => {
    // Rules this account cannot tell of: the app works without them, and the checklist says so.
    if (!['forbidden', 'notFound', 'unexpected'].includes(asFailure(cause).kind)) throw cause;
    return { configuration, refused: [] };
  });
  onRefusedRules(applied.refused);
  onStep({ done: total, total, id: null });
  return applied.configuration;
}

/** Read, compare, write: only what is new is written, and nothing an admin chose is taken back. */
async function configure(
  app: App,
  { repair, onRefused = () => {} }: SetUpOptions,
  onFields: () => void,
): Promise<Configuration> {
  const { http, installationId } = app.zendesk;
  const before = await readSettings(http, installationId);
  const current = parseConfiguration(before.configuration);
  const { mirror, refused } = await makeTicketFields(app, current, repair);
  onRefused(refused);
  onFields();
  const casesSince = current.casesSince ?? app.now() - lookBack;
  const found = { ...current, casesSince, mirror, ...(await findSurvey(app, current)) };
  if (JSON.stringify(found) === JSON.stringify(current)) return current;
  // Looking took a while: what an admin saved meanwhile is theirs.
  const settings = await readSettings(http, installationId);
  const now = parseConfiguration(settings.configuration);
  const configuration = { ...rebased(found, current, now), version: now.version + 1 };
  await storeConfiguration(app, settings, configuration);
  await keepCopy(app, configuration, changesBetween(now, configuration));
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
  const { kind, questions } = await readSurvey(app);
  return {
    survey: kind ?? current.survey,
    questions: kind === 'customizable' ? withMeaning(questions, current.questions) : current.questions,
  };
}
