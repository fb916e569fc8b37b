import { describe, expect, it } from 'vitest';
import { at, openDesk } from './desk.ts';

const client = { authorization: `Basic ${Buffer.from('admin/token:x').toString('base64')}` };
const app = { 'x-zendesk-app-id': '7' };

type Desk = ReturnType<typeof openDesk>;

/** Status of the last of so many equal calls. */
async function repeat(
  desk: Desk,
  times: number,
  path: string,
  headers: HeadersInit,
  who: string | null = null,
) {
  let last = await desk.call(who, 'GET', path, undefined, headers);
  for (let sent = 1; sent < times; sent += 1) last = await desk.call(who, 'GET', path, undefined, headers);
  return last;
}

describe('budgets', () => {
  it.each([
    ['suite_team', 200],
    ['suite_professional', 400],
    ['suite_enterprise', 700],
  ] as const)(
    'give %s %i requests a minute, then refuse with 429 in plain text until the minute is over',
    async (plan, total) => {
      const desk = openDesk();
      desk.world.plan = plan;
      const last = await repeat(desk, total, '/users/me', client);
      expect([
        last.status,
        last.headers.get('x-rate-limit'),
        last.headers.get('x-rate-limit-remaining'),
      ]).toEqual([200, String(total), '0']);
      desk.wait(20_000);
      const refused = await desk.call(null, 'GET', '/users/me', undefined, client);
      expect([refused.status, refused.body]).toEqual([
        429,
        'Number of allowed API requests per minute exceeded',
      ]);
      expect(refused.headers.get('content-type')).toContain('text/plain');
      expect(refused.headers.get('retry-after')).toBe('40');
      desk.wait(40_000);
      expect((await desk.call(null, 'GET', '/users/me', undefined, client)).status).toBe(200);
    },
  );

  it('count the Help Center apart', async () => {
    const desk = openDesk();
    await repeat(desk, 400, '/users/me', client);
    expect((await desk.call(null, 'GET', '/users/me', undefined, client)).status).toBe(429);
    expect((await desk.call(null, 'GET', '/guide/survey_responses', undefined, client)).status).toBe(200);
  });

  it('let an app send 100 requests a minute for each person, and leave the workspace itself alone', async () => {
    const desk = openDesk();
    expect((await repeat(desk, 100, '/users/me', app, 'agent')).status).toBe(200);
    expect((await desk.call('agent', 'GET', '/users/me', undefined, app)).status).toBe(429);
    expect((await desk.call('lead', 'GET', '/users/me', undefined, app)).status).toBe(200);
    expect((await desk.call('agent', 'GET', '/users/me')).status).toBe(200);
  });

  it('do not count the workspace page itself, whichever way it signs', async () => {
    const desk = openDesk();
    desk.world.plan = 'suite_team';
    const page = { authorization: `Basic ${Buffer.from('lead/token:emulator').toString('base64')}` };
    expect((await repeat(desk, 201, '/users/me', page)).status).toBe(200);
    expect((await repeat(desk, 201, '/users/me', {}, 'lead')).status).toBe(200);
    expect((await repeat(desk, 101, '/users/me', { ...page, ...app })).status).toBe(429);
  });

  it('let a person change a ticket 30 times in ten minutes, other tickets and people notwithstanding', async () => {
    const desk = openDesk();
    const [one, two] = [desk.ticket(), desk.ticket()];
    const put = (who: string, id: number, step: number) =>
      desk.call(who, 'PUT', `/tickets/${id}`, { ticket: { subject: `Step ${step}` } }, app);
    for (let step = 0; step < 30; step += 1) expect((await put('agent', one.id, step)).status).toBe(200);
    const refused = await put('agent', one.id, 31);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '600']);
    expect((await put('lead', one.id, 32)).status).toBe(200);
    expect((await put('agent', two.id, 33)).status).toBe(200);
    desk.wait(600_000);
    expect((await put('agent', one.id, 34)).status).toBe(200);
  });

  it('let an account change 100 tickets a minute', async () => {
    const desk = openDesk();
    let status = 0;
    for (let sent = 0; sent <= 100; sent += 1) {
      const body = { ticket: { priority: 'low' } };
      const { id } = desk.ticket();
      status = (await desk.call(null, 'PUT', `/tickets/${id}`, body, client)).status;
      if (sent === 99) expect(status).toBe(200);
    }
    expect(status).toBe(429);
  });

  it('count bulk updates for the account only', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    const body = { tickets: [{ id, priority: 'low' }] };
    for (let sent = 0; sent < 31; sent += 1) {
      const reply = await desk.call('agent', 'PUT', '/tickets/update_many', body, app);
      expect(reply.status).toBe(200);
      desk.wait(2000);
    }
  });

  it.each([
    ['/incremental/tickets/cursor?start_time=1', 10],
    ['/search/export?query=a&filter[type]=ticket', 100],
  ])('let %s be called %i times a minute', async (path, total) => {
    const desk = openDesk();
    expect((await repeat(desk, total, path, client)).status).toBe(200);
    const refused = await desk.call(null, 'GET', path, undefined, client);
    expect(refused.status).toBe(429);
    expect([...refused.headers.keys()].some((name) => name.startsWith('zendesk-ratelimit-'))).toBe(true);
    expect(at(await desk.call(null, 'GET', '/users/me', undefined, client), 'user.role')).toBe('admin');
  });
});
