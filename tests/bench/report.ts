/**
 * Row `report-load-calls`: what opening the month's report asks of an account with a million feedbacks. Its rollups are
 * made with the app's own packer from the states the emulator's records hold, and lie in the account as documents.
 */
import { readReport } from '../../src/actions/readReport.ts';
import { newChunkId } from '../../src/actions/rollupRecords.ts';
import type { Configuration } from '../../src/care/configuration.ts';
import type { Feedback } from '../../src/care/feedback.ts';
import {
  inOrder,
  mostRows,
  mostText,
  type Placed,
  placeOf,
  placesPerMs,
} from '../../src/care/insights/chunk.ts';
import { emptyHead, entryOf, fitted, type Head, packHead } from '../../src/care/insights/head.ts';
import { periodOf } from '../../src/care/insights/period.ts';
import { rowOf, rulesPrint } from '../../src/care/insights/row.ts';
import { splitRows } from '../../src/care/insights/split.ts';
import { storeRecord } from '../emulator/api/recordIndex.ts';
import type { CustomObjectRecord } from '../emulator/world/entities.ts';
import { makeRecords } from '../emulator/world/madeRecords.ts';
import { personas } from '../emulator/world/people.ts';
import { firstScaleTicket, scaleFacts } from '../emulator/world/scaleFacts.ts';
import { ulid } from '../emulator/world/ulid.ts';
import type { World } from '../emulator/world/world.ts';
import { absolute, type Row } from './rows.ts';
import { callsSince, createAccount, open } from './sync.ts';

const feedbacks = 1_000_000;
const openCases = 10_000;
const budget = 5;

/** What a report is loaded from, and how much of it there is. */
export interface LoadedReport {
  row: Row;
  rows: number;
  chunks: number;
  /** Characters of the head. */
  headText: number;
  /** Milliseconds from the first call to the columns. */
  ms: number;
}

export async function measureReportLoad(count = feedbacks): Promise<LoadedReport> {
  const workspace = await createAccount(count, 100);
  const { world } = workspace;
  makeRecords(world, Math.min(openCases, Math.floor(count / 20)));
  const app = await open(workspace);
  const head = await storeRollups(world, app.configuration);
  const begun = workspace.exchanges().length;
  const month = periodOf('month', world.now(), 'UTC');
  const began = performance.now();
  const report = await readReport(app, { from: month.from - 31 * 86_400_000, to: month.to });
  const ms = performance.now() - began;
  if (report.origin !== 'rollups' || report.broken > 0 || report.since !== null)
    throw new Error(
      `report-load-calls: the report is not whole: ${report.origin}, ${report.broken} missing.`,
    );
  const calls = callsSince(workspace, begun);
  return {
    row: absolute('report-load-calls', 'calls', calls.length, budget),
    rows: report.columns.n,
    chunks: head.chunks.length,
    headText: JSON.stringify(packHead(head)).length,
    ms,
  };
}

/** A keeper's work of months, as it would stand there. */
async function storeRollups(world: World, configuration: Configuration): Promise<Head> {
  const head: Head = {
    ...emptyHead(rulesPrint(configuration), configuration.version),
    id: 'made',
    until: world.now() - 60_000,
    asOf: world.now() - 60_000,
    byId: String(personas.admin),
  };
  const records = [...(world.madeRecords.get('fl_feedback')?.all() ?? [])];
  records.sort((a, b) => a.created_at - b.created_at);
  for (let from = 0; from < records.length; from += mostRows) {
    const rows = records
      .slice(from, from + mostRows)
      .flatMap((record) => rowIn(world, record, configuration) ?? []);
    for (const part of await splitRows(rows.sort(inOrder), true)) {
      const id = newChunkId();
      head.chunks.push(entryOf(id, part.rows));
      storeDoc(world, id, part.body);
    }
  }
  const whole = fitted(head);
  if (whole.since !== null)
    throw new Error(`report-load-calls: a head of ${mostText} characters is too small.`);
  storeDoc(world, 'head', packHead(whole));
  return whole;
}

function rowIn(world: World, record: CustomObjectRecord, configuration: Configuration): Placed | null {
  const feedback: Feedback = JSON.parse(String(record.custom_object_fields.state));
  const index = Number(feedback.key.slice('ticket:'.length)) - firstScaleTicket;
  const { channel, groupId } = scaleFacts(index, world);
  const place = { channel, brandId: '360000000101', groupId: String(groupId) };
  const row = rowOf(feedback, place, configuration);
  return row && { place: placeOf(record.created_at, index % placesPerMs), row };
}

let stored = 0;

function storeDoc(world: World, key: string, body: object): void {
  stored += 1;
  const name = `rollup:${key}`;
  storeRecord(world, {
    id: ulid(world.now(), 2 ** 42 + stored),
    object_key: 'fl_doc',
    name,
    external_id: name,
    custom_object_fields: { kind: 'rollup', body: JSON.stringify(body) },
    created_by_user_id: personas.admin,
    updated_by_user_id: personas.admin,
    created_at: world.now(),
    updated_at: world.now(),
    deleted_at: null,
  });
}
