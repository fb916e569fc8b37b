import { describe, expect, it } from 'vitest';
import { isAbout, withWrongTypes } from '../../api/faults.ts';
import type { FaultKind } from '../../control.ts';
import { createWorkspace } from '../../inProcess.ts';
import { createEmulator } from '../../server.ts';

const path = '/api/v2/users/me';
const everyPath = '/api/v2/**';

describe('a fault', () => {
  it.each<[FaultKind, number]>([
    ['401', 401],
    ['403', 403],
    ['404', 404],
    ['409', 409],
    ['422', 422],
    ['429', 429],
    ['500', 500],
    ['503', 503],
  ])('%s answers with its status until it is spent, then the account answers again', async (kind, status) => {
    const workspace = createWorkspace();
    workspace.setFaults([{ path, kind, times: 2 }]);
    const call = async () => (await workspace.fetchAs('agent')(path)).status;
    expect([await call(), await call(), await call()]).toEqual([status, status, 200]);
  });

  it.each<[FaultKind, number | null | undefined, string | null]>([
    ['429', undefined, '1'],
    ['429', 7, '7'],
    ['429', null, null],
    ['503', 30, '30'],
    ['500', undefined, null],
  ])('%s with retryAfter %s sends Retry-After %s', async (kind, retryAfter, header) => {
    const workspace = createWorkspace();
    workspace.setFaults([{ path, kind, ...(retryAfter === undefined ? {} : { retryAfter }) }]);
    expect((await workspace.fetchAs('agent')(path)).headers.get('retry-after')).toBe(header);
  });

  it('offline breaks the connection, in process and over the wire', async () => {
    const workspace = createWorkspace();
    workspace.setFaults([{ path: everyPath, kind: 'offline' }]);
    await expect(workspace.fetchAs('agent')(path)).rejects.toThrow('Failed to fetch');
    expect(workspace.exchanges().at(-1)).toMatchObject({ status: 0, responseBody: null });
    const emulator = await createEmulator({ port: 0, appDir: [] });
    emulator.world().faults = [{ path: everyPath, kind: 'offline' }];
    await expect(fetch(emulator.url + path)).rejects.toThrow();
    await emulator.close();
  });

  it('timeout answers nothing until the faults are cleared', async () => {
    const workspace = createWorkspace();
    workspace.setFaults([{ path, kind: 'timeout' }]);
    let isOver = false;
    const call = workspace
      .fetchAs('agent')(path)
      .catch((problem) => String(problem))
      .finally(() => {
        isOver = true;
      });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isOver).toBe(false);
    workspace.setFaults([]);
    expect(await call).toMatch(/Failed to fetch/);
  });

  it('timeout does not keep the server from closing', async () => {
    const emulator = await createEmulator({ port: 0, appDir: [] });
    emulator.world().faults = [{ path: everyPath, kind: 'timeout', times: 1 }];
    const isSpent = new Promise<void>((resolve) =>
      emulator.world().listen(({ kind }) => kind === 'state' && resolve()),
    );
    const call = fetch(emulator.url + path).catch(() => 'broken off');
    await isSpent;
    await emulator.close();
    expect(await call).toBe('broken off');
  });

  it('html, truncated and wrong-types come with status 200', async () => {
    const workspace = createWorkspace();
    const answerTo = async (kind: FaultKind) => {
      workspace.setFaults([{ path, kind }]);
      const response = await workspace.fetchAs('agent')(path);
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        text: await response.text(),
      };
    };
    expect(await answerTo('html')).toMatchObject({
      status: 200,
      type: expect.stringMatching(/html/),
      text: expect.stringMatching(/^<!DOCTYPE/),
    });
    const cut = await answerTo('truncated');
    expect(cut).toMatchObject({ status: 200, type: expect.stringMatching(/json/) });
    expect(() => JSON.parse(cut.text)).toThrow();
    const wrong = JSON.parse((await answerTo('wrong-types')).text) as {
      user: { name: unknown; id: unknown };
    };
    expect([typeof wrong.user.name, typeof wrong.user.id]).toEqual(['number', 'string']);
  });

  it('does to a write what a cut answer does: it happened, and the caller cannot read so', async () => {
    const workspace = createWorkspace();
    workspace.setFaults([{ method: 'PUT', path: '/api/v2/tickets/*', kind: 'truncated' }]);
    const body = JSON.stringify({ ticket: { priority: 'urgent' } });
    const headers = { 'content-type': 'application/json' };
    const response = await workspace.fetchAs('agent')('/api/v2/tickets/410', {
      method: 'PUT',
      headers,
      body,
    });
    await expect(response.json()).rejects.toThrow();
    expect(workspace.world.tickets.get(410)?.priority).toBe('urgent');
  });
});

describe('the path of a fault', () => {
  it.each([
    ['/api/v2/tickets/*', '/api/v2/tickets/12', true],
    ['/api/v2/tickets/*', '/api/v2/tickets/12.json', true],
    ['/api/v2/tickets/*', '/api/v2/tickets/12/audits', false],
    ['/api/v2/tickets/**', '/api/v2/tickets/12/audits', true],
    ['/api/v2/tickets', '/api/v2/tickets', true],
    ['/api/v2/*/me', '/api/v2/users/me', true],
    ['/api/v2/users.me', '/api/v2/users/me', false],
  ])('%s on %s: %s', (pattern, pathname, isMeant) => {
    expect(isAbout({ path: pattern, kind: '500' }, 'GET', pathname)).toBe(isMeant);
  });

  it('goes with its method, in any case of letters', () => {
    expect(isAbout({ method: 'put', path: '/x', kind: '500' }, 'PUT', '/x')).toBe(true);
    expect(isAbout({ method: 'PUT', path: '/x', kind: '500' }, 'GET', '/x')).toBe(false);
  });
});

it('wrong types keep the keys of objects and no value’s type', () => {
  expect(withWrongTypes({ id: 1, name: 'a', tags: ['b'], isOn: true, none: null, deep: { at: 2 } })).toEqual({
    id: '1',
    name: 7,
    tags: { 0: [7] },
    isOn: 'true',
    none: 'null',
    deep: { at: '2' },
  });
});
