/**
 * Zendesk's query language for tickets: `key:value`, comparisons, `-` for not, quoted phrases and plain words.
 * Different keys are joined by "and", repeated ones by "or".
 * https://support.zendesk.com/hc/en-us/articles/4408886879258
 */
import type { Ticket, User } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { isMoment } from './searchDates.ts';
import { statusRank } from './ticketOrder.ts';
import { hasCsat } from './tickets.format.ts';

export interface Term {
  /** `null` for plain words and phrases. */
  key: string | null;
  operator: ':' | '<' | '<=' | '>' | '>=';
  value: string;
  isNegated: boolean;
}

const pattern = /(-?)(?:([a-z][a-z_0-9]*)(:|<=|>=|<|>)("[^"]*"|\S+)|"([^"]*)"|(\S+))/gi;

export function parseQuery(query: string): Term[] {
  return [...query.matchAll(pattern)].map((match) => {
    const [, minus, key, operator, value, phrase, word] = match;
    return {
      key: key?.toLowerCase() ?? null,
      operator: (operator ?? ':') as Term['operator'],
      value: (value ?? phrase ?? word ?? '').replace(/^"|"$/g, ''),
      isNegated: minus === '-',
    };
  });
}

export type Matches = (ticket: Ticket) => boolean;

/** One test for a whole query; keys nobody knows are words like any other, as in Zendesk. */
export function compile(world: World, caller: User, terms: Term[]): Matches {
  const groups = new Map<string, Matches[]>();
  for (const term of terms) {
    if (term.key === 'type') continue;
    const test = testOf(world, caller, term);
    const isAlternative = term.key !== null && term.operator === ':' && !term.isNegated;
    const name = isAlternative ? `${term.key}` : `${groups.size}!`;
    groups.set(name, [...(groups.get(name) ?? []), term.isNegated ? (ticket) => !test(ticket) : test]);
  }
  const all = [...groups.values()];
  return (ticket) => all.every((alternatives) => alternatives.some((test) => test(ticket)));
}

function testOf(world: World, caller: User, term: Term): Matches {
  const { key, operator, value } = term;
  if (key === null) return wordTest(value);
  const custom = /^custom_field_(\d+)$/.exec(key);
  if (custom) return customTest(Number(custom[1]), value);
  const date = dateKeys[key];
  if (date) return (ticket) => isMoment(world.now(), date(ticket), operator, value);
  const rank = ranks[key];
  if (rank) return rankTest(rank, operator, value);
  const person = people[key];
  if (person) return idTest(world, caller, person, value);
  return plainTests[key]?.(world, value) ?? wordTest(`${key}${operator}${value}`);
}

const dateKeys: Record<string, (ticket: Ticket) => number | null> = {
  created: (ticket) => ticket.created_at,
  created_at: (ticket) => ticket.created_at,
  updated: (ticket) => ticket.updated_at,
  updated_at: (ticket) => ticket.updated_at,
  solved: (ticket) => ticket.solved_at,
  solved_at: (ticket) => ticket.solved_at,
  due_date: (ticket) => ticket.due_at,
};

interface Rank {
  order: string[];
  of(ticket: Ticket): string | null;
}

const ranks: Record<string, Rank> = {
  status: { order: statusRank, of: (ticket) => ticket.status },
  priority: { order: ['low', 'normal', 'high', 'urgent'], of: (ticket) => ticket.priority },
  ticket_type: { order: ['question', 'incident', 'problem', 'task'], of: (ticket) => ticket.type },
};

function rankTest(rank: Rank, operator: Term['operator'], value: string): Matches {
  const wanted = rank.order.indexOf(value);
  return (ticket) => {
    const own = rank.of(ticket);
    if (value === 'none') return own === null;
    const difference = rank.order.indexOf(own ?? '') - wanted;
    if (own === null || wanted < 0) return false;
    if (operator === '<') return difference < 0;
    if (operator === '<=') return difference <= 0;
    if (operator === '>') return difference > 0;
    if (operator === '>=') return difference >= 0;
    return difference === 0;
  };
}

interface Person {
  of(ticket: Ticket): (number | null)[];
  kind: 'user' | 'group' | 'organization';
}

const people: Record<string, Person> = {
  assignee: { kind: 'user', of: (ticket) => [ticket.assignee_id] },
  requester: { kind: 'user', of: (ticket) => [ticket.requester_id] },
  submitter: { kind: 'user', of: (ticket) => [ticket.submitter_id] },
  commenter: { kind: 'user', of: (ticket) => ticket.comments.map((comment) => comment.author_id) },
  cc: { kind: 'user', of: (ticket) => ticket.email_cc_ids },
  follower: { kind: 'user', of: (ticket) => ticket.follower_ids },
  group: { kind: 'group', of: (ticket) => [ticket.group_id] },
  organization: { kind: 'organization', of: (ticket) => [ticket.organization_id] },
};

/** By id, `none`, `me`, an e-mail address or the beginning of a name. */
function idTest(world: World, caller: User, person: Person, value: string): Matches {
  if (value === 'none') return (ticket) => person.of(ticket).every((id) => id === null);
  const ids = new Set(idsFor(world, caller, person.kind, value));
  return (ticket) => person.of(ticket).some((id) => id !== null && ids.has(id));
}

function idsFor(world: World, caller: User, kind: Person['kind'], value: string): number[] {
  if (/^\d+$/.test(value)) return [Number(value)];
  if (value === 'me') return [caller.id];
  const text = value.toLowerCase();
  if (kind !== 'user') {
    const named = kind === 'group' ? [...world.groups.values()] : [...world.organizations.values()];
    return named.filter((each) => each.name.toLowerCase().startsWith(text)).map((each) => each.id);
  }
  const users = [...world.users.stored()];
  const isMeant = (user: User) =>
    user.email.toLowerCase() === text || user.name.toLowerCase().startsWith(text);
  return users.filter(isMeant).map((user) => user.id);
}

const plainTests: Record<string, (world: World, value: string) => Matches> = {
  tags: (_, value) => tagTest(value),
  satisfaction: (world, value) => satisfactionTest(world, value),
  subject: (_, value) => textTest((ticket) => [ticket.subject], value),
  description: (_, value) => textTest((ticket) => [ticket.comments[0]?.body ?? ''], value),
  comment: (_, value) => textTest((ticket) => ticket.comments.map((comment) => comment.body), value),
  id: (_, value) => (ticket) => String(ticket.id) === value,
  ticket_id: (_, value) => (ticket) => String(ticket.id) === value,
  external_id: (_, value) => (ticket) => ticket.external_id === value,
  via: (_, value) => (ticket) => ticket.channel === value,
  brand: (_, value) => (ticket) => String(ticket.brand_id) === value,
  form: (_, value) => (ticket) => String(ticket.ticket_form_id) === value,
};

function tagTest(value: string): Matches {
  if (value === 'none') return (ticket) => ticket.tags.length === 0;
  const wanted = value.toLowerCase().split(/[\s,]+/);
  return (ticket) => wanted.every((tag) => ticket.tags.some((own) => fits(own, tag)));
}

/** Values are the binary rating's, in both CSAT generations. */
function satisfactionTest(world: World, value: string): Matches {
  if (!hasCsat(world)) return () => false;
  const [, score, withComment] = /^(good|bad)(withcomment)?$/.exec(value) ?? [];
  if (!score) return (ticket) => ticket.rating.score === value;
  return ({ rating }) => rating.score === score && (!withComment || Boolean(rating.comment));
}

function customTest(id: number, value: string): Matches {
  return (ticket) => {
    const own = ticket.custom_fields[id] ?? null;
    if (value === 'none') return own === null;
    if (value === '*') return own !== null;
    const values = Array.isArray(own) ? own.map(String) : own === null ? [] : [String(own)];
    return values.some((each) => fits(each.toLowerCase(), value.toLowerCase()));
  };
}

/** A plain number is a ticket's id or a word; words are looked for in subject and conversation. */
function wordTest(value: string): Matches {
  const inText = textTest((ticket) => [ticket.subject, ...ticket.comments.map(({ body }) => body)], value);
  return /^#?\d+$/.test(value)
    ? (ticket) => String(ticket.id) === value.replace('#', '') || inText(ticket)
    : inText;
}

/** Whole words next to each other; `*` at the end matches any rest of a word. */
function textTest(textsOf: (ticket: Ticket) => string[], value: string): Matches {
  const wanted = wordsOf(value, true);
  if (wanted.length === 0) return () => true;
  const holds = (words: string[]) =>
    words.some((_, at) => wanted.every((word, offset) => fits(words[at + offset] ?? '', word)));
  return (ticket) => textsOf(ticket).some((text) => holds(wordsOf(text)));
}

const wordsOf = (text: string, hasStars = false): string[] =>
  text.toLowerCase().match(hasStars ? /[\p{L}\p{N}_*]+/gu : /[\p{L}\p{N}_]+/gu) ?? [];

const fits = (own: string, wanted: string): boolean =>
  wanted.endsWith('*') ? own.startsWith(wanted.slice(0, -1)) : own === wanted;
