import { describe, expect, it } from 'vitest';
import { candidatesIn, ofTeam } from '../../../src/care/huddle/candidates.ts';
import { daysBefore, daysBetween } from '../../../src/care/huddle/day.ts';
import { flags } from '../../../src/care/insights/row.ts';
import { dayOf } from '../../../src/care/schedule.ts';
import { rowsOf } from './people.ts';

const good = { csat: 500, verdict: 2 };
const bad = { csat: 200, verdict: 1 };

describe('what a huddle may show', () => {
  it.each([
    ['a good score is positive', good, 'positive', 'unsaid'],
    ['praise of somebody is about the agent', { ...good, bucket: 1 }, 'positive', 'agent'],
    ['a bad score is constructive', { ...bad, bucket: 3 }, 'constructive', 'root_cause'],
    ['a three is bad to Zendesk', { csat: 300, verdict: 1 }, 'constructive', 'unsaid'],
    [
      'a nice team with a hard process is about the process',
      { ...good, ces: 200, flags: flags.isNiceButHard },
      'constructive',
      'process',
    ],
    ['an effort that was small is positive', { ces: 500 }, 'positive', 'unsaid'],
    [
      'what the account calls low is no praise',
      { ...good, csat: 400, flags: flags.isBelow },
      'constructive',
      'unsaid',
    ],
  ])('%s', (_what, row, slot, cause) => {
    expect(candidatesIn(rowsOf(row), 'UTC')).toMatchObject([{ key: 'ticket:1', slot, cause }]);
  });

  it.each([
    ['set aside', { ...bad, flags: flags.isLeftOut }],
    ['perhaps a machine’s click', { ...bad, flags: flags.isSuspected }],
    ['disputed, and nobody has decided', { ...bad, dispute: 1 }],
    ['disputed, and the lead agreed', { ...bad, dispute: 2 }],
    ['disputed, and the lead did not agree', { ...bad, dispute: 3 }],
    ['neither good nor bad', { ces: 350 }],
    ['a case without a score', { status: 1 }],
  ])('nothing that is %s', (_what, row) => {
    expect(candidatesIn(rowsOf(row), 'UTC')).toEqual([]);
  });

  it('takes a group’s own for a group’s huddle', () => {
    const all = candidatesIn(rowsOf({ ...bad, groupId: '7' }, { ...bad, groupId: '8' }, bad), 'UTC');
    expect(ofTeam(all, '7').map(({ key }) => key)).toEqual(['ticket:1']);
    expect(ofTeam(all, 'all')).toHaveLength(3);
  });
});

describe('days', () => {
  it('are those of the zone', () => {
    const late = Date.parse('2026-11-21T23:30:00Z');
    expect(dayOf(late, 'UTC')).toBe('2026-11-21');
    expect(dayOf(late, 'Europe/Berlin')).toBe('2026-11-22');
    expect(dayOf(late, 'America/New_York')).toBe('2026-11-21');
    expect(dayOf(late, 'nowhere')).toBe('2026-11-21');
  });

  it('count by the calendar, over months and clock changes', () => {
    expect(daysBefore('2026-03-01', 1)).toBe('2026-02-28');
    expect(daysBetween('2026-10-20', '2026-11-03')).toBe(14);
    expect(daysBetween('2026-11-03', '2026-11-02')).toBe(-1);
  });
});
