/** What 1:1 sheets are read from and kept in: an agent's own feedbacks, and the guarded object `fl_sheet`. */
import * as v from 'valibot';
import { asFailure } from '../care/failure.ts';
import { type FeedbackPage, page, toPage } from './feedbackLists.ts';
import { anything, id, instant, validOf } from './fields.ts';
import type { Http } from './http.ts';
import { jsonIn } from './json.ts';

const feedbacks = '/api/v2/custom_objects/fl_feedback/records';
const path = '/api/v2/custom_objects/fl_sheet/records';

/** Names one call takes, and rows a page has. */
const most = 100;

/**
 * Feedbacks that name an agent as credited by any rule, and nobody else's; last written after `since`, the latest
 * first. By the search index, which lags. Throws `Failure`.
 */
export async function searchFeedbacksOf(
  http: Http,
  agentId: string,
  since: number,
  after: string | null,
): Promise<FeedbackPage> {
  const filter = {
    $and: [{ name: { $contains: agentId } }, { updated_at: { $gt: new Date(since).toISOString() } }],
  };
  const params = { sort: '-updated_at', 'page[size]': most, ...(after && { 'page[after]': after }) };
  return toPage(await http.send('POST', `${feedbacks}/search`, { filter }, page, { params }));
}

export interface SheetRecord {
  /** `<agent>:<item>`. */
  key: string;
  /** Parsed JSON, to be checked; `undefined` where it is broken. */
  body: unknown;
  updatedAt: number;
  /** Who made it, and who wrote it last, as the server recorded. */
  createdById: string;
  byId: string;
}

const record = v.object({
  external_id: v.string(),
  custom_object_fields: v.record(v.string(), v.unknown()),
  updated_at: instant,
  created_by_user_id: id,
  updated_by_user_id: id,
});

const toRecord = (found: v.InferOutput<typeof record>): SheetRecord => ({
  key: found.external_id,
  body: jsonIn(found.custom_object_fields.body),
  updatedAt: found.updated_at,
  createdById: found.created_by_user_id,
  byId: found.updated_by_user_id,
});

export interface SheetRecords {
  records: SheetRecord[];
  /** There are more than a hundred. */
  isCut: boolean;
}

/** What is kept about an agent, as far as Zendesk lets whoever asks see it. The index lags. Throws `Failure`. */
export async function searchSheet(http: Http, agentId: string): Promise<SheetRecords> {
  const filter = { 'custom_object_fields.about': { $eq: agentId } };
  const schema = v.object({
    custom_object_records: v.array(v.unknown()),
    meta: v.object({ has_more: v.boolean() }),
  });
  const params = { sort: '-updated_at', 'page[size]': most };
  const found = await http.send('POST', `${path}/search`, { filter }, schema, { params });
  const { valid } = validOf(record, found.custom_object_records);
  return { records: valid.map(toRecord), isCut: found.meta.has_more };
}

/** One of them as it stands now; `null` where there is none, or none for whoever asks. Throws `Failure`. */
export async function readSheetRecord(http: Http, key: string): Promise<SheetRecord | null> {
  const schema = v.object({ custom_object_records: v.array(record) });
  const found = await http.get(path, schema, { params: { 'filter[external_ids]': key } });
  const [only] = found.custom_object_records;
  return only ? toRecord(only) : null;
}

/** Who may read a record beside its author and admins; `null` for nobody. */
export interface SheetReaders {
  agentId: string | null;
  /** The first three. */
  leadIds: readonly string[];
}

/** `false` where it stands already: the answer to an earlier try was lost. Throws `Failure`. */
export async function createSheetRecord(
  http: Http,
  key: string,
  body: unknown,
  { agentId, leadIds }: SheetReaders,
): Promise<boolean> {
  const [lead_1 = null, lead_2 = null, lead_3 = null] = leadIds;
  const about = key.split(':')[0];
  const custom_object_fields = { about, reader: agentId, lead_1, lead_2, lead_3, body: JSON.stringify(body) };
  const custom_object_record = { external_id: key, name: key, custom_object_fields };
  try {
    await http.send('POST', path, { custom_object_record }, anything);
    return true;
  } catch (cause) {
    if (!['conflict', 'invalid'].includes(asFailure(cause).kind)) throw cause;
    if (!(await readSheetRecord(http, key))) throw cause;
    return false;
  }
}

/** Its readers stay who they are. Throws `Failure`. */
export async function changeSheetRecord(http: Http, key: string, body: unknown): Promise<void> {
  const custom_object_record = { custom_object_fields: { body: JSON.stringify(body) } };
  await http.send('PATCH', path, { custom_object_record }, anything, { params: { external_id: key } });
}
