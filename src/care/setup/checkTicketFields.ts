/** The account's ticket fields that set-up made, as far as the definitions of its rules tell. */

import type { Configuration } from '../configuration.ts';
import { needsDigest } from '../workflows/digestNeed.ts';
import type { RuleDefinition } from '../workflows/rulePlan.ts';
import { type CheckItem, itemIds, itemOf } from './checklist.ts';
import type { Probe } from './probe.ts';
import { gonePrint } from './ruleState.ts';
import { digestFieldPlan, type TicketFieldPlan, ticketFieldPlans } from './setup.ts';

type Memory = Pick<Configuration, 'leftAlone' | 'casesSince'>;

export function ticketFieldItems({ definitions }: Probe, configuration: Configuration): CheckItem[] {
  const { mirror, digestFieldId } = configuration;
  const isDigest = needsDigest(configuration) || digestFieldId !== null;
  const wanted = [
    ...(mirror.isOn ? ticketFieldPlans.map((plan) => ({ plan, knownId: mirror[plan.key] })) : []),
    ...(isDigest ? [{ plan: digestFieldPlan, knownId: digestFieldId }] : []),
  ];
  const off = mirror.isOn ? [] : [itemOf('mirror', 'ticket_fields', 'open', { why: 'mirror_off' })];
  if (definitions === null || 'refused' in definitions)
    return [...off, itemOf('mirror', 'ticket_fields', 'open', { why: 'definitions_refused' })].slice(0, 1);
  const fields = definitions.value.conditions;
  return [...off, ...wanted.map(({ plan, knownId }) => fieldItem(plan, knownId, fields, configuration))];
}

/** What `leftAlone` keeps of a field: what it lacked when it was left. */
export const fieldPrint = (isThere: boolean, lacking: readonly string[]) =>
  isThere ? `without ${[...lacking].sort().join(' ')}` : gonePrint;

export const lackingOptions = ({ options = [] }: TicketFieldPlan, values: readonly string[]) =>
  options.map(({ value }) => value).filter((value) => !values.includes(value));

function fieldItem(
  plan: TicketFieldPlan,
  knownId: string | null,
  fields: readonly RuleDefinition[],
  { leftAlone, casesSince }: Memory,
): CheckItem {
  const id = itemIds.ticketField(plan.key);
  const item = (state: CheckItem['state'], more: Partial<CheckItem> = {}) =>
    itemOf(id, 'ticket_fields', state, { name: plan.title, ...more });
  const changed = (print: string, more: Partial<CheckItem>) =>
    item(leftAlone.some(({ key, found }) => key === id && found === print) ? 'left' : 'changed', more);
  if (knownId === null) {
    if (leftAlone.some(({ key }) => key === id)) return item('left', { why: 'field_gone' });
    const isOff = casesSince !== null && fields.some((field) => isSame(plan, field));
    return isOff ? item('open', { why: 'field_off' }) : item('missing');
  }
  const known = fields.find(({ subject }) => subject === subjectOf(knownId));
  if (!known) return changed(fieldPrint(false, []), { why: 'field_gone' });
  const lacking = lackingOptions(
    plan,
    (known.values ?? []).map(({ value }) => value),
  );
  if (lacking.length === 0) return item('in_place');
  const values = { options: lacking.join(', ') };
  return changed(fieldPrint(true, lacking), { why: 'options_gone', values });
}

const subjectOf = (fieldId: string) => `custom_fields_${fieldId}`;

/** By a choice nobody else's field can have, else by its name. */
function isSame({ title, options = [] }: TicketFieldPlan, field: RuleDefinition): boolean {
  if (!field.subject.startsWith('custom_fields_')) return false;
  const values = (field.values ?? []).map(({ value }) => value);
  return options.length > 0 ? options.some(({ value }) => values.includes(value)) : field.title === title;
}
