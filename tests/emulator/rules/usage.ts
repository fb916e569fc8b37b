/** How often each rule has run, told from the world's own clock. */
import type { World } from '../world/world.ts';

const hour = 3_600_000;
const spans = { usage_1h: hour, usage_24h: 24 * hour, usage_7d: 168 * hour, usage_30d: 720 * hour };

/** `usage_1h` … `usage_30d`: the spans Zendesk counts. */
export type UsageSpan = keyof typeof spans;
export const usageSpans = Object.keys(spans) as UsageSpan[];

export type RuleKind = 'trigger' | 'automation';

const uses = new WeakMap<World, Map<string, number[]>>();

/** One run on one ticket at `at`, in epoch milliseconds. */
export function noteUse(world: World, kind: RuleKind, id: number, at: number): void {
  const ofWorld = uses.get(world) ?? new Map<string, number[]>();
  uses.set(world, ofWorld);
  const times = ofWorld.get(`${kind} ${id}`) ?? [];
  const oldest = at - spans.usage_30d;
  const kept = (times[0] ?? at) < oldest ? times.filter((time) => time >= oldest) : times;
  kept.push(at);
  ofWorld.set(`${kind} ${id}`, kept);
}

/** Runs within the span that ends now. */
export function usesOf(world: World, kind: RuleKind, id: number, span: UsageSpan): number {
  const from = world.now() - spans[span];
  const times = uses.get(world)?.get(`${kind} ${id}`) ?? [];
  return times.filter((at) => at > from).length;
}
