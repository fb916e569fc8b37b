import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../../inProcess.ts';
import { storyTickets } from '../../world/storyTickets.ts';

const ticketPath = `/api/v2/tickets/${storyTickets.fresh}`;

describe('a workspace without sockets', () => {
  it('answers each person with that person’s rights', async () => {
    const workspace = createWorkspace();
    const statusFor = async (who: string | null, path: string) => (await workspace.fetchAs(who)(path)).status;
    expect(await statusFor('admin', '/api/v2/guide/survey_responses')).toBe(200);
    expect(await statusFor('lead', '/api/v2/guide/survey_responses')).toBe(403);
    expect(await statusFor('ola@emulated.example', ticketPath)).toBe(200);
    expect(await statusFor(null, ticketPath)).toBe(401);
    expect(workspace.exchanges().map(({ user }) => user)).toEqual(['admin', 'lead', 'lead', 'anonymous']);
  });

  it('takes full addresses, requests and bodies', async () => {
    const workspace = createWorkspace();
    const request = new Request(`https://emulated.zendesk.com${ticketPath}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ticket: { priority: 'low' } }),
    });
    expect((await workspace.fetchAs('agent')(request)).status).toBe(200);
    expect(workspace.exchanges().at(-1)?.requestBody).toEqual({ ticket: { priority: 'low' } });
    expect(workspace.world.tickets.get(storyTickets.fresh)?.priority).toBe('low');
  });

  it('is new after a reset, for functions taken before it as well', async () => {
    const workspace = createWorkspace();
    const call = workspace.fetchAs('agent');
    const before = await (await call(ticketPath)).text();
    workspace.world.advance(10 * 86_400_000);
    expect(await (await call(ticketPath)).text()).not.toBe(before);
    workspace.reset();
    expect(await (await call(ticketPath)).text()).toBe(before);
    expect(workspace.exchanges()).toHaveLength(1);
  });

  it('answers two runs of the same calls with the same bytes', async () => {
    const run = async () => {
      const workspace = createWorkspace();
      const agent = workspace.fetchAs('agent');
      const body = JSON.stringify({ ticket: { comment: { body: 'Hello', public: true }, status: 'open' } });
      await agent(ticketPath, { method: 'PUT', headers: { 'content-type': 'application/json' }, body });
      workspace.world.advance(30 * 3_600_000);
      await agent(`${ticketPath}/audits`);
      await agent('/api/v2/search?query=satisfaction:bad');
      return JSON.stringify(workspace.exchanges().map(({ status, responseBody }) => [status, responseBody]));
    };
    expect(await run()).toBe(await run());
  });
});
