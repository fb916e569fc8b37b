/** What people paste to name a ticket. */

export type TicketReference =
  | { kind: 'ticket'; ticketId: string }
  /** A link into another account. */
  | { kind: 'foreign'; host: string }
  | { kind: 'none' };

/**
 * `123`, `#123`, or a link to a ticket as agents or customers know it. `host` is this account's own, `null` where
 * nobody knows it; help centers may have hosts of their own, so only another `zendesk.com` one is foreign.
 */
export function ticketIn(text: string, host: string | null): TicketReference {
  const trimmed = text.trim();
  const [, bare] = /^#?\s*(\d{1,15})$/.exec(trimmed) ?? [];
  if (bare) return { kind: 'ticket', ticketId: plain(bare) };
  const [, linkHost = '', ticketId] =
    /^(?:https?:\/\/)?([\w.:-]*)\/[^\s?#]*?(?:tickets|requests)\/(\d{1,15})(?:[/?#.].*)?$/.exec(trimmed) ??
    [];
  if (!ticketId) return { kind: 'none' };
  const isForeign = host !== null && linkHost.endsWith('.zendesk.com') && linkHost !== host;
  return isForeign ? { kind: 'foreign', host: linkHost } : { kind: 'ticket', ticketId: plain(ticketId) };
}

const plain = (digits: string) => digits.replace(/^0+(?=\d)/, '');
