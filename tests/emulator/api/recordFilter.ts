/**
 * The filter language of `POST …/records/search`, compiled once per request.
 * The standard fields' operators are those of Zendesk's page "Searching and filtering custom object records".
 * The page's table for custom fields is not to be had: what is accepted here follows the operators' names.
 */
import type { CustomObject, CustomObjectField, CustomObjectRecord } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { isFields } from './body.ts';
import { badRequest } from './http.ts';
import { ownFields } from './recordFields.ts';

export type Test = (record: CustomObjectRecord) => boolean;
type Read = (record: CustomObjectRecord) => unknown;
type Compare = (wanted: unknown) => (value: unknown) => boolean;

const same = ['$eq', '$noteq', '$in', '$nin', '$exists'];
const ordered = [...same, '$gt', '$gte', '$lt', '$lte'];
const worded = [...same, '$contains', '$ncontains'];

/** Operators by type of custom field. */
export const operatorsOf: Record<string, string[]> = {
  text: worded,
  textarea: worded,
  regexp: worded,
  checkbox: ['$eq', '$noteq', '$exists'],
  integer: ordered,
  decimal: ordered,
  currency: ordered,
  date: ordered,
  dropdown: same,
  lookup: same,
  parent: same,
  multiselect: ['$contains', '$ncontains', '$exists'],
};

const standard: Record<string, { operator: string; read: Read }> = {
  created_at: { operator: '$gt', read: (record) => record.created_at },
  updated_at: { operator: '$gt', read: (record) => record.updated_at },
  created_by_user: { operator: '$eq', read: (record) => String(record.created_by_user_id) },
  updated_by_user: { operator: '$eq', read: (record) => String(record.updated_by_user_id) },
  external_id: { operator: '$eq', read: (record) => record.external_id },
  name: { operator: '$contains', read: (record) => record.name },
};

const bad = (why: string) => badRequest('Invalid filter', why);

/** Refuses an unknown field, an operator the field does not have, and logic inside logic, with 400. */
export function compileFilter(world: World, object: CustomObject, filter: unknown): Test {
  if (filter === undefined || filter === null) return () => true;
  if (!isFields(filter)) throw bad('filter must be an object');
  const fields = new Map(ownFields(world, object).map((field) => [field.key, field]));
  const tests = Object.entries(filter).map(([key, value]) => {
    if (key === '$and') return every(members(key, value).map((each) => comparison(fields, each)));
    if (key === '$or') return some(members(key, value).map((each) => comparison(fields, each)));
    return comparison(fields, { [key]: value });
  });
  return every(tests);
}

function members(key: string, value: unknown): unknown[] {
  if (Array.isArray(value) && value.length > 0) return value;
  throw bad(`${key} must be an array of comparisons`);
}

const every =
  (tests: Test[]): Test =>
  (record) =>
    tests.every((test) => test(record));
const some =
  (tests: Test[]): Test =>
  (record) =>
    tests.some((test) => test(record));

/** One comparison object; several attributes or operators in it must all hold. */
function comparison(fields: Map<string, CustomObjectField>, given: unknown): Test {
  if (!isFields(given)) throw bad('a comparison must be an object');
  return every(
    Object.entries(given).flatMap(([attribute, operators]) => {
      if (attribute.startsWith('$')) throw bad(`${attribute} may stand only at the top of a filter`);
      if (!isFields(operators)) throw bad(`${attribute} must be compared by an operator`);
      return Object.entries(operators).map(([operator, wanted]) =>
        oneTest(fields, attribute, operator, wanted),
      );
    }),
  );
}

function oneTest(
  fields: Map<string, CustomObjectField>,
  attribute: string,
  operator: string,
  wanted: unknown,
): Test {
  const known = standard[attribute];
  if (known) {
    if (operator !== known.operator) throw bad(`${attribute} does not support ${operator}`);
    const test = comparing(operator, attribute.endsWith('_at') ? instant(attribute, wanted) : wanted);
    return (record) => test(known.read(record));
  }
  const field = fields.get(attribute.replace(/^custom_object_fields\./, ''));
  if (!field || !attribute.startsWith('custom_object_fields.'))
    throw bad(`${attribute} is not a field of this object`);
  if (!operatorsOf[field.type]?.includes(operator)) throw bad(`${attribute} does not support ${operator}`);
  const test = comparing(operator, wanted);
  return (record) => test(record.custom_object_fields[field.key] ?? null);
}

function instant(attribute: string, wanted: unknown): number {
  const at = typeof wanted === 'string' ? Date.parse(wanted) : Number.NaN;
  if (Number.isNaN(at)) throw bad(`${attribute} must be compared with an ISO 8601 date`);
  return at;
}

const comparisons: Record<string, Compare> = {
  $eq: (wanted) => (value) => isSame(value, wanted),
  $noteq: (wanted) => (value) => !isSame(value, wanted),
  $in: (wanted) => {
    const set = new Set(listOf('$in', wanted).map(String));
    return (value) => value !== null && set.has(String(value));
  },
  $nin: (wanted) => {
    const set = new Set(listOf('$nin', wanted).map(String));
    return (value) => value === null || !set.has(String(value));
  },
  $gt: (wanted) => (value) => ranks(value, wanted) > 0,
  $gte: (wanted) => (value) => ranks(value, wanted) >= 0,
  $lt: (wanted) => (value) => ranks(value, wanted) < 0,
  $lte: (wanted) => (value) => ranks(value, wanted) <= 0,
  $contains: (wanted) => (value) => contains(value, wanted),
  $ncontains: (wanted) => (value) => !contains(value, wanted),
  $exists: (wanted) => (value) => (value !== null) === (String(wanted) === 'true'),
};

function comparing(operator: string, wanted: unknown): (value: unknown) => boolean {
  const compare = comparisons[operator];
  if (!compare) throw bad(`${operator} is not an operator`);
  if (!operator.endsWith('in') && Array.isArray(wanted)) throw bad(`${operator} takes one value`);
  return compare(wanted);
}

function listOf(operator: string, wanted: unknown): unknown[] {
  if (Array.isArray(wanted)) return wanted;
  throw bad(`${operator} takes an array`);
}

const isSame = (value: unknown, wanted: unknown) =>
  value === null || wanted === null ? value === wanted : String(value) === String(wanted);

/** Not a number where either side is missing, so that no comparison holds. */
function ranks(value: unknown, wanted: unknown): number {
  if (value === null || wanted === null) return Number.NaN;
  if (typeof value === 'number') return value - Number(wanted);
  const [one, other] = [String(value), String(wanted).slice(0, String(value).length)];
  return one < other ? -1 : Number(one > other);
}

function contains(value: unknown, wanted: unknown): boolean {
  if (Array.isArray(value)) return value.includes(wanted);
  return value !== null && String(value).toLowerCase().includes(String(wanted).toLowerCase());
}
