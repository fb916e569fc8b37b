/** The reports' rows against the ledgers they come from: for whoever wants to know whether a figure can be believed. */
import type { App } from '../app.ts';
import { foldAll } from '../care/fold.ts';
import { rowAt } from '../care/insights/columns.ts';
import type { Period } from '../care/insights/question.ts';
import { type Row, rowOf } from '../care/insights/row.ts';
import { readFactsBehind } from '../zendesk/ledgers.ts';
import { readReport } from './readReport.ts';

export interface RollupProof {
  /** Rows that were compared, and how many the period has. */
  compared: number;
  of: number;
  /** Those that are not what their ledger says, and in what. */
  differing: { key: string; members: (keyof Row)[] }[];
  /** Keys whose ledger has gone on since: their list record, and with it the report, follows. */
  behind: string[];
  /** The rows were made by other settings than today's: they differ for that alone. */
  isFormer: boolean;
}

/** Rows compared, unless somebody wants more: one call a hundred. */
const mostCompared = 300;

/** Rows chosen evenly over the period; in the background. Throws `Failure`. */
export async function proveRollups(app: App, period: Period, most = mostCompared): Promise<RollupProof> {
  const { columns, isFormer } = await readReport(app, period);
  const count = Math.min(most, columns.n);
  const rows = Array.from({ length: count }, (_, index) =>
    rowAt(columns, Math.floor((index * columns.n) / count)),
  );
  const known = rows.map(({ key }) => ({ key, rev: 0 }));
  const facts = await readFactsBehind(app.zendesk.http, known, 'background');
  const proof: RollupProof = { compared: 0, of: columns.n, differing: [], behind: [], isFormer };
  for (const row of rows) {
    const folded = foldAll(row.key, facts.get(row.key) ?? []);
    if (folded.rev > row.rev) {
      proof.behind.push(row.key);
      continue;
    }
    const { channel, brandId, groupId } = row;
    const members = differences(row, rowOf(folded, { channel, brandId, groupId }, app.configuration));
    proof.compared += 1;
    if (members.length > 0) proof.differing.push({ key: row.key, members });
  }
  return proof;
}

const differences = (row: Row, truth: Row | null): (keyof Row)[] =>
  (Object.keys(row) as (keyof Row)[]).filter((name) => truth?.[name] !== row[name]);
