/** The account's own ticket fields: those a score could stand in, and those this app keeps. */
import * as v from 'valibot';
import { Failure } from '../care/failure.ts';
import type { TicketFieldPlan } from '../care/setup/setup.ts';
import { anything, id, usableOf } from './fields.ts';
import type { Http } from './http.ts';

const path = '/api/v2/ticket_fields';

const option = v.object({ name: v.string(), value: v.string() });
const field = v.object({
  id,
  title: v.string(),
  type: v.string(),
  description: v.fallback(v.string(), ''),
  active: v.optional(v.boolean(), true),
  removable: v.optional(v.boolean(), true),
  custom_field_options: v.fallback(v.optional(v.nullable(v.array(option)), null), null),
});

/** As Zendesk keeps it; `removable` ones are the account's own. */
export type FoundField = v.InferOutput<typeof field>;

export interface TicketField {
  id: string;
  title: string;
}

/** A number can be typed into or chosen in these. */
const types = ['integer', 'decimal', 'text', 'tagger', 'regexp'];

/** Zendesk recommends 400 at most; beyond this many pages of 100 the rest is left out. */
const mostPages = 8;

/** Active custom fields that may hold a number, by title. */
export async function readScoreFields(http: Http): Promise<TicketField[]> {
  const fields = await readTicketFields(http);
  return fields
    .filter(isUsable)
    .map(({ id, title }) => ({ id, title }))
    .sort((a, b) => a.title.localeCompare(b.title));
}

const isUsable = ({ type, active, removable }: FoundField) => active && removable && types.includes(type);

/** All fields of tickets, 100 a call. Throws `Failure`. */
export async function readTicketFields(http: Http): Promise<FoundField[]> {
  const schema = v.object({
    ticket_fields: v.array(v.unknown()),
    meta: v.optional(
      v.object({ has_more: v.boolean(), after_cursor: v.optional(v.nullable(v.string()), null) }),
      { has_more: false },
    ),
  });
  const found: FoundField[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const params: Record<string, string | number> = {
      'page[size]': 100,
      ...(after && { 'page[after]': after }),
    };
    const answer: v.InferOutput<typeof schema> = await http.get(`${path}.json`, schema, { params });
    found.push(...usableOf(field, answer.ticket_fields));
    after = answer.meta.after_cursor ?? null;
    if (!answer.meta.has_more || !after) break;
  }
  return found;
}

/**
 * Its id. For agents alone: customers neither see nor fill it in. A try whose answer was lost is looked for before the
 * next one, so that there is never a second field. Admins only. Throws `Failure`.
 */
export async function createTicketField(http: Http, plan: TicketFieldPlan): Promise<string> {
  let made: string | null = null;
  const body = async (tried: number) => {
    if (tried > 1) made = findTicketField(await readTicketFields(http), plan, null)?.id ?? null;
    if (made !== null) throw new Failure('conflict', { message: 'made by an earlier try' });
    return { ticket_field: inputOf(plan) };
  };
  const schema = v.object({ ticket_field: v.object({ id }) });
  try {
    return (await http.send('POST', path, body, schema)).ticket_field.id;
  } catch (cause) {
    if (made === null) throw cause;
    return made;
  }
}

const inputOf = ({ type, title, description, options }: TicketFieldPlan) => ({
  type,
  title,
  description,
  agent_description: description,
  required: false,
  visible_in_portal: false,
  editable_in_portal: false,
  ...(options && { custom_field_options: options }),
});

/** By its id, by a choice that no other field can have, or by its name where it says itself whose it is. */
export function findTicketField(
  fields: readonly FoundField[],
  { type, title, options }: TicketFieldPlan,
  knownId: string | null,
): FoundField | null {
  const own = fields.filter((one) => one.type === type && one.removable);
  const values = (options ?? []).map(({ value }) => value);
  const isChoice = (one: FoundField) =>
    (one.custom_field_options ?? []).some(({ value }) => values.includes(value));
  return (
    own.find((one) => one.id === knownId) ??
    own.find(isChoice) ??
    own.find((one) => one.title === title && one.description.includes('Feedback Loop')) ??
    null
  );
}

/** One choice more; sending the whole list would delete what somebody added meanwhile. */
export async function addFieldOption(
  http: Http,
  fieldId: string,
  custom_field_option: { name: string; value: string },
): Promise<void> {
  await http.send('POST', `${path}/${fieldId}/options`, { custom_field_option }, anything);
}

/** Takes a field away with everything tickets say in it, also one that is gone. Throws `Failure`. */
export async function deleteTicketField(http: Http, fieldId: string): Promise<void> {
  await http.send('DELETE', `${path}/${fieldId}`, undefined, anything).catch((cause: unknown) => {
    if (!(cause instanceof Failure) || cause.kind !== 'notFound') throw cause;
  });
}
