/** A report: every figure of the whole and of its parts, now and in the period before. */
import { metrics } from '../metrics/index.ts';
import type { Figure } from '../metrics/metric.ts';
import type { Columns } from './columns.ts';
import { figureOf, figuresOf, measuring } from './figure.ts';
import type { Dimension, Period, Question } from './question.ts';
import { rowsWhere, splitBy } from './rows.ts';

/** By metric id. */
export type Figures = Record<string, Figure>;

export interface Part {
  /** The value in the dimension asked by; `null` for none. */
  value: string | null;
  now: Figures;
  before: Figures | null;
}

export interface Report {
  /** What it is broken down by. */
  by: Dimension | null;
  whole: { now: Figures; before: Figures | null };
  /**
   * Most feedbacks first; every feedback of the whole is in exactly one. Values there were before and are no more
   * come last. Empty where nothing breaks it down.
   */
  parts: Part[];
}

export function reportOf(columns: Columns, question: Question): Report {
  const steps = reportSteps(columns, question);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, figure by figure: whoever counts can do something else in between, or stop. */
export function* reportSteps(columns: Columns, question: Question): Generator<void, Report> {
  const { by, period, before } = question;
  const own = yield* measure(columns, question, period);
  const past = before && (yield* measure(columns, question, before));
  const whole = { now: own.whole, before: past?.whole ?? null };
  if (by === null) return { by, whole, parts: [] };
  const none = past && emptyFigures(columns);
  const gone = [...(past?.parts.keys() ?? [])].filter((value) => !own.parts.has(value));
  const parts = [...own.parts.keys(), ...gone].map((value) => ({
    value,
    now: own.parts.get(value) ?? emptyFigures(columns),
    before: past && (past.parts.get(value) ?? none),
  }));
  return { by, whole, parts };
}

interface Measured {
  whole: Figures;
  /** By value, most feedbacks first; those without any left out. */
  parts: Map<string | null, Figures>;
}

function* measure(columns: Columns, question: Question, period: Period): Generator<void, Measured> {
  const { split, values } = splitBy(columns, rowsWhere(columns, period, question), question.by);
  const of = measuring(columns, split, Math.floor(question.now / 1000));
  const whole: Figures = {};
  const parts = values.map((value) => ({ value, figures: {} as Figures }));
  for (const metric of metrics) {
    const found = figuresOf(metric, of);
    whole[metric.id] = found.whole;
    for (const [part, { figures }] of parts.entries()) figures[metric.id] = found.parts[part] ?? found.whole;
    yield;
  }
  return { whole, parts: new Map(parts.map(({ value, figures }) => [value, figures])) };
}

const emptyFigures = (columns: Columns): Figures =>
  Object.fromEntries(metrics.map((metric) => [metric.id, figureOf(metric, columns, new Uint32Array(), 0)]));
