/** The conversation on a ticket: reading it, and adding an internal note to it. */
import * as v from 'valibot';
import { Failure } from '../care/failure.ts';
import { anything, id, instant, optionalText, validOf } from './fields.ts';
import type { Http } from './http.ts';
import { isOnTicket, markOf } from './ticketMarks.ts';
import { type User, user } from './users.ts';

const comment = v.object({
  id,
  author_id: id,
  public: v.boolean(),
  plain_body: optionalText,
  body: optionalText,
  created_at: instant,
});
const page = v.object({
  comments: v.array(v.unknown()),
  users: v.optional(v.array(v.unknown()), []),
  meta: v.object({ has_more: v.boolean() }),
});

export interface Message {
  id: string;
  authorId: string;
  isPublic: boolean;
  /** As the author wrote it: hostile until proved otherwise. */
  text: string;
  /** Epoch milliseconds. */
  at: number;
}

export interface Messages {
  /** Oldest first. */
  messages: Message[];
  users: User[];
  /** Are these all there are? Where not, some between the first and the last are missing. */
  isWhole: boolean;
}

/** Comments one call gives. */
const pageSize = 100;

/** The newest hundred, and where there are more the oldest hundred: one call, or two. Throws `Failure`. */
export async function readMessages(http: Http, ticketId: string): Promise<Messages> {
  const newest = await readPage(http, ticketId, '-created_at');
  if (newest.isWhole) return { ...newest, messages: [...newest.messages].reverse() };
  const oldest = await readPage(http, ticketId, 'created_at');
  const known = new Set(oldest.messages.map((message) => message.id));
  const later = [...newest.messages].reverse().filter((message) => !known.has(message.id));
  const isJoined = later.length < newest.messages.length;
  return {
    messages: [...oldest.messages, ...later],
    users: [...oldest.users, ...newest.users],
    isWhole: isJoined,
  };
}

async function readPage(http: Http, ticketId: string, sort: string): Promise<Messages> {
  const params = { sort, 'page[size]': pageSize, include: 'users' };
  const found = await http.get(`/api/v2/tickets/${ticketId}/comments.json`, page, { params });
  const rows = validOf(comment, found.comments);
  const messages = rows.valid.map((row) => ({
    id: row.id,
    authorId: row.author_id,
    isPublic: row.public,
    text: row.plain_body ?? row.body ?? '',
    at: row.created_at,
  }));
  return {
    messages,
    users: validOf(user, found.users).valid,
    isWhole: !found.meta.has_more && rows.broken === 0,
  };
}

/**
 * Adds an internal note, once: what an earlier try of the same operation wrote is found by the ticket's updates,
 * before the first try and before each further one. Throws `Failure`, `closedTicket` where the ticket is closed.
 */
export async function addNote(http: Http, ticketId: string, text: string, operation: string): Promise<void> {
  // Nobody knows when the first try was.
  const look = async () => (await isOnTicket(http, ticketId, operation, 0)) === true;
  let isThere = await look();
  if (isThere) return;
  const body = async (tried: number) => {
    if (tried > 1) isThere = await look();
    if (isThere) throw new Failure('conflict', { message: 'it is there already' });
    return { ticket: { comment: { body: text, public: false }, metadata: markOf(operation) } };
  };
  await http.send('PUT', `/api/v2/tickets/${ticketId}.json`, body, anything).catch((cause: unknown) => {
    if (!isThere) throw cause;
  });
}
