/** The ledger's records in the account's custom object `fl_event`. */
import * as v from 'valibot';
import { blanked, isErased, type RawFact } from '../care/erasure.ts';
import { Failure } from '../care/failure.ts';
import type { Fact } from '../care/fold.ts';
import { type Entry, type LedgerEvent, parseEvent } from '../care/ledger.ts';
import { id, instant } from './fields.ts';
import type { Http } from './http.ts';
import { jsonIn } from './json.ts';

export const ledgerPath = '/api/v2/custom_objects/fl_event/records';

/** One record of the ledger. */
export const factRecord = v.object({
  id,
  external_id: v.string(),
  custom_object_fields: v.record(v.string(), v.unknown()),
  created_at: instant,
  updated_at: instant,
  created_by_user_id: id,
});
export type FactRecord = v.InferOutput<typeof factRecord>;

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
    const schema = v.object({ custom_object_records: v.array(factRecord) });
    const { custom_object_records: records } = await http.get(ledgerPath, schema, { params });
    facts.push(...records.flatMap(toFacts));
    if (records.length < blockSize) return facts;
  }
}

/** Of a record that holds several facts. `at` is when they were decided, by the account's clock. */
const severalKind = 'several';
const several = v.object({
  at: v.optional(v.nullable(v.number()), null),
  facts: v.pipe(v.array(v.object({ kind: v.string(), body: v.unknown() })), v.minLength(1)),
});

/**
 * Facts written in bulk say themselves when they were decided, since a job's answer does not tell when a record
 * came to be; that counts where it lies within these milliseconds of what the server recorded.
 */
const believable = 600_000;

/** A record's facts as they stand there. */
function rawFacts({ custom_object_fields: fields }: FactRecord): { at: number | null; facts: RawFact[] } {
  const body = jsonIn(fields.body);
  const whole = fields.kind === severalKind ? v.safeParse(several, body) : null;
  return whole?.success ? whole.output : { at: null, facts: [{ kind: String(fields.kind), body }] };
}

/** What a record says: one fact, or several. */
export function toFacts(found: FactRecord): Fact[] {
  const { external_id: name, custom_object_fields: fields } = found;
  const seq = Number(name.slice(name.lastIndexOf(':') + 1));
  const said = rawFacts(found);
  const isBelieved = said.at !== null && Math.abs(said.at - found.created_at) <= believable;
  const isEdited = found.updated_at !== found.created_at && !isErased(said.facts);
  return said.facts.map(({ kind, body: own }, part) => {
    const event = parseEvent(kind, own);
    if (!event) return { seq, part, unreadable: true };
    return {
      ...event,
      seq,
      part,
      byId: found.created_by_user_id,
      at: isBelieved && said.at !== null ? said.at : found.created_at,
      operation: String(fields.operation ?? ''),
      isEdited,
    };
  });
}

/** The record without what staff typed; `null` where it holds no such text. */
export function withoutTexts(found: FactRecord): FactRecord | null {
  const { at, facts } = rawFacts(found);
  const bare = facts.map((fact) => blanked(fact));
  if (bare.every((fact) => fact === null)) return null;
  const whole = facts.map((fact, index) => bare[index] ?? fact);
  const body = found.custom_object_fields.kind === severalKind ? { at, facts: whole } : whole[0]?.body;
  return { ...found, custom_object_fields: { ...found.custom_object_fields, body: JSON.stringify(body) } };
}

/** The record of entry number `seq`; `at` for writers who will not be told when it was recorded. */
export function recordOf(
  key: string,
  seq: number,
  entry: Entry,
  operation: string,
  at: number | null = null,
) {
  const name = `${key}:${seq}`;
  const [only, ...more] = entry;
  const isSingle = more.length === 0 && at === null;
  const body = isSingle
    ? only.body
    : { at, facts: entry.map(({ kind, body: own }) => ({ kind, body: own })) };
  const custom_object_fields = {
    feedback: key,
    seq,
    kind: isSingle ? only.kind : severalKind,
    operation,
    body: JSON.stringify(body),
  };
  return { name, external_id: name, custom_object_fields };
}

/**
 * Writes entry number `seq`. `null` when somebody was first: the unique name was taken (409 or 422, nobody has
 * documented which). Throws `Failure` for everything else.
 */
export async function writeEntry(
  http: Http,
  key: string,
  seq: number,
  entry: Entry,
  operation: string,
): Promise<LedgerEvent[] | null> {
  const custom_object_record = recordOf(key, seq, entry, operation);
  try {
    const schema = v.object({ custom_object_record: factRecord });
    const written = (await http.send('POST', ledgerPath, { custom_object_record }, schema))
      .custom_object_record;
    const stamp = {
      seq,
      byId: written.created_by_user_id,
      at: written.created_at,
      operation,
      isEdited: false,
    };
    return entry.map((event, part) => ({ ...event, ...stamp, part }));
  } catch (cause) {
    if (!(cause instanceof Failure) || (cause.kind !== 'conflict' && cause.kind !== 'invalid')) throw cause;
    if (await isTaken(http, custom_object_record.name)) return null;
    throw cause;
  }
}

async function isTaken(http: Http, name: string): Promise<boolean> {
  const params = { 'filter[external_ids]': name };
  const schema = v.object({ custom_object_records: v.array(v.unknown()) });
  return (await http.get(ledgerPath, schema, { params })).custom_object_records.length > 0;
}
