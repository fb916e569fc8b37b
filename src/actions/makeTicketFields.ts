/** The ticket fields the mirror writes: found again where they are there, made where they are not. */
import type { App } from '../app.ts';
import type { Configuration, Mirror } from '../care/configuration.ts';
import { asFailure, type FailureKind, isRefused } from '../care/failure.ts';
import type { MirrorField } from '../care/mirror.ts';
import { itemIds } from '../care/setup/checklist.ts';
import { fieldPrint, lackingOptions } from '../care/setup/checkTicketFields.ts';
import { type TicketFieldPlan, ticketFieldPlans } from '../care/setup/setup.ts';
import {
  addFieldOption,
  createTicketField,
  type FoundField,
  findTicketField,
  readTicketFields,
} from '../zendesk/ticketFields.ts';

/** `off`: the field is there, and somebody switched it off. */
export interface RefusedField {
  field: MirrorField;
  why: FailureKind | 'off';
}

export interface TicketFieldsMade {
  /** `null` for fields there is nothing to write to. */
  mirror: Mirror;
  refused: RefusedField[];
}

type Memory = Pick<Configuration, 'mirror' | 'leftAlone'>;

/**
 * What an account refuses is left out; a role that may not make one field may make none. What an admin left alone
 * stays so unless `repair` names its item. Throws where Zendesk is away.
 */
export async function makeTicketFields(
  app: App,
  { mirror: current, leftAlone }: Memory,
  repair: readonly string[] = [],
): Promise<TicketFieldsMade> {
  if (!current.isOn) return { mirror: current, refused: [] };
  const existing = await readTicketFields(app.zendesk.http);
  const mirror = { ...current };
  const refused: RefusedField[] = [];
  for (const plan of ticketFieldPlans) {
    const field = findTicketField(existing, plan, current[plan.key]);
    const item = itemIds.ticketField(plan.key);
    const isLeft =
      !repair.includes(item) &&
      leftAlone.some(({ key, found }) => key === item && found === ticketFieldPrint(plan, field));
    const made = isLeft ? { id: field?.id ?? null } : await makeField(app, plan, field);
    mirror[plan.key] = 'id' in made ? made.id : null;
    if ('why' in made) refused.push({ field: plan.key, why: made.why });
  }
  return { mirror, refused };
}

/** By which a field that was left alone is known to be still as it was. */
export function ticketFieldPrint(plan: TicketFieldPlan, found: FoundField | null): string {
  const values = (found?.custom_field_options ?? []).map(({ value }) => value);
  return fieldPrint(found !== null, lackingOptions(plan, values));
}

type Made = { id: string } | { why: RefusedField['why'] };

/** The field of a plan, with all its choices. */
export async function makeField(app: App, plan: TicketFieldPlan, found: FoundField | null): Promise<Made> {
  // Switched off by somebody: their decision, and Zendesk would pass over what is written to it.
  if (found && !found.active) return { why: 'off' };
  const { http } = app.zendesk;
  try {
    if (!found) return { id: await createTicketField(http, plan) };
    const values = (found.custom_field_options ?? []).map(({ value }) => value);
    for (const option of plan.options ?? [])
      if (!values.includes(option.value)) await addFieldOption(http, found.id, option);
    return { id: found.id };
  } catch (cause) {
    const { kind } = asFailure(cause);
    if (!isRefused(kind)) throw cause;
    return { why: kind };
  }
}
