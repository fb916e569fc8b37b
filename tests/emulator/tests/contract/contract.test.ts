import { beforeAll, describe, expect, it } from 'vitest';
import { families } from '../../api/index.ts';
import { contracts } from '../../contract/contracts.ts';
import { checkExchanges, validateExchange } from '../../contract/validate.ts';
import type { Exchange } from '../../control.ts';
import { type Driven, driveAll } from './requests.ts';

const mounted = families.flat().map(({ method, path }) => `${method} ${path.replace('/api/v2', '')}`);

let driven: Driven[];
beforeAll(async () => {
  driven = await driveAll();
});

const exchange = (given: Partial<Exchange>): Exchange => ({
  at: '2026-11-18T09:12:00Z',
  method: 'GET',
  url: '/api/v2/groups/count',
  requestBody: null,
  user: 'agent',
  role: 'agent',
  status: 200,
  headers: {},
  responseBody: { count: { value: 4, refreshed_at: '2026-11-18T09:12:00Z' } },
  ...given,
});

describe('every endpoint of the emulator', () => {
  it('has exactly one contract', () => {
    const promised = contracts.map(({ method, path }) => `${method} ${path.replace('/api/v2', '')}`);
    expect([...promised].sort()).toEqual([...mounted].sort());
  });

  it('is asked once in these tests', () => {
    expect(driven.map((each) => each.call).sort()).toEqual([...mounted].sort());
  });

  it('keeps its contract when asked', () => {
    expect(driven.flatMap((each) => validateExchange(each.exchange))).toEqual([]);
    expect(driven.filter((each) => each.exchange.status >= 400)).toEqual([]);
  });
});

describe('the contract check', () => {
  it.each([
    ['a member that is missing', { responseBody: { count: {} } }, /required property 'value'/],
    [
      'a member of another type',
      { responseBody: { count: { value: '4', refreshed_at: null } } },
      /must be integer/,
    ],
    [
      'an instant with fractions',
      { responseBody: { count: { value: 4, refreshed_at: '2026-11-18T09:12:00.000Z' } } },
      /pattern/,
    ],
    ['another status of success', { status: 201 }, /status of success is 200/],
    ['a page that is no JSON', { responseBody: '<html>' }, /must be object/],
    ['an address nobody promised', { url: '/api/v2/oddities' }, /no contract/],
    ['a refusal without details', { status: 422, responseBody: { wrong: true } }, /422/],
    [
      'a body where none is due',
      { method: 'DELETE', url: '/api/v2/triggers/4', status: 204, responseBody: {} },
      /no body/,
    ],
  ])('names %s', (_what, given, words) => {
    const problems = validateExchange(exchange(given as Partial<Exchange>));
    expect(problems.join()).toMatch(words);
  });

  it.each([
    ['a good answer', {}],
    ['an answer that never came', { status: 0, responseBody: null }],
    ['a fault that was asked for', { headers: { 'x-emulator-fault': 'wrong-types' }, responseBody: 4 }],
    ['a server’s error page', { status: 503, responseBody: '<html>' }],
    [
      'a rate limit in plain text',
      { status: 429, responseBody: 'Number of allowed API requests per minute exceeded' },
    ],
    ['another page of the workspace', { url: '/agent/tickets/1', responseBody: '<html>' }],
    ['an address with .json', { url: '/api/v2/groups/count.json?x=1' }],
  ])('has nothing against %s', (_what, given) => {
    expect(validateExchange(exchange(given as Partial<Exchange>))).toEqual([]);
  });

  it('fails a run with the broken answers', () => {
    expect(() => checkExchanges([exchange({})])).not.toThrow();
    expect(() => checkExchanges([exchange({}), exchange({ responseBody: null })])).toThrow(
      /1 answers break the contract/,
    );
  });
});
