import { describe, expect, it } from 'vitest';
import { failureOf, toAnswer } from '../../src/zendesk/answers.ts';

describe('an answer from ZAF', () => {
  const body = { ticket: { id: 1 } };
  it.each([
    ['parsed', { status: 200, responseJSON: body, responseHeaders: { 'Retry-After': '3' } }],
    ['text only', { status: 200, responseText: JSON.stringify(body), headers: { 'retry-after': '3' } }],
    ['header lines', { status: 200, responseJSON: body, responseHeaders: 'Date: x\r\nRetry-After: 3' }],
  ])('is understood with the body %s', (_, raw) => {
    expect(toAnswer(raw)).toMatchObject({ status: 200, body });
    expect(toAnswer(raw).headers['retry-after']).toBe('3');
  });

  it('is the bare body where the host ignores the wish for a complete one', () => {
    expect(toAnswer(body)).toMatchObject({ status: 200, body });
    expect(toAnswer(undefined)).toMatchObject({ status: 200, body: undefined });
  });
});

describe('a refusal', () => {
  const closed = {
    error: 'RecordInvalid',
    details: { status: [{ description: 'Status: closed prevents ticket update' }] },
  };
  it.each([
    [0, undefined, 'offline'],
    [400, { error: { title: 'x', message: 'y' } }, 'invalid'],
    [401, { error: "Couldn't authenticate you" }, 'signedOut'],
    [403, { error: 'Forbidden' }, 'forbidden'],
    [403, { error: { title: 'Forbidden', message: 'Invalid authenticity token' } }, 'signedOut'],
    [404, { error: 'RecordNotFound' }, 'notFound'],
    [409, { error: 'UpdateConflict' }, 'conflict'],
    [422, { error: 'RecordInvalid' }, 'invalid'],
    [422, closed, 'closedTicket'],
    [429, 'Number of allowed API requests per minute exceeded', 'rateLimited'],
    [500, '<html>', 'unavailable'],
    [503, undefined, 'unavailable'],
    [302, undefined, 'unexpected'],
  ])('%i %j means %s', (status, body, kind) => {
    expect(failureOf({ status, body, text: '', headers: {} })?.kind).toBe(kind);
  });

  it('carries how long Zendesk asks to wait, in milliseconds', () => {
    const failure = failureOf({ status: 429, body: undefined, text: '', headers: { 'retry-after': '7' } });
    expect(failure?.retryAfter).toBe(7000);
    expect(failureOf({ status: 429, body: undefined, text: '', headers: {} })?.retryAfter).toBeNull();
  });

  it('is none of 2xx', () => {
    expect(failureOf({ status: 204, body: undefined, text: '', headers: {} })).toBeNull();
  });
});
