/** What earlier huddles forbid: nothing comes back, and nobody is the constructive one, within so many days. */
import { type Candidate, isPersonal } from './candidates.ts';
import { daysBetween } from './day.ts';
import type { Held, Huddle } from './huddle.ts';

export interface Memory {
  /** Feedbacks that were shown or passed over. */
  keys: ReadonlySet<string>;
  /** Whose work was the constructive item, and whose the positive one. */
  constructiveIds: ReadonlySet<string>;
  praisedIds: ReadonlySet<string>;
}

/**
 * `days` back from `today`, of all teams; of the huddle looked at (`today`, `team`) only what was passed over. Agents
 * are not kept: they are looked up in `candidates`, as they are credited now.
 */
export function memoryOf(
  held: readonly Held[],
  { today, team, days }: { today: string; team: string; days: number },
  candidates: readonly Candidate[],
): Memory {
  const byKey = new Map(candidates.map((one) => [one.key, one]));
  const recent = held.filter(({ day }) => day <= today && daysBetween(day, today) < days);
  const others = recent.filter((one) => one.day !== today || one.team !== team).map(({ huddle }) => huddle);
  const shown = (member: 'positive' | 'constructive') =>
    others.flatMap((huddle) => byKey.get(huddle[member] ?? '') ?? []);
  const agents = (all: readonly Candidate[]) => new Set(all.flatMap(({ agentId }) => agentId ?? []));
  return {
    keys: new Set([...others.flatMap(keysIn), ...recent.flatMap(({ huddle }) => huddle.passed)]),
    constructiveIds: agents(shown('constructive').filter(isPersonal)),
    praisedIds: agents(shown('positive')),
  };
}

const keysIn = ({ positive, constructive }: Huddle) => [positive, constructive].filter((key) => key !== null);
