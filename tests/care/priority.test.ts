import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultConfiguration } from '../../src/care/configuration.ts';
import { priorityFacts, priorityOf, repeatsAmong, vipOf, weights } from '../../src/care/priority.ts';
import { caseWith, feedbackWith, ratedWith } from './queueRows.ts';

const hour = 3_600_000;
const now = 1_800_000_000_000;
const none = { left: null, score: null, repeats: 0, vip: null };
const scoreOf = (value: number | null, verdict: 'bad' | null = null) =>
  ratedWith({ value, scale: value === null ? null : 5, verdict }).revisions[0] ?? null;

describe('the priority of a case', () => {
  it.each([
    [{ ...none }, 0],
    [{ ...none, left: 24 * hour }, 0],
    [{ ...none, left: 12 * hour }, 25],
    [{ ...none, left: 0 }, 50],
    [{ ...none, left: -90 * hour }, 50],
    [{ ...none, score: scoreOf(1) }, 20],
    [{ ...none, score: scoreOf(2) }, 10],
    [{ ...none, score: scoreOf(3) }, 0],
    [{ ...none, score: scoreOf(null, 'bad') }, 10],
    [{ ...none, repeats: 3 }, 15],
    [{ ...none, vip: { by: 'organization' as const } }, 15],
    [{ left: -1, score: scoreOf(1), repeats: 1, vip: { by: 'tag' as const, tag: 'vip' } }, 100],
  ])('of %j is %i', (facts, value) => {
    expect(priorityOf(facts).value).toBe(value);
  });

  it('is the sum of the parts it names, and grows as time runs out', () => {
    const left = fc.integer({ min: -48, max: 96 }).map((hours) => hours * hour);
    fc.assert(
      fc.property(left, fc.integer({ min: 1, max: 5 }), fc.nat(3), (time, value, repeats) => {
        const facts = { ...none, left: time, score: scoreOf(value), repeats };
        const { value: total, parts } = priorityOf(facts);
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(total);
        expect(parts.every(({ points }) => points > 0)).toBe(true);
        expect(priorityOf({ ...facts, left: time - hour }).value).toBeGreaterThanOrEqual(total);
      }),
    );
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBe(100);
  });

  it('counts no time where nothing is open, and the first outreach before the case itself', () => {
    const facts = (more: Parameters<typeof caseWith>[0]) =>
      priorityFacts(
        { feedback: feedbackWith(1, { case: caseWith(more, now) }), ticket: null },
        0,
        defaultConfiguration,
        now,
      );
    expect(facts({ status: 'closed' }).left).toBeNull();
    expect(facts({ dueAt: now + 9 * hour, firstDueAt: now + hour }).left).toBe(hour);
    expect(facts({ dueAt: now + 9 * hour, firstDueAt: now + hour, firstActionAt: now }).left).toBe(9 * hour);
  });
});

it('a customer goes first by a tag, or by the organization', () => {
  const configuration = { ...defaultConfiguration, vipTags: ['gold'], vipOrganizations: ['77'] };
  expect(vipOf({ tags: ['gold', 'x'], organization_id: null }, configuration)).toEqual({
    by: 'tag',
    tag: 'gold',
  });
  expect(vipOf({ tags: [], organization_id: '77' }, configuration)).toEqual({ by: 'organization' });
  expect(vipOf({ tags: ['x'], organization_id: '78' }, configuration)).toBeNull();
  expect(vipOf(null, configuration)).toBeNull();
});

it('other cases of the same customer are repeats within the account’s days', () => {
  const day = 24 * hour;
  const row = (id: number, requesterId: string | null, openedAt: number) => ({
    feedback: feedbackWith(id, { case: caseWith({ openedAt }, now) }),
    requesterId,
  });
  const rows = [
    row(1, 'a', now),
    row(2, 'a', now - 13 * day),
    row(3, 'a', now - 15 * day),
    row(4, 'b', now),
    row(5, null, now),
  ];
  const repeatsOf = repeatsAmong(rows, 14);
  expect(rows.map(repeatsOf)).toEqual([1, 2, 1, 0, 0]);
});
