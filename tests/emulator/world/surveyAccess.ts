/** Which survey belongs to a ticket, who may open it, and until when. */
import type { SurveyResponse, Ticket } from './entities.ts';
import { createRandom } from './random.ts';
import type { World } from './world.ts';

const day = 86_400_000;

interface Known {
  version: number;
  byTicket: Map<number, SurveyResponse>;
  byConversation: Map<string, SurveyResponse[]>;
}
const indexes = new WeakMap<World, Known>();

/** Of the stored responses, made anew when one was stored. */
function indexOf(world: World): Known {
  const { version } = world.surveyResponses;
  const known = indexes.get(world);
  if (known?.version === version) return known;
  const index: Known = { version, byTicket: new Map(), byConversation: new Map() };
  for (const response of world.surveyResponses.stored()) {
    const { ticket_id, conversation_id } = response;
    if (ticket_id !== null && !index.byTicket.has(ticket_id)) index.byTicket.set(ticket_id, response);
    if (conversation_id === null) continue;
    const others = index.byConversation.get(conversation_id) ?? [];
    index.byConversation.set(conversation_id, [...others, response]);
  }
  indexes.set(world, index);
  return index;
}

/** The survey response of a ticket; quick also where a million are made from their number. */
export function responseOf(world: World, ticketId: number): SurveyResponse | undefined {
  const stored = indexOf(world).byTicket.get(ticketId);
  if (stored) return stored;
  const made = world.madeResponseId(ticketId);
  return made === null ? undefined : world.surveyResponses.get(made);
}

export const responsesOfConversation = (world: World, conversationId: string): SurveyResponse[] =>
  indexOf(world).byConversation.get(conversationId) ?? [];

/** Why a ticket's survey takes no answer, in a sentence; `null` while it does. `at` in epoch milliseconds. */
export function closedSentence(world: World, ticket: Ticket, at: number): string | null {
  if (world.csat === 'none') return 'This account sends no satisfaction surveys.';
  if (ticket.rating.score === 'unoffered' || ticket.rating.offered_at === null) {
    return `No survey has been offered for ticket ${ticket.id} yet: it goes out 24 hours after the ticket is solved.`;
  }
  if (ticket.status === 'closed')
    return `Ticket ${ticket.id} is closed, so its survey takes no more answers.`;
  if (at > ticket.rating.offered_at + 28 * day) return 'The 28 days for answering this survey are over.';
  return null;
}

/** Whether a link's token opens the survey of this ticket, in either generation. */
export function opensSurvey(world: World, ticketId: number, accessToken: string): boolean {
  return accessToken === legacyToken(ticketId) || accessToken === responseOf(world, ticketId)?.access_token;
}

export const legacyToken = (ticketId: number): string => secretOf(`legacy rating of ticket ${ticketId}`);

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

/** 32 letters that follow from `text`: the same on every run, and not a secret outside the emulator. */
export function secretOf(text: string): string {
  let seed = 2_166_136_261;
  for (const character of text) seed = Math.imul(seed ^ (character.codePointAt(0) ?? 0), 16_777_619);
  const random = createRandom(seed);
  return Array.from({ length: 32 }, () => letters[random.between(0, letters.length - 1)]).join('');
}
