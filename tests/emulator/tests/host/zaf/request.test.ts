import { describe, expect, test, vi } from 'vitest';
import { json, someApp } from './account.ts';
import { type Options, openWorkspace, settle } from './workspace.ts';

async function sidebar(options: Options = {}) {
  const workspace = await openWorkspace(options);
  const client = workspace.draw(someApp, 'ticket_sidebar', { ticketId: 41 }).load();
  await settle();
  const last = () => workspace.account.calls.at(-1);
  return { ...workspace, client, last };
}

/** Answers one path as told, one answer after the other; the last one stays. */
function answering(
  workspace: { account: { answer: (answer: never) => void } },
  path: string,
  ...answers: (() => Response)[]
) {
  let turn = 0;
  const answer = (call: { path: string }) => {
    if (!call.path.startsWith(path)) return undefined;
    const next = answers[Math.min(turn, answers.length - 1)];
    turn += 1;
    return next?.();
  };
  workspace.account.answer(answer as never);
}

describe('a request to the account', () => {
  test('by path resolves with the parsed body', async () => {
    const workspace = await sidebar();
    answering(workspace, '/api/v2/x', () => json({ hello: 1 }));
    expect(await workspace.client.request('/api/v2/x')).toEqual({ hello: 1 });
  });

  test('by the account’s own address goes to the same place', async () => {
    const workspace = await sidebar();
    answering(workspace, '/api/v2/x', () => json({}));
    await workspace.client.request('https://acme.zendesk.com/api/v2/x?a=1');
    expect(workspace.last()?.path).toBe('/api/v2/x?a=1');
  });

  test('puts the data of a GET behind its address', async () => {
    const workspace = await sidebar();
    answering(workspace, '/api/v2/x', () => json({}));
    await workspace.client.request({
      url: '/api/v2/x?a=1',
      data: { q: 'two words', ids: [1, 2], page: { size: 5 } },
    });
    expect(workspace.last()?.path).toBe('/api/v2/x?a=1&q=two+words&ids%5B%5D=1&ids%5B%5D=2&page%5Bsize%5D=5');
  });

  test('sends data as a form unless told otherwise, and text as it is', async () => {
    const workspace = await sidebar();
    answering(workspace, '/api/v2/x', () => json({}));
    await workspace.client.request({ url: '/api/v2/x', type: 'post', data: { a: { b: 1 } } });
    expect(workspace.last()).toMatchObject({
      method: 'POST',
      body: 'a%5Bb%5D=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
    });
    await workspace.client.request({
      url: '/api/v2/x',
      type: 'PATCH',
      contentType: 'application/json',
      data: '{"a":1}',
      headers: { 'X-Mine': 'yes', my_own: 'no' },
    });
    const { method, body, headers } = workspace.last() ?? {};
    expect({ method, body }).toEqual({ method: 'PATCH', body: '{"a":1}' });
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'x-mine': 'yes',
      'x-zendesk-app-id': '7',
    });
    expect(headers).not.toHaveProperty('my_own');
  });

  test('resolves with nothing on 204, and with text where text was asked for', async () => {
    const workspace = await sidebar();
    answering(workspace, '/api/v2/none', () => new Response(null, { status: 204 }));
    answering(workspace, '/api/v2/text', () => json({ a: 1 }));
    expect(await workspace.client.request({ url: '/api/v2/none', type: 'DELETE' })).toBeUndefined();
    expect(await workspace.client.request({ url: '/api/v2/text', dataType: 'text' })).toBe('{"a":1}');
  });

  test('resolves with status, headers and body where the complete response was asked for', async () => {
    const workspace = await sidebar();
    answering(workspace, '/api/v2/x', () => json({ a: 1 }, { status: 201, statusText: 'Created' }));
    expect(await workspace.client.request({ url: '/api/v2/x', httpCompleteResponse: true })).toEqual({
      readyState: 4,
      status: 201,
      statusText: 'Created',
      responseText: '{"a":1}',
      responseJSON: { a: 1 },
      responseHeaders: { 'content-type': 'application/json' },
      headers: { 'content-type': 'application/json' },
    });
  });

  test('rejects with a jqXHR-like object on an error status', async () => {
    const { client } = await sidebar();
    await expect(client.request('/api/v2/tickets/999')).rejects.toEqual({
      readyState: 4,
      status: 404,
      statusText: '',
      responseText: '{"error":"RecordNotFound","description":"Not found"}',
      responseJSON: { error: 'RecordNotFound', description: 'Not found' },
    });
  });

  test('rejects when JSON was due and something else came', async () => {
    const workspace = await sidebar();
    answering(
      workspace,
      '/api/v2/x',
      () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } }),
    );
    await expect(workspace.client.request({ url: '/api/v2/x', dataType: 'json' })).rejects.toMatchObject({
      status: 200,
      statusText: 'parsererror',
      responseText: '<html>',
    });
    expect(await workspace.client.request('/api/v2/x')).toBe('<html>');
  });

  test('rejects with status 0 when the connection breaks', async () => {
    const workspace = await sidebar();
    answering(workspace, '/api/v2/x', () => {
      throw new TypeError('Failed to fetch');
    });
    await expect(workspace.client.request('/api/v2/x')).rejects.toEqual({
      readyState: 0,
      status: 0,
      statusText: 'error',
      responseText: '',
    });
  });

  test('rejects when the app’s patience ends', async () => {
    const { client, desk } = await sidebar();
    desk.api = (_path, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
      );
    await expect(client.request({ url: '/api/v2/x', timeout: 5 })).rejects.toMatchObject({
      status: 0,
      statusText: 'timeout',
    });
  });

  test('to the emulator’s own controls is not sent', async () => {
    const { client, account } = await sidebar();
    await expect(client.request('/__emulator/state')).rejects.toMatchObject({ status: 400 });
    expect(account.calls.filter(({ path }) => path === '/__emulator/state')).toHaveLength(2);
  });
});

describe('too many requests', () => {
  const tooMany = () => json({ error: 'TooMany' }, { status: 429, headers: { 'Retry-After': '7' } });

  test('are tried again after the time Zendesk names', async () => {
    const workspace = await sidebar();
    answering(workspace, '/api/v2/x', tooMany, () => json({ a: 1 }));
    expect(await workspace.client.request('/api/v2/x')).toEqual({ a: 1 });
    expect(workspace.sleeps).toEqual([7000]);
  });

  test('reach the app at once where it wants no retry, or where no time is named', async () => {
    const workspace = await sidebar();
    answering(workspace, '/api/v2/x', tooMany);
    const { request } = workspace.client;
    const complete = { url: '/api/v2/x', autoRetry: false, httpCompleteResponse: true };
    await expect(request.call(workspace.client, complete)).rejects.toMatchObject({
      status: 429,
      headers: { 'retry-after': '7' },
    });
    answering(workspace, '/api/v2/y', () => json({}, { status: 429 }));
    await expect(workspace.client.request('/api/v2/y')).rejects.toMatchObject({ status: 429 });
    expect(workspace.sleeps).toEqual([]);
  });

  test('reach the app in the end', async () => {
    const workspace = await sidebar();
    answering(workspace, '/api/v2/x', tooMany);
    await expect(workspace.client.request('/api/v2/x')).rejects.toMatchObject({ status: 429 });
    expect(workspace.sleeps).toHaveLength(3);
  });
});

describe('a request to somebody else', () => {
  test('is refused with the reason, unless the app asks for cors', async () => {
    const thirdParty = vi.fn(async () => json({ from: 'outside' }));
    const { client } = await sidebar({ thirdParty });
    await expect(client.request('https://example.com/a')).rejects.toMatchObject({
      responseJSON: { description: expect.stringContaining('no proxy for third parties') },
    });
    expect(thirdParty).not.toHaveBeenCalled();
    expect(await client.request({ url: 'https://example.com/a', cors: true })).toEqual({ from: 'outside' });
    expect(thirdParty).toHaveBeenCalledWith(
      'https://example.com/a',
      expect.objectContaining({ credentials: 'omit' }),
    );
  });

  test('with secrets is refused politely', async () => {
    const { client } = await sidebar();
    const url = 'https://example.com/a';
    await expect(
      client.request({ url, secure: true, headers: { A: '{{setting.token}}' } }),
    ).rejects.toMatchObject({
      responseJSON: { description: expect.stringContaining('{{setting.x}}') },
    });
  });
});

test('each request is answered exactly once', async () => {
  const workspace = await openWorkspace();
  const frame = workspace.draw(someApp, 'ticket_sidebar', { ticketId: 41 });
  const client = frame.load();
  await Promise.allSettled([client.request('/api/v2/users/me'), client.request('/api/v2/tickets/999')]);
  const answers = frame.received.map(({ key }) => key).filter((key) => key?.startsWith('zaf.request:'));
  expect(answers.sort()).toEqual(['zaf.request:1.done', 'zaf.request:2.fail']);
});
