/**
 * Whether a record meets an access rule. Operators by type of field as on the "Custom object permissions" page
 * of Zendesk's API reference; the value `current_user` of `matches` stands for whoever asks.
 */
import type { Condition, CustomObjectField, CustomObjectRecord, User } from '../world/entities.ts';

const equality = ['is', 'is_not', 'present'];
const ordered = [...equality, 'greater_than', 'less_than', 'greater_than_equal', 'less_than_equal'];

/** Operators a field of that type may be tested with; none for types rules do not know. */
export const ruleOperators: Record<string, string[]> = {
  text: equality,
  textarea: equality,
  regexp: equality,
  checkbox: ['is', 'is_not'],
  date: ordered,
  integer: ordered,
  decimal: ordered,
  currency: ordered,
  dropdown: equality,
  multiselect: ['includes', 'not_includes', 'present'],
  lookup: [...equality, 'matches'],
  parent: [...equality, 'matches'],
};

/** The system field rules know: who made the record. */
export const creator = 'created_by_user';
export const creatorOperators = ['is', 'is_not', 'matches'];

export interface RuleConditions {
  all: Condition[];
  any: Condition[];
}

/** The field's own key in a condition's subject, written alone or as `custom_object.<key>.custom_fields.<field>`. */
export const fieldKeyOf = (subject: string): string =>
  subject.replace(/^custom_object\.[^.]+\.custom_fields\./, '');

export const subjectOf = (field: CustomObjectField): string =>
  `custom_object.${field.object_key}.custom_fields.${field.key}`;

/** All of `all`, and one of `any` unless it is empty. */
export function meetsRule({ all, any }: RuleConditions, record: CustomObjectRecord, caller: User): boolean {
  const isMet = (condition: Condition) => meets(condition, record, caller);
  return all.every(isMet) && (any.length === 0 || any.some(isMet));
}

function meets({ field, operator, value }: Condition, record: CustomObjectRecord, caller: User): boolean {
  const key = fieldKeyOf(field);
  const held =
    key === creator ? String(record.created_by_user_id) : (record.custom_object_fields[key] ?? null);
  switch (operator) {
    case 'present':
      return held !== null;
    case 'matches':
      return held === String(caller.id);
    case 'is':
      return held !== null && String(held) === String(value);
    case 'is_not':
      return held === null || String(held) !== String(value);
    case 'includes':
      return Array.isArray(held) && [value].flat().some((each) => held.includes(each));
    case 'not_includes':
      return !Array.isArray(held) || ![value].flat().some((each) => held.includes(each));
    default:
      return ranks(operator, held, value);
  }
}

function ranks(operator: string, held: unknown, value: unknown): boolean {
  if (held === null) return false;
  const [one, other] = typeof held === 'number' ? [held, Number(value)] : [String(held), String(value)];
  if (operator === 'greater_than') return one > other;
  if (operator === 'less_than') return one < other;
  if (operator === 'greater_than_equal') return one >= other;
  return operator === 'less_than_equal' && one <= other;
}
