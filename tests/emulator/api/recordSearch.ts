/** Finding records by words and by filter; results lag writes, see recordIndex.ts. */
import type { CustomObject, CustomObjectRecord } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { isFields } from './body.ts';
import { badRequest, type Call, type Family, ok } from './http.ts';
import { keysetPage, type Order } from './keysetPage.ts';
import { openObject, reachOf, refuseCascade } from './recordAccess.ts';
import { ownFields } from './recordFields.ts';
import { compileFilter, type Test } from './recordFilter.ts';
import { searchableRecords } from './recordIndex.ts';
import { recordPage } from './recordPage.ts';

/** Without `sort` no more than this many come, over all pages. */
export const relevanceCeiling = 10_000;

const records = '/api/v2/custom_objects/:key/records';

export const recordSearch: Family = [
  {
    method: 'GET',
    path: `${records}/search`,
    allowed: 'agents',
    answer: (call) => search(call, call.query.get('query'), null),
  },
  {
    method: 'POST',
    path: `${records}/search`,
    allowed: 'agents',
    answer: (call) =>
      search(call, call.query.get('query'), isFields(call.body) ? call.body.filter : undefined),
  },
  {
    method: 'GET',
    path: `${records}/autocomplete`,
    allowed: 'agents',
    answer: ({ world, caller, params, query, request }) => {
      const object = openObject(world, caller, params.key, 'read');
      refuseCascade(caller, ownFields(world, object), null);
      const hasWord = wordTest(query.get('name'), (record) => record.name);
      const isReached = reachOf(world, caller, object.id, 'read');
      const found = only(
        searchableRecords(world, object.id),
        (record) => hasWord(record) && isReached(record),
      );
      return ok(
        recordPage(
          world,
          object,
          keysetPage(
            found,
            byRelevance(() => 0),
            new URL(request.url),
          ),
        ),
      );
    },
  },
];

function search({ world, caller, params, query, request }: Call, words: string | null, filter: unknown) {
  const object = openObject(world, caller, params.key, 'read');
  refuseCascade(caller, ownFields(world, object), filter);
  const isMatch = compileFilter(world, object, filter);
  const hasWords = wordTest(words, textOf(world, object));
  const isReached = reachOf(world, caller, object.id, 'read');
  const found = only(
    searchableRecords(world, object.id),
    (record) => isMatch(record) && hasWords(record) && isReached(record),
  );
  const order = orderOf(query.get('sort'), words);
  return ok(recordPage(world, object, keysetPage(found, order, new URL(request.url))));
}

function* only(all: Iterable<CustomObjectRecord>, isWanted: Test): Iterable<CustomObjectRecord> {
  for (const record of all) if (isWanted(record)) yield record;
}

function orderOf(sort: string | null, words: string | null): Order<CustomObjectRecord> {
  if (sort === null || sort === '') {
    const isNamed = wordTest(words, (record) => record.name);
    return byRelevance((record) => (isNamed(record) ? 0 : 1));
  }
  const name = sort.replace(/^-/, '');
  if (name !== 'name' && name !== 'created_at' && name !== 'updated_at') {
    throw badRequest('Invalid attribute', `sort: '${sort}' is not supported`);
  }
  return { key: (record) => record[name], id: (record) => record.id, isDescending: sort.startsWith('-') };
}

/** Records named by the words come before those that only mention them. */
const byRelevance = (rank: (record: CustomObjectRecord) => number): Order<CustomObjectRecord> => ({
  key: rank,
  id: (record) => record.id,
  isDescending: false,
  ceiling: relevanceCeiling,
});

/** Every word asked for begins a word of the text; `*` and nothing match all. */
function wordTest(query: string | null, text: (record: CustomObjectRecord) => string): Test {
  const words = wordsOf(query ?? '').filter((word) => word !== '');
  if (words.length === 0) return () => true;
  return (record) => {
    const padded = ` ${wordsOf(text(record)).join(' ')}`;
    return words.every((word) => padded.includes(` ${word}`));
  };
}

const wordsOf = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{N}]+/u);

const texts = new WeakMap<CustomObjectRecord, string>();

/** Name, external id and the values of textual fields, put together once per version of a record. */
function textOf(world: World, object: CustomObject) {
  const keys = ownFields(world, object)
    .filter((field) => ['text', 'textarea', 'regexp', 'dropdown'].includes(field.type))
    .map((field) => field.key);
  return (record: CustomObjectRecord): string => {
    const known = texts.get(record);
    if (known !== undefined) return known;
    const values = keys.map((key) => String(record.custom_object_fields[key] ?? ''));
    const text = [record.name, record.external_id ?? '', ...values].join(' ');
    texts.set(record, text);
    return text;
  };
}
