/** The essence of a ticket's conversation: how it began, where it stands, how much there was. */
import { withoutQuoted } from './quotedMail.ts';

export interface Said {
  authorId: string;
  /** Quoted mail left out; hostile until proved otherwise. */
  text: string;
  /** Epoch milliseconds. */
  at: number;
}

export interface Essence {
  /** The customer's first message, and their last one where that is another. */
  first: Said | null;
  last: Said | null;
  /** The last public reply of a colleague. */
  reply: Said | null;
  /** Public messages, internal notes, and colleagues who wrote any of them. */
  messages: number;
  notes: number;
  agents: number;
  /** When the customer last wrote, `null` where they never did; epoch milliseconds. */
  wroteAt: number | null;
  /** Is the customer's message the last public one? */
  isWaiting: boolean;
}

interface Message {
  authorId: string;
  isPublic: boolean;
  text: string;
  at: number;
}

/** `messages` oldest first; `isCustomer` tells who is on the customer's side. */
export function essenceOf(messages: readonly Message[], isCustomer: (userId: string) => boolean): Essence {
  const open = messages.filter(({ isPublic }) => isPublic);
  const own = open.filter(({ authorId }) => isCustomer(authorId));
  const replies = open.filter(({ authorId }) => !isCustomer(authorId));
  const [first, last] = [own[0], own.at(-1)];
  const reply = replies.at(-1);
  const agents = messages.map(({ authorId }) => authorId).filter((id) => !isCustomer(id));
  return {
    first: saidIn(first),
    last: last === first ? null : saidIn(last),
    reply: saidIn(reply),
    messages: open.length,
    notes: messages.length - open.length,
    agents: new Set(agents).size,
    wroteAt: last?.at ?? null,
    isWaiting: last !== undefined && open.at(-1) === last,
  };
}

const saidIn = (message: Message | undefined): Said | null =>
  message ? { authorId: message.authorId, text: withoutQuoted(message.text), at: message.at } : null;
