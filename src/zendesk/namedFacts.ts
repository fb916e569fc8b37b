/** Facts whose numbers are known, whosever ledgers they are in. */
import * as v from 'valibot';
import type { Fact } from '../care/fold.ts';
import type { Http } from './http.ts';
import { factRecord, ledgerPath, toFacts } from './ledger.ts';
import { mostNames } from './ledgers.ts';
import type { Priority } from './scheduler.ts';

/** Names `<key>:<seq>`, a hundred at most. By key; missing records are simply absent. One call. Throws `Failure`. */
export async function readNamedFacts(
  http: Http,
  names: readonly string[],
  priority: Priority,
): Promise<Map<string, Fact[]>> {
  const params = { 'filter[external_ids]': names.join(','), 'page[size]': mostNames };
  const schema = v.object({ custom_object_records: v.array(factRecord) });
  const { custom_object_records: records } = await http.get(ledgerPath, schema, { params, priority });
  const found = new Map<string, Fact[]>();
  for (const record of records) {
    const key = record.external_id.slice(0, record.external_id.lastIndexOf(':'));
    found.set(key, [...(found.get(key) ?? []), ...toFacts(record)]);
  }
  return found;
}
