/**
 * What the emulator's server and its host page say to each other, and what tests and tools may say to both:
 * the types of `/__emulator/*`. The prose is in README.md beside this file.
 */

/** Who is signed in. A persona is a key into the world's people; any user's e-mail address works as well. */
export type PersonaKey = 'admin' | 'lead' | 'agent' | 'light_agent';

export interface PersonaInfo {
  key: PersonaKey;
  userId: number;
  name: string;
  email: string;
  role: 'admin' | 'agent';
}

export const plans = [
  'suite_team',
  'suite_growth',
  'suite_professional',
  'suite_enterprise',
  'suite_enterprise_plus',
  'support_team',
  'support_professional',
  'support_enterprise',
] as const;
export type Plan = (typeof plans)[number];

/** `survey`: customizable CSAT (1-5, CES, reason, comment). `legacy`: good/bad. `none`: no CSAT on this account. */
export const csatGenerations = ['survey', 'legacy', 'none'] as const;
export type CsatGeneration = (typeof csatGenerations)[number];

export const faultKinds = [
  '401',
  '403',
  '404',
  '409',
  '422',
  '429',
  '500',
  '503',
  'timeout', // the answer never comes
  'offline', // the connection breaks: the caller sees status 0
  'html', // 200 with an HTML page where JSON was due
  'truncated', // 200 with JSON cut in the middle
  'wrong-types', // 200 with the right keys and wrong value types
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  /** An HTTP method, or absent for every method. */
  method?: string;
  /** A path under the workspace, where `*` stands for one segment and `**` for any rest: `/api/v2/tickets/*`. */
  path: string;
  kind: FaultKind;
  /** How many matching requests fail before the fault is spent; absent means until cleared. */
  times?: number;
  /** Seconds for `Retry-After` of 429 and 503; `null` leaves the header out; absent means 1. */
  retryAfter?: number | null;
}

/** Platform facts nobody could confirm (`[?]` in the references): the emulator answers either way. */
export interface Unknowns {
  /** Who may call POST /api/v2/apps/notify. */
  notifyAllowed: 'admins' | 'agents';
  /** Unit of the survey responses' `filter[created_at_start|end]`. */
  surveyFilterUnit: 'seconds' | 'milliseconds';
  /** Status that refuses a record with a taken unique name or external id. */
  duplicateStatus: 409 | 422;
  /** Status of custom-object calls on a plan that has none. */
  noCustomObjectsStatus: 403 | 404;
  /** Status of side-conversation calls on a plan that has none. */
  noSideConversationsStatus: 403 | 404;
  /** Seconds until a written record or ticket is found by search. */
  indexLagSeconds: number;
}

export interface AppLocation {
  url: string;
  autoLoad?: boolean;
  autoHide?: boolean;
  flexible?: boolean;
  size?: { width?: string | number; height?: string | number };
}

/** One app folder loaded by `--app`. */
export interface InstalledApp {
  appId: number;
  installationId: number;
  name: string;
  version: string;
  /** `assetBase` + `assets/iframe.html` is a file of the package; ends in a slash, on the app origin. */
  assetBase: string;
  /** Support locations, by name. */
  locations: Record<string, AppLocation>;
  /** The installation's settings, secure ones left out. */
  settings: Record<string, unknown>;
  /** Markup of `assets/icon_<location>.svg`, by location, where the package has one. */
  icons: Record<string, string>;
  defaultLocale: string;
}

/** GET /__emulator/state; PATCH takes any of `plan`, `csat`, `latency`, `unknowns`, `integrations`. */
export interface State {
  /** The world's clock, ISO 8601 UTC. */
  now: string;
  /** Who this browser is signed in as, `null` before the first choice. */
  persona: string | null;
  personas: PersonaInfo[];
  plan: Plan;
  csat: CsatGeneration;
  /** Milliseconds added to every API answer. */
  latency: number;
  faults: Fault[];
  unknowns: Unknowns;
  integrations: Integrations;
  storage: 'granted' | 'blocked';
  scale: number;
  subdomain: string;
  /** Origin the app frames are served from, never the workspace's own. */
  appOrigin: string;
  apps: InstalledApp[];
  /** Customers who have mail, for the customer's side. */
  customers: { userId: number; name: string; email: string }[];
  /** Story steps a newcomer can follow from the dashboard. */
  tour: { title: string; text: string; href: string }[];
}

/** POST /__emulator/customer: the customer answers, or changes the answer, of the survey offered for a ticket. */
export interface CustomerAnswer {
  ticket: number;
  /** 1-5 with customizable CSAT, `good`/`bad` with legacy CSAT. */
  csat?: number | 'good' | 'bad';
  /** 1-5, higher = easier; customizable CSAT only. */
  ces?: number;
  comment?: string;
  /** Label or id of a reason. */
  reason?: string | number;
}

/** POST /__emulator/survey: a survey in a messaging conversation is asked and answered, or linked to its ticket. */
export interface ConversationSurvey extends Omit<CustomerAnswer, 'ticket'> {
  conversation: string;
  /** User id of the customer; needed for a conversation's first survey. */
  requester?: number;
  /** Links instead: no answer and no requester beside it. */
  ticket?: number;
}

/** POST /__emulator/rating: the rating is taken away, its answers with it unless `keep_answers`. */
export interface RatingRemoval {
  ticket: number;
  score: 'offered';
  /** `admin` unless stated. */
  by?: 'admin' | 'integration';
  keep_answers?: boolean;
}

/** POST /__emulator/surveys: what a new version of the survey asks; members left out stay as they are. */
export interface SurveyWording {
  /** Points of the CSAT scale. */
  csat?: 2 | 3 | 5;
  /** Points of the effort scale; `null` asks for effort no more. */
  ces?: 5 | 7 | null;
  csatHeadline?: string;
  cesHeadline?: string;
}

/** GET /__emulator/outbox?to=<e-mail>: newest first. */
export interface Mail {
  id: number;
  at: string;
  to: { name: string; email: string };
  from: { name: string; email: string };
  subject: string;
  /** Plain text. */
  body: string;
  ticketId: number | null;
  /** The business rule that sent it, or `survey`. */
  sentBy: string;
  /** A survey to answer, where the mail carries one. */
  survey?: { ticketId: number; responseId: string | null; accessToken: string; url: string };
}

/** GET /__emulator/webhooks?name=<webhook>: what rules have sent to webhooks, newest first. */
export interface WebhookCall {
  id: number;
  at: string;
  webhookId: string;
  name: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  /** As sent, placeholders filled in. */
  body: string;
  ticketId: number;
  /** The business rule that called. */
  sentBy: string;
}

/** What the account is like before anybody presses set-up; told in `world/accounts.ts`. */
export const accountNames = [
  'customizable',
  'legacy',
  'without_csat',
  'without_objects',
  'custom_roles',
  'older_version',
  'half_set_up',
  'foreign_rules',
] as const;
export type AccountName = (typeof accountNames)[number];

/** Chat tools connected to the account; side conversations to others are refused. */
export interface Integrations {
  slack: boolean;
  msteams: boolean;
}

/** GET /__emulator/messages: side conversations that went to a chat tool, newest first. */
export interface ChannelMessage {
  at: string;
  tool: 'slack' | 'msteams';
  /** `null` in Microsoft Teams, where a channel's id says enough. */
  workspaceId: string | null;
  channelId: string;
  ticketId: number;
  sideConversationId: string;
  subject: string;
  body: string;
  fromId: number;
}

/** What GET /__emulator/survey?ticket=N&access_token=… tells the customer's survey page. */
export interface SurveyForm {
  generation: 'survey' | 'legacy';
  ticketId: number;
  subject: string;
  agentName: string | null;
  questions: {
    id: string;
    kind: 'scale' | 'choice' | 'text';
    role: 'csat' | 'ces' | 'reason' | 'comment';
    headline: string;
    options: { value: string; label: string }[];
  }[];
  answers: CustomerAnswer | null;
  /** ISO; `null` when it can no longer be answered, with `closedBecause`. */
  expiresAt: string | null;
  closedBecause: string | null;
}

/** One line of `--record FILE` and of GET /__emulator/log. */
export interface Exchange {
  at: string;
  method: string;
  /** Path with query. */
  url: string;
  requestBody: unknown;
  /** Persona key or e-mail of the caller, `anonymous` otherwise. */
  user: string;
  role: string;
  status: number;
  headers: Record<string, string>;
  responseBody: unknown;
}

/** Server-sent events of GET /__emulator/events, one JSON object each. */
export type WorldEvent =
  | { kind: 'ticket'; id: number; byUserId: number | null }
  | {
      kind: 'notification';
      appId: number;
      event: string;
      body: unknown;
      agentId: number | null;
      senderId: number;
    }
  | { kind: 'clock'; now: string }
  | { kind: 'outbox' }
  | { kind: 'state' }
  | { kind: 'reset' };
