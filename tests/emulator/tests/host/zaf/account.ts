/** A tiny account for these tests: two tickets, three people, answers one can replace. */
import type { InstalledApp, State } from '../../../control.ts';

export interface Call {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | null;
}

type Answerer = (call: Call) => Response | Promise<Response> | undefined;

export const json = (body: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(body), {
    ...init,
    headers: { 'Content-Type': 'application/json', ...init.headers },
  });

export const someApp: InstalledApp = {
  appId: 7,
  installationId: 70,
  name: 'Feedback Loop',
  version: '1.2.3',
  assetBase: 'http://localhost:4811/7/',
  locations: {
    ticket_sidebar: { url: 'assets/iframe.html' },
    nav_bar: { url: 'assets/iframe.html?place=nav#/start' },
    background: { url: 'assets/iframe.html' },
    top_bar: { url: 'assets/iframe.html', size: { width: 300, height: 200 } },
  },
  settings: { threshold: '3' },
  icons: {},
  defaultLocale: 'en',
};

export const otherApp: InstalledApp = { ...someApp, appId: 8, installationId: 80, name: 'Other' };

const people = [
  { id: 1, name: 'Mia Agent', email: 'mia@example.com', role: 'agent' },
  { id: 2, name: 'Ola Lead', email: 'ola@example.com', role: 'agent' },
  { id: 9, name: 'Ines Customer', email: 'ines@example.com', role: 'end-user' },
].map((person) => ({
  ...person,
  role_type: null,
  custom_role_id: person.id === 2 ? 360 : null,
  locale: 'en-US',
  time_zone: 'Berlin',
  iana_time_zone: 'Europe/Berlin',
}));

const ticket = (id: number) => ({
  id,
  subject: `Ticket ${id}`,
  description: 'Hello',
  status: 'open',
  custom_status_id: 500,
  priority: null,
  type: null,
  tags: ['vip'],
  requester_id: 9,
  assignee_id: 1,
  group_id: 5,
  organization_id: null,
  custom_fields: [
    { id: 100, value: null },
    { id: 101, value: 'a' },
  ],
  created_at: '2026-05-01T08:00:00Z',
  updated_at: '2026-05-02T08:00:00Z',
  via: { channel: 'email' },
});

const comment = (id: number, author_id: number, isPublic: boolean) => ({
  id,
  author_id,
  body: `Comment ${id}`,
  html_body: `<p>Comment ${id}</p>`,
  plain_body: `Comment ${id}`,
  public: isPublic,
  created_at: '2026-05-01T08:00:00Z',
  via: { channel: 'email' },
});

const fields = [
  { id: 20, type: 'status', title: 'Status', active: true, required: true },
  { id: 100, type: 'text', title: 'Order number', active: true, required: false },
  {
    id: 101,
    type: 'tagger',
    title: 'Bucket',
    active: true,
    required: false,
    custom_field_options: [
      { id: 1, name: 'Agent', value: 'a' },
      { id: 2, name: 'Process', value: 'p' },
    ],
  },
];

export function createAccount(apps: InstalledApp[]) {
  const calls: Call[] = [];
  const answerers: Answerer[] = [];
  const tickets = new Map([ticket(41), ticket(42)].map((one) => [one.id, one]));
  const state = {
    now: '2026-05-03T08:00:00Z',
    persona: null,
    plan: 'suite_enterprise',
    apps,
    subdomain: 'acme',
  };
  let persona: string | null = null;

  function usual({ method, path, body }: Call): Response {
    const [route = '', query = ''] = path.split('?');
    const [, id] = /^\/api\/v2\/tickets\/(\d+)/.exec(route) ?? [];
    const found = tickets.get(Number(id));
    if (route === '/__emulator/state') return json({ ...state, persona } as Partial<State>);
    if (route === '/__emulator/persona') {
      persona = (JSON.parse(body ?? '{}') as { persona: string }).persona;
      return json({});
    }
    if (route === '/api/v2/users/me') return json({ user: people[0] });
    if (route === '/api/v2/users') return json({ users: people.slice(0, 2) });
    if (route === '/api/v2/users/show_many') {
      const ids = new URLSearchParams(query).get('ids')?.split(',').map(Number) ?? [];
      return json({ users: people.filter((person) => ids.includes(person.id)) });
    }
    if (route === '/api/v2/users/1/group_memberships') return json({ group_memberships: [{ group_id: 5 }] });
    if (route === '/api/v2/ticket_fields') return json({ ticket_fields: fields });
    if (route === '/api/v2/groups')
      return json({
        groups: [
          { id: 5, name: 'Support' },
          { id: 6, name: 'Billing' },
        ],
      });
    if (!found) return json({ error: 'RecordNotFound', description: 'Not found' }, { status: 404 });
    if (route.endsWith('/comments')) return json({ comments: [comment(1, 9, true), comment(2, 1, false)] });
    if (method === 'PUT') {
      const { ticket: change } = JSON.parse(body ?? '{}') as { ticket: Record<string, unknown> };
      const {
        custom_fields: _fields,
        comment: _comment,
        safe_update: _safe,
        updated_stamp: _stamp,
        ...rest
      } = change;
      Object.assign(found, rest, { updated_at: '2026-05-03T09:00:00Z' });
    }
    return json({ ticket: found });
  }

  async function fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = Object.fromEntries(new Headers(init.headers).entries());
    const call = {
      method: init.method ?? 'GET',
      path,
      headers,
      body: (init.body as string | undefined) ?? null,
    };
    calls.push(call);
    for (const answer of answerers) {
      const response = await answer(call);
      if (response) return response;
    }
    return usual(call);
  }

  return {
    fetch,
    calls,
    tickets,
    /** Takes over the calls it answers. */
    answer: (answerer: Answerer) => answerers.unshift(answerer),
  };
}
