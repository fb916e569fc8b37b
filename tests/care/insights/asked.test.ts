import { describe, expect, it } from 'vitest';
import {
  type Asked,
  askedIn,
  dimensionsFor,
  firstAsked,
  periodsOf,
  questionOf,
  spans,
} from '../../../src/care/insights/asked.ts';
import type { Period } from '../../../src/care/insights/question.ts';

const zone = 'Europe/Berlin';
/** 22 November 2026, 14:00 in Berlin. */
const now = Date.parse('2026-11-22T13:00:00Z');
const iso = ({ from, to }: Period) => [from, to].map((at) => new Date(at).toISOString());
const periods = (change: Partial<Asked>) => {
  const { period, before } = periodsOf({ ...firstAsked, ...change }, now, zone);
  return [...iso(period), ...iso(before)];
};

describe('what is asked', () => {
  // Midnight in Berlin is 23:00 in winter and 22:00 in summer; today counts as a whole day.
  it.each([
    ['this_month', ['2026-10-31T23', '2026-11-22T23', '2026-09-30T22', '2026-10-22T22']],
    ['last_month', ['2026-09-30T22', '2026-10-31T23', '2026-08-31T22', '2026-09-30T22']],
    ['this_quarter', ['2026-09-30T22', '2026-11-22T23', '2026-06-30T22', '2026-08-22T22']],
    ['last_quarter', ['2026-06-30T22', '2026-09-30T22', '2026-03-31T22', '2026-06-30T22']],
    ['days_7', ['2026-11-15T23', '2026-11-22T23', '2026-11-08T23', '2026-11-15T23']],
    ['days_28', ['2026-10-25T23', '2026-11-22T23', '2026-09-27T22', '2026-10-25T23']],
  ] as const)('is, of %s, whole days in the person’s zone and as many before', (span, expected) => {
    expect(periods({ span })).toEqual(expected.map((hour) => `${hour}:00:00.000Z`));
  });

  it('takes own dates in either order, both days in it', () => {
    const own = { span: 'own', from: '2026-10-10', to: '2026-10-01' } as const;
    expect(periods(own)).toEqual(
      ['2026-09-30T22', '2026-10-10T22', '2026-09-20T22', '2026-09-30T22'].map(
        (hour) => `${hour}:00:00.000Z`,
      ),
    );
    expect(periods({ ...own, from: null, to: null }).slice(0, 2)).toEqual([
      '2026-11-21T23:00:00.000Z',
      '2026-11-22T23:00:00.000Z',
    ]);
  });

  it.each(spans)('has, for %s, a period before that ends where it begins', (span) => {
    const { period, before } = periodsOf({ ...firstAsked, span }, now, zone);
    expect(period.from).toBeLessThan(period.to);
    expect(before.to).toBeLessThanOrEqual(period.from);
    expect(before.from).toBeLessThan(before.to);
  });

  it('comes back as it was kept, and what nobody understands is nothing', () => {
    const asked: Asked = { ...firstAsked, filters: { group: ['1', null] }, by: 'topic' };
    expect(askedIn(JSON.parse(JSON.stringify(asked)))).toEqual(asked);
    expect(askedIn({ ...asked, span: 'for_ever' })).toBeNull();
    expect(askedIn(null)).toBeNull();
  });

  it('asks nothing about agents and owners where their figures are hidden', () => {
    const asked: Asked = { ...firstAsked, by: 'agent', filters: { agent: ['1'], bucket: ['process'] } };
    const ask = (hidesAgents: boolean) =>
      questionOf(asked, { now, configuration: { hidesAgents } }, periodsOf(asked, now, zone));
    expect(ask(true)).toMatchObject({ by: null, filters: { bucket: ['process'] } });
    expect(ask(true).filters.agent).toBeUndefined();
    expect(ask(false)).toMatchObject({ by: 'agent', filters: { agent: ['1'] } });
    expect(dimensionsFor({ hidesAgents: true })).not.toContain('owner');
  });
});
