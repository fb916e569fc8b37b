/** Refusals of the control API and the little parsing its handlers share. */

/** A malformed control call, in one sentence. */
export class ControlProblem extends Error {
  readonly status: number;
  constructor(sentence: string, status = 400) {
    super(sentence);
    this.status = status;
  }
}

export type Json = Record<string, unknown>;

/** The body of a call as an object. @throws ControlProblem */
export async function objectIn(request: Request): Promise<Json> {
  const body = await jsonIn(request);
  if (isObject(body)) return body;
  throw new ControlProblem('The body must be a JSON object.');
}

export async function jsonIn(request: Request): Promise<unknown> {
  const text = await request.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ControlProblem('The body must be JSON.');
  }
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One of a fixed list of words. @throws ControlProblem naming them */
export function oneOf<T extends string | number>(name: string, value: unknown, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  throw new ControlProblem(`"${name}" must be one of ${known.join(', ')}.`);
}

/** A whole number in a range, both ends included. @throws ControlProblem */
export function wholeNumber(name: string, value: unknown, from: number, to: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to) return value;
  throw new ControlProblem(`"${name}" must be a whole number from ${from} to ${to}.`);
}

/** Refuses members nobody reads, so that a typing mistake is not taken for success. @throws ControlProblem */
export function onlyMembers(body: Json, known: readonly string[]): void {
  const stranger = Object.keys(body).find((key) => !known.includes(key));
  if (stranger !== undefined)
    throw new ControlProblem(`"${stranger}" is not known here; known: ${known.join(', ')}.`);
}
