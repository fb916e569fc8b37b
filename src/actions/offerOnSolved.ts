/** Has the survey sent as soon as a ticket is solved, by a trigger of this app's; and takes that back. */
import type { App } from '../app.ts';
import type { Configuration } from '../care/configuration.ts';
import { asFailure, Failure } from '../care/failure.ts';
import { onSolvedKey, ownTrigger, type SurveyMail } from '../care/setup/surveyDelivery.ts';
import { type FoundRule, printOf, type RulePlan } from '../care/workflows/rulePlan.ts';
import { switchRule } from '../zendesk/ruleSwitch.ts';
import { createRule, deleteRule, updateRule } from '../zendesk/rules.ts';
import { amendConfiguration } from './amendConfiguration.ts';
import { readStoredConfiguration } from './readStoredConfiguration.ts';
import { readSurveyDelivery } from './readSurveyDelivery.ts';

export type Replaced = Configuration['surveyReplaced'][number];

/**
 * The trigger first, then what it replaces, so that a run that breaks off leaves customers asked; the next one goes on
 * from there and writes nothing twice. Only rules in `replace` are switched off, and remembered before they are. The
 * trigger is written anew where somebody switched it off. Answers the configuration. Admins only. Throws `Failure`;
 * `invalid` where this account's triggers cannot ask.
 */
export async function offerOnSolved(
  app: App,
  mail: SurveyMail,
  replace: readonly Replaced[],
): Promise<Configuration> {
  const { own, offer, senders } = await readSurveyDelivery(app, mail);
  if (!offer) throw new Failure('invalid', { message: 'no trigger of this account can ask for a rating' });
  const isKept = own?.isActive === true;
  const trigger = isKept ? own : await writeTrigger(app, own, offer.plan);
  const off = replace.filter(({ kind, id }) =>
    senders.some(({ rule }) => rule.kind === kind && rule.id === id),
  );
  const configuration = await amendConfiguration(app, ({ made, leftAlone, surveyReplaced }) => {
    const isKnown = made.some(({ key, id }) => key === onSolvedKey && id === trigger.id);
    const others = made.filter(({ key }) => key !== onSolvedKey);
    return {
      made: isKept && isKnown ? made : [...others, madeOf(offer.plan, trigger)],
      leftAlone: isKept ? leftAlone : leftAlone.filter(({ key }) => key !== onSolvedKey),
      surveyReplaced: [...surveyReplaced.filter((one) => !hasRule(off, one)), ...off],
    };
  });
  for (const { kind, id } of off) await switchRule(app.zendesk.http, kind, id, false);
  return configuration;
}

async function writeTrigger(app: App, own: FoundRule | null, plan: RulePlan): Promise<FoundRule> {
  const { http } = app.zendesk;
  if (own) return updateRule(http, own.id, plan);
  return createRule(http, plan, (rule) => ownTrigger([rule], null) !== null);
}

/**
 * What was replaced is on again before the trigger goes, and forgotten last. Rules that are gone are passed over.
 * Answers the configuration. Admins only. Throws `Failure`.
 */
export async function putBackSurvey(app: App, mail: SurveyMail): Promise<Configuration> {
  const { http } = app.zendesk;
  const { own, replaced } = await readSurveyDelivery(app, mail);
  for (const { kind, id } of replaced) if (kind !== 'view') await switchOn(app, kind, id);
  if (own) await deleteRule(http, 'trigger', own.id);
  return amendConfiguration(app, ({ made, leftAlone }) => ({
    made: made.filter(({ key }) => key !== onSolvedKey),
    leftAlone: leftAlone.filter(({ key }) => key !== onSolvedKey),
    surveyReplaced: [],
  }));
}

/**
 * The rules the trigger replaced ask again; those that are gone are passed over. For whoever takes the trigger away
 * with everything else. Admins only. Throws `Failure`.
 */
export async function switchReplacedOn(app: App): Promise<void> {
  const { surveyReplaced } = await readStoredConfiguration(app);
  if (surveyReplaced.length === 0) return;
  for (const { kind, id } of surveyReplaced) await switchOn(app, kind, id);
  await amendConfiguration(app, () => ({ surveyReplaced: [] }));
}

async function switchOn(app: App, kind: Replaced['kind'], id: string): Promise<void> {
  await switchRule(app.zendesk.http, kind, id, true).catch((cause: unknown) => {
    if (asFailure(cause).kind !== 'notFound') throw cause;
  });
}

const hasRule = (rules: readonly Replaced[], { kind, id }: Replaced) =>
  rules.some((one) => one.kind === kind && one.id === id);

function madeOf(plan: RulePlan, found: FoundRule): Configuration['made'][number] {
  const planned = printOf({ ...plan, isActive: true });
  return { key: onSolvedKey, kind: 'trigger', id: found.id, planned, found: printOf(found) };
}
