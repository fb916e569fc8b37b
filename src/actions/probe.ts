/** Asks the account what there is, in at most eight calls: what set-up needs most comes first. */
import type { App } from '../app.ts';
import { asFailure, isRefused } from '../care/failure.ts';
import type { Asked, FoundObjectField, Probe } from '../care/setup/probe.ts';
import { objectPlans } from '../care/setup/setup.ts';
import type { RulePlan } from '../care/workflows/rulePlan.ts';
import { readHasLegacyCsat } from '../zendesk/accountSettings.ts';
import { countedReads } from '../zendesk/counted.ts';
import { readFields, readObjectKeys } from '../zendesk/customObjects.ts';
import { readRoleGrants } from '../zendesk/customRoles.ts';
import type { Http } from '../zendesk/http.ts';
import { readDefinitions } from '../zendesk/ruleDefinitions.ts';
import { readRules } from '../zendesk/rules.ts';
import { readScheduleNames } from '../zendesk/scheduleNames.ts';
import { readScaleQuestions } from '../zendesk/surveys.ts';
import { recallSync } from './syncStatus.ts';

const mostCalls = 8;
const ownKeys = objectPlans.map(({ key }) => key);

/**
 * What is refused, to this role or on this plan, is told as such and does not end the rest. Where the app's objects are
 * not there yet, the calls their fields would take go to the survey, account and schedules. Throws `Failure` where
 * Zendesk is away.
 */
export async function probe(app: App): Promise<Probe> {
  const { http, calls } = countedReads(app.zendesk.http);
  const at = app.now();
  const [objects, definitions, triggers, roles, sync] = await Promise.all([
    asked(() => readObjectKeys(http)),
    asked(() => readDefinitions(http)),
    asked(() => readRules(http, 'trigger', 1)),
    asked(() => readRoleGrants(http, ownKeys)),
    recallSync(app),
  ]);
  const objectFields = await fieldsOf(http, ownKeys.filter(isIn(objects)));
  const isNew = ownKeys.length > Object.keys(objectFields).length;
  const found = await askExtras(extrasFor(app, http, isNew), mostCalls - calls());
  return { at, objects, objectFields, definitions, triggers, roles, ...found, sync, calls: calls() };
}

async function askExtras(extras: readonly Extra[], calls: number): Promise<Found> {
  let left = calls;
  const chosen = extras.filter(({ cost }) => {
    if (cost > left) return false;
    left -= cost;
    return true;
  });
  const none: Found = {
    automations: null,
    views: null,
    questions: null,
    hasLegacyCsat: null,
    schedules: null,
  };
  return Object.assign(none, ...(await Promise.all(chosen.map(({ ask }) => ask()))));
}

type Found = Pick<Probe, 'automations' | 'views' | 'questions' | 'hasLegacyCsat' | 'schedules'>;

const isIn = (objects: Asked<readonly string[]>) => (key: string) =>
  objects !== null && 'value' in objects && objects.value.includes(key);

async function fieldsOf(http: Http, keys: readonly string[]): Promise<Probe['objectFields']> {
  const read = async (key: string): Promise<FoundObjectField[]> =>
    (await readFields(http, key)).map(({ options, ...field }) => ({
      ...field,
      options: options.map(({ value }) => value),
    }));
  const rows = await Promise.all(keys.map(async (key) => [key, await asked(() => read(key))] as const));
  return Object.fromEntries(rows);
}

interface Extra {
  /** Calls it takes at most. */
  cost: number;
  ask: () => Promise<Partial<Found>>;
}

/** In the order they are worth it; those that no longer fit are left out. */
function extrasFor(app: App, http: Http, isNew: boolean): Extra[] {
  const { locale } = app.user;
  const rules = (name: 'automations' | 'views', kind: RulePlan['kind']): Extra => ({
    cost: 1,
    ask: async () => ({ [name]: await asked(() => readRules(http, kind, 1)) }),
  });
  const automations = rules('automations', 'automation');
  const views = rules('views', 'view');
  const account: Extra[] = [
    // A help center that lacks the person's language is asked in English as well.
    {
      cost: /^en-us$/i.test(locale) ? 1 : 2,
      ask: async () => ({ questions: await asked(() => readScaleQuestions(http, locale)) }),
    },
    { cost: 1, ask: async () => ({ hasLegacyCsat: await asked(() => readHasLegacyCsat(http)) }) },
    { cost: 1, ask: async () => ({ schedules: await asked(() => readScheduleNames(http)) }) },
  ];
  const { made, workflows } = app.configuration;
  const isAutomated = workflows.some(({ isOn }) => isOn) || made.some(({ kind }) => kind === 'automation');
  if (isNew) return [automations, ...account, views];
  return isAutomated ? [automations, views, ...account] : [views, automations, ...account];
}

/** Refusals say something about the account; everything else is Zendesk being away. */
async function asked<T>(ask: () => Promise<T>): Promise<Asked<T>> {
  try {
    return { value: await ask() };
  } catch (cause) {
    const { kind } = asFailure(cause);
    if (!isRefused(kind) && kind !== 'unexpected') throw cause;
    return { refused: kind };
  }
}
