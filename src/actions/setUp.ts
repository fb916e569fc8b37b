/** Creates what the app needs in the account. Pressing it again mends what is missing and changes nothing else. */
import type { App } from '../app.ts';
import type { Configuration, ScaleQuestion } from '../care/configuration.ts';
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
import { writeConfiguration } from '../zendesk/installation.ts';
import { readScaleQuestions } from '../zendesk/surveys.ts';

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
  const configuration = await withSurvey(app);
  await writeConfiguration(app.zendesk.http, app.zendesk.installationId, configuration);
  onStep({ done: total, total });
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

/** What the survey asks, found rather than assumed. One `other` scale is taken for CES; several need a choice. */
async function withSurvey(app: App): Promise<Configuration> {
  const { http } = app.zendesk;
  const found = await readScaleQuestions(http).catch((cause: unknown) => {
    if (['forbidden', 'notFound'].includes(asFailure(cause).kind)) return [];
    throw cause;
  });
  const others = found.filter((question) => !question.isCsat);
  const questions: ScaleQuestion[] = found.map(({ id, isCsat, scale, headline }) => ({
    id,
    scale,
    headline,
    metric: isCsat ? 'csat' : others.length === 1 ? 'ces' : null,
  }));
  const survey = found.length > 0 ? 'customizable' : (await readHasLegacyCsat(http)) ? 'legacy' : null;
  return { ...app.configuration, survey, questions, version: app.configuration.version + 1 };
}
