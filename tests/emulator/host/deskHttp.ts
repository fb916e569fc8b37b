/** Reads JSON answers without ever throwing: status 0 stands for a broken connection or no answer in time. */

export type Api = (path: string, init?: RequestInit) => Promise<Response>;

export interface Answer {
  status: number;
  isOk: boolean;
  /** Parsed JSON; `undefined` where there was none. */
  body: unknown;
}

/** Milliseconds the workspace page itself waits for an answer. */
const patience = 30_000;

export async function ask(api: Api, path: string, method = 'GET', body?: unknown): Promise<Answer> {
  const init: RequestInit = { method, signal: AbortSignal.timeout(patience) };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { 'Content-Type': 'application/json' };
  }
  try {
    const response = await api(path, init);
    return { status: response.status, isOk: response.ok, body: parse(await response.text()) };
  } catch {
    return { status: 0, isOk: false, body: undefined };
  }
}

/** The member of a JSON object, when it is an array. */
export function listIn<T>(answer: Answer, member: string): T[] {
  const list = memberOf(answer, member);
  return answer.isOk && Array.isArray(list) ? (list as T[]) : [];
}

/** The member of a JSON object, when it is an object with a numeric id. */
export function entityIn<T extends { id: number }>(answer: Answer, member: string): T | null {
  const entity = memberOf(answer, member) as Partial<T> | null | undefined;
  const isEntity = typeof entity === 'object' && entity !== null && typeof entity.id === 'number';
  return answer.isOk && isEntity ? (entity as T) : null;
}

function memberOf(answer: Answer, member: string): unknown {
  const { body } = answer;
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[member] : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
