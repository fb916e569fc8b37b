/** What the form shows, what differs, and what is sent: pure functions over a ticket and its edits. */
import type { CommentDraft, TicketEdits, TicketJson, TicketTab } from './desk.ts';

/** One `ticketEdited`: `property` is the app framework's name, without derived ones. */
export interface TicketChange {
  property: string;
  value: unknown;
  oldValue: unknown;
}

const members = [
  ['subject', 'ticket.subject'],
  ['status', 'ticket.status'],
  ['priority', 'ticket.priority'],
  ['type', 'ticket.type'],
  ['tags', 'ticket.tags'],
  ['requester_id', 'ticket.requester.id'],
  ['assignee_id', 'ticket.assignee.user.id'],
  ['group_id', 'ticket.assignee.group.id'],
] as const;

export const emptyDraft: CommentDraft = { text: '', type: 'publicReply' };

/** `saved` overlaid by `edits`. */
export function applyEdits(saved: TicketJson, edits: TicketEdits): TicketJson {
  const { custom_fields: fieldEdits = {}, ...rest } = edits;
  const known = saved.custom_fields.map(({ id }) => String(id));
  const added = Object.keys(fieldEdits).filter((id) => !known.includes(id));
  const fields = [...saved.custom_fields, ...added.map((id) => ({ id: Number(id), value: null as unknown }))];
  const overlay = ({ id, value }: { id: number; value: unknown }) => ({
    id,
    value: Object.hasOwn(fieldEdits, id) ? fieldEdits[id] : value,
  });
  // A custom status belongs to its category: which one a new category brings is known after saving only.
  const status = rest.status && rest.status !== saved.status ? { custom_status_id: null } : {};
  return { ...saved, ...rest, ...status, custom_fields: fields.map(overlay) };
}

/** Merges new edits into old ones and drops those that say what is saved already. */
export function mergeEdits(saved: TicketJson, edits: TicketEdits, added: TicketEdits): TicketEdits {
  const fields = { ...edits.custom_fields, ...added.custom_fields };
  const savedFields = Object.fromEntries(saved.custom_fields.map(({ id, value }) => [id, value]));
  const merged = { ...edits, ...added, custom_fields: without(fields, savedFields) };
  const { custom_fields, ...rest } = without(merged, saved);
  return Object.keys(custom_fields ?? {}).length > 0 ? { ...rest, custom_fields } : rest;
}

/** What two shown tickets differ in, as the app framework names it. */
export function changesBetween(before: TicketJson, after: TicketJson): TicketChange[] {
  const fixed = members.map(([member, property]) => ({
    property,
    value: after[member],
    oldValue: before[member],
  }));
  const oldFields = new Map(before.custom_fields.map(({ id, value }) => [id, value]));
  const fields = after.custom_fields.map(({ id, value }) => ({
    property: `ticket.custom_field_${id}`,
    value,
    oldValue: oldFields.get(id) ?? null,
  }));
  return [...fixed, ...fields].filter(({ value, oldValue }) => !isSame(value, oldValue));
}

/** Body of one safe update; an empty reply is not sent. */
export function updateBody(saved: TicketJson, edits: TicketEdits, draft: CommentDraft): unknown {
  const { custom_fields: fields, ...rest } = edits;
  const ticket: Record<string, unknown> = { ...rest, safe_update: true, updated_stamp: saved.updated_at };
  if (fields) {
    ticket.custom_fields = Object.entries(fields).map(([id, value]) => ({ id: Number(id), value }));
  }
  if (draft.text.trim()) ticket.comment = { body: draft.text, public: draft.type === 'publicReply' };
  return { ticket };
}

/** The edits made while `sent` was on its way. */
export function editsSince(sent: TicketEdits, now: TicketEdits): TicketEdits {
  const custom_fields = without(now.custom_fields ?? {}, sent.custom_fields ?? {});
  const { custom_fields: _fields, ...rest } = without(now, sent);
  return Object.keys(custom_fields).length > 0 ? { ...rest, custom_fields } : rest;
}

export function hasUnsaved(tab: TicketTab): boolean {
  return Object.keys(tab.edits).length > 0 || tab.draft.text.trim() !== '';
}

/** JSON equality; `null` and absent are the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

function without<T extends object>(values: T, known: object): T {
  const lookup = known as Record<string, unknown>;
  const entries = Object.entries(values).filter(([key, value]) => !isSame(value, lookup[key]));
  return Object.fromEntries(entries) as T;
}
