/** Makes the account's rules what the configuration asks for: creates, renews, takes away. Rules of others stay. */
import type { App } from '../app.ts';
import type { Configuration } from '../care/configuration.ts';
import { asFailure, type FailureKind, isRefused } from '../care/failure.ts';
import { announcementOf, isAnnounced, settled } from '../care/setup/announced.ts';
import { isOwn, ruleStates } from '../care/setup/ruleState.ts';
import { madeOf, type RuleDeed, type RuleStep, ruleSteps } from '../care/setup/ruleSteps.ts';
import type { RulePlan } from '../care/workflows/rulePlan.ts';
import type { MadeRule } from '../care/workflows/workflow.ts';
import { readDefinitions } from '../zendesk/ruleDefinitions.ts';
import { createRule, deleteRule, updateRule } from '../zendesk/rules.ts';
import { amendConfiguration } from './amendConfiguration.ts';
import { makeDigestField } from './makeDigestField.ts';
import { type PlanProblem, planRules } from './planRules.ts';
import { readFoundRules } from './readFoundRules.ts';
import { readStoredConfiguration } from './readStoredConfiguration.ts';

export interface ApplyOptions {
  /** Told before each rule is written. */
  onStep?: (step: { done: number; total: number; id: string | null }) => void;
  /** Keys of what somebody changed and is to be as planned again. */
  repair?: readonly string[];
}

export interface RuleChange {
  key: string;
  kind: RulePlan['kind'];
  title: string;
  did: RuleDeed;
}

export interface RefusedRule {
  key: string;
  kind: RulePlan['kind'];
  title: string;
  why: FailureKind;
}

export interface RulesApplied {
  configuration: Configuration;
  changes: RuleChange[];
  /** The account did not take these; the others are in place. */
  refused: RefusedRule[];
  /** Rules that were left out, and why. */
  problems: PlanProblem[];
}

/** What was done so far, so that it is remembered whatever happens. */
interface Progress {
  made: Map<string, MadeRule | null>;
  digestFieldId: string | null;
  changes: RuleChange[];
  refused: RefusedRule[];
}

/**
 * For the configuration as it is stored. What somebody else changed stays unless `repair` names it. Every write leaves
 * a state from which the next run goes on. Admins only. Throws `Failure` where the definitions cannot be read or
 * Zendesk is away.
 */
export async function applyRules(
  app: App,
  { onStep = () => {}, repair = [] }: ApplyOptions = {},
): Promise<RulesApplied> {
  const current = await readStoredConfiguration(app);
  if (!isAnythingDue(current)) return { configuration: current, changes: [], refused: [], problems: [] };
  const definitions = await readDefinitions(app.zendesk.http);
  const digestFieldId = await makeDigestField(app, current, definitions, repair);
  const { plans, problems } = planRules(app, { ...current, digestFieldId }, definitions);
  const progress: Progress = { made: new Map(), digestFieldId, changes: [], refused: [] };
  try {
    const found = await readFoundRules(app, plans, current.made);
    const steps = ruleSteps(ruleStates(plans, current, found), repair);
    await announce(app, steps, settled(current.made, plans, found));
    for (const [done, step] of steps.entries()) {
      onStep({ done, total: steps.length, id: keyOf(step) });
      await take(app, step, progress);
    }
  } catch (cause) {
    await remember(app, progress, { repair, isOver: false }).catch(() => {});
    throw cause;
  }
  const configuration = await remember(app, progress, { repair, isOver: true });
  return { configuration, changes: progress.changes, refused: progress.refused, problems };
}

const isAnythingDue = ({ workflows, made, mirror }: Configuration) =>
  mirror.isOn || made.length > 0 || workflows.some(({ isOn }) => isOn);

const keyOf = (step: RuleStep) => ('plan' in step ? step.plan.key : step.made.key);

/** Refusals are told and the next rule is tried; anything else ends the run. */
async function take(app: App, step: RuleStep, progress: Progress): Promise<void> {
  const { key, kind } = 'plan' in step ? step.plan : step.made;
  const title = 'plan' in step ? step.plan.title : step.title;
  try {
    progress.made.set(`${kind} ${key}`, await write(app, step));
    if (step.did !== null) progress.changes.push({ key, kind, title, did: step.did });
  } catch (cause) {
    const { kind: why } = asFailure(cause);
    if (!isRefused(why)) throw cause;
    progress.refused.push({ key, kind, title, why });
  }
}

/** What is to be remembered of it; `null` for nothing any more. */
async function write(app: App, step: RuleStep): Promise<MadeRule | null> {
  const { http } = app.zendesk;
  switch (step.does) {
    case 'create':
      return madeOf(step.plan, await createRule(http, step.plan, (rule) => isOwn(step.plan, rule)));
    case 'update':
      return madeOf(step.plan, await updateRule(http, step.id, step.plan));
    case 'keep':
      return madeOf(step.plan, step.found);
    case 'remove':
      await deleteRule(http, step.made.kind, step.made.id);
      return null;
    case 'forget':
      return null;
  }
}

const placeOf = ({ kind, key }: Pick<MadeRule, 'kind' | 'key'>) => `${kind} ${key}`;

/** What is to be created, and what an earlier run created and did not come to remember: before anything is written. */
async function announce(app: App, steps: readonly RuleStep[], known: readonly MadeRule[]): Promise<void> {
  const isNew = ({ does, did }: RuleStep) => does === 'create' || did === 'adopted';
  const plans = steps.flatMap((step) => ('plan' in step && isNew(step) ? [step.plan] : []));
  const places = new Set(plans.map(placeOf));
  await amendConfiguration(app, ({ made }) => {
    const recovered = known.filter((one) => made.some((other) => isAnnounced(other) && isSame(other, one)));
    const others = made.filter((one) => !isAnnounced(one) && !places.has(placeOf(one)));
    return { made: [...others, ...recovered, ...plans.map(announcementOf)] };
  });
}

const isSame = (one: MadeRule, other: MadeRule) => placeOf(one) === placeOf(other);

/** Into the configuration as it is by now; what this run did not touch stays. */
function remember(
  app: App,
  progress: Progress,
  { repair, isOver }: { repair: readonly string[]; isOver: boolean },
): Promise<Configuration> {
  const { made, digestFieldId } = progress;
  return amendConfiguration(app, (current) => {
    const written = current.made.map((one) => (made.has(placeOf(one)) ? made.get(placeOf(one)) : one));
    // Of one whose answer was lost the next run will know.
    const known = written.filter((one) => !(one && isOver && isAnnounced(one)));
    const places = new Set(current.made.map(placeOf));
    const fresh = [...made].flatMap(([place, one]) => (one && !places.has(place) ? [one] : []));
    const isDone = (key: string) =>
      [...made.keys()].some((place) => place.endsWith(` ${key}`)) || repair.includes(key);
    return {
      made: [...known.filter((one) => one !== null && one !== undefined), ...fresh],
      leftAlone: current.leftAlone.filter(({ key }) => !isDone(key)),
      digestFieldId,
    };
  });
}
