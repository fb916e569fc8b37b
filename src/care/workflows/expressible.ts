/** What of a workflow's conditions Zendesk's triggers can see, and what only an open app can. */
import type { AppReason, CompileProblem } from './compileWorkflow.ts';
import { conditionOf, type RuleAccount } from './ruleAccount.ts';
import type { RuleCondition, RuleDefinition } from './rulePlan.ts';
import type { Workflow } from './workflow.ts';

/** One of `any` is enough; where it is empty, `all` says it. Groups and brands apart. */
export interface Firing {
  all: readonly RuleCondition[];
  any: readonly RuleCondition[];
}

export interface Expressed {
  /** `null` where no trigger can see it. */
  firing: Firing | null;
  /** What only an open app sees: of everything where there is no `firing`, of the rest where there is. */
  reasons: readonly AppReason[];
  /** Fires on *bad*, though the number may turn out not to be below. */
  isEager: boolean;
  problems: readonly CompileProblem[];
}

const none = (reasons: readonly AppReason[], ...problems: CompileProblem[]): Expressed => ({
  firing: null,
  reasons,
  isEager: false,
  problems,
});

export function expressedOf(workflow: Workflow, account: RuleAccount): Expressed {
  const { when } = workflow;
  const unseen = unseenOf(workflow);
  if (unseen.length > 0) return none(unseen);
  const tags = when.tags.flatMap(wordsIn);
  const narrowed = tags.length === 0 ? [] : [isTagged(tags)];
  if (when.phrases.length === 0) return ofScore(workflow, account, narrowed);
  return {
    firing: ofPhrases(when.phrases, narrowed),
    reasons: ['phrase_in_survey'],
    isEager: false,
    problems: [],
  };
}

/** Asked for, and nowhere on the ticket when it changes. */
function unseenOf({ kind, when }: Workflow): AppReason[] {
  const isScored = when.csatBelow !== null || when.csatFrom !== null || kind === 'praise';
  const asked: [AppReason, boolean][] = [
    ['ces', when.cesBelow !== null],
    ['bucket', when.buckets.length > 0],
    ['topic', when.topics.length > 0],
    ['suspects', when.suspects === 'only'],
    // The rating comes in one update and the words in another, or in the survey.
    ['phrase_in_survey', when.phrases.length > 0 && isScored],
  ];
  return asked.filter(([, isAsked]) => isAsked).map(([reason]) => reason);
}

const isTagged = (tags: readonly string[]): RuleCondition => ({
  field: 'current_tags',
  operator: 'includes',
  value: tags.join(' '),
});

const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean);

/** `includes` finds any of several words, `is` a text of several words as a whole. Capital letters do not matter. */
function ofPhrases(phrases: readonly string[], narrowed: readonly RuleCondition[]): Firing {
  const field = 'comment_includes_word';
  const split = phrases.map(wordsIn);
  const single = split.filter((words) => words.length === 1).flat();
  const long = split.filter((words) => words.length > 1);
  const wanted: RuleCondition[] = [
    ...(single.length === 0 ? [] : [{ field, operator: 'includes', value: single.join(' ') }]),
    ...long.map((words) => ({ field, operator: 'is', value: words.join(' ') })),
  ];
  const isCustomers = { field: 'role', operator: 'is', value: 'end_user' };
  return either(wanted, [isCustomers, ...narrowed]);
}

const either = (wanted: readonly RuleCondition[], all: readonly RuleCondition[]): Firing =>
  wanted.length === 1 ? { all: [...wanted, ...all], any: [] } : { all, any: wanted };

/** Which of Zendesk's verdicts are surely, or probably enough, meant; `isExact` where no number could say otherwise. */
type Meant = { verdicts: readonly Verdict[]; isExact: boolean; isEager: boolean } | 'number' | 'never';
type Verdict = 'good' | 'bad';

function ofScore(workflow: Workflow, account: RuleAccount, narrowed: readonly RuleCondition[]): Expressed {
  const meant = meantBy(workflow, account);
  if (meant === 'never') return none([], { code: 'never', values: {} });
  if (meant === 'number') return none(['number']);
  const definition = conditionOf(account, 'satisfaction_score');
  if (!definition) return none(['account'], { code: 'no_csat', values: {} });
  const isWary = meant.verdicts.includes('bad') && workflow.when.suspects === 'leave_out';
  const values = meant.verdicts.flatMap((verdict) => valuesOf(definition, verdict, isWary));
  if (values.length === 0 && isWary && valuesOf(definition, 'bad', false).length > 0)
    return none(['suspects']);
  if (values.length === 0) return none(['account'], unknownScore(definition));
  const changed = { field: 'satisfaction_score', operator: 'changed' };
  const wanted = values.map((value) => ({ field: 'satisfaction_score', operator: 'is', value }));
  const reasons: AppReason[] = [
    ...(meant.isExact ? [] : (['number'] as const)),
    ...(isWary ? (['suspects'] as const) : []),
  ];
  return { firing: either(wanted, [changed, ...narrowed]), reasons, isEager: meant.isEager, problems: [] };
}

/** Bad is 1-3 and good is 4-5, to triggers; old accounts know nothing else. */
function meantBy({ kind, when }: Workflow, { survey }: RuleAccount): Meant {
  const from = kind === 'praise' ? Math.max(when.csatFrom ?? 4, 4) : when.csatFrom;
  const below = when.csatBelow;
  const meant = (verdicts: readonly Verdict[], isExact = true, isEager = false) => ({
    verdicts,
    isExact,
    isEager,
  });
  if (survey === 'legacy') {
    if (below !== null && from !== null) return 'never';
    return meant(below !== null ? ['bad'] : from !== null ? ['good'] : ['bad', 'good']);
  }
  if (below !== null && (below <= 1 || (from !== null && from >= below))) return 'never';
  if (below !== null && from !== null) return 'number';
  if (below !== null) {
    if (below > 3) return meant(['bad'], below <= 4);
    return when.isEager ? meant(['bad'], true, true) : 'number';
  }
  if (from === null || from <= 1) return meant(['bad', 'good']);
  return from > 4 ? 'number' : meant(['good'], from > 3);
}

/** As the account lists them. `isWary`: a bad one only with a comment, which no machine writes. */
function valuesOf({ values }: RuleDefinition, verdict: Verdict, isWary: boolean): string[] {
  const withComment = `${verdict}withcomment`;
  const wanted = isWary && verdict === 'bad' ? [withComment] : [verdict, withComment];
  return (values ?? [])
    .map(({ value }) => value)
    .filter((value) => wanted.includes(value.replaceAll('_', '')));
}

const unknownScore = ({ values }: RuleDefinition): CompileProblem => ({
  code: 'score_unknown',
  values: { listed: (values ?? []).map(({ value }) => value).join(', ') },
});
