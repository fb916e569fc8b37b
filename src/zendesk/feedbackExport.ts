/**
 * What changed among the feedbacks' records, oldest change first: by the incremental export, a thousand a call and ten
 * calls a minute for the whole account, or by filtered search where a role may not use that. Shapes:
 * reference/support-api.md §2.2, §2.5.
 */
import * as v from 'valibot';
import { Failure } from '../care/failure.ts';
import type { Feedback } from '../care/feedback.ts';
import { placeOf, placesPerMs } from '../care/insights/chunk.ts';
import { toPage } from './feedbackLists.ts';
import { id, instant } from './fields.ts';
import type { Http } from './http.ts';
import { timeOfUlid, ulidDigits } from './ulid.ts';

const recordsPath = '/api/v2/custom_objects/fl_feedback/records';
const exportPath = '/api/v2/incremental/custom_objects/fl_feedback/cursor';
const perPage = 1000;
const gone = '[DELETED]';

export interface RecordChange {
  recordId: string;
  /** Where the record stands among all: see `care/insights/chunk.ts`. */
  place: number;
  /** `null` for a record that was deleted. */
  feedback: Feedback | null;
}

export interface ChangePage {
  changes: RecordChange[];
  /** Records that could not be read. */
  broken: number;
  /** When the last record of the page was written, epoch milliseconds; `null` on an empty page. */
  reached: number | null;
  /** Where to go on. */
  after: string | null;
  isEnd: boolean;
}

const record = v.object({
  id,
  external_id: v.optional(v.nullable(v.string()), null),
  custom_object_fields: v.record(v.string(), v.unknown()),
  created_at: instant,
  updated_at: instant,
});
type FoundRecord = v.InferOutput<typeof record>;

const exported = v.object({
  custom_object_records: v.array(record),
  after_cursor: v.optional(v.nullable(v.string()), null),
  meta: v.object({ has_more: v.boolean() }),
});

const searched = v.object({
  custom_object_records: v.array(record),
  meta: v.object({ has_more: v.boolean(), after_cursor: v.optional(v.nullable(v.string()), null) }),
});

/** How a reading is begun, or gone on with; `startTime` in epoch milliseconds, more than a minute ago. */
export type ReadFrom = { startTime: number } | { cursor: string };

/** One page of the export. Throws `Failure`, `forbidden` or `notFound` where the role may not use it. */
export async function readExport(http: Http, from: ReadFrom): Promise<ChangePage> {
  const start: Record<string, string | number> =
    'cursor' in from
      ? { cursor: from.cursor }
      : { start_time: Math.floor(Math.max(0, from.startTime) / 1000) };
  const params = { ...start, per_page: perPage };
  const page = await http.get(exportPath, exported, { params, priority: 'background' });
  const { after_cursor: after, meta } = page;
  const isEnd = !meta.has_more || after === null || ('cursor' in from && after === from.cursor);
  return { ...changesIn(page.custom_object_records), after, isEnd };
}

/** What a cursor of the search looks like in a head. */
const searchCursor = 'search:';

export const isSearchCursor = (cursor: string) => cursor.startsWith(searchCursor);

/** The same a hundred a call, for every role. Knows nothing of deleted records; the index lags. Throws `Failure`. */
export async function searchChanges(http: Http, from: ReadFrom): Promise<ChangePage> {
  // A cursor goes on in the very search it came from.
  const [since, cursor] =
    'cursor' in from ? placeIn(from.cursor) : [Math.max(0, from.startTime - 1000), null];
  const filter = { $and: [{ updated_at: { $gt: new Date(since).toISOString() } }] };
  const params = { sort: 'updated_at', 'page[size]': 100, ...(cursor !== null && { 'page[after]': cursor }) };
  const options = { params, priority: 'background' } as const;
  const page = await http.send('POST', `${recordsPath}/search`, { filter }, searched, options);
  const next = page.meta.has_more ? page.meta.after_cursor : null;
  const after = next === null ? null : `${searchCursor}${since}:${next}`;
  return { ...changesIn(page.custom_object_records), after, isEnd: after === null || next === cursor };
}

function placeIn(text: string): [number, string] {
  const [, since, cursor] = /^search:(\d+):(.*)$/s.exec(text) ?? [];
  if (since === undefined || cursor === undefined)
    throw new Failure('invalid', { status: 400, message: 'no cursor of the search' });
  return [Number(since), cursor];
}

function changesIn(records: readonly FoundRecord[]): Pick<ChangePage, 'changes' | 'broken' | 'reached'> {
  const living = records.filter((one) => one.external_id !== gone);
  const changes = records
    .filter((one) => one.external_id === gone)
    .map((one): RecordChange => ({ recordId: one.id, place: placeOfRecord(one), feedback: null }));
  let broken = 0;
  for (const one of living) {
    const read = toPage({ custom_object_records: [one], meta: { has_more: false, after_cursor: null } });
    broken += read.broken;
    for (const { feedback } of read.rows)
      changes.push({ recordId: one.id, place: placeOfRecord(one), feedback });
  }
  return { changes, broken, reached: records.at(-1)?.updated_at ?? null };
}

/** A record's id says when it was made; where Zendesk's ids should ever be others, the record does. */
function placeOfRecord({ id: recordId, created_at: createdAt }: FoundRecord): number {
  const madeAt = timeOfUlid(recordId);
  if (madeAt === null) return placeOf(createdAt);
  const [high = '0', low = '0'] = recordId.slice(10, 12).toUpperCase();
  return placeOf(madeAt, (ulidDigits.indexOf(high) * 32 + ulidDigits.indexOf(low)) % placesPerMs);
}

/** Places of the records there are under these keys; a hundred a call, without the index and its lag. Throws `Failure`. */
export async function readRecordPlaces(http: Http, keys: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (let from = 0; from < keys.length; from += 100) {
    const names = keys.slice(from, from + 100).join(',');
    const params = { 'filter[external_ids]': names, 'page[size]': 100 };
    const schema = v.object({ custom_object_records: v.array(record) });
    const page = await http.get(recordsPath, schema, { params, priority: 'background' });
    for (const one of page.custom_object_records)
      if (one.external_id !== null) found.set(one.external_id, placeOfRecord(one));
  }
  return found;
}

const counted = v.object({ count: v.object({ value: v.number() }) });

/** Records there are, as Zendesk counted them last. Throws `Failure`. */
export const countRecords = async (http: Http): Promise<number> =>
  (await http.get(`${recordsPath}/count`, counted)).count.value;
