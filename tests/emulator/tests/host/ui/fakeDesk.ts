/** A desk in memory for tests of the screens: one story, real edits, and a note of everything it was told. */
import { vi } from 'vitest';
import type { InstalledApp, State } from '../../../control.ts';
import type {
  CommentJson,
  Desk,
  DeskEvent,
  Route,
  TicketFieldJson,
  TicketJson,
  TicketTab,
  Toast,
  UserJson,
} from '../../../host/desk.ts';
import { applyEdits, emptyDraft, mergeEdits } from '../../../host/deskEdits.ts';

export function user(id: number, name: string, more: Partial<UserJson> = {}): UserJson {
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}@example.com`;
  return {
    id,
    name,
    email,
    role: 'agent',
    role_type: null,
    custom_role_id: null,
    locale: 'en-US',
    time_zone: 'Berlin',
    iana_time_zone: 'Europe/Berlin',
    ...more,
  };
}

export const mia = user(11, 'Mia Keller');
export const ola = user(12, 'Ola Thomsen', { role: 'admin' });
export const ines = user(31, 'Ines Pereira', { role: 'end-user' });

export function ticket(id: number, more: Partial<TicketJson> = {}): TicketJson {
  return {
    id,
    subject: `Cannot log in since Monday (${id})`,
    description: 'I cannot log in.',
    status: 'open',
    priority: 'normal',
    type: 'question',
    tags: ['login', 'vip'],
    requester_id: ines.id,
    assignee_id: mia.id,
    group_id: 21,
    organization_id: null,
    custom_fields: [
      { id: 501, value: 'phone' },
      { id: 502, value: null },
      { id: 503, value: true },
      { id: 504, value: ['red'] },
    ],
    created_at: '2026-05-30T08:00:00Z',
    updated_at: '2026-06-01T06:30:00Z',
    via: { channel: 'email' },
    satisfaction_rating: { score: 'bad' },
    ...more,
  };
}

export function comment(id: number, author: UserJson, body: string, isPublic = true): CommentJson {
  return {
    id,
    author_id: author.id,
    body,
    plain_body: body,
    html_body: body,
    public: isPublic,
    created_at: `2026-05-31T0${id % 10}:00:00Z`,
    via: { channel: 'email' },
  };
}

const field = (id: number, type: string, title: string, values: string[] = []): TicketFieldJson => ({
  id,
  type,
  title,
  active: true,
  required: false,
  custom_field_options: values.map((value, index) => ({ id: index + 1, name: value.toUpperCase(), value })),
});

export const fields: TicketFieldJson[] = [
  field(1, 'subject', 'Subject'),
  field(501, 'tagger', 'Channel of contact', ['phone', 'web']),
  field(502, 'integer', 'Order number'),
  field(503, 'checkbox', 'Refund promised'),
  field(504, 'multiselect', 'Colours', ['red', 'blue']),
  field(505, 'date', 'Delivery'),
  field(506, 'textarea', 'Remarks'),
];

export const app: InstalledApp = {
  appId: 700,
  installationId: 701,
  name: 'Feedback Loop',
  version: '0.1.0',
  assetBase: 'http://localhost:4801/700/assets/',
  locations: {
    ticket_sidebar: { url: 'assets/iframe.html' },
    nav_bar: { url: 'assets/iframe.html' },
    top_bar: { url: 'assets/iframe.html' },
    background: { url: 'assets/iframe.html' },
  },
  settings: {},
  icons: {},
  defaultLocale: 'en',
};

export const state: State = {
  now: '2026-06-01T07:12:00Z',
  persona: 'agent',
  personas: [
    { key: 'admin', userId: ola.id, name: ola.name, email: ola.email, role: 'admin' },
    { key: 'agent', userId: mia.id, name: mia.name, email: mia.email, role: 'agent' },
  ],
  plan: 'suite_professional',
  csat: 'survey',
  latency: 0,
  faults: [],
  integrations: { slack: false, msteams: false },
  unknowns: {
    notifyAllowed: 'admins',
    surveyFilterUnit: 'seconds',
    duplicateStatus: 422,
    noCustomObjectsStatus: 403,
    noSideConversationsStatus: 403,
    indexLagSeconds: 2,
  },
  storage: 'granted',
  scale: 0,
  subdomain: 'emulated',
  appOrigin: 'http://localhost:4801',
  apps: [app],
  customers: [{ userId: ines.id, name: ines.name, email: ines.email }],
  tour: [
    { title: 'Answer a survey', text: 'Be the customer for a minute.', href: '/mailbox/31' },
    { title: 'See the score', text: 'As the agent who solved it.', href: '/agent/tickets/101?persona=agent' },
  ],
};

export function ticketTab(id: number, more: Partial<TicketTab> = {}): TicketTab {
  return {
    id,
    state: 'ready',
    problem: null,
    saved: ticket(id),
    comments: [
      comment(1, ines, 'I cannot log in.\n\n<img src=x onerror="document.title=1"> <b>please</b> help.'),
      comment(2, mia, 'Thank you, we look into it.'),
      comment(3, mia, 'She called twice already.', false),
    ],
    edits: {},
    draft: { ...emptyDraft },
    isSaveDisabled: false,
    fieldStates: {},
    updatedBy: null,
    ...more,
  };
}

export interface FakeDeskOptions {
  me?: UserJson | null;
  route?: Route;
  tabs?: TicketTab[];
  state?: Partial<State>;
  toasts?: Toast[];
  /** What the account's API answers, by path; anything else is 404. */
  answers?: (path: string) => unknown;
  onSubmit?: (tab: TicketTab) => Partial<TicketTab>;
}

/** The desk, its verbs spied upon; `told` sends an event to the screens. */
export function createFakeDesk(options: FakeDeskOptions = {}) {
  const listeners = new Set<(event: DeskEvent) => void>();
  let tabs = options.tabs ?? [ticketTab(101)];
  let route: Route = options.route ?? { page: 'ticket', id: 101 };
  let look = { scheme: 'light' as 'light' | 'dark', locale: 'en-US', width: 320, isTrayOpen: true };
  const world = { ...state, ...options.state };
  const told = (event: DeskEvent = { kind: 'changed' }) => {
    for (const listener of [...listeners]) listener(event);
  };
  const change = (id: number, part: (tab: TicketTab) => Partial<TicketTab>) => {
    tabs = tabs.map((tab) => (tab.id === id ? { ...tab, ...part(tab) } : tab));
    told();
  };
  const show = (part: Partial<typeof look>) => {
    look = { ...look, ...part };
    told();
  };
  const people = [mia, ola, ines];
  const desk = {
    state: () => world,
    me: () => (options.me === undefined ? mia : options.me),
    route: () => route,
    scheme: () => look.scheme,
    locale: () => look.locale,
    saveHookTimeout: () => 1000,
    browserTab: () => 1,
    trayWidth: () => look.width,
    isTrayOpen: () => look.isTrayOpen,
    tabs: () => tabs,
    tab: (id) => tabs.find((tab) => tab.id === id),
    toasts: () => options.toasts ?? [],
    fields: () => fields,
    groups: () => [
      { id: 21, name: 'Support' },
      { id: 22, name: 'Billing' },
    ],
    agents: () => [mia, ola],
    user: (id) => people.find((one) => one.id === id),
    apps: () => world.apps,
    shown: (tab) => applyEdits(tab.saved ?? ticket(tab.id), tab.edits),
    open: vi.fn((next: Route) => {
      route = next;
      told();
    }),
    closeTab: vi.fn((id: number) => {
      tabs = tabs.filter((tab) => tab.id !== id);
      told();
    }),
    reloadTab: vi.fn(async (id: number) => change(id, () => ({ updatedBy: null, problem: null }))),
    edit: vi.fn((id, edits) =>
      change(id, (tab) => ({ edits: mergeEdits(tab.saved ?? ticket(id), tab.edits, edits) })),
    ),
    draft: vi.fn((id, draft) => change(id, (tab) => ({ draft: { ...tab.draft, ...draft } }))),
    setFieldState: vi.fn(),
    setSaveDisabled: vi.fn((id, isSaveDisabled) => change(id, () => ({ isSaveDisabled }))),
    submit: vi.fn(async (id: number) => {
      change(id, (tab) => options.onSubmit?.(tab) ?? { edits: {}, draft: { ...emptyDraft } });
      return true;
    }),
    onSave: vi.fn(),
    notify: vi.fn(),
    dismiss: vi.fn(),
    setScheme: vi.fn((scheme) => show({ scheme })),
    setLocale: vi.fn((locale) => show({ locale })),
    setTrayWidth: vi.fn((width) => show({ width })),
    setTrayOpen: vi.fn((isTrayOpen) => show({ isTrayOpen })),
    setPersona: vi.fn(async () => undefined),
    api: vi.fn(async (path: string) => {
      const answer = options.answers?.(path);
      return answer === undefined ? new Response('{}', { status: 404 }) : Response.json(answer);
    }),
    subscribe: (listener: (event: DeskEvent) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => listeners.clear(),
  } satisfies Desk;
  return { desk, told, change };
}
