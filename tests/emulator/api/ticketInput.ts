/** What callers may write on a ticket, checked and turned into the world's own change. */

import type { NewComment, TicketChange } from '../world/changeTicket.ts';
import type { Ticket, TicketField, TicketStatus, User } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { isLightAgent, mayCommentPublicly, mayEdit, mayEditTags } from './access.ts';
import { type Fields, isFields } from './body.ts';
import { forbidden, invalid } from './http.ts';
import { customStatusIds, systemFieldTypes } from './tickets.format.ts';

const statuses = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];
const priorities = ['low', 'normal', 'high', 'urgent'];
const types = ['problem', 'incident', 'question', 'task'];

/** Members that are no edit of the ticket: a light agent may send them. */
const harmless = new Set(['comment', 'safe_update', 'updated_stamp', 'metadata', 'id']);

/**
 * @param before the ticket to be changed, or `null` for a new one
 * @throws Refusal 403 where the caller's role forbids it, 422 with the member that is wrong
 */
export function readTicketInput(
  world: World,
  caller: User,
  input: Fields,
  before: Ticket | null,
): TicketChange {
  admitEdit(world, caller, input, before);
  const change: TicketChange = {};
  readEnum(input, 'status', statuses, change);
  if (input.status === undefined) readCustomStatus(input, change);
  readEnum(input, 'priority', priorities, change);
  readEnum(input, 'type', types, change);
  if (before?.status !== 'new' && before && change.status === 'new') {
    throw invalid({ status: [{ description: 'Status: cannot be changed back to new' }] });
  }
  if (typeof input.subject === 'string') change.subject = input.subject;
  if (input.external_id !== undefined) change.external_id = asText(input.external_id);
  readPeople(world, input, before, change);
  if (input.due_at !== undefined) change.due_at = readDue(input.due_at, change.type ?? before?.type ?? null);
  if (input.tags !== undefined) change.tags = readTags(input.tags);
  if (input.custom_fields !== undefined || input.fields !== undefined) {
    change.custom_fields = readFields(world, input.custom_fields ?? input.fields);
  }
  if (input.comment !== undefined && input.comment !== null) {
    change.comment = readComment(world, caller, input.comment);
  }
  if (isFields(input.metadata)) change.metadata = input.metadata;
  return change;
}

export function readTags(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/[\s,]+/);
  if (Array.isArray(value)) return value.map(String);
  if (value === null) return [];
  throw invalid({ tags: [{ description: 'Tags: are invalid' }] });
}

function admitEdit(world: World, caller: User, input: Fields, before: Ticket | null) {
  if (!before || caller.role === 'end-user') return;
  const edits = Object.keys(input).filter((name) => !harmless.has(name));
  if (edits.length > 0 && !mayEdit(world, caller)) throw forbidden();
  const hasTags = ['tags', 'additional_tags', 'remove_tags'].some((name) => name in input);
  if (hasTags && !mayEditTags(world, caller)) throw forbidden();
}

function readEnum(
  input: Fields,
  name: 'status' | 'priority' | 'type',
  known: string[],
  change: TicketChange,
) {
  const value = input[name];
  if (value === undefined) return;
  const isEmpty = name !== 'status' && (value === null || value === '');
  if (!isEmpty && !known.includes(String(value))) {
    const label = name.charAt(0).toUpperCase() + name.slice(1);
    throw invalid({
      [name]: [{ description: `${label}: ${value} is not recognized`, error: 'InvalidValue' }],
    });
  }
  Object.assign(change, { [name]: isEmpty ? null : value });
}

/** The account's statuses are the default one of each category. */
function readCustomStatus(input: Fields, change: TicketChange) {
  if (input.custom_status_id === undefined) return;
  const found = Object.entries(customStatusIds).find(([, id]) => id === Number(input.custom_status_id));
  if (!found) throw invalid({ custom_status_id: [{ description: 'Custom status: is invalid' }] });
  change.status = found[0] as TicketStatus;
}

function readPeople(world: World, input: Fields, before: Ticket | null, change: TicketChange) {
  if (input.assignee_id !== undefined) change.assignee_id = readAssignee(world, input.assignee_id);
  if (typeof input.assignee_email === 'string') {
    change.assignee_id = readAssignee(world, userByEmail(world, input.assignee_email)?.id ?? -1);
  }
  if (input.group_id !== undefined) change.group_id = readGroup(world, input.group_id);
  if (input.requester_id !== undefined) {
    const requester = world.users.get(Number(input.requester_id));
    if (!requester) throw invalid({ requester: [{ description: 'Requester: is invalid' }] });
    change.requester_id = requester.id;
  }
  if (input.organization_id !== undefined) change.organization_id = asId(input.organization_id);
  if (Array.isArray(input.followers)) {
    change.follower_ids = readWatchers(world, before?.follower_ids ?? [], input.followers);
  }
  if (Array.isArray(input.email_ccs)) {
    change.email_cc_ids = readWatchers(world, before?.email_cc_ids ?? [], input.email_ccs);
  }
}

/** `[{user_id | user_email, action: 'put' | 'delete'}]`; people nobody knows are passed over. */
function readWatchers(world: World, before: number[], rows: unknown[]): number[] {
  const ids = new Set(before);
  for (const row of rows.filter(isFields)) {
    const user =
      typeof row.user_email === 'string'
        ? userByEmail(world, row.user_email)
        : world.users.get(Number(row.user_id));
    if (user && row.action === 'delete') ids.delete(user.id);
    else if (user) ids.add(user.id);
  }
  return [...ids];
}

function readAssignee(world: World, value: unknown): number | null {
  const id = asId(value);
  if (id === null) return null;
  const user = world.users.get(id);
  if (user && user.role !== 'end-user' && user.active && !user.suspended && !isLightAgent(world, user))
    return id;
  throw invalid({ assignee: [{ description: 'Assignee: is invalid', error: 'InvalidValue' }] });
}

function readGroup(world: World, value: unknown): number | null {
  const id = asId(value);
  if (id === null) return null;
  const group = world.groups.get(id);
  if (group && !group.deleted) return id;
  throw invalid({ group: [{ description: 'Group: is invalid', error: 'InvalidValue' }] });
}

/** Only tasks have a due date; Zendesk drops it silently elsewhere. */
function readDue(value: unknown, type: Ticket['type']): number | null {
  if (value === null || type !== 'task') return null;
  const at = Date.parse(String(value));
  if (Number.isNaN(at)) throw invalid({ due_at: [{ description: 'Due at: is not a valid date' }] });
  return at;
}

/** A public comment unless stated otherwise; who may not write in public writes a note. */
function readComment(world: World, caller: User, value: unknown): NewComment {
  const input: Fields = isFields(value) ? value : { body: value };
  const body = typeof input.body === 'string' ? input.body : textOf(input.html_body);
  if (body.trim() === '') {
    throw invalid({ comment: [{ description: 'Comment: cannot be blank', error: 'BlankValue' }] });
  }
  const isAble = caller.role === 'end-user' || mayCommentPublicly(world, caller);
  const isPublic = input.public === undefined ? isAble : input.public === true || input.public === 'true';
  if (isPublic && !isAble) throw forbidden();
  const author = asId(input.author_id ?? null);
  if (author !== null && !world.users.has(author)) {
    throw invalid({ author: [{ description: 'Author: is invalid' }] });
  }
  // 64 kB, the rest is cut without a word.
  return { body: body.slice(0, 65_535), public: isPublic, ...(author === null ? {} : { author_id: author }) };
}

function readFields(world: World, value: unknown): Record<number, unknown> {
  const rows = isFields(value)
    ? Object.entries(value).map(([id, each]) => ({ id, value: each }))
    : Array.isArray(value)
      ? value.filter(isFields)
      : [];
  const fields: Record<number, unknown> = {};
  for (const row of rows) {
    const field = world.ticketFields.get(Number(row.id));
    // Zendesk passes over ids it does not know.
    if (field && !systemFieldTypes.has(field.type)) fields[field.id] = fieldValue(field, row.value);
  }
  return fields;
}

function fieldValue(field: TicketField, value: unknown): unknown {
  if (value === null || value === '') return null;
  const isRight = checks[field.type] ?? (() => true);
  if (!isRight(field, value)) {
    throw invalid({ base: [{ description: `${field.title}: is invalid`, error: 'InvalidValue' }] });
  }
  if (field.type === 'checkbox') return value === true || value === 'true' || value === '1';
  if (field.type === 'integer' || field.type === 'decimal') return Number(value);
  return value;
}

const isOption = (field: TicketField, value: unknown) =>
  field.custom_field_options.some((option) => option.value === value);

const checks: Record<string, (field: TicketField, value: unknown) => boolean> = {
  tagger: isOption,
  multiselect: (field, value) => Array.isArray(value) && value.every((each) => isOption(field, each)),
  checkbox: (_, value) => [true, false, 'true', 'false', '1', '0'].includes(value as string),
  integer: (_, value) => /^-?\d+$/.test(String(value)),
  decimal: (_, value) => /^-?\d+([.,]\d+)?$/.test(String(value)),
  date: (_, value) => /^\d{4}-\d{2}-\d{2}/.test(String(value)) && !Number.isNaN(Date.parse(String(value))),
  regexp: (field, value) => new RegExp(field.regexp_for_validation ?? '').test(String(value)),
};

export const userByEmail = (world: World, email: string): User | undefined =>
  world.users.find((user) => user.email.toLowerCase() === email.toLowerCase());

const asText = (value: unknown): string | null => (value === null ? null : String(value));
const asId = (value: unknown): number | null =>
  value === null || value === '' || value === undefined ? null : Number(value);
const textOf = (html: unknown): string =>
  typeof html === 'string' ? html.replace(/<br\s*\/?>/g, '\n').replace(/<[^>]+>/g, '') : '';
