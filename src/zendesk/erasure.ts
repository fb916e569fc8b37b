/** Takes typed texts out of the ledger and out of the list. */
import { Failure } from '../care/failure.ts';
import { foldAll } from '../care/fold.ts';
import { listRecordOf } from './feedbackRecords.ts';
import type { Http } from './http.ts';
import { mostItems, runJob } from './jobs.ts';
import { toFacts, withoutTexts } from './ledger.ts';
import { readRecordsBehind } from './ledgers.ts';

/**
 * Blanks every text of these feedbacks, the ledger first, then the list's copy; `pointers` overrides the list's
 * lookups (`{ requester: null }` forgets whose it was). How many records of the ledger held a text. Pressing it again
 * goes on where it broke off. Throws `Failure`.
 */
export async function blankTexts(
  http: Http,
  keys: readonly string[],
  pointers: object = {},
): Promise<number> {
  const known = keys.map((key) => ({ key, rev: 0 }));
  const ledgers = await readRecordsBehind(http, known, 'background');
  const bare = [...ledgers.values()].flat().flatMap((found) => withoutTexts(found) ?? []);
  await write(
    http,
    'fl_event',
    bare.map(({ external_id, custom_object_fields: { body } }) => ({
      external_id,
      custom_object_fields: { body },
    })),
  );
  const states = [...ledgers].flatMap(([key, records]) => {
    if (records.length === 0) return [];
    const facts = records.map((found) => withoutTexts(found) ?? found).flatMap(toFacts);
    return [listRecordOf(foldAll(key, facts), pointers)];
  });
  await write(http, 'fl_feedback', states);
  return bare.length;
}

async function write(
  http: Http,
  objectKey: string,
  items: readonly { external_id: string }[],
): Promise<void> {
  for (let from = 0; from < items.length; from += mostItems) {
    const block = items.slice(from, from + mostItems);
    const rows = await runJob(http, objectKey, 'create_or_update_by_external_id', block, 'background');
    const refused = rows.find(({ isSuccess }) => !isSuccess);
    if (refused) throw new Failure('invalid', { status: 422, message: `${objectKey}: ${refused.reason}` });
  }
}
