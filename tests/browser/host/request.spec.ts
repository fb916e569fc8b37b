import { storyTickets } from '../../emulator/world/storyTickets.ts';
import { expect, test } from '../emulator.ts';
import { probeAt, probeFolder } from './probe.ts';

test.use({ appDir: probeFolder });

const ticketId = storyTickets.vip;
const path = `/api/v2/tickets/${ticketId}.json`;

test('a request answers with the body, or with everything when asked', async ({ page, workspace }) => {
  await workspace.open('/agent/dashboard');
  const app = await probeAt(page, 'background');
  expect(await app.request(path)).toEqual({
    done: { ticket: expect.objectContaining({ id: ticketId, status: 'open' }) },
  });
  expect(await app.request({ url: path, httpCompleteResponse: true })).toEqual({
    done: expect.objectContaining({
      status: 200,
      responseJSON: { ticket: expect.objectContaining({ id: ticketId }) },
      responseText: expect.stringContaining(`"id":${ticketId}`),
      headers: expect.objectContaining({ 'content-type': expect.stringContaining('application/json') }),
    }),
  });
  const comment = { body: 'Written by an app', public: false };
  const written = await app.request({
    url: path,
    type: 'PUT',
    contentType: 'application/json',
    data: JSON.stringify({ ticket: { comment } }),
  });
  expect(written.done).toMatchObject({ ticket: { id: ticketId } });
  expect(JSON.stringify(await app.request(`/api/v2/tickets/${ticketId}/comments`))).toContain(comment.body);
});

test('a request that fails gives the app Zendesk’s own words and status', async ({ page, workspace }) => {
  await workspace.open('/agent/dashboard');
  const app = await probeAt(page, 'background');
  expect(await app.request('/api/v2/tickets/999999.json')).toEqual({
    failed: expect.objectContaining({
      status: 404,
      responseJSON: { error: 'RecordNotFound', description: 'Not found' },
    }),
  });
  await workspace.fail({ path: '/api/v2/tickets/*', kind: 'html' });
  expect(await app.request({ url: path, dataType: 'json' })).toEqual({
    failed: expect.objectContaining({ status: 200, statusText: 'parsererror' }),
  });
});

test('when the connection breaks the status is 0', async ({ page, workspace }) => {
  await workspace.open('/agent/dashboard');
  const app = await probeAt(page, 'background');
  await workspace.fail({ path: '/api/v2/tickets/*', kind: 'offline' });
  expect(await app.request(path)).toEqual({
    failed: { readyState: 0, status: 0, statusText: 'error', responseText: '' },
  });
  await workspace.fail({ path: '/api/v2/tickets/*', kind: 'timeout' });
  expect(await app.request({ url: path, timeout: 200 })).toEqual({
    failed: expect.objectContaining({ status: 0, statusText: 'timeout' }),
  });
});

test('too many requests are tried again unseen, or told at once to an app that wants to know', async ({
  page,
  workspace,
}) => {
  await workspace.open('/agent/dashboard');
  const app = await probeAt(page, 'background');
  const fault = { path: '/api/v2/tickets/*', kind: '429', times: 1, retryAfter: 0 } as const;
  await workspace.fail(fault);
  expect(await app.request({ url: path, autoRetry: false })).toEqual({
    failed: expect.objectContaining({ status: 429 }),
  });
  await workspace.fail(fault);
  expect((await app.request(path)).done).toMatchObject({ ticket: { id: ticketId } });
  const answers = (await workspace.log()).filter(({ url }) => url === path).map(({ status }) => status);
  expect(answers).toEqual([429, 429, 200]);
});

test('requests go out as the person who is signed in', async ({ page, workspace }) => {
  await workspace.open('/agent/dashboard', { persona: 'lead' });
  const app = await probeAt(page, 'background');
  expect((await app.request('/api/v2/users/me.json')).done).toMatchObject({
    user: { id: await app.get('currentUser.id'), role: 'agent' },
  });
  expect((await app.request('/api/v2/apps/installations.json')).failed).toMatchObject({ status: 403 });
});

// A browser that notes a refused call on its console: the page of the other stories may not.
test('the app’s own frame gets nothing out of the account', async ({ browser, workspace }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${workspace.url}/agent/dashboard?persona=admin`);
  const app = await probeAt(page, 'background');
  const read = await app.frame.evaluate(
    (url) =>
      fetch(url, { credentials: 'include' }).then(
        ({ status }) => `answered ${status}`,
        (error: Error) => error.name,
      ),
    `${workspace.url}${path}`,
  );
  expect(read).toBe('TypeError');
  await app.frame.evaluate((url) => {
    const body = '{"ticket":{"subject":"Written behind the back"}}';
    return fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include', body });
  }, `${workspace.url}/api/v2/tickets.json`);
  const { status, user } = (await workspace.log()).findLast(({ method }) => method === 'POST') ?? {};
  expect({ status, user }).toEqual({ status: 401, user: 'anonymous' });
  expect(await app.frame.evaluate(() => document.cookie)).not.toContain('persona');
  expect((await app.request('/__emulator/state')).failed).toMatchObject({ status: 400 });
  await context.close();
});
