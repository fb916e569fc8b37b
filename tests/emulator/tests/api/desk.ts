/** A small helpdesk for these tests: the account's people, two customers, no tickets; and calls to its API. */
import { getResponse } from 'msw';
import { accountSettings } from '../../api/accountSettings.ts';
import { customRoles } from '../../api/customRoles.ts';
import { deletedTickets } from '../../api/deletedTickets.ts';
import { groupMemberships } from '../../api/groupMemberships.ts';
import { groups } from '../../api/groups.ts';
import { type Family, mount } from '../../api/http.ts';
import { incremental } from '../../api/incremental.ts';
import { jobStatuses } from '../../api/jobStatuses.ts';
import { organizations } from '../../api/organizations.ts';
import { satisfactionRatings } from '../../api/satisfactionRatings.ts';
import { search } from '../../api/search.ts';
import { sideConversations } from '../../api/sideConversations.ts';
import { surveyResponses } from '../../api/surveyResponses.ts';
import { surveys } from '../../api/surveys.ts';
import { ticketAudits } from '../../api/ticketAudits.ts';
import { ticketComments } from '../../api/ticketComments.ts';
import { ticketFields } from '../../api/ticketFields.ts';
import { ticketForms } from '../../api/ticketForms.ts';
import { ticketMerge } from '../../api/ticketMerge.ts';
import { ticketMetrics } from '../../api/ticketMetrics.ts';
import { tickets } from '../../api/tickets.ts';
import { ticketTags } from '../../api/ticketTags.ts';
import { users } from '../../api/users.ts';
import { views } from '../../api/views.ts';
import { checkExchanges } from '../../contract/validate.ts';
import { exchangeOf } from '../../server/exchanges.ts';
import { createTicket, type TicketInput } from '../../world/changeTicket.ts';
import type { Ticket } from '../../world/entities.ts';
import { addFields } from '../../world/fields.ts';
import { addPeople, makeUser, organizationIds } from '../../world/people.ts';
import { addSurvey } from '../../world/surveyDefinition.ts';
import { createEmptyWorld, type World } from '../../world/world.ts';

/** Every family of this folder, in the order of matching. */
export const families: Family[] = [
  accountSettings,
  users,
  groups,
  groupMemberships,
  customRoles,
  organizations,
  ticketComments,
  ticketAudits,
  ticketTags,
  ticketMerge,
  ticketMetrics,
  deletedTickets,
  satisfactionRatings,
  tickets,
  ticketFields,
  ticketForms,
  search,
  sideConversations,
  surveys,
  surveyResponses,
  incremental,
  jobStatuses,
  views,
];

export const customer = { id: 362_900_000_001, email: 'kim@mail.example' };
export const neighbour = { id: 362_900_000_002, email: 'lou@mail.example' };

export interface Reply {
  status: number;
  body: unknown;
  headers: Headers;
}

export interface Desk {
  world: World;
  /** Moves real time, in which index lag, jobs and limits are counted. */
  wait(ms: number): void;
  /** `who` is a persona, an e-mail address, or `null` for nobody. */
  call(
    who: string | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: HeadersInit,
  ): Promise<Reply>;
  /** A ticket of the customer's, written an hour ago. */
  ticket(input?: Partial<TicketInput>): Ticket;
}

export function openDesk(): Desk {
  const world = createEmptyWorld();
  addPeople(world);
  addFields(world);
  addSurvey(world);
  world.users.put(makeUser({ ...customer, name: 'Kim Park', organization_id: organizationIds.northwind }));
  world.users.put(makeUser({ ...neighbour, name: 'Lou Reyes' }));
  let realNow = 5_000_000;
  world.realNow = () => realNow;
  const handlers = mount(world, families);
  return {
    world,
    wait: (ms) => {
      realNow += ms;
    },
    call: (who, method, path, body, headers) => send(world, handlers, who, method, path, body, headers),
    ticket: (input = {}) => {
      const comment = { body: 'The lamp does not light.', public: true };
      const by = { authorId: customer.id, channel: 'email', at: world.now() - 3_600_000, isHistory: true };
      return createTicket(world, { subject: 'Dark lamp', requester_id: customer.id, comment, ...input }, by)
        .ticket;
    },
  };
}

/** Every answer is held against the contract. */
async function send(
  world: World,
  handlers: ReturnType<typeof mount>,
  who: string | null,
  method: string,
  path: string,
  body?: unknown,
  extra?: HeadersInit,
): Promise<Reply> {
  const headers = new Headers(extra);
  if (who !== null) headers.set('cookie', `emulator_persona=${encodeURIComponent(who)}`);
  if (body !== undefined) headers.set('content-type', 'application/json');
  const url = path.startsWith('http') ? path : `http://localhost:4850/api/v2${path}`;
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const request = new Request(url, { method, headers, ...content });
  const kept = request.clone();
  const response = await getResponse(handlers, request);
  if (!response) throw new Error(`nobody answers ${method} ${path}`);
  checkExchanges([await exchangeOf(world, kept, response.clone())]);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
  return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
}

/** A member deep inside an answer: `at(reply, 'tickets.0.id')`. */
export function at(reply: Reply, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key],
      reply.body,
    );
}

/** One member of every row of a list. */
export function column(reply: Reply, list: string, member: string): unknown[] {
  const rows = at(reply, list);
  if (!Array.isArray(rows)) throw new Error(`no list ${list} in ${JSON.stringify(reply.body)}`);
  return rows.map((row: Record<string, unknown>) => row[member]);
}
