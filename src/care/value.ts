/** What customers with bad scores are worth, where the account keeps that: each customer once. */
import type { CustomerValue } from './configuration.ts';
import type { Columns } from './insights/columns.ts';
import type { Question } from './insights/question.ts';
import { flags } from './insights/row.ts';
import { rowsWhere } from './insights/rows.ts';

/** One bad score. */
export interface BadRow {
  ticketId: string;
  isContacted: boolean;
  isRecovered: boolean;
}

/**
 * Bad as Zendesk counts (1-3, or bad), what is below the account's own threshold, and what was so once: a case that
 * counts for recovery began with a bad score, also where the customer thought better of it.
 */
export function badRowsOf(columns: Columns, question: Question): { rows: BadRow[]; withoutTicket: number } {
  const has = (index: number, flag: number) => ((columns.flags[index] ?? 0) & flag) !== 0;
  const wasBad = (index: number) => columns.status[index] !== 0 && !has(index, flags.isNoRecovery);
  const bad = [...rowsWhere(columns, question.period, question)].filter(
    (index) => columns.verdict[index] === 1 || has(index, flags.isBelow) || wasBad(index),
  );
  const named = bad.filter((index) => (columns.ticket[index] ?? 0) > 0);
  const rows = named.map((index) => ({
    ticketId: String(columns.ticket[index]),
    isContacted: has(index, flags.isContacted),
    isRecovered: has(index, flags.isRecovered) && !has(index, flags.isNoRecovery),
  }));
  return { rows, withoutTicket: bad.length - named.length };
}

/** Whose ticket it is. */
export interface Asker {
  ticketId: string;
  requesterId: string | null;
  organizationId: string | null;
}

export interface ValueSum {
  customers: number;
  value: number;
}

export interface ValueReport {
  atRisk: ValueSum;
  contacted: ValueSum;
  recovered: ValueSum;
  /** Customers with a bad score whose value nobody entered, or is no number. */
  without: number;
  /** Bad scores whose ticket or customer could not be read. */
  unread: number;
  /** Tickets behind each. */
  ticketIds: Record<'atRisk' | 'contacted' | 'recovered' | 'without', string[]>;
}

interface Customer {
  value: number | null;
  rows: BadRow[];
}

/**
 * `values` by organization or user id; `null` where there is none. A customer counts as contacted once somebody was in
 * touch over one of the bad scores, as recovered when every one of them is.
 */
export function valueReportOf(
  rows: readonly BadRow[],
  askers: readonly Asker[],
  values: ReadonlyMap<string, number | null>,
  of: CustomerValue['of'],
): ValueReport {
  const askerOf = new Map(askers.map((asker) => [asker.ticketId, asker]));
  const customers = new Map<string, Customer>();
  let unread = 0;
  for (const row of rows) {
    const customer = customerOf(askerOf.get(row.ticketId), of);
    if (customer === null) {
      unread += 1;
      continue;
    }
    const known = customers.get(customer.key);
    if (known) known.rows.push(row);
    else customers.set(customer.key, { value: values.get(customer.id) ?? null, rows: [row] });
  }
  const all = [...customers.values()];
  const worth = all.filter(({ value }) => value !== null);
  const contacted = worth.filter((one) => one.rows.some(({ isContacted }) => isContacted));
  const recovered = worth.filter((one) => one.rows.every(({ isRecovered }) => isRecovered));
  const without = all.filter(({ value }) => value === null);
  return {
    atRisk: sumOf(worth),
    contacted: sumOf(contacted),
    recovered: sumOf(recovered),
    without: without.length,
    unread,
    ticketIds: {
      atRisk: ticketsOf(worth),
      contacted: ticketsOf(contacted),
      recovered: ticketsOf(recovered),
      without: ticketsOf(without),
    },
  };
}

/** Who belongs to no organization is a customer alone, and one without a value. */
function customerOf(asker: Asker | undefined, of: CustomerValue['of']): { key: string; id: string } | null {
  if (!asker) return null;
  const { organizationId, requesterId } = asker;
  if (of === 'organization' && organizationId !== null)
    return { key: `of:${organizationId}`, id: organizationId };
  if (requesterId === null) return null;
  return of === 'user' ? { key: requesterId, id: requesterId } : { key: `alone:${requesterId}`, id: '' };
}

const sumOf = (customers: readonly Customer[]): ValueSum => ({
  customers: customers.length,
  value: customers.reduce((sum, { value }) => sum + (value ?? 0), 0),
});

const ticketsOf = (customers: readonly Customer[]) =>
  customers.flatMap(({ rows }) => rows.map(({ ticketId }) => ticketId));
