/**
 * A ticket's update as the incremental export tells it, which is not how audits tell it.
 *
 * From Zendesk's reference (page "Incremental Exports", `comment_events`): comments are booleans `comment_present` and
 * `comment_public` unless the sideload is asked for, and then whole objects with `event_type`. That a change names its
 * attribute by key instead of `field_name`, told apart only by which keys are there, is what writers of clients report
 * (https://github.com/cloudbees-oss/zendesk-java-client/issues/271); outer members are those of airbyte's recorded
 * answers. Not confirmed by any recorded answer: `custom_ticket_fields`, `added_tags`, `removed_tags`,
 * `merged_ticket_ids`, that ids are numbers here and strings in audits, and the words in `via`.
 */
import type { Audit, AuditEvent } from '../world/entities.ts';
import { iso } from './stamps.ts';
import { viaOf } from './ticketAudits.format.ts';

export function formatTicketEvent(ticketId: number, audit: Audit, hasComments: boolean) {
  const via = labelOf(audit.channel);
  const merged = mergedIn(audit);
  return {
    id: audit.id,
    ticket_id: ticketId,
    timestamp: Math.floor(audit.created_at / 1000),
    created_at: iso(audit.created_at),
    updater_id: audit.author_id,
    via,
    system: audit.metadata.system ?? {},
    metadata: audit.metadata.custom ?? {},
    ...(merged.length > 0 ? { merged_ticket_ids: merged } : {}),
    event_type: 'Audit',
    child_events: audit.events.map((event) => childOf(audit, event, hasComments)),
  };
}

const labels: Record<string, string> = {
  web: 'Web form',
  email: 'Mail',
  api: 'Web service',
  rule: 'Rule',
  chat: 'Chat',
  voice: 'Phone call (inbound)',
  native_messaging: 'Messaging',
};
const labelOf = (channel: string): string => labels[channel] ?? channel;

function childOf(audit: Audit, event: AuditEvent, hasComments: boolean) {
  if (event.type === 'Comment' && hasComments) return wholeComment(audit, event);
  const base = {
    id: event.id,
    via: labelOf(channelOf(event) ?? audit.channel),
    via_reference_id: referenceOf(event),
  };
  if (event.type === 'Comment') {
    return { ...base, comment_present: true, comment_public: event.public === true, event_type: 'Comment' };
  }
  if (event.type === 'Create' || event.type === 'Change') {
    return { ...base, ...attributeOf(event), event_type: event.type };
  }
  const { id: _id, type, via: _via, ...rest } = event;
  return { ...base, ...rest, event_type: type };
}

function wholeComment(audit: Audit, event: AuditEvent) {
  return {
    ...event,
    via: event.via ?? viaOf(audit),
    via_reference_id: null,
    created_at: iso(audit.created_at),
    event_type: 'Comment',
  };
}

/** `{"status": "solved", "previous_value": "open"}` */
function attributeOf(event: AuditEvent): Record<string, unknown> {
  const name = String(event.field_name);
  if (name === 'tags') return tagsOf(event);
  const value = shown(name, event.value);
  const before = event.type === 'Change' ? { previous_value: shown(name, event.previous_value) } : {};
  if (/^\d+$/.test(name)) return { custom_ticket_fields: { [name]: value }, ...before };
  return { [name]: value, ...before };
}

function tagsOf({ type, value, previous_value }: AuditEvent): Record<string, unknown> {
  const [now, before] = [listOf(value), type === 'Change' ? listOf(previous_value) : []];
  return {
    tags: now,
    added_tags: now.filter((tag) => !before.includes(tag)),
    removed_tags: before.filter((tag) => !now.includes(tag)),
  };
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const shown = (name: string, value: unknown): unknown =>
  name.endsWith('_id') && typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : (value ?? null);

interface Via {
  channel?: string;
  source?: { from?: { id?: number; ticket_ids?: number[] } };
}

const channelOf = (event: AuditEvent): string | undefined => (event.via as Via | undefined)?.channel;
const referenceOf = (event: AuditEvent): number | null =>
  (event.via as Via | undefined)?.source?.from?.id ?? null;

const mergedIn = ({ source }: Audit): number[] =>
  source?.rel === 'merge' && Array.isArray(source.from.ticket_ids) ? source.from.ticket_ids.map(Number) : [];
