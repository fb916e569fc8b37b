/** A year of feedbacks as columns, made from numbers alone: nobody has a million records to read. */
import { type Columns, emptyColumns, textColumns } from '../../src/care/insights/columns.ts';
import type { Question } from '../../src/care/insights/question.ts';
import { flags } from '../../src/care/insights/row.ts';

const day = 86_400;
const start = Date.UTC(2025, 0, 1) / 1000;
const end = Date.UTC(2026, 0, 1) / 1000;
const middle = (start + end) / 2;

/** How many values each text has. */
const names = {
  topic: 40,
  groupId: 25,
  agentId: 400,
  bucketById: 400,
  ownerId: 30,
  source: 4,
  channel: 6,
  brandId: 3,
};

/** The half of the year that was last, against the one before, by group: every row is in one of both. */
export const question: Question = {
  period: { from: middle * 1000, to: end * 1000 },
  before: { from: start * 1000, to: middle * 1000 },
  filters: {},
  by: 'group',
  hasSuspected: false,
  now: (end + 7 * day) * 1000,
};

/** The same for the same `n`. About a quarter are cases, seven of ten have a CSAT, half an effort score. */
export function columnsOfYear(n: number): Columns {
  const columns = emptyColumns(n);
  const chance = chances(n);
  for (const name of textColumns) {
    columns.names[name] = ['', ...Array.from({ length: names[name] }, (_, index) => `${name} ${index}`)];
    for (let index = 0; index < n; index += 1)
      columns.texts[name][index] = Math.floor(chance() * (names[name] + 1));
  }
  for (let index = 0; index < n; index += 1) fillRow(columns, index, chance);
  return columns;
}

function fillRow(columns: Columns, index: number, chance: () => number): void {
  const whole = (below: number) => Math.floor(chance() * below);
  const at = start + Math.floor(((end - start) * index) / columns.n);
  columns.ticket[index] = 1000 + index;
  columns.rev[index] = 1 + whole(9);
  columns.at[index] = at;
  const csat = chance() < 0.7 ? 100 + 100 * whole(5) : 0;
  columns.csat[index] = csat;
  columns.verdict[index] = csat > 0 ? (csat >= 400 ? 2 : 1) : chance() < 0.1 ? 1 + whole(2) : 0;
  columns.ces[index] = chance() < 0.5 ? 100 + 100 * whole(5) : 0;
  columns.bucket[index] = whole(4);
  columns.dispute[index] = chance() < 0.02 ? 1 + whole(3) : 0;
  // Any of the flags now and then; left out and suspected seldom.
  const isOn = (flag: number) => chance() < (flag <= flags.isSuspected ? 0.02 : 0.3);
  columns.flags[index] = Object.values(flags).reduce((sum, flag) => sum + (isOn(flag) ? flag : 0), 0);
  if (chance() < 0.25) fillCase(columns, index, at, chance);
}

function fillCase(columns: Columns, index: number, at: number, chance: () => number): void {
  const status = 1 + Math.floor(chance() * 3);
  const openedAt = at + Math.floor(chance() * 3600);
  columns.status[index] = status;
  columns.openedAt[index] = openedAt;
  columns.dueAt[index] = at + day;
  if (status > 1) columns.firstActionAt[index] = openedAt + Math.floor(chance() * day);
  if (status > 1) columns.firstActionOpen[index] = 1 + Math.floor(chance() * (day / 3));
  if (status === 3) columns.closedAt[index] = openedAt + Math.floor(chance() * 9 * day);
  if (status === 3) columns.closeOpen[index] = 1 + Math.floor(chance() * 3 * day);
}

/** Park and Miller's minimal standard generator: 0 to 1, the same for the same seed. */
function chances(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
