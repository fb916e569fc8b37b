/** The log of what the account was asked and answered: the last 5,000 in memory, all of them in `--record FILE`. */
import { appendFileSync } from 'node:fs';
import { callerOf } from '../api/auth.ts';
import type { Exchange } from '../control.ts';
import { personas } from '../world/people.ts';
import type { World } from '../world/world.ts';
import { noteExchange } from './recorded.ts';
import { StartProblem } from './startProblem.ts';

const kept = 5000;

export interface ExchangeLog {
  add(exchange: Exchange): void;
  /** Oldest first; `since` is an ISO instant of the world's clock, `limit` takes the newest. */
  list(limit?: number, since?: string): Exchange[];
  clear(): void;
}

/**
 * With a file, every exchange is appended to it as one line of JSON.
 * @throws StartProblem when the file cannot be written
 */
export function createExchangeLog(file?: string): ExchangeLog {
  let exchanges: Exchange[] = [];
  if (file) checkWritable(file);
  return {
    add(exchange) {
      noteExchange(exchange);
      exchanges.push(exchange);
      if (exchanges.length > kept) exchanges.shift();
      if (file) appendFileSync(file, `${JSON.stringify(exchange)}\n`);
    },
    list: (limit = kept, since = '') =>
      exchanges.filter((exchange) => exchange.at >= since).slice(limit === 0 ? kept : -limit),
    clear() {
      exchanges = [];
    },
  };
}

function checkWritable(file: string): void {
  try {
    appendFileSync(file, '');
  } catch {
    throw new StartProblem(`"${file}" cannot be written, so nothing could be recorded in it.`);
  }
}

/** One exchange as it is logged; secrets of sign-in (cookie, authorization) are not part of it. */
export async function exchangeOf(world: World, request: Request, response: Response): Promise<Exchange> {
  const caller = callerOf(world, request);
  const url = new URL(request.url);
  return {
    at: new Date(world.now()).toISOString(),
    method: request.method,
    url: url.pathname + url.search,
    requestBody: parsed(await request.text()),
    user: caller ? nameOf(caller.id, caller.email) : 'anonymous',
    role: caller?.role ?? 'anonymous',
    status: response.type === 'error' ? 0 : response.status,
    headers: Object.fromEntries(response.headers),
    responseBody: response.type === 'error' ? null : parsed(await response.text()),
  };
}

const nameOf = (id: number, email: string) =>
  Object.entries(personas).find(([, known]) => known === id)?.[0] ?? email;

function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
