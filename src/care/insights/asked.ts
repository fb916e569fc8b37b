/** What somebody asks on the insights page, in choices rather than instants: it means the same tomorrow. */
import * as v from 'valibot';
import type { Configuration } from '../configuration.ts';
import { offsetAt } from '../schedule.ts';
import { periodBefore, periodOf } from './period.ts';
import { type Dimension, dimensions, type Period, type Question } from './question.ts';

export const spans = [
  'this_month',
  'last_month',
  'this_quarter',
  'last_quarter',
  'days_7',
  'days_28',
  'days_90',
  'own',
] as const;
export type Span = (typeof spans)[number];

/** Figures parts are compared by, until somebody chooses others. */
const firstColumns = ['volume', 'csat', 'ces', 'recovered_of_contacted', 'overdue'];

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

const askedSchema = v.object({
  span: v.picklist(spans),
  /** Of `own`: first and last day, `2026-11-30`. */
  from: v.optional(v.nullable(day), null),
  to: v.optional(v.nullable(day), null),
  isCompared: v.boolean(),
  filters: v.record(v.picklist(dimensions), v.array(v.nullable(v.string()))),
  by: v.nullable(v.picklist(dimensions)),
  hasSuspected: v.boolean(),
  /** Ids of the figures parts are compared by. */
  columns: v.optional(v.array(v.string()), firstColumns),
});
export type Asked = v.InferOutput<typeof askedSchema>;

export const firstAsked: Asked = {
  span: 'days_28',
  from: null,
  to: null,
  isCompared: true,
  filters: {},
  by: 'bucket',
  hasSuspected: false,
  columns: firstColumns,
};

/** What was kept, where it can be read. */
export function askedIn(kept: unknown): Asked | null {
  const read = v.safeParse(askedSchema, kept);
  return read.success ? read.output : null;
}

const dayMs = 86_400_000;

/** The period asked for, and the stretch of the same length before it. Today counts as a whole day. */
export function periodsOf(
  { span, from, to }: Asked,
  now: number,
  zone: string,
): { period: Period; before: Period } {
  const today = periodOf('day', now, zone);
  const compared = (period: Period, kind: 'day' | 'month' | 'quarter') => ({
    period,
    before: periodBefore(period, kind, zone),
  });
  switch (span) {
    case 'this_month':
    case 'this_quarter': {
      const kind = span === 'this_month' ? 'month' : 'quarter';
      return compared({ from: periodOf(kind, now, zone).from, to: today.to }, kind);
    }
    case 'last_month':
    case 'last_quarter': {
      const kind = span === 'last_month' ? 'month' : 'quarter';
      return compared(periodBefore(periodOf(kind, now, zone), kind, zone), kind);
    }
    case 'own': {
      const [first, last] = [from, to].map((one) => (one === null ? today : dayOf(one, zone)));
      const ends = [first ?? today, last ?? today].sort((a, b) => a.from - b.from);
      return compared({ from: ends[0]?.from ?? today.from, to: ends[1]?.to ?? today.to }, 'day');
    }
    default: {
      const count = Number(span.slice('days_'.length));
      const start = periodOf('day', today.from + dayMs / 2 - (count - 1) * dayMs, zone);
      return compared({ from: start.from, to: today.to }, 'day');
    }
  }
}

function dayOf(date: string, zone: string): Period {
  const noon = Date.parse(`${date}T12:00:00Z`);
  if (Number.isNaN(noon)) return periodOf('day', 0, zone);
  return periodOf('day', noon - offsetAt(noon, zone), zone);
}

/** What may be asked: where agents' figures are hidden, nothing by agent and nothing by whoever has the case. */
export const dimensionsFor = ({ hidesAgents }: Pick<Configuration, 'hidesAgents'>): Dimension[] =>
  dimensions.filter((one) => !(hidesAgents && (one === 'agent' || one === 'owner')));

/** `now` is what the account's clock said when the data were read; epoch milliseconds. */
export function questionOf(
  asked: Asked,
  { now, configuration }: { now: number; configuration: Pick<Configuration, 'hidesAgents'> },
  { period, before }: { period: Period; before: Period },
): Question {
  const allowed = dimensionsFor(configuration);
  const filters = Object.entries(asked.filters).filter(
    ([name, values]) => allowed.includes(name as Dimension) && (values?.length ?? 0) > 0,
  );
  return {
    period,
    before: asked.isCompared ? before : null,
    filters: Object.fromEntries(filters),
    by: asked.by !== null && allowed.includes(asked.by) ? asked.by : null,
    hasSuspected: asked.hasSuspected,
    now,
  };
}
