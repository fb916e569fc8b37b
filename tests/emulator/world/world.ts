/** The emulated account: everything stored, its clock, its switches, and who wants to know of changes. */
import type {
  ChannelMessage,
  CsatGeneration,
  Fault,
  Integrations,
  Mail,
  Plan,
  Unknowns,
  WebhookCall,
  WorldEvent,
} from '../control.ts';
import { Collection, type Source } from './collection.ts';
import type {
  AppInstallation,
  Automation,
  CustomObject,
  CustomObjectField,
  CustomObjectRecord,
  CustomRole,
  Group,
  GroupMembership,
  JobStatus,
  Organization,
  SatisfactionReason,
  Schedule,
  SideConversation,
  Survey,
  SurveyResponse,
  Ticket,
  TicketField,
  Trigger,
  User,
  View,
  Webhook,
} from './entities.ts';
import { createRandom, type Random } from './random.ts';
import { ulid } from './ulid.ts';

/** The story ends here, so that "now" is the same on every run. A Wednesday morning. */
export const storyNow = Date.UTC(2026, 10, 18, 9, 12, 0);

const hour = 3_600_000;

export const defaultUnknowns: Unknowns = {
  notifyAllowed: 'agents',
  surveyFilterUnit: 'milliseconds',
  duplicateStatus: 422,
  noCustomObjectsStatus: 403,
  noSideConversationsStatus: 403,
  indexLagSeconds: 3,
};

/** One audit of a made ticket, without its content. */
export interface Moment {
  /** Epoch milliseconds. */
  at: number;
  /** The audit's id. */
  id: number;
}

/** When made tickets came to be and changed, told from their number alone. */
export interface MadeHistory {
  size: number;
  /** Milliseconds after its creation within which every change of a made ticket lies. */
  span: number;
  ticketId(index: number): number;
  /** Never earlier than that of the number before. */
  createdAt(index: number): number;
  /** What has happened to a ticket so far, oldest first; never empty. */
  moments(index: number): Moment[];
  /** The ticket a made rating is of; `null` for an id that was not made. */
  ticketOfRating(id: number): number | null;
}

/** Records of a custom object made from their number; one that was changed or deleted is stored instead. */
export interface MadeRecords {
  /** Their values are made when looked at, and are not their own members: take a whole one before changing it. */
  all(): Iterable<CustomObjectRecord>;
  size: number;
  byId(id: string): CustomObjectRecord | undefined;
  byExternalId(externalId: string): CustomObjectRecord | undefined;
  byName(name: string): CustomObjectRecord | undefined;
}

/** What made entities follow besides their number. */
export interface Course {
  now(): number;
  csat(): CsatGeneration;
}

/** Made from their number when asked; see scale.ts. */
export interface Sources {
  history?: MadeHistory;
  tickets?: Source<number, Ticket>;
  users?: Source<number, User>;
  surveyResponses?: Source<string, SurveyResponse>;
  /** The id of the survey response made for a made ticket. */
  madeResponseId?(ticketId: number): string | null;
}

export interface World {
  readonly subdomain: string;
  /** Feedbacks made from their number, beside the story's own. */
  readonly scale: number;
  /** Of 100 of those, how many were answered. */
  readonly answered: number;
  /** `null` without `scale`. */
  readonly made: MadeHistory | null;
  /** Epoch milliseconds on the world's clock, which only `advance` moves. */
  now(): number;
  /** Milliseconds that really pass, for budgets per minute and index lag; tests put their own in its place. */
  realNow: () => number;
  /** Moves the clock and runs what falls due on the way, hour by hour. */
  advance(ms: number): void;
  /** Called by `advance` for every hour the clock goes through, at the full hour, with the instants of its step. */
  onTime: ((from: number, to: number) => void)[];
  plan: Plan;
  csat: CsatGeneration;
  /** Milliseconds added to every answer. */
  latency: number;
  faults: Fault[];
  unknowns: Unknowns;
  random: Random;
  /** A new number for a family of ids, the same on every run. */
  nextId(family: string): number;
  /** A new ULID at the world's time. */
  nextUlid(): string;
  users: Collection<number, User>;
  groups: Collection<number, Group>;
  memberships: Collection<number, GroupMembership>;
  customRoles: Collection<number, CustomRole>;
  organizations: Collection<number, Organization>;
  schedules: Collection<number, Schedule>;
  sideConversations: Collection<string, SideConversation>;
  tickets: Collection<number, Ticket>;
  ticketFields: Collection<number, TicketField>;
  surveys: Collection<string, Survey>;
  surveyResponses: Collection<string, SurveyResponse>;
  /** The id of the survey response made from a ticket's number; `null` for the story's own tickets. */
  madeResponseId(ticketId: number): string | null;
  satisfactionReasons: Collection<number, SatisfactionReason>;
  customObjects: Collection<string, CustomObject>;
  /** Keyed `<object key>/<field key>`. */
  customObjectFields: Collection<string, CustomObjectField>;
  customObjectRecords: Collection<string, CustomObjectRecord>;
  /** Beside those, by object key; empty until `POST /__emulator/cases`. Increments of records know none of them. */
  madeRecords: Map<string, MadeRecords>;
  triggers: Collection<number, Trigger>;
  automations: Collection<number, Automation>;
  webhooks: Collection<string, Webhook>;
  views: Collection<number, View>;
  jobs: Collection<string, JobStatus>;
  installations: Collection<number, AppInstallation>;
  /** Newest last. */
  outbox: Mail[];
  /** What rules have sent to webhooks, newest last; nothing leaves the emulator. */
  webhookCalls: WebhookCall[];
  /** Chat tools side conversations may go to. */
  integrations: Integrations;
  /** What arrived there, newest last. */
  channelMessages: ChannelMessage[];
  emit(event: WorldEvent): void;
  /** Returns the way to stop listening. */
  listen(listener: (event: WorldEvent) => void): () => void;
}

export interface EmptyWorldOptions {
  scale?: number;
  answered?: number;
  makeSources?(course: Course): Sources;
}

/** An account with nobody and nothing in it; story.ts fills it. */
export function createEmptyWorld(options: EmptyWorldOptions = {}): World {
  const { scale = 0, answered = 100 } = options;
  let now = storyNow;
  const sources = options.makeSources?.({ now: () => now, csat: () => world.csat }) ?? {};
  const counters = new Map<string, number>();
  const listeners = new Set<(event: WorldEvent) => void>();
  const nextId = (family: string) => {
    const next = (counters.get(family) ?? firstIds[family] ?? 1000) + 1;
    counters.set(family, next);
    return next;
  };
  const world: World = {
    subdomain: 'emulated',
    scale,
    answered,
    made: sources.history ?? null,
    now: () => now,
    realNow: () => performance.now(),
    advance(ms) {
      const to = now + ms;
      for (let from = now; from < to; from = now) {
        now = Math.min(to, (Math.floor(from / hour) + 1) * hour);
        for (const run of world.onTime) run(from, now);
      }
      world.emit({ kind: 'clock', now: new Date(now).toISOString() });
    },
    onTime: [],
    plan: 'suite_professional',
    csat: 'survey',
    latency: 0,
    faults: [],
    unknowns: { ...defaultUnknowns },
    random: createRandom(20261118),
    nextId,
    nextUlid: () => ulid(now, nextId('ulid')),
    users: new Collection((user) => user.id, sources.users),
    groups: new Collection((group) => group.id),
    memberships: new Collection((membership) => membership.id),
    customRoles: new Collection((role) => role.id),
    organizations: new Collection((organization) => organization.id),
    schedules: new Collection((schedule) => schedule.id),
    sideConversations: new Collection((conversation) => conversation.id),
    tickets: new Collection((ticket) => ticket.id, sources.tickets),
    ticketFields: new Collection((field) => field.id),
    surveys: new Collection((survey) => `${survey.id}/${survey.version}`),
    surveyResponses: new Collection((response) => response.id, sources.surveyResponses),
    madeResponseId: (ticketId) => sources.madeResponseId?.(ticketId) ?? null,
    satisfactionReasons: new Collection((reason) => reason.id),
    customObjects: new Collection((object) => object.id),
    customObjectFields: new Collection((field) => `${field.object_key}/${field.key}`),
    customObjectRecords: new Collection((record) => record.id),
    madeRecords: new Map(),
    triggers: new Collection((trigger) => trigger.id),
    automations: new Collection((automation) => automation.id),
    webhooks: new Collection((webhook) => webhook.id),
    views: new Collection((view) => view.id),
    jobs: new Collection((job) => job.id),
    installations: new Collection((installation) => installation.id),
    outbox: [],
    webhookCalls: [],
    integrations: { slack: false, msteams: false },
    channelMessages: [],
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return world;
}

/** Families whose ids start where Zendesk's look like theirs. */
const firstIds: Record<string, number> = {
  ticket: 100,
  user: 361_000_000_000,
  group: 360_000_100_000,
  field: 360_012_500_000,
  audit: 900_000_000_000,
  comment: 910_000_000_000,
  rating: 7_235_633_000_000,
};
