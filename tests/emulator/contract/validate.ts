/** Whether recorded answers keep the contract. One line for a test run: `checkExchanges(exchanges)`. */
import { Ajv, type ValidateFunction } from 'ajv';
import type { Exchange } from '../control.ts';
import { contracts } from './contracts.ts';
import { errorShapes } from './errors.ts';
import type { Contract, Schema } from './shape.ts';

const ajv = new Ajv({ strict: false, allErrors: false });

interface Route {
  contract: Contract;
  pattern: RegExp;
  params: number;
  validate: ValidateFunction | null;
}

const routes: Route[] = contracts
  .map((contract) => ({
    contract,
    pattern: patternOf(contract.path),
    params: (contract.path.match(/:/g) ?? []).length,
    validate: contract.body === null ? null : ajv.compile(contract.body),
  }))
  // A fixed path before one that takes anything in its place.
  .sort((one, other) => one.params - other.params);

const errors = new Map(
  Object.entries(errorShapes).map(([status, shapes]) => [
    Number(status),
    ajv.compile({ anyOf: shapes } as Schema),
  ]),
);

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}(\\.json)?$`);
}

/** The contract of a call; `undefined` where nothing is promised. `url` is a path, with or without query. */
export function contractOf(method: string, url: string): Contract | undefined {
  return routeOf(method, url)?.contract;
}

function routeOf(method: string, url: string): Route | undefined {
  const path = decodeURIComponent(url.split('?')[0] ?? '');
  return routes.find((route) => route.contract.method === method && route.pattern.test(path));
}

/**
 * What is wrong with one recorded answer, in sentences; none if all is well. Answers that never came (status 0),
 * 5xx answers and those a fault was asked for (`x-emulator-fault`) promise nothing.
 */
export function validateExchange(exchange: Exchange): string[] {
  const { method, url, status, responseBody } = exchange;
  if (!url.startsWith('/api/v2/') || status === 0 || status >= 500 || 'x-emulator-fault' in exchange.headers)
    return [];
  const call = `${method} ${url} → ${status}`;
  const route = routeOf(method, url);
  if (status >= 400) return problemsWith(call, errors.get(status), responseBody, route !== undefined);
  if (!route) return [`${call}: no contract`];
  const { statuses } = route.contract;
  if (!statuses.includes(status)) return [`${call}: the status of success is ${statuses.join(' or ')}`];
  if (route.validate) return problemsWith(call, route.validate, responseBody, true);
  return responseBody === null || responseBody === '' ? [] : [`${call}: no body was promised`];
}

function problemsWith(
  call: string,
  validate: ValidateFunction | undefined,
  body: unknown,
  isKnown: boolean,
): string[] {
  if (!validate) return [`${call}: no shape for this status`];
  if (!isKnown || validate(body)) return [];
  return (validate.errors ?? []).map((error) =>
    `${call}: ${error.instancePath || 'body'} ${error.message ?? ''}`.trim(),
  );
}

/** Throws with every broken promise among recorded answers. For a hook after all tests. */
export function checkExchanges(exchanges: Iterable<Exchange>): void {
  const problems = [...exchanges].flatMap(validateExchange);
  if (problems.length === 0) return;
  throw new Error(`${problems.length} answers break the contract:\n${problems.slice(0, 20).join('\n')}`);
}
