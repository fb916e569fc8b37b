/**
 * Locks several browsers share: a record of the ledger with a name of its own, which Zendesk gives to one of them. It
 * is no fact of any feedback, and is never taken back: a name says for what, and for when.
 */
import * as v from 'valibot';
import { Failure } from '../care/failure.ts';
import { instant } from './fields.ts';
import type { Http } from './http.ts';
import { ledgerPath } from './ledger.ts';

export interface Lock {
  /** Is it this operation's? `isNew`: taken just now, so that nobody can have acted under it. */
  isOwn: boolean;
  isNew: boolean;
  /** When it was taken, epoch milliseconds. */
  at: number;
}

const record = v.object({
  external_id: v.string(),
  created_at: instant,
  custom_object_fields: v.record(v.string(), v.unknown()),
});
const background = { priority: 'background' } as const;

/** One call, two where it is taken; `operation` recognises one's own lost answer. Throws `Failure`. */
export async function takeLock(http: Http, name: string, operation: string): Promise<Lock> {
  const custom_object_fields = { feedback: 'lock', seq: 0, kind: 'lock', operation, body: '{}' };
  const custom_object_record = { name, external_id: name, custom_object_fields };
  const schema = v.object({ custom_object_record: v.object({ created_at: instant }) });
  try {
    const made = await http.send('POST', ledgerPath, { custom_object_record }, schema, background);
    return { isOwn: true, isNew: true, at: made.custom_object_record.created_at };
  } catch (cause) {
    if (!(cause instanceof Failure) || (cause.kind !== 'conflict' && cause.kind !== 'invalid')) throw cause;
    const [found] = await readLocks(http, [name]);
    if (!found) throw cause;
    const isOwn = found.custom_object_fields.operation === operation;
    return { isOwn, isNew: false, at: found.created_at };
  }
}

async function readLocks(http: Http, names: readonly string[]) {
  const schema = v.object({ custom_object_records: v.array(record) });
  const params = { 'filter[external_ids]': names.join(',') };
  return (await http.get(ledgerPath, schema, { params, ...background })).custom_object_records;
}
