/**
 * The floor of `report-*`: the same figures by plain loops over the same arrays, with no metric, filter or dimension
 * that could be another one. Everything a loop can share is shared.
 */
import type { Columns } from '../../src/care/insights/columns.ts';
import type { Question } from '../../src/care/insights/question.ts';
import { flags } from '../../src/care/insights/row.ts';
import { meanOf, rateOf } from '../../src/care/rate.ts';

/** What is counted of each part, in this order. */
const counted = [
  'volume',
  'rated',
  'csat',
  'good',
  'numbers',
  'low_base',
  'low',
  'effort',
  'easy',
  'hard',
  'both',
  'nice_but_hard',
  'bucketed',
  'disputed',
  'cases',
  'open_cases',
  'escalated',
  'overdue',
  'reopened',
  'contacted',
  'recovered_of_contacted',
  'closed',
  'recovered_of_closed',
  'alone',
  'spontaneous',
  'first_open',
  'first_open_hours_open',
  'close_open',
  'close_hours_open',
] as const;
const kinds = counted.length;
const place = Object.fromEntries(counted.map((name, index) => [name, index])) as Record<
  (typeof counted)[number],
  number
>;
const spans = 4;

/** Of each part, then of the whole; now, then before. */
export function plainReport(columns: Columns, { period, before, now }: Question) {
  const parts = columns.names.groupId.length;
  const cells = 2 * parts;
  const counts = new Uint32Array(cells * kinds);
  const csats = new Uint32Array(cells * 501);
  const cess = new Uint32Array(cells * 501);
  const values = Array.from({ length: spans }, () => new Uint32Array(columns.n));
  const owners = Array.from({ length: spans }, () => new Uint16Array(columns.n));
  const found = new Uint32Array(spans);
  const { at, csat, ces, verdict, bucket, status, dispute, openedAt, dueAt, firstActionAt, closedAt } =
    columns;
  const { firstActionOpen, closeOpen, n } = columns;
  const group = columns.texts.groupId;
  const [from, to] = [period.from / 1000, period.to / 1000];
  const [pastFrom, pastTo] = [(before?.from ?? 0) / 1000, (before?.to ?? 0) / 1000];
  const clock = Math.floor(now / 1000);
  const out = flags.isLeftOut | flags.isSuspected;
  const keep = (span: number, value: number, cell: number) => {
    const next = found[span] as number;
    (values[span] as Uint32Array)[next] = value;
    (owners[span] as Uint16Array)[next] = cell;
    found[span] = next + 1;
  };
  for (let i = 0; i < n; i += 1) {
    const own = columns.flags[i] as number;
    if ((own & out) !== 0) continue;
    const moment = at[i] as number;
    const isNow = moment >= from && moment < to;
    if (!isNow && (moment < pastFrom || moment >= pastTo)) continue;
    const cell = (group[i] as number) + (isNow ? 0 : parts);
    const c = cell * kinds;
    const add = (kind: number) => {
      counts[c + kind] = (counts[c + kind] as number) + 1;
    };
    const [score, effort, bare] = [csat[i] as number, ces[i] as number, verdict[i] as number];
    add(place.volume);
    if (bare !== 0 || effort !== 0) {
      add(place.rated);
      if (dispute[i] !== 0) add(place.disputed);
    }
    if (bare !== 0) add(place.csat);
    if (bare === 2) add(place.good);
    if (score !== 0) {
      add(place.numbers);
      csats[cell * 501 + score] = (csats[cell * 501 + score] as number) + 1;
    }
    if (score !== 0 || (own & flags.isLegacy) !== 0) {
      add(place.low_base);
      if (score === 0 ? bare === 1 : score < 300) add(place.low);
    }
    if (effort !== 0) {
      add(place.effort);
      cess[cell * 501 + effort] = (cess[cell * 501 + effort] as number) + 1;
      if (effort > 300) add(place.easy);
      if (effort < 300) add(place.hard);
      if (bare !== 0) {
        add(place.both);
        if ((own & flags.isNiceButHard) !== 0) add(place.nice_but_hard);
      }
    }
    if (bucket[i] !== 0) add(place.bucketed);
    const state = status[i] as number;
    if (state === 0) continue;
    const [first, closed] = [firstActionAt[i] as number, closedAt[i] as number];
    add(place.cases);
    if (state !== 3) add(place.open_cases);
    if ((own & flags.isEscalated) !== 0) add(place.escalated);
    if ((own & flags.isReopened) !== 0) add(place.reopened);
    if ((closed || clock) > (dueAt[i] as number)) add(place.overdue);
    if (first !== 0) keep(0, Math.max(0, first - moment), cell);
    else if (state !== 3) add(place.first_open);
    if (firstActionOpen[i] !== 0) keep(1, (firstActionOpen[i] as number) - 1, cell);
    else if (first === 0 && state !== 3) add(place.first_open_hours_open);
    if (closed !== 0) keep(2, Math.max(0, closed - (openedAt[i] as number)), cell);
    else add(place.close_open);
    if (closeOpen[i] !== 0) keep(3, (closeOpen[i] as number) - 1, cell);
    else if (state !== 3) add(place.close_hours_open);
    if (state !== 3 || (own & flags.isNoRecovery) !== 0) continue;
    const isOutcome = (own & flags.isRecoveredByOutcome) !== 0;
    add(place.closed);
    if ((own & flags.isContacted) !== 0) {
      add(place.contacted);
      if ((own & flags.isRecovered) !== 0) {
        add(place.recovered_of_contacted);
        add(place.recovered_of_closed);
      }
    } else {
      add(place.alone);
      if (isOutcome) add(place.recovered_of_closed);
      else if ((own & flags.isRecovered) !== 0) add(place.spontaneous);
    }
  }
  const sorted = values.map((all, span) =>
    split(all, owners[span] as Uint16Array, found[span] as number, cells),
  );
  const wholes = [0, 1].map((half) => {
    const first = half * parts;
    const lists = sorted.map((of) => merged(of.slice(first, first + parts)));
    return figures(
      summed(counts, first, parts, kinds),
      summed(csats, first, parts, 501),
      summed(cess, first, parts, 501),
      lists,
    );
  });
  const each = Array.from({ length: cells }, (_, cell) =>
    figures(
      counts.subarray(cell * kinds, (cell + 1) * kinds),
      csats.subarray(cell * 501, (cell + 1) * 501),
      cess.subarray(cell * 501, (cell + 1) * 501),
      sorted.map((of) => of[cell] as Uint32Array),
    ),
  );
  return { wholes, parts: each };
}

/** The values of each cell, in ascending order. */
function split(values: Uint32Array, owners: Uint16Array, n: number, cells: number): Uint32Array[] {
  const sizes = new Uint32Array(cells);
  for (let i = 0; i < n; i += 1) sizes[owners[i] as number] = (sizes[owners[i] as number] as number) + 1;
  const lists = Array.from(sizes, (size) => new Uint32Array(size));
  const next = new Uint32Array(cells);
  for (let i = 0; i < n; i += 1) {
    const cell = owners[i] as number;
    const at = next[cell] as number;
    (lists[cell] as Uint32Array)[at] = values[i] as number;
    next[cell] = at + 1;
  }
  for (const list of lists) list.sort();
  return lists;
}

function merged(lists: Uint32Array[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all.sort();
}

function summed(counts: Uint32Array, first: number, cells: number, width: number): Uint32Array {
  const sum = new Uint32Array(width);
  for (let cell = first; cell < first + cells; cell += 1)
    for (let i = 0; i < width; i += 1) sum[i] = (sum[i] as number) + (counts[cell * width + i] as number);
  return sum;
}

const histogram = (counts: Uint32Array) =>
  meanOf(
    Array.from(counts, (count, value) => ({ value: value / 100, count })).filter(({ count }) => count > 0),
  );

function figures(counts: Uint32Array, csats: Uint32Array, cess: Uint32Array, lists: Uint32Array[]) {
  const of = (name: keyof typeof place) => counts[place[name]] as number;
  const share = (k: keyof typeof place, n: keyof typeof place) => rateOf(of(k), of(n));
  const span = (list: Uint32Array, open: number) => {
    const n = list.length;
    let sum = 0;
    for (let i = 0; i < n; i += 1) sum += list[i] as number;
    const median = n === 0 ? null : ((list[(n - 1) >> 1] as number) + (list[n >> 1] as number)) / 2;
    return {
      value: median,
      n,
      mean: n === 0 ? null : sum / n,
      p90: list[Math.ceil(n * 0.9) - 1] ?? null,
      open,
    };
  };
  const [first, firstHours, close, closeHours] = lists as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  return {
    volume: { value: of('volume') },
    rated: { value: of('rated') },
    csat: share('good', 'csat'),
    csat_mean: histogram(csats),
    bottom: share('low', 'low_base'),
    ces: histogram(cess),
    easy: share('easy', 'effort'),
    hard: share('hard', 'effort'),
    nice_but_hard: share('nice_but_hard', 'both'),
    bucketed: share('bucketed', 'volume'),
    disputed: share('disputed', 'rated'),
    cases: { value: of('cases') },
    open_cases: { value: of('open_cases') },
    first_action: span(first, of('first_open')),
    first_action_open: span(firstHours, of('first_open_hours_open')),
    days_to_close: span(close, of('close_open')),
    days_to_close_open: span(closeHours, of('close_hours_open')),
    escalated: share('escalated', 'cases'),
    overdue: share('overdue', 'cases'),
    reopened: share('reopened', 'cases'),
    recovered_of_contacted: share('recovered_of_contacted', 'contacted'),
    recovered_of_closed: share('recovered_of_closed', 'closed'),
    spontaneous: share('spontaneous', 'alone'),
  };
}
