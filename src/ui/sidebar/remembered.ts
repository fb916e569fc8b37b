import type { TicketFeedback } from '../../actions/readTicketFeedback.ts';

/** Is this what a frame of this version kept of this ticket? The hub hands back whatever was given to it. */
export function isRemembered(kept: unknown, ticketId: string): kept is TicketFeedback {
  if (typeof kept !== 'object' || kept === null) return false;
  const { ticketId: id, feedback, asOf, names, sources } = kept as Partial<TicketFeedback>;
  return (
    id === ticketId &&
    typeof asOf === 'number' &&
    typeof feedback?.rev === 'number' &&
    names !== undefined &&
    Array.isArray(sources)
  );
}
