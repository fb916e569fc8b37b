/** The agents a lead can open, and teams as sums: counted from a report's columns. */
import { type Columns, keyAt, textAt } from '../insights/columns.ts';
import type { Period } from '../insights/question.ts';
import type { Row } from '../insights/row.ts';
import { isCountedAt } from '../insights/rows.ts';
import { leastToRank } from './hint.ts';
import { type Reach, reaches } from './reach.ts';
import { isCounted } from './sheet.ts';
import { addTo, csatOf, minus, noSums, plus, type Sums, sumsOf } from './sums.ts';

export interface RosterAgent {
  agentId: string;
  /** Of everything credited to the agent, in whatever group. */
  sums: Sums;
}

export interface Team {
  sums: Sums;
  /** Agents anything is credited to. */
  agents: number;
}

function* creditedIn(columns: Columns, { from, to }: Period): Iterable<[index: number, agentId: string]> {
  for (let index = 0; index < columns.n; index += 1) {
    const at = (columns.at[index] ?? 0) * 1000;
    if (at < from || at >= to || !isCountedAt(columns, index, false)) continue;
    const agentId = textAt(columns, 'agentId', index);
    if (agentId !== null) yield [index, agentId];
  }
}

const scoresAt = (columns: Columns, index: number) => ({
  verdict: columns.verdict[index] ?? 0,
  ces: columns.ces[index] ?? 0,
});

/** Agents with anything in the groups reached, in no order. */
export function rosterOf(columns: Columns, period: Period, reach: Reach): RosterAgent[] {
  const found = new Map<string, { sums: Sums; isReached: boolean }>();
  for (const [index, agentId] of creditedIn(columns, period)) {
    const one = found.get(agentId) ?? { sums: { ...noSums }, isReached: false };
    addTo(one.sums, scoresAt(columns, index));
    one.isReached ||= reaches(reach, textAt(columns, 'groupId', index));
    found.set(agentId, one);
  }
  return [...found].flatMap(([agentId, { sums, isReached }]) => (isReached ? { agentId, sums } : []));
}

/** By group, and of all as `all`. */
export function teamsOf(columns: Columns, period: Period): Record<string, Team> {
  const found = new Map<string, { sums: Sums; agents: Set<string> }>();
  for (const [index, agentId] of creditedIn(columns, period)) {
    for (const group of ['all', textAt(columns, 'groupId', index)]) {
      if (group === null) continue;
      const team = found.get(group) ?? { sums: { ...noSums }, agents: new Set() };
      addTo(team.sums, scoresAt(columns, index));
      team.agents.add(agentId);
      found.set(group, team);
    }
  }
  return Object.fromEntries(
    [...found].map(([name, { sums, agents }]) => [name, { sums, agents: agents.size }]),
  );
}

/** Keys of everything credited to one agent, what was left out too. */
export function keysOfAgent(columns: Columns, { from, to }: Period, agentId: string): string[] {
  const keys: string[] = [];
  for (let index = 0; index < columns.n; index += 1) {
    const at = (columns.at[index] ?? 0) * 1000;
    if (at >= from && at < to && textAt(columns, 'agentId', index) === agentId)
      keys.push(keyAt(columns, index));
  }
  return keys;
}

/** Keys of the newest feedbacks credited to others in these groups, at most 200; `null` for the whole account. */
export function keysOfOthers(
  columns: Columns,
  period: Period,
  agentId: string,
  groupIds: readonly string[] | null,
): string[] {
  const isIn = (groupId: string | null) =>
    groupIds === null || (groupId !== null && groupIds.includes(groupId));
  const found = [...creditedIn(columns, period)]
    .filter(([index, id]) => id !== agentId && isIn(textAt(columns, 'groupId', index)))
    .map(([index]) => index);
  found.sort((a, b) => (columns.at[b] ?? 0) - (columns.at[a] ?? 0));
  return found.slice(0, 200).map((index) => keyAt(columns, index));
}

export interface TeamChosen {
  team: Team;
  /** The groups it is made of; `null` for the whole account. */
  groupIds: readonly string[] | null;
}

/** These groups added up; the whole account where one of them is not known, `null` where that is not either. */
export function teamIn(
  teams: Readonly<Record<string, Team>>,
  groupIds: readonly string[],
): TeamChosen | null {
  const known = groupIds.flatMap((id) => teams[id] ?? []);
  if (known.length === 0 || known.length < groupIds.length)
    return teams.all ? { team: teams.all, groupIds: null } : null;
  const team = known.reduce((a, b) => ({
    sums: plus(a.sums, b.sums),
    // Somebody may be in both: there are as many as in the bigger one, at the least.
    agents: Math.max(a.agents, b.agents),
  }));
  return { team, groupIds };
}

/** The team without the one who is compared with it: their feedbacks of the same groups and days. */
export function othersOf({ team, groupIds }: TeamChosen, rows: readonly Row[], { from, to }: Period): Sums {
  const isIn = (row: Row) => groupIds === null || (row.groupId !== null && groupIds.includes(row.groupId));
  const own = rows.filter(
    (row) => isCounted(row) && isIn(row) && row.at * 1000 >= from && row.at * 1000 < to,
  );
  return minus(team.sums, sumsOf(own));
}

export interface Ranked {
  /** The lowest CSAT its interval allows, highest first: those with enough ratings. */
  ranked: RosterAgent[];
  /** The others by name: no order says anything about them. */
  unranked: RosterAgent[];
}

export const byName = (agents: readonly RosterAgent[], nameOf: (id: string) => string): RosterAgent[] =>
  [...agents].sort(
    (a, b) => nameOf(a.agentId).localeCompare(nameOf(b.agentId)) || (a.agentId < b.agentId ? -1 : 1),
  );

/** By the lower bound of the interval, and only among those with `leastToRank` ratings. */
export function rankedOf(agents: readonly RosterAgent[], nameOf: (id: string) => string): Ranked {
  const isEnough = ({ sums }: RosterAgent) => sums.rated >= leastToRank;
  const lowest = ({ sums }: RosterAgent) => csatOf(sums).interval?.[0] ?? 0;
  const named = byName(agents, nameOf);
  return {
    ranked: named.filter(isEnough).sort((a, b) => lowest(b) - lowest(a)),
    unranked: named.filter((one) => !isEnough(one)),
  };
}
