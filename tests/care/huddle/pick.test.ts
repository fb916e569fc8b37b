import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, causes, isPersonal } from '../../../src/care/huddle/candidates.ts';
import { daysBefore, daysBetween } from '../../../src/care/huddle/day.ts';
import { type Held, noHuddle, type Slot, slots } from '../../../src/care/huddle/huddle.ts';
import { memoryOf } from '../../../src/care/huddle/memory.ts';
import { type PickRules, ranked, reasonFor } from '../../../src/care/huddle/pick.ts';
import { candidate, nothing } from './people.ts';

const today = '2026-11-22';
const rules = (given: Partial<PickRules> = {}): PickRules => ({
  slot: 'constructive',
  today,
  memory: nothing,
  hidesAgents: false,
  ...given,
});
const first = (all: Candidate[], given: Partial<PickRules> = {}) => ranked(all, rules(given))[0]?.key ?? null;

describe('which one a huddle shows', () => {
  const agent = candidate({ key: 'ticket:agent', cause: 'agent', agentId: '1', csat: 100 });
  const process = candidate({ key: 'ticket:process', csat: 200 });
  const older = candidate({ key: 'ticket:older', day: '2026-11-20', csat: 100 });

  it('prefers what is about the process, however bad the rest is', () => {
    expect(first([agent, process])).toBe('ticket:process');
  });

  it('takes yesterday’s before an earlier day’s, and an earlier one where yesterday has none', () => {
    expect(first([older, agent])).toBe('ticket:agent');
    expect(first([older])).toBe('ticket:older');
  });

  it('takes nothing of today, and nothing from more than two weeks ago', () => {
    expect(first([candidate({ day: today }), candidate({ day: daysBefore(today, 15) })])).toBeNull();
    expect(first([candidate({ day: daysBefore(today, 14) })])).toBe('ticket:1');
  });

  it('puts words before bare numbers, and what is clearer before the rest', () => {
    const [bare, told] = [
      candidate({ key: 'ticket:a', csat: 100 }),
      candidate({ key: 'ticket:b', csat: 200 }),
    ];
    expect(first([bare, told], { withWords: new Set(['ticket:b']) })).toBe('ticket:b');
    expect(first([bare, told])).toBe('ticket:a');
  });

  it('praises somebody else where it can', () => {
    const praise = (key: string, agentId: string, csat: number) =>
      candidate({ key, agentId, csat, slot: 'positive', isGood: true });
    const memory = { ...nothing, praisedIds: new Set(['1']) };
    const all = [praise('ticket:a', '1', 500), praise('ticket:b', '2', 400)];
    expect(first(all, { slot: 'positive', memory })).toBe('ticket:b');
    expect(first(all.slice(0, 1), { slot: 'positive', memory })).toBe('ticket:a');
  });

  it('shows nothing about single people where a works council asked for that', () => {
    expect(first([agent], { hidesAgents: true })).toBeNull();
  });

  it('says what it was chosen from', () => {
    const shown = candidate({ key: 'ticket:shown' });
    const memory = { ...nothing, keys: new Set(['ticket:shown']), constructiveIds: new Set(['1']) };
    expect(reasonFor(process, [agent, process, shown, older], rules({ memory }))).toEqual({
      among: 3,
      shown: 1,
      person: 1,
    });
  });
});

const arbitrary = fc
  .array(
    fc.record({
      slot: fc.constantFrom<Slot>(...slots),
      cause: fc.constantFrom(...causes),
      back: fc.integer({ min: 0, max: 17 }),
      agentId: fc.constantFrom(null, '1', '2', '3'),
      csat: fc.constantFrom(0, 100, 200, 300, 400, 500),
    }),
    { maxLength: 30 },
  )
  .map((all) =>
    all.map(({ back, ...given }, index) =>
      candidate({ key: `ticket:${index}`, day: daysBefore(today, back), ...given }),
    ),
  );
const remembered = fc.record({
  keys: fc.uniqueArray(fc.integer({ min: 0, max: 30 }).map((index) => `ticket:${index}`)),
  constructiveIds: fc.subarray(['1', '2', '3']),
});

describe('whatever was said', () => {
  it('shows nobody the constructive one again, and nothing that was shown', () => {
    fc.assert(
      fc.property(arbitrary, remembered, fc.constantFrom(...slots), (all, given, slot) => {
        const memory = {
          keys: new Set(given.keys),
          constructiveIds: new Set(given.constructiveIds),
          praisedIds: new Set<string>(),
        };
        for (const one of ranked(all, rules({ slot, memory }))) {
          expect(one.slot).toBe(slot);
          expect(memory.keys.has(one.key)).toBe(false);
          if (slot === 'constructive' && isPersonal(one))
            expect(memory.constructiveIds.has(one.agentId ?? '')).toBe(false);
        }
      }),
    );
  });

  it('has the process first on the nearest day there is', () => {
    fc.assert(
      fc.property(arbitrary, (all) => {
        const order = ranked(all, rules());
        const [chosen] = order;
        if (!chosen) return;
        const nearest = Math.min(...order.map(({ day }) => daysBetween(day, today)));
        expect(daysBetween(chosen.day, today)).toBe(nearest);
        const sameDay = order.filter(({ day }) => day === chosen.day);
        expect(causes.indexOf(chosen.cause)).toBe(
          Math.min(...sameDay.map(({ cause }) => causes.indexOf(cause))),
        );
      }),
    );
  });

  it('has one of each kind when anything of the kind was said in time, and the same one for everybody', () => {
    fc.assert(
      fc.property(arbitrary, fc.constantFrom(...slots), (all, slot) => {
        const isThere = all.some((one) => {
          const days = daysBetween(one.day, today);
          return one.slot === slot && days >= 1 && days <= 14;
        });
        const order = ranked(all, rules({ slot }));
        expect(order.length > 0).toBe(isThere);
        expect(ranked([...all].reverse(), rules({ slot }))).toEqual(order);
      }),
    );
  });

  it('repeats nothing and nobody within so many days, morning after morning', () => {
    fc.assert(
      fc.property(arbitrary, fc.integer({ min: 1, max: 14 }), (all, days) => {
        const held: Held[] = [];
        for (let back = 13; back >= 0; back -= 1) {
          const day = daysBefore(today, back);
          const memory = memoryOf(held, { today: day, team: 'all', days }, all);
          const [item] = ranked(all, rules({ today: day, memory }));
          const lately = held.filter((one) => daysBetween(one.day, day) < days);
          const shown = all.filter(({ key }) => lately.some(({ huddle }) => huddle.constructive === key));
          expect(shown.map(({ key }) => key)).not.toContain(item?.key);
          if (item && isPersonal(item) && item.agentId !== null)
            expect(shown.filter(isPersonal).map(({ agentId }) => agentId)).not.toContain(item.agentId);
          held.push({ day, team: 'all', huddle: { ...noHuddle, constructive: item?.key ?? null } });
        }
      }),
    );
  });
});
