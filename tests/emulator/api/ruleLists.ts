/** Lists of triggers and automations: their order, and how often each rule ran. */
import { type RuleKind, type UsageSpan, usageSpans, usesOf } from '../rules/usage.ts';
import type { World } from '../world/world.ts';
import { type Call, ok } from './http.ts';
import { offsetPage, pageOf } from './paging.ts';

interface Rule {
  id: number;
  title: string;
  active: boolean;
  position: number;
  created_at: number;
  updated_at: number;
}

export interface RuleList<R extends Rule> {
  /** The answer's member: `triggers`. */
  name: string;
  kind: RuleKind;
  rules: R[];
  format(rule: R): Record<string, unknown>;
  /** Search turns pages by offset only. */
  isOffsetOnly?: boolean;
}

/** One page in the order asked for, with the usages `include` names where the plan has them. */
export function listRules<R extends Rule>({ world, query, request }: Call, list: RuleList<R>) {
  const items = [...list.rules].sort(orderOf(world, list.kind, query));
  const spans = includedSpans(world, query);
  const usage = (rule: R) =>
    Object.fromEntries(spans.map((span) => [span, usesOf(world, list.kind, rule.id, span)]));
  const format = (rule: R) => ({ ...list.format(rule), ...usage(rule) });
  const listing = { name: list.name, items, total: items.length, format };
  return ok(list.isOffsetOnly ? offsetPage(new URL(request.url), listing) : pageOf(request, listing));
}

/** `?active=`, where it stands. */
export const isOfState = (rule: Rule, query: URLSearchParams): boolean =>
  !query.has('active') || String(rule.active) === query.get('active');

/** `?query=`, as a part of the title. */
export const isNamed = (rule: Rule, query: URLSearchParams): boolean =>
  rule.title.toLowerCase().includes((query.get('query') ?? '').toLowerCase());

export const lastPosition = (rules: Iterable<Rule>): number =>
  [...rules].reduce((last, rule) => Math.max(last, rule.position), 0);

/** Usages are told on Suite Growth, Support Professional and above. */
function includedSpans(world: World, query: URLSearchParams): UsageSpan[] {
  const wanted = (query.get('include') ?? '').split(',').map((part) => part.trim());
  return world.plan.endsWith('_team') ? [] : usageSpans.filter((span) => wanted.includes(span));
}

const keys = ['position', 'title', 'created_at', 'updated_at', 'id'] as const;

/** `sort_by` with `sort_order`, or `sort` with a minus for descending. */
function orderOf(world: World, kind: RuleKind, query: URLSearchParams) {
  const sort = query.get('sort') ?? query.get('sort_by') ?? 'position';
  const name = sort.replace(/^-/, '').replace(/^alphabetical$/, 'title');
  const span = usageSpans.find((each) => each === name);
  const key = keys.find((each) => each === name) ?? 'position';
  const sortValue = (rule: Rule) => (span ? usesOf(world, kind, rule.id, span) : rule[key]);
  const sign = isDescending(query, sort, span ?? key) ? -1 : 1;
  return (one: Rule, other: Rule) => {
    const [a, b] = [sortValue(one), sortValue(other)];
    return a === b ? one.id - other.id : a < b ? -sign : sign;
  };
}

/** Ascending for the position and the title, descending for all others, unless said otherwise. */
function isDescending(query: URLSearchParams, sort: string, key: string): boolean {
  if (query.has('sort')) return sort.startsWith('-');
  const usual = key === 'position' || key === 'title' ? 'asc' : 'desc';
  return (query.get('sort_order') ?? usual) === 'desc';
}
