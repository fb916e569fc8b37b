/** What a place would give, by examples from the account's own tickets, before anything is saved. */
import type { App } from '../app.ts';
import type { ScaleQuestion, ScoreSource, ScoreSourceKind } from '../care/configuration.ts';
import { isPattern } from '../care/configuration.ts';
import { scoreIn } from '../care/pattern.ts';
import type { Rating, SourceId } from '../care/rating.ts';
import {
  type LatestAnswer,
  readLatestAnswers,
  readLatestNotes,
  readLatestTickets,
} from '../zendesk/lately.ts';
import { sources } from '../zendesk/sources/index.ts';
import type { Ticket } from '../zendesk/tickets.ts';

/** What there is to choose examples from; each read once while somebody is at it. */
export interface Lately {
  tickets: () => Promise<Ticket[]>;
  notes: () => Promise<{ ticketId: string; body: string }[]>;
  answers: () => Promise<LatestAnswer[]>;
}

/** At most two calls for each of the three, however often they are asked for; a failure is asked again. */
export function readLately(app: App): Lately {
  const { http } = app.zendesk;
  return {
    tickets: once(() => readLatestTickets(http)),
    notes: once(() => readLatestNotes(http, app.now())),
    answers: once(() => readLatestAnswers(http)),
  };
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null;
  return () => {
    kept ??= read().catch((cause: unknown) => {
      kept = null;
      throw cause;
    });
    return kept;
  };
}

/** Why a text gives no number. */
export type Unread = 'no_number' | 'out_of_scale' | 'no_match';

export interface Example {
  /** `null` for a conversation whose ticket is not known. */
  ticketId: string | null;
  /** As it stands there, hostile like everything from a ticket; empty where there is nothing but the number. */
  text: string;
  rating: Rating | null;
  unread: Unread | null;
}

export interface Preview {
  /** Five at most, different numbers first. */
  examples: Example[];
  /** How many tickets, notes or answers were looked through. */
  looked: number;
}

const most = 5;

/** Reads by the very rules of the sync. Throws `Failure`. */
export async function previewSource(app: App, source: ScoreSource, lately: Lately): Promise<Preview> {
  if (source.kind !== 'field' && !isPattern(source.pattern ?? '')) return { examples: [], looked: 0 };
  if (source.kind === 'comment') return previewNotes(source, await lately.notes());
  const tickets = await lately.tickets();
  const textOf = (ticket: Ticket) =>
    source.kind === 'field' ? fieldText(ticket, source) : tagText(ticket, source);
  const standing = tickets.filter((ticket) => textOf(ticket) !== null);
  const ratings = await readRatings(app, source, standing);
  const examples = standing.map((ticket): Example => {
    const text = textOf(ticket) ?? '';
    const rating = ratings.get(ticket.id) ?? null;
    const unread = /\d/.test(text) ? 'out_of_scale' : 'no_number';
    return { ticketId: ticket.id, text, rating, unread: rating ? null : unread };
  });
  return { examples: chosen(examples), looked: tickets.length };
}

/** Answers to one question of the survey. */
export async function previewQuestion(question: ScaleQuestion, lately: Lately): Promise<Preview> {
  const answers = (await lately.answers()).filter(({ questionId }) => questionId === question.id);
  const examples = answers.map(({ ticketId, value }): Example => {
    const rating = { ...ratingOf(question, value), source: 'survey_responses' };
    return { ticketId, text: '', rating, unread: null };
  });
  return { examples: chosen(examples), looked: answers.length };
}

const ids: Record<Exclude<ScoreSourceKind, 'comment'>, SourceId> = {
  field: 'ticket_field',
  tag: 'ticket_tag',
};

async function readRatings(app: App, source: ScoreSource, tickets: Ticket[]): Promise<Map<string, Rating>> {
  const { http } = app.zendesk;
  const configuration = { ...app.configuration, scoreSources: [source] };
  const context = { http, user: app.user, configuration, priority: 'interactive' as const };
  const place = sources.find(({ id }) => source.kind !== 'comment' && id === ids[source.kind]);
  const found = new Map<string, Rating>();
  for (const [ticketId, { ratings }] of (await place?.read(context, tickets)) ?? []) {
    const own = ratings.find(({ definition }) => definition === source.id);
    if (own) found.set(ticketId, own);
  }
  return found;
}

function fieldText({ custom_fields }: Ticket, { fieldId }: ScoreSource): string | null {
  const value = custom_fields.find(({ id }) => id === fieldId)?.value;
  return value === null || value === undefined || value === '' ? null : String(value);
}

const tagText = ({ tags }: Ticket, { pattern }: ScoreSource) =>
  tags.findLast((tag) => scoreIn(tag, pattern ?? '', true) !== null) ?? null;

function previewNotes(source: ScoreSource, notes: readonly { ticketId: string; body: string }[]): Preview {
  const examples = notes.map(({ ticketId, body }): Example => {
    const value = scoreIn(body, source.pattern ?? '', false);
    if (value === null) return { ticketId, text: body, rating: null, unread: 'no_match' };
    if (value < source.lowest || value > source.scale)
      return { ticketId, text: body, rating: null, unread: 'out_of_scale' };
    return {
      ticketId,
      text: body,
      rating: { ...ratingOf(source, value), source: 'ticket_comment' },
      unread: null,
    };
  });
  return { examples: chosen(examples), looked: notes.length };
}

type Asked = Pick<ScaleQuestion, 'id' | 'scale' | 'metric'> & { lowest?: number };
const ratingOf = ({ id, scale, metric, lowest = 1 }: Asked, value: number): Omit<Rating, 'source'> => ({
  metric: metric ?? 'ces',
  value,
  scale,
  lowest,
  verdict: null,
  definition: id,
  answeredAt: null,
  asOf: null,
});

/** Different numbers first, then what cannot be read, then more of the same. */
function chosen(examples: readonly Example[]): Example[] {
  const seen = new Set<number | string | null>();
  const isFirst = ({ rating, unread }: Example) => {
    const kind = rating ? rating.value : unread;
    return !seen.has(kind) && seen.add(kind) !== undefined;
  };
  const first = examples.filter(isFirst);
  const read = first.filter(({ rating }) => rating !== null);
  const rest = examples.filter((example) => !first.includes(example) && example.rating !== null);
  return [...read, ...first.filter(({ rating }) => rating === null), ...rest].slice(0, most);
}
