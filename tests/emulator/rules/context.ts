/** What a business rule looks at: one ticket after one change. */
import type { Audit, Ticket, Trigger } from '../world/entities.ts';
import type { World } from '../world/world.ts';

export interface RuleContext {
  world: World;
  ticket: Ticket;
  /** The change that is being looked at; rules append their own events to it, as Zendesk does. */
  audit: Audit;
  kind: 'Create' | 'Change';
}

/** The rule on whose behalf an event is written. */
export type RuleSource = Pick<Trigger, 'id' | 'title'> & { rel: 'trigger' | 'automation' };

/** Zendesk's "empty" in rule values. */
export const emptyValue = '__NULL__';

/** `via` of everything a rule does. */
export function ruleVia(source: RuleSource): Record<string, unknown> {
  const from = { id: source.id, title: source.title, deleted: false };
  return { channel: 'rule', source: { to: {}, from, rel: source.rel } };
}

/** The value a rule's `field` has on the ticket now. */
export function fieldValue(ticket: Ticket, field: string): unknown {
  const custom = customFieldId(field);
  if (custom !== null) return ticket.custom_fields[custom] ?? null;
  if (field === 'current_tags') return ticket.tags;
  if (field === 'satisfaction_score') return ticket.rating.score;
  if (field === 'via_id' || field === 'current_via_id') return ticket.channel;
  return (ticket as unknown as Record<string, unknown>)[field] ?? null;
}

/** `custom_fields_123` → 123; `null` for the ticket's own fields. */
export function customFieldId(field: string): number | null {
  const match = /^custom_fields_(\d+)$/.exec(field);
  return match ? Number(match[1]) : null;
}

/** The name under which audits record changes of a rule's `field`. */
export function auditName(field: string): string {
  if (field === 'current_tags') return 'tags';
  return String(customFieldId(field) ?? field);
}

/** First and last value a field had in this audit, or `null` when the audit leaves it alone. */
export function changeOf(audit: Audit, field: string): { from: unknown; to: unknown } | null {
  const name = auditName(field);
  const events = audit.events.filter(
    (event) => (event.type === 'Change' || event.type === 'Create') && event.field_name === name,
  );
  const first = events[0];
  if (!first) return null;
  return { from: first.type === 'Change' ? first.previous_value : null, to: events.at(-1)?.value };
}
