import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flags } from '../../src/care/insights/row.ts';
import { type Asker, type BadRow, badRowsOf, valueReportOf } from '../../src/care/value.ts';
import { rowsOf } from './huddle/people.ts';

const row = (ticketId: string, given: Partial<BadRow> = {}): BadRow => ({
  ticketId,
  isContacted: false,
  isRecovered: false,
  ...given,
});
const asker = (ticketId: string, requesterId: string, organizationId: string | null = null): Asker => ({
  ticketId,
  requesterId,
  organizationId,
});

describe('what customers with bad scores are worth', () => {
  const askers = [asker('1', 'a', 'x'), asker('2', 'b', 'x'), asker('3', 'c', 'y'), asker('4', 'd')];
  const values = new Map([
    ['x', 1000],
    ['y', null],
    ['a', 10],
    ['b', 20],
  ]);

  it('counts each organization once, however many bad scores it gave', () => {
    const report = valueReportOf([row('1'), row('2'), row('3')], askers, values, 'organization');
    expect(report.atRisk).toEqual({ customers: 1, value: 1000 });
    expect(report.without).toBe(1);
    expect(report.ticketIds.atRisk).toEqual(['1', '2']);
    expect(report.ticketIds.without).toEqual(['3']);
  });

  it('counts people by themselves where the field is theirs', () => {
    const report = valueReportOf([row('1'), row('2')], askers, values, 'user');
    expect(report.atRisk).toEqual({ customers: 2, value: 30 });
  });

  it('has customers of no organization among those without a value', () => {
    expect(valueReportOf([row('4')], askers, values, 'organization')).toMatchObject({
      atRisk: { customers: 0, value: 0 },
      without: 1,
      unread: 0,
    });
  });

  it('counts as contacted what anybody was in touch over, and as recovered only what is wholly so', () => {
    const reached = row('1', { isContacted: true, isRecovered: true });
    const half = valueReportOf([reached, row('2')], askers, values, 'organization');
    expect(half.contacted.value).toBe(1000);
    expect(half.recovered.customers).toBe(0);
    const whole = valueReportOf([reached, row('2', { isRecovered: true })], askers, values, 'organization');
    expect(whole.recovered).toEqual({ customers: 1, value: 1000 });
  });

  it('tells tickets nobody may read apart', () => {
    expect(valueReportOf([row('9')], askers, values, 'user')).toMatchObject({ unread: 1, without: 0 });
  });

  it('never has more recovered or contacted than at risk, nor a customer in two places', () => {
    const rows = fc.array(
      fc.record({
        ticketId: fc.integer({ min: 1, max: 9 }).map(String),
        isContacted: fc.boolean(),
        isRecovered: fc.boolean(),
      }),
    );
    const owners = fc.array(fc.constantFrom('a', 'b', 'c', null), { minLength: 9, maxLength: 9 });
    const worths = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.option(fc.nat(1000), { nil: null }));
    fc.assert(
      fc.property(rows, owners, worths, (bad, owner, worth) => {
        const given = owner.map((requesterId, index) => ({
          ticketId: String(index + 1),
          requesterId,
          organizationId: null,
        }));
        const report = valueReportOf(bad, given, new Map(Object.entries(worth)), 'user');
        const people = new Set(bad.flatMap(({ ticketId }) => owner[Number(ticketId) - 1] ?? []));
        expect(report.atRisk.customers + report.without).toBe(people.size);
        for (const part of [report.contacted, report.recovered]) {
          expect(part.customers).toBeLessThanOrEqual(report.atRisk.customers);
          expect(part.value).toBeLessThanOrEqual(report.atRisk.value);
        }
      }),
    );
  });
});

describe('bad scores of a period', () => {
  const at = Date.parse('2026-11-21T10:00:00Z');
  const question = {
    period: { from: at, to: at + 1 },
    before: null,
    filters: {},
    by: null,
    hasSuspected: false,
    now: at,
  };

  it('are also those the customer thought better of: recovered, not forgotten', () => {
    const columns = rowsOf(
      { verdict: 2, status: 2, flags: flags.isContacted | flags.isRecovered },
      { verdict: 2 },
      { verdict: 2, status: 2, flags: flags.isNoRecovery },
    );
    const { rows } = badRowsOf(columns, question);
    expect(rows).toEqual([row('1', { isContacted: true, isRecovered: true })]);
  });

  it('are those that count: bad, or below the threshold, and neither left out nor doubted', () => {
    const columns = rowsOf(
      { verdict: 1, flags: flags.isContacted | flags.isRecovered },
      { verdict: 2, flags: flags.isBelow },
      { verdict: 2 },
      { verdict: 1, flags: flags.isSuspected },
      { verdict: 1, flags: flags.isLeftOut },
      { verdict: 1, at: at / 1000 + 60 },
      { verdict: 1, flags: flags.isRecovered | flags.isNoRecovery },
      { verdict: 1, ticket: 0, key: 'conversation:c' },
    );
    expect(badRowsOf(columns, question)).toEqual({
      rows: [row('1', { isContacted: true, isRecovered: true }), row('2'), row('7')],
      withoutTicket: 1,
    });
  });
});
