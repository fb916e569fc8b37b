import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributionRules, creditOf, isAgent, nobody, notProved } from '../../src/care/attribution.ts';
import { attribute, type TicketChange } from '../../src/care/replay.ts';

const second = 1_000;
const at = (seconds: number) => seconds * second;
const created: TicketChange = { at: at(1), kind: 'created' };
const assigned = (seconds: number, agentId: string | null): TicketChange => ({
  at: at(seconds),
  kind: 'assigned',
  agentId,
});
const replied = (seconds: number, agentId: string): TicketChange => ({
  at: at(seconds),
  kind: 'replied',
  agentId,
});
const solved = (seconds: number): TicketChange => ({ at: at(seconds), kind: 'solved' });
const offered = (seconds: number): TicketChange => ({ at: at(seconds), kind: 'offered' });
const rated = (seconds: number): TicketChange => ({ at: at(seconds), kind: 'rated', verdict: 'bad' });

const credits = (changes: TicketChange[], ratedAt: number) => {
  const found = attribute(changes, at(ratedAt));
  return attributionRules.map((rule) => creditOf(found, rule));
};

describe('whose feedback it is', () => {
  const life = [
    created,
    assigned(2, 'mia'),
    replied(3, 'mia'),
    replied(4, 'tom'),
    replied(5, 'tom'),
    solved(6),
    assigned(7, 'tom'),
    offered(8),
    assigned(9, 'lena'),
    rated(10),
  ];

  it('differs by rule: at solve, at survey, at rating, most public replies', () => {
    expect(credits(life, 10)).toEqual(['mia', 'tom', 'lena', 'tom']);
  });

  it('is that of the last solve before the rating, not of a later one', () => {
    expect(credits([...life, assigned(11, 'mia'), solved(12)], 10)[0]).toBe('mia');
    expect(credits([...life.slice(0, 7), solved(8), ...life.slice(7)], 10)[0]).toBe('tom');
  });

  it('counts who took and solved the ticket in one update', () => {
    expect(credits([created, solved(6), assigned(6, 'mia'), offered(8), rated(10)], 10)[0]).toBe('mia');
  });

  it('does not move to whom a rule gives the ticket because of the rating', () => {
    const moved = [created, assigned(2, 'mia'), solved(3), offered(4), rated(10), assigned(10, 'lead')];
    expect(attribute(moved, at(10))).toMatchObject({ atRating: 'mia', isReassignedAfter: true });
  });

  it('flags somebody else getting it later, and not the same person again', () => {
    expect(attribute([...life, assigned(20, 'mia')], at(10)).isReassignedAfter).toBe(true);
    expect(attribute([...life, assigned(20, 'lena')], at(10)).isReassignedAfter).toBe(false);
    expect(attribute([...life, assigned(20, null)], at(10)).isReassignedAfter).toBe(true);
  });

  it('is nobody’s where only a group had it', () => {
    const group: TicketChange = { at: at(2), kind: 'grouped', groupId: '77' };
    const found = attribute([created, group, solved(3), offered(4), rated(10)], at(10));
    expect(found).toMatchObject({ atSolve: nobody, atSurvey: nobody, atRating: nobody, groupId: '77' });
    expect(creditOf(found, 'most_replies')).toBe(nobody);
  });

  it('is not proved where the history does not reach back, or the moment never came', () => {
    expect(credits([solved(6), offered(8), rated(10)], 10)).toEqual([
      notProved,
      notProved,
      notProved,
      notProved,
    ]);
    expect(credits([created, assigned(2, 'mia'), rated(10)], 10)).toEqual([
      notProved,
      notProved,
      'mia',
      nobody,
    ]);
    expect(credits([assigned(5, 'mia'), solved(6), rated(10)], 10)).toEqual([
      'mia',
      notProved,
      'mia',
      notProved,
    ]);
    expect(creditOf(null, 'at_solve')).toBe(notProved);
    expect([nobody, notProved, 'mia'].map(isAgent)).toEqual([false, false, true]);
  });

  it('is no customer’s, however much those copied in write, and every holder’s', () => {
    const talk = [
      created,
      assigned(2, 'mia'),
      replied(3, 'mia'),
      replied(4, 'cc'),
      replied(5, 'cc'),
      rated(10),
    ];
    expect(creditOf(attribute(talk, at(10), ['cc']), 'most_replies')).toBe('mia');
    expect(creditOf(attribute([...talk, assigned(11, 'cc')], at(10), ['cc']), 'most_replies')).toBe('cc');
  });

  it('among equally many replies is that of who replied last', () => {
    const two = [created, replied(2, 'mia'), replied(3, 'tom'), rated(10)];
    expect(attribute(two, at(10)).replies).toEqual([
      { agentId: 'tom', count: 1 },
      { agentId: 'mia', count: 1 },
    ]);
  });

  it('does not depend on what happens after the rating, except for the flag', () => {
    const later = fc.array(
      fc.oneof(
        fc.constantFrom('mia', 'tom', null).map((agentId) => assigned(30, agentId)),
        fc.constantFrom('mia', 'tom').map((agentId) => replied(30, agentId)),
        fc.constant(solved(30)),
      ),
    );
    fc.assert(
      fc.property(later, (changes) => {
        expect(credits([...life, ...changes], 10)).toEqual(credits(life, 10));
      }),
    );
  });
});
