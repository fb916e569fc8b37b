/** What a sheet says of one agent's feedbacks: figures, themes, praise, and what was left out of them. */

import { hasFlag, type Row } from '../insights/row.ts';
import { buckets } from '../ledger.ts';
import { type Sums, sumsOf } from './sums.ts';

export interface Theme {
  bucket: (typeof buckets)[number] | null;
  topic: string | null;
  channel: string | null;
  /** Newest first. */
  keys: string[];
}

export interface Sheet {
  own: Sums;
  /** With set aside, suspected and disputed ones as if nobody had objected; `own` where there are none. */
  withAll: Sums;
  themes: Theme[];
  /** Bad scores in no theme. */
  single: number;
  /** About the process, or liked the agent and found it hard: never the agent's. */
  process: string[];
  /** The best scores, newest first. */
  praise: string[];
  /** What `own` and `withAll` differ by, and what is disputed and counts all the same; newest first. */
  objections: Objection[];
}

export interface Objection {
  key: string;
  kind: 'set_aside' | 'suspected' | 'dispute_open' | 'dispute_rejected' | 'moved_away';
}

/** So many feedbacks make a theme, and so many themes are shown. */
export const leastOfTheme = 2;
const mostThemes = 3;

/** `rows` are credited to the agent; `moved` were, until a lead accepted the agent's dispute. */
export function sheetOf(rows: readonly Row[], moved: readonly Row[]): Sheet {
  const sorted = [...rows].sort(newestFirst);
  const counted = sorted.filter(isCounted);
  const isOfProcess = (row: Row) => hasFlag(row, 'isNiceButHard') || bucketOf(row) === 'process';
  const bad = counted.filter((row) => isBad(row) && !isOfProcess(row));
  const groups = [...grouped(bad).values()].filter(({ keys }) => keys.length >= leastOfTheme);
  const themes = groups.sort((a, b) => b.keys.length - a.keys.length).slice(0, mostThemes);
  const inThemes = themes.reduce((sum, { keys }) => sum + keys.length, 0);
  return {
    own: sumsOf(counted),
    withAll: sumsOf([...rows, ...moved]),
    themes,
    single: bad.length - inThemes,
    process: counted.filter(isOfProcess).map(({ key }) => key),
    praise: counted
      .filter((row) => row.csat >= 450 || (row.csat === 0 && row.verdict === 2))
      .map(({ key }) => key),
    objections: objectionsOf(sorted, moved),
  };
}

/** Not set aside, not gone, and no machine's click nobody has checked. */
export const isCounted = (row: Row) => !hasFlag(row, 'isLeftOut') && !hasFlag(row, 'isSuspected');

const newestFirst = (a: Row, b: Row) => b.at - a.at || (a.key < b.key ? 1 : -1);
const bucketOf = ({ bucket }: Row) => buckets[bucket - 1] ?? null;

/** Rated bad as Zendesk counts, or found hard: below the middle of the scale. */
const isBad = ({ verdict, ces }: Row) => verdict === 1 || (ces > 0 && ces < 300);

function grouped(rows: readonly Row[]): Map<string, Theme> {
  const themes = new Map<string, Theme>();
  for (const row of rows) {
    const place = { bucket: bucketOf(row), topic: row.topic, channel: row.channel };
    const name = JSON.stringify(place);
    const theme = themes.get(name) ?? { ...place, keys: [] };
    theme.keys.push(row.key);
    themes.set(name, theme);
  }
  return themes;
}

function objectionsOf(rows: readonly Row[], moved: readonly Row[]): Objection[] {
  const kindOf = (row: Row): Objection['kind'] | null => {
    if (hasFlag(row, 'isLeftOut')) return 'set_aside';
    if (hasFlag(row, 'isSuspected')) return 'suspected';
    return row.dispute === 1 ? 'dispute_open' : row.dispute === 3 ? 'dispute_rejected' : null;
  };
  const own = rows.flatMap((row) => {
    const kind = kindOf(row);
    return kind ? [{ row, kind }] : [];
  });
  const gone = moved.map((row) => ({ row, kind: 'moved_away' as const }));
  return [...own, ...gone]
    .sort((a, b) => newestFirst(a.row, b.row))
    .map(({ row, kind }) => ({ key: row.key, kind }));
}
