/** Everything set-up created in the account that is still there. */
import type { App } from '../app.ts';
import { sheetPlan } from '../care/coaching/sheetPlan.ts';
import type { Configuration } from '../care/configuration.ts';
import { settled } from '../care/setup/announced.ts';
import { digestFieldPlan, objectPlans, ticketFieldPlans } from '../care/setup/setup.ts';
import { readFields, readObjectKeys } from '../zendesk/customObjects.ts';
import { readTicketFields } from '../zendesk/ticketFields.ts';
import { readFoundRules } from './readFoundRules.ts';
import { isRefusal } from './readStorage.ts';
import { readStoredConfiguration } from './readStoredConfiguration.ts';

export const madeKinds = [
  'trigger',
  'automation',
  'view',
  'ticket_field',
  'object_field',
  'object',
  'setting',
] as const;
export type MadeKind = (typeof madeKinds)[number];

/** Something set-up created in the account. */
export interface MadeThing {
  kind: MadeKind;
  /** Zendesk's; custom objects and their fields are known by their keys. */
  id: string;
  /** The app's own name for it: a plan's key. */
  key: string;
  /** As the account shows it. */
  title: string;
}

/** In the order in which they can be taken away. About ten calls. Admins only. Throws `Failure`. */
export async function listMade(app: App): Promise<MadeThing[]> {
  const configuration = await readStoredConfiguration(app);
  const [rules, ticketFields, objects] = await Promise.all([
    madeRules(app, configuration),
    madeTicketFields(app, configuration),
    madeObjects(app),
  ]);
  const { installationId, title } = app.zendesk;
  const setting = { kind: 'setting' as const, id: String(installationId), key: 'configuration', title };
  return [...rules, ...ticketFields, ...objects, ...(configuration.casesSince === null ? [] : [setting])];
}

async function madeRules(app: App, configuration: Configuration): Promise<MadeThing[]> {
  const found = await readFoundRules(app, [], configuration.made);
  const made = settled(configuration.made, [], found);
  return (['trigger', 'automation', 'view'] as const).flatMap((kind) =>
    made.flatMap((one): MadeThing[] => {
      const rule = one.kind === kind ? found[kind]?.rules.find(({ id }) => id === one.id) : undefined;
      return rule ? [{ kind, id: rule.id, key: one.key, title: rule.title }] : [];
    }),
  );
}

async function madeTicketFields(app: App, { mirror, digestFieldId }: Configuration): Promise<MadeThing[]> {
  const wanted = [
    ...ticketFieldPlans.map(({ key }) => ({ key, id: mirror[key] })),
    { key: digestFieldPlan.key, id: digestFieldId },
  ];
  if (wanted.every(({ id }) => id === null)) return [];
  const fields = await readTicketFields(app.zendesk.http);
  return wanted.flatMap(({ key, id }): MadeThing[] => {
    const field = fields.find((one) => one.id === id);
    return field ? [{ kind: 'ticket_field', id: field.id, key, title: field.title }] : [];
  });
}

/** None on plans without custom objects. */
async function madeObjects(app: App): Promise<MadeThing[]> {
  const { http } = app.zendesk;
  const keys = await readObjectKeys(http).catch((cause: unknown): string[] => {
    if (isRefusal(cause)) return [];
    throw cause;
  });
  const plans = [...objectPlans, sheetPlan].filter(({ key }) => keys.includes(key));
  const fields = await Promise.all(
    plans.map(async (plan) => {
      const found = await readFields(http, plan.key);
      return plan.fields
        .filter(({ key }) => found.some((field) => field.key === key))
        .map((field): MadeThing => {
          const id = `${plan.key}/${field.key}`;
          return { kind: 'object_field', id, key: id, title: `${plan.title}: ${field.title}` };
        });
    }),
  );
  const objects = plans.map(({ key, title }): MadeThing => ({ kind: 'object', id: key, key, title }));
  return [...fields.flat(), ...objects];
}
