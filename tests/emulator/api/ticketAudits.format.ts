/** One update of a ticket, with everything that happened in it, as the API shows it. */
import type { Audit, Ticket } from '../world/entities.ts';
import { iso } from './stamps.ts';

export function formatAudit(ticket: Ticket, audit: Audit) {
  return {
    id: audit.id,
    ticket_id: ticket.id,
    created_at: iso(audit.created_at),
    author_id: audit.author_id,
    metadata: audit.metadata,
    events: audit.events,
    via: viaOf(audit),
  };
}

export const viaOf = (audit: Audit) =>
  ruleOf(audit) ?? { channel: audit.channel, source: audit.source ?? { from: {}, to: {}, rel: null } };

/** An update that a business rule made is told as the rule's. */
const ruleOf = (audit: Audit) =>
  audit.channel === 'rule' ? audit.events.find((event) => event.via !== undefined)?.via : undefined;
