/**
 * The places a workflow looks at, as conditions. A rule has one list of which one condition is enough; where more than
 * one thing has alternatives, the longest takes it and the others become rules of their own.
 */
import type { Firing } from './expressible.ts';
import type { RuleCondition, RulePlan } from './rulePlan.ts';
import type { RuleSet } from './ruleSets.ts';

export interface Variant {
  /** Ends of key and title: empty where one rule says it all. */
  keys: readonly string[];
  conditions: RulePlan['conditions'];
}

/** One of these is enough. */
interface Choice {
  name: 'p' | 'g' | 'b';
  options: readonly RuleCondition[];
}

const inGroup = (value: string): RuleCondition => ({ field: 'group_id', operator: 'is', value });
const notInGroup = (value: string): RuleCondition => ({ field: 'group_id', operator: 'is_not', value });
const ofBrand = (value: string): RuleCondition => ({ field: 'brand_id', operator: 'is', value });

/** The set's groups alone. */
export function placeOf({ groupIds, except }: Pick<RuleSet, 'groupIds' | 'except'>): Firing {
  const options = (groupIds ?? []).map(inGroup);
  const all = except.map(notInGroup);
  return options.length === 1 ? { all: [...options, ...all], any: [] } : { all, any: options };
}

/** `brandIds`: one of these; `null` for all. */
export function variantsOf(firing: Firing, set: RuleSet, brandIds: readonly string[] | null): Variant[] {
  const place = placeOf(set);
  const choices: Choice[] = [
    { name: 'p', options: firing.any },
    { name: 'g', options: place.any },
    { name: 'b', options: (brandIds ?? []).map(ofBrand) },
  ];
  const open = choices.filter(({ options }) => options.length > 1);
  const single = choices.flatMap(({ options }) => (options.length === 1 ? options : []));
  const longest = open.reduce<Choice | null>(
    (most, one) => (most && most.options.length >= one.options.length ? most : one),
    null,
  );
  const always = [...firing.all, ...place.all, ...single];
  return productOf(open.filter((one) => one !== longest)).map(({ keys, chosen }) => ({
    keys,
    conditions: { all: [...always, ...chosen], any: longest?.options ?? [] },
  }));
}

interface Chosen {
  keys: readonly string[];
  chosen: readonly RuleCondition[];
}

function productOf(choices: readonly Choice[]): Chosen[] {
  return choices.reduce<Chosen[]>(
    (made, { name, options }) =>
      made.flatMap(({ keys, chosen }) =>
        options.map((option, index) => ({
          keys: [...keys, name === 'p' ? `p${index + 1}` : `${name}${option.value}`],
          chosen: [...chosen, option],
        })),
      ),
    [{ keys: [], chosen: [] }],
  );
}
