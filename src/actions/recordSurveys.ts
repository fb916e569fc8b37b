/** A few dozen surveys as they went out: their answers into the ledger, all of them into the coverage. */
import { monthOf } from '../care/coverage.ts';
import { type Feedback, keyOfConversation, keyOfTicket } from '../care/feedback.ts';
import { nothingSeen } from '../care/observation.ts';
import type { SourceId } from '../care/rating.ts';
import { readStates } from '../zendesk/ledgers.ts';
import type { Outside } from '../zendesk/outside.ts';
import { readingOfResponses } from '../zendesk/responseReadings.ts';
import type { SurveyResponse } from '../zendesk/responses.ts';
import type { Reading } from '../zendesk/sources/source.ts';
import { readTicketRows, type Ticket } from '../zendesk/tickets.ts';
import type { Chains } from './chains.ts';
import { observationOf } from './observe.ts';
import { isRated, observedGone, observedTicket, readReadings, type TicketReadings } from './readReadings.ts';
import {
  type CountedSurvey,
  type RecordedSurveys,
  type RecordSurveysOptions,
  recordCounted,
} from './recordCounted.ts';
import type { Observed, Recorded } from './recordMany.ts';

/** At most 98 surveys: one call for their tickets, two jobs, and what `recordMany` adds. Throws `Failure`. */
export async function recordSurveys(
  app: Outside,
  responses: readonly SurveyResponse[],
  options: RecordSurveysOptions,
): Promise<RecordedSurveys> {
  const unit = await readUnit(app, responses);
  const links = await readLinks(app, responses);
  const observed = [
    ...(await observedTickets(app, { ...unit, links }, options)),
    ...(await observedConversations(app, unit)),
    ...observedLinks(links),
  ];
  return recordCounted(app, observed, options, {
    countedIn: (feedbacks) => countedIn(app, responses, unit.tickets, feedbacks),
    broken: unit.broken,
  });
}

interface Unit {
  /** By ticket, newest response last. */
  ofTickets: Map<string, SurveyResponse[]>;
  /** By conversation: of those that name no ticket. */
  ofConversations: Map<string, SurveyResponse[]>;
  tickets: Map<string, Ticket>;
  /** There, but broken: nothing is said of them. */
  unreadable: ReadonlySet<string>;
  broken: string[];
}

async function readUnit(app: Outside, responses: readonly SurveyResponse[]): Promise<Unit> {
  const unit: Unit = {
    ofTickets: new Map(),
    ofConversations: new Map(),
    tickets: new Map(),
    unreadable: new Set(),
    broken: [],
  };
  for (const response of responses) {
    const { ticketId, conversationId } = response;
    if (ticketId !== null) put(unit.ofTickets, ticketId, response);
    else if (conversationId !== null) put(unit.ofConversations, conversationId, response);
    else unit.broken.push('no_subject');
    for (let answer = 0; answer < response.broken; answer += 1) unit.broken.push('answer');
  }
  const { http } = app.zendesk;
  const { tickets, unreadable } = await readTicketRows(http, [...unit.ofTickets.keys()], 'background');
  for (const ticket of tickets) unit.tickets.set(ticket.id, ticket);
  for (const _ of unreadable) unit.broken.push('ticket');
  return { ...unit, unreadable };
}

function put(map: Map<string, SurveyResponse[]>, id: string, response: SurveyResponse): void {
  map.set(id, [...(map.get(id) ?? []), response]);
}

const contextOf = ({ zendesk, user, configuration }: Outside) => ({
  http: zendesk.http,
  user,
  configuration,
  priority: 'background' as const,
});

async function observedTickets(
  app: Outside,
  { ofTickets, tickets, unreadable, links }: Unit & { links: Links },
  options: RecordSurveysOptions,
): Promise<Observed[]> {
  const plain = await readReadings(app, [...tickets.values()], { without: ['survey_responses'] });
  const found: { ticketId: string; readings: TicketReadings; responses: SurveyResponse[] }[] = [];
  for (const [ticketId, responses] of ofTickets) {
    if (unreadable.has(ticketId)) continue;
    const readings = new Map<SourceId, Reading>(plain.get(ticketId));
    const reading = await readingOfResponses(responses, contextOf(app), tickets.get(ticketId) ?? null);
    // Of a ticket's surveys only those of these weeks are in hand: another may hold what is missing here.
    if (reading) readings.set('survey_responses', { ...reading, absent: [] });
    if (isRated(readings)) found.push({ ticketId, readings, responses });
  }
  const chains = await heardOf(app, found, tickets, options);
  const observed = found.map(({ ticketId, readings, responses }) => {
    const ticket = tickets.get(ticketId);
    const changes = chains?.of(ticketId) ?? [];
    const inherits = links.get(ticketId) ?? null;
    const looked = { inherits, ...(changes.length > 0 && { changes }) };
    return ticket
      ? observedTicket(ticket, readings, looked)
      : observedGone(ticketId, responses[0]?.responderId ?? null, readings);
  });
  chains?.forget(found.map(({ ticketId }) => ticketId));
  return observed;
}

async function heardOf(
  app: Outside,
  found: readonly { ticketId: string; readings: TicketReadings }[],
  tickets: ReadonlyMap<string, Ticket>,
  { chains: chainsFrom }: RecordSurveysOptions,
): Promise<Chains | null> {
  if (found.length === 0) return null;
  const begun = found.flatMap(({ ticketId }) => tickets.get(ticketId)?.created_at ?? []);
  const chains = chainsFrom(Math.min(app.now(), ...begun));
  const answers = found.flatMap(({ readings }) => [...readings.values()].flatMap(({ ratings }) => ratings));
  const until = Math.max(0, ...answers.flatMap(({ answeredAt }) => answeredAt ?? []));
  if (until > 0) await chains?.readUntil(until);
  return chains;
}

async function observedConversations(app: Outside, { ofConversations }: Unit): Promise<Observed[]> {
  const observed: Observed[] = [];
  for (const [conversationId, responses] of ofConversations) {
    const reading = await readingOfResponses(responses, contextOf(app), null);
    if (!reading || reading.ratings.length === 0) continue;
    const readings = new Map<SourceId, Reading>([['survey_responses', reading]]);
    observed.push({
      key: keyOfConversation(conversationId),
      ticketId: null,
      requesterId: responses[0]?.responderId ?? null,
      observe: (state) => observationOf(state, null, readings),
    });
  }
  return observed;
}

/** Feedbacks of conversations, by the ticket their survey names now. */
type Links = ReadonlyMap<string, Feedback>;

/** Conversations recorded while their survey named no ticket. One call where a survey names both. */
async function readLinks(app: Outside, responses: readonly SurveyResponse[]): Promise<Links> {
  const both = new Map<string, string>();
  for (const { ticketId, conversationId } of responses)
    if (ticketId !== null && conversationId !== null) both.set(keyOfConversation(conversationId), ticketId);
  if (both.size === 0) return new Map();
  const states = await readStates(app.zendesk.http, [...both.keys()], 'background');
  const known = [...states.values()].filter(({ rev }) => rev > 0);
  return new Map(known.map((state) => [both.get(state.key) ?? '', state]));
}

const observedLinks = (links: Links): Observed[] =>
  [...links]
    .filter(([ticketId, { linkedTo }]) => linkedTo !== ticketId)
    .map(([ticketId, { key }]) => ({
      key,
      ticketId,
      requesterId: null,
      observe: { ...nothingSeen, linkedTo: ticketId },
    }));

function countedIn(
  app: Outside,
  responses: readonly SurveyResponse[],
  tickets: ReadonlyMap<string, Ticket>,
  feedbacks: Recorded['feedbacks'],
): CountedSurvey[] {
  const told = new Set<string>();
  return responses.flatMap((response) => {
    const { ticketId, conversationId, createdAt, expiresAt } = response;
    if (createdAt === null) return [];
    const ticket = ticketId === null ? null : (tickets.get(ticketId) ?? null);
    const key = ticketId !== null ? keyOfTicket(ticketId) : keyOfConversation(conversationId ?? '');
    const isAnswered = response.answers.some(({ type }) => type !== 'skipped');
    // Of several surveys about one ticket one holds the feedback.
    const feedback = isAnswered && !told.has(key) ? (feedbacks.get(key) ?? null) : null;
    if (feedback) told.add(key);
    const isTicketOpen = ticketId === null || (ticket !== null && ticket.status !== 'closed');
    const isOpen = !isAnswered && isTicketOpen && (expiresAt === null || expiresAt > app.now());
    return { month: monthOf(createdAt), groupId: ticket?.group_id ?? null, isAnswered, isOpen, feedback };
  });
}
