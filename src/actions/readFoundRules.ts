import type { App } from '../app.ts';
import { isAnnounced } from '../care/setup/announced.ts';
import type { FoundByKind } from '../care/setup/ruleState.ts';
import type { RulePlan } from '../care/workflows/rulePlan.ts';
import type { MadeRule } from '../care/workflows/workflow.ts';
import { type RuleKind, type RuleList, readRule, readRules } from '../zendesk/rules.ts';

/**
 * The account's rules of the kinds that are wanted or were made; of lists too long to be read whole, those that were
 * made are asked for one by one. Throws `Failure`.
 */
export async function readFoundRules(
  app: App,
  plans: readonly RulePlan[],
  made: readonly MadeRule[],
): Promise<FoundByKind> {
  const kinds = new Set([...plans, ...made].map(({ kind }) => kind));
  const read = async (kind: RuleKind) => (kinds.has(kind) ? readWhole(app, kind, made) : nothing);
  const [trigger, automation, view] = await Promise.all([read('trigger'), read('automation'), read('view')]);
  return { trigger, automation, view };
}

const nothing: RuleList = { rules: [], isCut: false };

async function readWhole(app: App, kind: RuleKind, made: readonly MadeRule[]): Promise<RuleList> {
  const { http } = app.zendesk;
  const list = await readRules(http, kind);
  if (!list.isCut) return list;
  const isSeen = (one: MadeRule) => isAnnounced(one) || list.rules.some(({ id }) => id === one.id);
  const unseen = made.filter((one) => one.kind === kind && !isSeen(one));
  const found = await Promise.all(unseen.map(({ id }) => readRule(http, kind, id)));
  return { rules: [...list.rules, ...found.filter((rule) => rule !== null)], isCut: false };
}
