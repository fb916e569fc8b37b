/** Reading request bodies of unknown shape. */
import { Refusal } from './http.ts';

export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The object a body wraps under `name`: `{ticket: {…}}`.
 * @throws Refusal 400 where it is missing, as Zendesk does
 */
export function wrapped(body: unknown, name: string): Fields {
  const inner = isFields(body) ? body[name] : undefined;
  if (isFields(inner)) return inner;
  throw new Refusal(400, {
    error: { title: 'Bad Request', message: `Required param "${name}" is missing or is not an object` },
  });
}

/** Whole numbers of a comma list; anything else in it is left out. */
export const idList = (text: string | null): number[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => /^\d+$/.test(part))
    .map(Number);

export const textOr = <T>(value: unknown, otherwise: T): string | T =>
  typeof value === 'string' ? value : otherwise;

export const booleanOr = (value: unknown, otherwise: boolean): boolean =>
  typeof value === 'boolean' ? value : otherwise;
