/** Pieces of schemas every family shares. Zendesk sends ids as numbers in one answer and strings in the next. */
import * as v from 'valibot';
import { Failure } from '../care/failure.ts';

/** An id, always as text inside the app. */
export const id = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((value) => String(value)),
);

/** ISO 8601 → epoch milliseconds. */
export const instant = v.pipe(
  v.string(),
  v.transform((text) => Date.parse(text)),
  v.number('not a date'),
  v.check((value) => !Number.isNaN(value), 'not a date'),
);

/** Absent and null are the same to Zendesk. */
export const optionalText = v.optional(v.nullable(v.string()), null);

/** When the answer's body does not matter. */
export const anything = v.unknown();

/** The items that fit; the others are counted, so that one broken row never takes the rest with it. */
export function validOf<T>(
  schema: v.GenericSchema<unknown, T>,
  items: readonly unknown[],
): { valid: T[]; broken: number } {
  const results = items.map((item) => v.safeParse(schema, item));
  const valid = results.flatMap((result) => (result.success ? [result.output] : []));
  return { valid, broken: items.length - valid.length };
}

/** The items that fit; throws `Failure` where there are some and none fits: that is no answer, and not an empty one. */
export function usableOf<T>(schema: v.GenericSchema<unknown, T>, items: readonly unknown[]): T[] {
  const { valid, broken } = validOf(schema, items);
  if (valid.length === 0 && broken > 0) throw new Failure('unexpected', { message: 'no item could be read' });
  return valid;
}
