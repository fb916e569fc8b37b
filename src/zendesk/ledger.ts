/** The ledger's records in the account's custom object `fl_event`. */
import * as v from 'valibot';
import { Failure } from '../care/failure.ts';
import type { Fact } from '../care/fold.ts';
import { type LedgerEvent, type NewEvent, parseEvent } from '../care/ledger.ts';
import { id, instant } from './fields.ts';
import type { Http } from './http.ts';
import { jsonIn } from './json.ts';

const path = '/api/v2/custom_objects/fl_event/records';

const record = v.object({
  id,
  external_id: v.string(),
  custom_object_fields: v.record(v.string(), v.unknown()),
  created_at: instant,
  updated_at: instant,
  created_by_user_id: id,
});
type Record_ = v.InferOutput<typeof record>;

/** Facts asked for in one call: a ledger is rarely longer, and the address stays short. */
const blockSize = 60;

/**
 * All facts of a feedback after number `since`, read by their names and never by search, whose index lags.
 * One call for ledgers of up to 60 facts.
 */
export async function readFacts(http: Http, key: string, since = 0): Promise<Fact[]> {
  const facts: Fact[] = [];
  for (let from = since + 1; ; from += blockSize) {
    const names = Array.from({ length: blockSize }, (_, index) => `${key}:${from + index}`);
    const params = { 'filter[external_ids]': names.join(','), 'page[size]': 100 };
    const schema = v.object({ custom_object_records: v.array(record) });
    const { custom_object_records: records } = await http.get(path, schema, { params });
    facts.push(...records.map(toFact));
    if (records.length < blockSize) return facts;
  }
}

function toFact(found: Record_): Fact {
  const seq = Number(found.external_id.slice(found.external_id.lastIndexOf(':') + 1));
  const fields = found.custom_object_fields;
  const event = parseEvent(String(fields.kind), jsonIn(fields.body));
  if (!event) return { seq, unreadable: true };
  return {
    ...event,
    seq,
    byId: found.created_by_user_id,
    at: found.created_at,
    operation: String(fields.operation ?? ''),
    isEdited: found.updated_at !== found.created_at,
  };
}

/**
 * Writes fact number `seq`. `null` when somebody was first: the unique name was taken (409 or 422, nobody has
 * documented which). Throws `Failure` for everything else.
 */
export async function writeFact(
  http: Http,
  key: string,
  seq: number,
  event: NewEvent,
  operation: string,
): Promise<LedgerEvent | null> {
  const name = `${key}:${seq}`;
  const custom_object_record = {
    name,
    external_id: name,
    custom_object_fields: {
      feedback: key,
      seq,
      kind: event.kind,
      operation,
      body: JSON.stringify(event.body),
    },
  };
  try {
    const schema = v.object({ custom_object_record: record });
    const written = (await http.send('POST', path, { custom_object_record }, schema)).custom_object_record;
    return {
      ...event,
      seq,
      byId: written.created_by_user_id,
      at: written.created_at,
      operation,
      isEdited: false,
    };
  } catch (cause) {
    if (!(cause instanceof Failure) || (cause.kind !== 'conflict' && cause.kind !== 'invalid')) throw cause;
    if (await isTaken(http, name)) return null;
    throw cause;
  }
}

async function isTaken(http: Http, name: string): Promise<boolean> {
  const params = { 'filter[external_ids]': name };
  const schema = v.object({ custom_object_records: v.array(v.unknown()) });
  return (await http.get(path, schema, { params })).custom_object_records.length > 0;
}
