import type { TicketEdits, TicketStatus } from '../../desk.ts';
import { badArgument, notEmulated, unknownPath } from '../errors.ts';
import { asRecord } from '../packets.ts';
import { openTicket, type Scope } from '../scope.ts';
import { findField } from './fieldLookup.ts';
import { member, onTickets, strings, type ZafObject } from './object.ts';
import { ticketMembers, ticketShape } from './ticketShape.ts';

const statuses = ['new', 'open', 'pending', 'hold', 'solved'];
const priorities = ['low', 'normal', 'high', 'urgent'];
const types = ['question', 'incident', 'problem', 'task'];

/** The ticket in the form: what is set here is unsaved until the agent submits. */
export const ticket: ZafObject = {
  name: 'ticket',
  isIn: onTickets,
  paths: [
    { path: 'ticket', get: async (scope) => ticketShape(await shown(scope)) },
    { path: /^ticket\.customField:(.+)$/, get: getField, set: setField },
    { path: /^ticket\.(?!comment\b|editor\b)(\w+)((?:\.\w+)*)$/, get: getMember },
    { path: 'ticket.subject', set: (scope, value) => edit(scope, { subject: text(value, 'subject') }) },
    { path: 'ticket.status', set: (scope, value) => edit(scope, { status: status(value) }) },
    { path: 'ticket.priority', set: (scope, value) => edit(scope, { priority: oneOf(priorities, value) }) },
    { path: 'ticket.type', set: (scope, value) => edit(scope, { type: oneOf(types, value) }) },
    { path: 'ticket.tags', set: (scope, value) => edit(scope, { tags: tagsFrom([value]) }) },
    { path: 'ticket.assignee', set: setAssignee },
    { path: 'ticket.requester', set: setRequester },
    { path: 'ticket.tags.add', invoke: (scope, args) => changeTags(scope, args, true) },
    { path: 'ticket.tags.remove', invoke: (scope, args) => changeTags(scope, args, false) },
    { path: 'ticket.disableSave', invoke: (scope) => holdBack(scope, true) },
    { path: 'ticket.enableSave', invoke: (scope) => holdBack(scope, false) },
    { path: /^(ticket\.(?:brand|sharedWith|externalId|form|postSaveAction))/, set: refuse },
    { path: /^(ticket\.collaborators\.(?:add|remove)|ticket\.sendMessage|macro)$/, invoke: refuse },
  ],
};

async function shown(scope: Scope) {
  const { tab, ticket } = await openTicket(scope);
  return { desk: scope.desk, ticket, comments: tab.comments };
}

async function getMember(scope: Scope, [name = '', rest = '']: string[]): Promise<unknown> {
  const read = Object.hasOwn(ticketMembers, name) ? ticketMembers[name] : undefined;
  if (!read) throw unknownPath();
  const value = read(await shown(scope));
  return rest ? member(value, rest.slice(1)) : value;
}

async function getField(scope: Scope, [name = '']: string[]): Promise<unknown> {
  const { ticket } = await openTicket(scope);
  const { id } = customField(scope, name);
  return ticket.custom_fields.find((field) => field.id === id)?.value ?? null;
}

async function setField(scope: Scope, value: unknown, [name = '']: string[]): Promise<void> {
  const { id } = customField(scope, name);
  await edit(scope, { custom_fields: { [id]: value } });
}

function customField({ desk }: Scope, name: string) {
  const field = findField(desk.fields(), name);
  if (!field) throw unknownPath();
  return field;
}

async function edit(scope: Scope, edits: TicketEdits): Promise<void> {
  const { tab } = await openTicket(scope);
  scope.desk.edit(tab.id, edits);
}

async function setAssignee(scope: Scope, value: unknown): Promise<void> {
  const wish = asRecord(value) ?? {};
  const edits: TicketEdits = {};
  if (wish.userId !== undefined) edits.assignee_id = idOrNull(wish.userId);
  if (wish.groupId !== undefined) edits.group_id = idOrNull(wish.groupId);
  if (Object.keys(edits).length === 0) throw badArgument('An assignee has userId, groupId or both.');
  await edit(scope, edits);
}

async function setRequester(scope: Scope, value: unknown): Promise<void> {
  const wish = asRecord(value);
  if (wish?.email !== undefined) throw notEmulated('Setting a requester by e-mail');
  const id = idOrNull(wish?.id);
  if (id === null) throw badArgument('A requester is given by id.');
  await edit(scope, { requester_id: id });
}

async function changeTags(scope: Scope, args: unknown[], isAdding: boolean): Promise<void> {
  const { ticket } = await openTicket(scope);
  const given = tagsFrom(args);
  const others = ticket.tags.filter((tag) => !given.includes(tag));
  const added = given.filter((tag) => !ticket.tags.includes(tag));
  await edit(scope, { tags: isAdding ? [...ticket.tags, ...added] : others });
}

async function holdBack(scope: Scope, isDisabled: boolean): Promise<void> {
  const { tab } = await openTicket(scope);
  scope.desk.setSaveDisabled(tab.id, isDisabled);
}

function refuse(_scope: Scope, _value: unknown, [path = '']: string[]): never {
  throw notEmulated(path);
}

function status(value: unknown): TicketStatus {
  const wish = oneOf(statuses, value);
  if (wish === null) throw badArgument('A ticket has a status.');
  return wish as TicketStatus;
}

function oneOf(values: string[], value: unknown): string | null {
  if (value === null || value === '' || value === '-') return null;
  if (typeof value === 'string' && values.includes(value)) return value;
  throw badArgument(`The value must be one of ${values.join(', ')}.`);
}

function text(value: unknown, name: string): string {
  if (typeof value !== 'string') throw badArgument(`The ${name} must be a string.`);
  return value;
}

/** Zendesk's tags hold no spaces or capitals. */
function tagsFrom(values: unknown[]): string[] {
  const words = strings(values).flatMap((value) => value.toLowerCase().split(/[\s,]+/));
  return [...new Set(words.filter(Boolean))];
}

function idOrNull(value: unknown): number | null {
  if (value === null || value === undefined || value === '') return null;
  const id = Number(value);
  if (!Number.isSafeInteger(id) || id <= 0) throw badArgument('An id is a positive whole number.');
  return id;
}
