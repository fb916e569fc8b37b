/** Everything shared that is no feedback, in the custom object `fl_doc`: one record an item, never a shared list. */
import * as v from 'valibot';
import { Failure } from '../care/failure.ts';
import { anything, id, instant } from './fields.ts';
import type { Http } from './http.ts';
import { runJob } from './jobs.ts';
import { jsonIn } from './json.ts';
import type { Priority } from './scheduler.ts';

const path = '/api/v2/custom_objects/fl_doc/records';

export const docKinds = [
  'coverage',
  'configuration',
  'scanner',
  'view',
  'collection',
  'collected',
  'retention',
  'rollup',
  'issue',
  'huddle',
  'sheet',
] as const;
export type DocKind = (typeof docKinds)[number];

/** Kinds whose keys are `<group>:<key>`: one group of them can be searched alone. */
const groupedKinds: readonly DocKind[] = ['collected', 'huddle', 'sheet'];

/** Written over what somebody took away, where taking it away leaves its record. */
export const tombstone = { isRemoved: true } as const;

export interface Doc {
  kind: DocKind;
  key: string;
  /** Parsed JSON, to be checked by whoever knows the kind; `undefined` where it is broken. */
  body: unknown;
  /** When it was last written, epoch milliseconds, and by whom. */
  updatedAt: number;
  byId: string;
}

const record = v.object({
  external_id: v.string(),
  custom_object_fields: v.record(v.string(), v.unknown()),
  updated_at: instant,
  updated_by_user_id: id,
});

const page = v.object({
  custom_object_records: v.array(record),
  meta: v.object({ has_more: v.boolean(), after_cursor: v.optional(v.nullable(v.string()), null) }),
});

/** Names one call takes. */
const most = 100;

/** The documents there are among the keys asked for; one call a hundred. Throws `Failure`. */
export async function readDocs(
  http: Http,
  kind: DocKind,
  keys: readonly string[],
  priority: Priority = 'interactive',
): Promise<Doc[]> {
  const found: Doc[] = [];
  for (let from = 0; from < keys.length; from += most) {
    const names = keys.slice(from, from + most).map((key) => nameOf(kind, key));
    const params = { 'filter[external_ids]': names.join(','), 'page[size]': most };
    const schema = v.object({ custom_object_records: v.array(record) });
    const answer = await http.get(path, schema, { params, priority });
    found.push(...answer.custom_object_records.map((one) => docOf(kind, one)));
  }
  return found;
}

/** Every document of a kind, by the search index, which lags; a hundred. Throws `Failure`. */
export async function searchDocs(
  http: Http,
  kind: DocKind,
  priority: Priority = 'interactive',
): Promise<Doc[]> {
  const filter = { 'custom_object_fields.kind': { $eq: kind } };
  const schema = v.object({ custom_object_records: v.array(record) });
  const params = { sort: 'name', 'page[size]': most };
  const answer = await http.send('POST', `${path}/search`, { filter }, schema, { params, priority });
  return answer.custom_object_records.map((one) => docOf(kind, one));
}

export interface DocSearch {
  docs: Doc[];
  /** There are more than were asked for. */
  isCut: boolean;
}

/**
 * Documents of a kind, or of one group of a kind, in the order of their keys; a hundred a call until there are
 * `atMost`. By the search index, which lags. Throws `Failure`.
 */
export async function searchAllDocs(
  http: Http,
  kind: DocKind,
  {
    group = null,
    atMost = 500,
    priority = 'interactive',
  }: { group?: string | null; atMost?: number; priority?: Priority } = {},
): Promise<DocSearch> {
  const filter = { 'custom_object_fields.kind': { $eq: group === null ? kind : `${kind}:${group}` } };
  const docs: Doc[] = [];
  for (let after: string | null = null; ; ) {
    const params: Record<string, string | number> = { sort: 'name', 'page[size]': most };
    if (after !== null) params['page[after]'] = after;
    const answer: v.InferOutput<typeof page> = await http.send('POST', `${path}/search`, { filter }, page, {
      params,
      priority,
    });
    docs.push(...answer.custom_object_records.map((one) => docOf(kind, one)));
    after = answer.meta.has_more ? answer.meta.after_cursor : null;
    if (after === null || docs.length >= atMost)
      return { docs: docs.slice(0, atMost), isCut: after !== null };
  }
}

/** Writes a document over whatever stands there. A record holds 32 KB. Throws `Failure`. */
export async function writeDoc(
  http: Http,
  kind: DocKind,
  key: string,
  body: unknown,
  priority: Priority = 'interactive',
): Promise<void> {
  const custom_object_record = recordOf(kind, key, body);
  const params = { external_id: custom_object_record.external_id };
  await http.send('PATCH', path, { custom_object_record }, anything, { params, priority });
}

/** Writes a document where none stands yet; `false` where somebody was first. Throws `Failure`. */
export async function createDoc(http: Http, kind: DocKind, key: string, body: unknown): Promise<boolean> {
  try {
    await http.send('POST', path, { custom_object_record: recordOf(kind, key, body) }, anything);
    return true;
  } catch (cause) {
    if (!(cause instanceof Failure) || (cause.kind !== 'conflict' && cause.kind !== 'invalid')) throw cause;
    if ((await readDocs(http, kind, [key])).length > 0) return false;
    throw cause;
  }
}

/** Takes a document away, also one that is gone; a role that may write but not delete leaves a tombstone. Throws `Failure`. */
export async function removeDoc(http: Http, kind: DocKind, key: string): Promise<void> {
  const params = { external_id: nameOf(kind, key) };
  await http.send('DELETE', path, undefined, anything, { params }).catch((cause: unknown) => {
    if (!(cause instanceof Failure) || !['notFound', 'forbidden'].includes(cause.kind)) throw cause;
    return cause.kind === 'forbidden' ? writeDoc(http, kind, key, tombstone) : undefined;
  });
}

/** Several in one job, up to a hundred, in the background. Throws `Failure` where one is refused. */
export async function writeDocs(
  http: Http,
  kind: DocKind,
  docs: readonly { key: string; body: unknown }[],
): Promise<void> {
  const [only, ...more] = docs;
  if (!only) return;
  if (more.length === 0) return writeDoc(http, kind, only.key, only.body, 'background');
  const records = docs.map(({ key, body }) => recordOf(kind, key, body));
  const rows = await runJob(http, 'fl_doc', 'create_or_update_by_external_id', records, 'background');
  const refused = rows.find(({ isSuccess }) => !isSuccess);
  if (refused) throw new Failure('invalid', { status: 422, message: `${kind}: ${refused.reason}` });
}

function recordOf(kind: DocKind, key: string, body: unknown) {
  const name = nameOf(kind, key);
  const group = key.split(':')[0];
  const kindField = groupedKinds.includes(kind) ? `${kind}:${group}` : kind;
  return { external_id: name, name, custom_object_fields: { kind: kindField, body: JSON.stringify(body) } };
}

const nameOf = (kind: DocKind, key: string) => `${kind}:${key}`;

function docOf(kind: DocKind, found: v.InferOutput<typeof record>): Doc {
  return {
    kind,
    key: found.external_id.slice(kind.length + 1),
    body: jsonIn(found.custom_object_fields.body),
    updatedAt: found.updated_at,
    byId: found.updated_by_user_id,
  };
}
