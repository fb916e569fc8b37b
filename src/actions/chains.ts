/** What happened to many tickets, from one reading of the account's ticket events in order of time. */
import type { TicketChange } from '../care/replay.ts';
import { exportDelay, readTicketEvents, type TicketEvents } from '../zendesk/incremental.ts';
import type { Outside } from '../zendesk/outside.ts';
import type { Note } from '../zendesk/scoreReadings.ts';

export interface Chains {
  /** Reads on until everything up to this moment is known, or there is no more; epoch milliseconds. */
  readUntil(at: number): Promise<void>;
  /** Oldest first; begins with `created` where the reading reached back to that. Empty where nothing was heard. */
  of(ticketId: string): readonly TicketChange[];
  /** Internal notes, where they were asked for. */
  notesOf(ticketId: string): readonly Note[];
  /** These tickets are done with. */
  forget(ticketIds: readonly string[]): void;
}

/** What happened to a ticket nobody has asked about is forgotten after so many milliseconds of reading on. */
const longestMemory = 100 * 86_400_000;

/** `startTime` in epoch milliseconds. A page of a thousand events a call, six calls a minute at most. */
export function createChains(app: Outside, startTime: number, hasNotes = false): Chains {
  const chains = new Map<string, TicketChange[]>();
  const noted = new Map<string, Note[]>();
  const pages = readTicketEvents(app.zendesk.http, startTime, { hasComments: hasNotes });
  let known = startTime;
  let isEnd = false;

  const take = ({ events, notes }: TicketEvents) => {
    for (const { ticketId, ...note } of notes) noted.set(ticketId, [...(noted.get(ticketId) ?? []), note]);
    for (const { ticketId, change } of events) {
      const chain = chains.get(ticketId) ?? [];
      // Last changed last: the oldest are at the front.
      chains.delete(ticketId);
      chains.set(ticketId, chain);
      chain.push(change);
    }
    for (const [ticketId, chain] of chains) {
      if ((chain.at(-1)?.at ?? 0) >= known - longestMemory) return;
      chains.delete(ticketId);
    }
  };
  return {
    async readUntil(at) {
      // A page ends within a second: the rest of that second is on the next one.
      while (!isEnd && known <= at) {
        const page = await pages.next();
        if (page.done) {
          isEnd = true;
          return;
        }
        take(page.value);
        known = page.value.endTime;
        isEnd = page.value.isEnd;
      }
    },
    of: (ticketId) => chains.get(ticketId) ?? [],
    notesOf: (ticketId) => noted.get(ticketId) ?? [],
    forget(ticketIds) {
      for (const ticketId of ticketIds) {
        chains.delete(ticketId);
        noted.delete(ticketId);
      }
    },
  };
}

/** Ticket events are read back so far before the first survey at most, milliseconds. */
const longestReach = 45 * 86_400_000;

/**
 * One reading for all surveys sent since `from`, epoch milliseconds, begun when it is first needed: with the beginning
 * of the first ticket in hand. What lies before that stays unproved.
 */
export function chainsSince(app: Outside, from: number): (earliest: number) => Chains {
  let chains: Chains | null = null;
  return (earliest) => {
    const latest = app.now() - exportDelay - 1_000;
    const reach = Math.max(from - longestReach, earliest - 1_000);
    chains ??= createChains(app, Math.max(0, Math.min(reach, latest)));
    return chains;
  };
}
