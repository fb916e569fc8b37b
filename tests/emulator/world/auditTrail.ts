/** The events of an audit: what differs between a ticket before and after, in Zendesk's words. */
import type { AuditEvent, Comment, Ticket } from './entities.ts';
import type { World } from './world.ts';

const plainFields = [
  'subject',
  'status',
  'priority',
  'type',
  'requester_id',
  'assignee_id',
  'group_id',
  'organization_id',
  'brand_id',
  'ticket_form_id',
  'external_id',
] as const;

/** `Create` events name only what is set; `Change` events carry `previous_value`. Values are strings or null, tags arrays. */
export function differences(world: World, before: Ticket | null, after: Ticket): AuditEvent[] {
  const events: AuditEvent[] = [];
  const note = (field_name: string, old: unknown, value: unknown) => {
    if (JSON.stringify(old ?? null) === JSON.stringify(value ?? null)) return;
    const id = world.nextId('event');
    if (before) events.push({ id, type: 'Change', field_name, value, previous_value: old ?? null });
    else events.push({ id, type: 'Create', field_name, value });
  };
  for (const name of plainFields) note(name, text(before?.[name]), text(after[name]));
  note('due_at', stamp(before?.due_at), stamp(after.due_at));
  note('tags', before?.tags ?? [], after.tags);
  for (const id of fieldIds(before, after)) {
    note(String(id), value(before?.custom_fields[id]), value(after.custom_fields[id]));
  }
  noteWatchers(world, 'Follower', before?.follower_ids ?? [], after.follower_ids, events);
  noteWatchers(world, 'EmailCc', before?.email_cc_ids ?? [], after.email_cc_ids, events);
  noteRating(world, before, after, note, events);
  return events;
}

export function commentEvent(comment: Comment, auditId: number): AuditEvent {
  return {
    id: comment.id,
    type: 'Comment',
    author_id: comment.author_id,
    body: comment.body,
    html_body: htmlOf(comment.body),
    plain_body: comment.body,
    public: comment.public,
    attachments: [],
    audit_id: auditId,
  };
}

/** Plain text as the markup Zendesk wraps it in; everything hostile is escaped. */
export function htmlOf(body: string): string {
  const escaped = body.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const paragraphs = escaped
    .split(/\n{2,}/)
    .map((part) => `<p dir="auto">${part.replace(/\n/g, '<br>')}</p>`);
  return `<div class="zd-comment" dir="auto">${paragraphs.join('')}</div>`;
}

/** `FollowerChange` and `EmailCcChange` name people by their addresses. */
function noteWatchers(
  world: World,
  kind: 'Follower' | 'EmailCc',
  before: number[],
  after: number[],
  events: AuditEvent[],
) {
  if (before.join() === after.join()) return;
  const mails = (ids: number[]) => ids.flatMap((id) => world.users.get(id)?.email ?? []);
  const name = kind === 'Follower' ? 'followers' : 'email_ccs';
  events.push({
    id: world.nextId('event'),
    type: `${kind}Change`,
    [`previous_${name}`]: mails(before),
    [`current_${name}`]: mails(after),
  });
}

/** Both generations move `satisfaction_score`; the binary rating's own event exists in legacy CSAT only. */
function noteRating(
  world: World,
  before: Ticket | null,
  after: Ticket,
  note: (name: string, old: unknown, value: unknown) => void,
  events: AuditEvent[],
) {
  const old = before?.rating;
  note('satisfaction_score', old?.score ?? 'unoffered', after.rating.score);
  const isAnswer = after.rating.score === 'good' || after.rating.score === 'bad';
  const isNews = old?.score !== after.rating.score || old?.comment !== after.rating.comment;
  if (!isAnswer || !isNews || world.csat !== 'legacy') return;
  events.push({
    id: world.nextId('event'),
    type: 'SatisfactionRating',
    score: after.rating.score,
    assignee_id: after.assignee_id,
    body: after.rating.comment ?? '',
  });
}

function fieldIds(before: Ticket | null, after: Ticket): number[] {
  const ids = new Set([...Object.keys(before?.custom_fields ?? {}), ...Object.keys(after.custom_fields)]);
  return [...ids].map(Number).sort((a, b) => a - b);
}

const text = (plain: unknown): string | null =>
  plain === null || plain === undefined ? null : String(plain);
const stamp = (at: number | null | undefined): string | null =>
  typeof at === 'number' ? new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z') : null;
const value = (custom: unknown): unknown => (Array.isArray(custom) ? custom.map(String) : text(custom));
