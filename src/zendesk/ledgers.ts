/** Many feedbacks at once: their listed states, and what stands behind those in their ledgers. */
import * as v from 'valibot';
import { type Feedback, feedbackSchema } from '../care/feedback.ts';
import type { Fact } from '../care/fold.ts';
import type { Http } from './http.ts';
import { jsonIn } from './json.ts';
import { type FactRecord, factRecord, ledgerPath, toFacts } from './ledger.ts';
import type { Priority } from './scheduler.ts';

/** Names one call takes. */
export const mostNames = 100;

const listPath = '/api/v2/custom_objects/fl_feedback/records';

/** By key; feedbacks the list does not know, or knows in a state that cannot be read, are missing. */
export async function readStates(
  http: Http,
  keys: readonly string[],
  priority: Priority,
): Promise<Map<string, Feedback>> {
  const states = new Map<string, Feedback>();
  for (let from = 0; from < keys.length; from += mostNames) {
    const names = keys.slice(from, from + mostNames);
    const params = { 'filter[external_ids]': names.join(','), 'page[size]': mostNames };
    const record = v.object({ custom_object_fields: v.record(v.string(), v.unknown()) });
    const schema = v.object({ custom_object_records: v.array(record) });
    const { custom_object_records: records } = await http.get(listPath, schema, { params, priority });
    for (const { custom_object_fields: fields } of records) {
      const state = v.safeParse(feedbackSchema, jsonIn(fields.state));
      if (state.success) states.set(state.output.key, state.output);
    }
  }
  return states;
}

/**
 * The facts of several ledgers behind the numbers known, by key: all of them, however many there are. One call for
 * up to a hundred ledgers that hold one record more at most.
 */
export async function readFactsBehind(
  http: Http,
  known: readonly { key: string; rev: number }[],
  priority: Priority,
): Promise<Map<string, Fact[]>> {
  const records = await readRecordsBehind(http, known, priority);
  return new Map([...records].map(([key, found]) => [key, found.flatMap(toFacts)]));
}

/** The same as Zendesk keeps them. */
export async function readRecordsBehind(
  http: Http,
  known: readonly { key: string; rev: number }[],
  priority: Priority,
): Promise<Map<string, FactRecord[]>> {
  const records = new Map<string, FactRecord[]>(known.map(({ key }) => [key, []]));
  let open = [...known];
  while (open.length > 0) {
    const block = open.slice(0, mostNames);
    const depth = Math.max(1, Math.min(10, Math.floor(mostNames / block.length)));
    const next = await readBlock(http, block, depth, priority, records);
    open = [...open.slice(mostNames), ...next];
  }
  return records;
}

/** Reads the next `depth` numbers of each; answers those whose numbers were all there and may have more. */
async function readBlock(
  http: Http,
  block: readonly { key: string; rev: number }[],
  depth: number,
  priority: Priority,
  found: Map<string, FactRecord[]>,
): Promise<{ key: string; rev: number }[]> {
  const names = block.flatMap(({ key, rev }) =>
    Array.from({ length: depth }, (_, index) => `${key}:${rev + 1 + index}`),
  );
  const params = { 'filter[external_ids]': names.join(','), 'page[size]': mostNames };
  const schema = v.object({ custom_object_records: v.array(factRecord) });
  const { custom_object_records: records } = await http.get(ledgerPath, schema, { params, priority });
  const counts = new Map<string, number>();
  for (const record of records) {
    const key = record.external_id.slice(0, record.external_id.lastIndexOf(':'));
    found.get(key)?.push(record);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return block
    .filter(({ key }) => counts.get(key) === depth)
    .map(({ key, rev }) => ({ key, rev: rev + depth }));
}
