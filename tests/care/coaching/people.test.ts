import { describe, expect, it } from 'vitest';
import { partakersOf } from '../../../src/care/coaching/partakers.ts';
import { leadsOf, reaches, reachOf } from '../../../src/care/coaching/reach.ts';
import {
  keysOfAgent,
  keysOfOthers,
  othersOf,
  rankedOf,
  rosterOf,
  teamIn,
  teamsOf,
} from '../../../src/care/coaching/roster.ts';
import { noSums } from '../../../src/care/coaching/sums.ts';
import { isTold, parseTeam } from '../../../src/care/coaching/team.ts';
import { columnsOf } from '../../../src/care/insights/columns.ts';
import { flags, type Row } from '../../../src/care/insights/row.ts';
import { aRow } from './someRows.ts';

const rules = {
  leads: [
    { groupId: '10', userIds: ['7'] },
    { groupId: '20', userIds: ['8'] },
  ],
  otherLeads: ['9'],
  hidesAgents: false,
};

describe('whose sheets somebody may open', () => {
  const who = (id: string, isAdmin = false, hidesAgents = false) =>
    reachOf({ id, isAdmin }, { ...rules, hidesAgents });
  it.each([
    ['a lead of a group', who('7'), ['10']],
    ['whoever leads all other groups', who('9'), ['30', null]],
    ['an admin', who('1', true), ['10', '20', '30', null]],
  ])('%s reaches their groups and no others', (_, reach, reached) => {
    const all = ['10', '20', '30', null];
    expect(all.filter((groupId) => reach !== null && reaches(reach, groupId))).toEqual(reached);
  });

  it('is their own alone for agents, and nobody’s where agents’ figures are hidden', () => {
    expect(who('2')).toBeNull();
    expect(who('7', false, true)).toBeNull();
    expect(who('1', true, true)).toBeNull();
  });

  it('leads of an agent are those of the groups, and who leads the others where one has none', () => {
    expect(leadsOf(['10'], rules)).toEqual(['7']);
    expect(leadsOf(['10', '30'], rules)).toEqual(['7', '9']);
    expect(leadsOf([], rules)).toEqual(['9']);
  });
});

describe('who a feedback may be credited to', () => {
  const attribution = {
    atSolve: '1',
    atSurvey: 'nobody',
    atRating: '2',
    replies: [
      { agentId: '3', count: 2 },
      { agentId: '4', count: 1 },
    ],
    groupId: null,
    isReassignedAfter: false,
  };
  it('is whoever any rule names, each once, and whom a lead credited instead', () => {
    const dispute = { creditTo: '5' } as never;
    expect(partakersOf({ attribution, dispute: null })).toEqual(['1', '2', '3']);
    expect(partakersOf({ attribution: { ...attribution, atRating: '1' }, dispute })).toEqual(['1', '3', '5']);
  });
  it('is nobody where nothing is proved', () => {
    expect(partakersOf({ attribution: null, dispute: null })).toEqual([]);
    const unknown = { ...attribution, atSolve: 'not_proved', atRating: 'nobody', replies: null };
    expect(partakersOf({ attribution: unknown, dispute: null })).toEqual([]);
  });
});

const period = { from: 0, to: 10_000_000 };
const all = { isAll: true, groups: [], hasOthers: false, named: [] };
const good = (agentId: string | null, change: Partial<Row> = {}) =>
  aRow({ agentId, verdict: 2, csat: 500, key: `ticket:${agentId}`, ...change });

describe('the agents a lead sees', () => {
  const rows = [
    good('1', { groupId: '10' }),
    good('1', { groupId: '20', verdict: 1 }),
    good('2', { groupId: '20' }),
    good(null, { groupId: '10' }),
    good('3', { groupId: '10', flags: flags.isLeftOut }),
    good('4', { groupId: '10', at: 20_000 }),
  ];
  const columns = columnsOf(rows);

  it('are those credited with anything in the groups they lead, with all of what is theirs', () => {
    const found = rosterOf(columns, period, { ...all, isAll: false, groups: ['10'] });
    expect(found.map(({ agentId, sums }) => [agentId, sums.rated])).toEqual([['1', 2]]);
    expect(rosterOf(columns, period, all).map(({ agentId }) => agentId)).toEqual(['1', '2']);
  });

  it('add up to their teams', () => {
    const teams = teamsOf(columns, period);
    expect(Object.keys(teams).sort()).toEqual(['10', '20', 'all']);
    expect([teams.all?.sums.n, teams.all?.agents, teams['20']?.sums.n]).toEqual([3, 2, 2]);
  });

  it('are compared with the others of their groups, and with all where a group is not known', () => {
    const teams = teamsOf(columns, period);
    const own = rows.filter(({ agentId }) => agentId === '1');
    const chosen = teamIn(teams, ['10', '20']);
    expect(chosen?.groupIds).toEqual(['10', '20']);
    expect(chosen && othersOf(chosen, own, period).n).toBe(1);
    expect(teamIn(teams, ['99'])?.groupIds).toBeNull();
    expect(teamIn({}, ['10'])).toBeNull();
  });

  it('have keys of their own, and those of others without theirs', () => {
    expect(keysOfAgent(columns, period, '3')).toHaveLength(1);
    expect(keysOfOthers(columns, period, '1', ['20'])).toHaveLength(1);
    expect(keysOfOthers(columns, period, '1', null)).toHaveLength(1);
  });
});

it('nobody is ranked below 30 ratings, however good', () => {
  const one = (agentId: string, good: number, rated: number) => ({
    agentId,
    sums: { ...noSums, n: rated, rated, good },
  });
  const given = [one('few', 29, 29), one('low', 20, 30), one('high', 29, 30), one('many', 270, 300)];
  const { ranked, unranked } = rankedOf(given, (id) => id);
  // 29 of 30 is more than 270 of 300, and says less.
  expect(ranked.map(({ agentId }) => agentId)).toEqual(['many', 'high', 'low']);
  expect(unranked.map(({ agentId }) => agentId)).toEqual(['few']);
});

it('a team of three or fewer is told to no agent, and a broken one is none', () => {
  expect([3, 4].map((agents) => isTold({ agents }))).toEqual([false, true]);
  expect(parseTeam({ from: 0, to: 1, sums: noSums, agents: 4 })?.agents).toBe(4);
  expect(parseTeam({ from: 0, to: 1, sums: { ...noSums, n: -1 }, agents: 4 })).toBeNull();
});
