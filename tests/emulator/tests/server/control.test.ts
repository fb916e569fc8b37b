import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Exchange, Mail, State, SurveyForm, WebhookCall } from '../../control.ts';
import { createEmulator, type Emulator } from '../../server.ts';
import { agentIds } from '../../world/people.ts';
import { storyTickets } from '../../world/storyTickets.ts';
import { demoApp } from './appPackage.ts';

const app = demoApp();
let emulator: Emulator;

beforeAll(async () => {
  emulator = await createEmulator({ port: 0, appDir: app.path });
});
afterEach(() => emulator.reset());
afterAll(async () => {
  await emulator.close();
  app.remove();
});

async function control<T>(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: T; headers: Headers }> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await fetch(`${emulator.url}/__emulator/${path}`, {
    method,
    ...(body === undefined ? {} : { body: text }),
  });
  return { status: answer.status, body: (await answer.json()) as T, headers: answer.headers };
}
const api = (path: string, persona = 'admin') =>
  fetch(`${emulator.url}/api/v2/${path}`, {
    headers: { authorization: `Basic ${btoa(`${persona}/token:x`)}` },
  });

describe('a malformed control call', () => {
  it.each<[method: string, path: string, body: unknown, status: number, sentence: RegExp]>([
    ['PATCH', 'state', { plan: 'gold' }, 400, /"plan" must be one of suite_team/],
    ['PATCH', 'state', { csat: 1 }, 400, /"csat" must be one of survey, legacy, none/],
    ['PATCH', 'state', { latency: -1 }, 400, /"latency" must be a whole number/],
    ['PATCH', 'state', { now: 'x' }, 400, /"now" is not known/],
    ['PATCH', 'state', { unknowns: { duplicateStatus: 418 } }, 400, /must be one of 409, 422/],
    ['PATCH', 'state', { unknowns: { indexLagSeconds: 'long' } }, 400, /"indexLagSeconds"/],
    ['PATCH', 'state', { integrations: { slack: 'yes' } }, 400, /"slack" must be true or false/],
    ['PATCH', 'state', { integrations: { irc: true } }, 400, /"irc" is not known/],
    ['POST', 'reset', { account: 'odd' }, 400, /"account" must be one of customizable/],
    ['POST', 'reset', { world: 1 }, 400, /"world" is not known/],
    ['POST', 'reset', '[]', 400, /must be a JSON object/],
    ['PATCH', 'state', '{broken', 400, /must be JSON/],
    ['PATCH', 'state', '[1]', 400, /must be a JSON object/],
    ['POST', 'clock', { advance: -1 }, 400, /forwards only/],
    ['POST', 'clock', { advance: 'soon' }, 400, /number of milliseconds/],
    ['POST', 'clock', { set: '2026-01-01T00:00:00Z' }, 400, /forwards only/],
    ['POST', 'clock', { set: 'tomorrow' }, 400, /instant such as/],
    ['POST', 'clock', {}, 400, /number of milliseconds/],
    ['POST', 'clock', { advance: 1e15 }, 400, /400 days/],
    ['PUT', 'faults', { path: '/x' }, 400, /list of faults/],
    ['PUT', 'faults', [{ path: '/x', kind: '418' }], 400, /"kind" must be one of 401/],
    ['PUT', 'faults', [{ path: 'x', kind: '500' }], 400, /begins with/],
    ['POST', 'faults', { path: '/x', kind: '500', times: 0 }, 400, /"times"/],
    ['POST', 'faults', { path: '/x', kind: '429', retryAfter: 'no' }, 400, /"retryAfter"/],
    ['POST', 'faults', { path: '/x', kind: '500', often: 3 }, 400, /"often" is not known/],
    ['POST', 'persona', { persona: 'king' }, 400, /must be admin, lead/],
    ['POST', 'persona', { persona: 'stefan@emulated.example' }, 400, /active user/],
    ['POST', 'customer', { csat: 2 }, 400, /"ticket"/],
    ['POST', 'customer', { ticket: storyTickets.fresh }, 400, /at least one/],
    ['POST', 'customer', { ticket: storyTickets.fresh, csat: 9 }, 422, /from 1 to 5/],
    ['POST', 'customer', { ticket: storyTickets.fresh, comment: 5, csat: 1 }, 400, /"comment" must be text/],
    ['POST', 'customer', { ticket: storyTickets.fresh, csat: 1, access_token: 'no' }, 403, /access token/],
    ['POST', 'customer', { ticket: storyTickets.closedBad, csat: 1 }, 409, /is closed/],
    ['POST', 'customer', { ticket: 7, csat: 1 }, 404, /no ticket 7/],
    ['GET', 'survey?ticket=x', undefined, 400, /"ticket"/],
    ['GET', `survey?ticket=${storyTickets.fresh}&access_token=no`, undefined, 403, /access token/],
    ['POST', 'survey', { csat: 2 }, 400, /"conversation"/],
    ['POST', 'survey', { conversation: 'x', csat: 2 }, 400, /"requester"/],
    ['POST', 'survey', { conversation: 'x', ticket: 410 }, 404, /No survey was sent/],
    ['POST', 'rating', { ticket: 399, score: 'good' }, 400, /"score" must be one of offered/],
    ['POST', 'rating', { ticket: storyTickets.fresh, score: 'offered' }, 409, /no rating/],
    ['POST', 'surveys', { ces: 6 }, 400, /"ces" must be one of 5, 7/],
    ['POST', 'surveys', { cesHeadline: 1 }, 400, /"cesHeadline" must be text/],
    ['GET', 'log?limit=0', undefined, 400, /"limit"/],
    ['GET', 'nothing', undefined, 404, /There is no/],
    ['DELETE', 'state', undefined, 405, /takes GET, PATCH/],
  ])('%s %s %j is refused with one sentence', async (method, path, body, status, sentence) => {
    const answer = await control<{ error: string }>(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toMatch(sentence);
    expect(answer.body.error).not.toMatch(/\n|Error|\.ts:/);
  });

  it('changes nothing at all, not even its good half', async () => {
    await control('PATCH', 'state', { plan: 'support_team', csat: 'often' });
    expect((await control<State>('GET', 'state')).body.plan).toBe('suite_professional');
  });
});

describe('state', () => {
  it('tells the panel everything it draws', async () => {
    const { body } = await control<State>('GET', 'state');
    expect(body).toMatchObject({
      now: '2026-11-18T09:12:00.000Z',
      persona: null,
      plan: 'suite_professional',
      csat: 'survey',
      storage: 'granted',
      scale: 0,
    });
    expect(body.personas.map(({ key }) => key)).toEqual(['admin', 'lead', 'agent', 'light_agent']);
    expect(body.tour.length).toBeGreaterThanOrEqual(6);
    expect(body.tour[0]?.href).toBe('/agent/apps/demo-app?persona=admin');
    expect(body.customers.map(({ email }) => email)).toContain('marta.lindqvist@mail.example');
    expect(body.appOrigin).toBe(emulator.appOrigin);
  });

  it('changes plan, CSAT, latency and single unknowns', async () => {
    await control('PATCH', 'state', {
      plan: 'support_professional',
      csat: 'legacy',
      latency: 5,
      unknowns: { duplicateStatus: 409 },
    });
    const { body } = await control<State>('GET', 'state');
    expect(body).toMatchObject({ plan: 'support_professional', csat: 'legacy', latency: 5 });
    expect(body.unknowns).toMatchObject({ duplicateStatus: 409, indexLagSeconds: 3 });
  });

  it('becomes an account of another kind by a reset, and the first one again by the next', async () => {
    const { body } = await control<State>('POST', 'reset', { account: 'custom_roles' });
    expect(body.plan).toBe('suite_enterprise');
    await control('POST', 'reset', { account: 'half_set_up' });
    const objects = async () => {
      const { custom_objects } = (await (await api('custom_objects')).json()) as {
        custom_objects: unknown[];
      };
      return custom_objects.length;
    };
    expect(await objects()).toBe(2);
    expect((await control<State>('POST', 'reset')).body.plan).toBe('suite_professional');
    expect(await objects()).toBe(0);
  });

  it('connects chat tools, and tells what side conversations and webhooks sent', async () => {
    await control('PATCH', 'state', { integrations: { slack: true } });
    expect((await control<State>('GET', 'state')).body.integrations).toEqual({ slack: true, msteams: false });
    const post = (path: string, body: unknown) =>
      fetch(`${emulator.url}/api/v2/${path}`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa('admin/token:x')}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const to = [{ slack_workspace_id: 'T1', slack_channel_id: 'C7' }];
    const path = `tickets/${storyTickets.fresh}/side_conversations`;
    expect((await post(path, { message: { subject: 'S', body: 'B', to } })).status).toBe(201);
    expect((await control('GET', 'messages')).body).toMatchObject([{ tool: 'slack', channelId: 'C7' }]);
    const webhook = {
      name: 'Hook',
      status: 'active',
      endpoint: 'https://hooks.example/a',
      http_method: 'POST',
      request_format: 'json',
      subscriptions: ['conditional_ticket_events'],
    };
    const made = (await (await post('webhooks', { webhook })).json()) as { webhook: { id: string } };
    const trigger = {
      title: 'Call',
      conditions: { all: [{ field: 'update_type', operator: 'is', value: 'Create' }] },
      actions: [{ field: 'notification_webhook', value: [made.webhook.id, '{"id":{{ticket.id}}}'] }],
    };
    expect((await post('triggers', { trigger })).status).toBe(201);
    await post('tickets', { ticket: { subject: 'New', comment: { body: 'Hello' } } });
    const calls = (await control<WebhookCall[]>('GET', 'webhooks?name=Hook')).body;
    expect(calls).toMatchObject([{ method: 'POST', url: webhook.endpoint, sentBy: 'Call' }]);
    expect(calls[0]?.body).toBe(`{"id":${calls[0]?.ticketId}}`);
    expect((await control('GET', 'webhooks?name=Other')).body).toEqual([]);
  });

  it('comes back as it was after a reset', async () => {
    const before = (await control<State>('GET', 'state')).body;
    await control('PATCH', 'state', { plan: 'suite_team' });
    await control('POST', 'clock', { advance: 86_400_000 });
    expect((await control<State>('POST', 'reset')).body).toEqual(before);
  });
});

describe('signing in', () => {
  it('by cookie lasts for this browser, and signing out ends it', async () => {
    const { headers } = await control('POST', 'persona', { persona: 'lead' });
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    const me = await (await fetch(`${emulator.url}/api/v2/users/me`, { headers: { cookie } })).json();
    expect(me).toMatchObject({ user: { name: 'Ola Thorsen' } });
    const out = await control('POST', 'persona', { persona: null });
    expect(out.headers.get('set-cookie')).toMatch(/emulator_persona=;.*Max-Age=0/);
  });

  it('takes the e-mail address of anybody, customers too', async () => {
    const { headers, status } = await control('POST', 'persona', { persona: 'marta.lindqvist@mail.example' });
    expect(status).toBe(200);
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    const state = await (await fetch(`${emulator.url}/__emulator/state`, { headers: { cookie } })).json();
    expect(state).toMatchObject({ persona: 'marta.lindqvist@mail.example' });
  });
});

describe('the customer’s side', () => {
  it('leads from the mail through the form to a rated ticket', async () => {
    const { body: mails } = await control<Mail[]>('GET', 'outbox?to=marta.lindqvist@mail.example');
    const survey = mails.find((mail) => mail.survey)?.survey;
    const query = `survey?ticket=${survey?.ticketId}&access_token=${survey?.accessToken}`;
    expect((await control<SurveyForm>('GET', query)).body).toMatchObject({
      agentName: 'Mia Keller',
      answers: null,
    });
    const answer = {
      ticket: survey?.ticketId,
      csat: 2,
      ces: 1,
      comment: 'Twice',
      access_token: survey?.accessToken,
    };
    expect((await control('POST', 'customer', answer)).body).toMatchObject({
      rating: { score: 'bad', comment: 'Twice' },
    });
    expect((await control<SurveyForm>('GET', query)).body.answers).toMatchObject({
      csat: 2,
      ces: 1,
      comment: 'Twice',
    });
    expect(await (await api(`tickets/${survey?.ticketId}`, 'agent')).json()).toMatchObject({
      ticket: { satisfaction_rating: { score: 'bad', comment: 'Twice' } },
    });
  });

  it('lists mails newest first', async () => {
    const { body } = await control<Mail[]>('GET', 'outbox');
    const times = body.map(({ at }) => at);
    expect(times.length).toBeGreaterThan(5);
    expect(times).toEqual(times.toSorted().reverse());
  });

  it('opens a survey link that names the response instead of the ticket', async () => {
    const response = [...emulator.world().surveyResponses.stored()].find(
      (one) => one.ticket_id === storyTickets.fresh,
    );
    const link = `${emulator.url}/hc/en-us/survey_responses/${response?.id}?access_token=abc`;
    const answer = await fetch(link, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe(
      `/hc/en-us/survey_responses/${storyTickets.fresh}?access_token=abc`,
    );
  });
});

describe('surveys without a mail', () => {
  it('are asked and answered in a conversation, then linked to the ticket', async () => {
    const requester = emulator.world().tickets.get(storyTickets.unoffered)?.requester_id;
    const asked = { conversation: 'c7', requester, csat: 2, ces: 1, comment: 'twice' };
    expect((await control('POST', 'survey', asked)).body).toMatchObject({ ticket: null, answers: 4 });
    const list = async (subject: string) =>
      (await (await api(`guide/survey_responses?filter[subject_zrns]=${subject}`)).json()) as {
        survey_responses: { subject_zrns: string[] }[];
      };
    expect((await list('zen:conversation:c7')).survey_responses[0]?.subject_zrns).toEqual([
      'zen:conversation:c7',
    ]);
    await control('POST', 'survey', { conversation: 'c7', ticket: storyTickets.unoffered });
    expect((await list(`zen:ticket:${storyTickets.unoffered}`)).survey_responses[0]?.subject_zrns).toEqual([
      `zen:ticket:${storyTickets.unoffered}`,
      'zen:conversation:c7',
    ]);
  });

  it('take a rating away, and word the survey anew', async () => {
    const removed = await control('POST', 'rating', {
      ticket: storyTickets.policy,
      score: 'offered',
      by: 'integration',
    });
    expect(removed.body).toMatchObject({ rating: { score: 'offered' } });
    expect(emulator.world().tickets.get(storyTickets.policy)?.audits.at(-1)?.author_id).toBe(
      agentIds.integration,
    );
    const { body } = await control<{ version: number }>('POST', 'surveys', { ces: 7 });
    expect(body.version).toBe(2);
  });
});

describe('the clock', () => {
  it('moves by milliseconds or to an instant, and runs what falls due', async () => {
    expect((await control('POST', 'clock', { advance: 3_600_000 })).body).toEqual({
      now: '2026-11-18T10:12:00.000Z',
    });
    expect((await control('POST', 'clock', { set: '2026-11-18T15:00:00Z' })).body).toEqual({
      now: '2026-11-18T15:00:00.000Z',
    });
    expect(emulator.world().tickets.get(storyTickets.notYetOffered)?.rating.score).toBe('offered');
  });
});

describe('the log', () => {
  it('holds every call with caller, bodies and status, and no credentials', async () => {
    await api('tickets/410', 'agent');
    await api('nowhere', 'nobody');
    const { body } = await control<Exchange[]>('GET', 'log');
    expect(body).toHaveLength(2);
    expect(body[0]).toMatchObject({
      method: 'GET',
      url: '/api/v2/tickets/410',
      user: 'agent',
      role: 'agent',
      status: 200,
      responseBody: { ticket: { id: 410 } },
    });
    expect(body[1]).toMatchObject({
      user: 'anonymous',
      status: 404,
      responseBody: { error: 'InvalidEndpoint' },
    });
    expect(JSON.stringify(body)).not.toContain('Basic');
    expect((await control<Exchange[]>('GET', 'log?limit=1')).body).toHaveLength(1);
    expect((await control<Exchange[]>('GET', 'log?since=2027-01-01')).body).toEqual([]);
  });
});
