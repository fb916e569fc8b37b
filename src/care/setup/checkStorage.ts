/** Custom objects and their fields. */
import { type CheckItem, itemIds, itemOf } from './checklist.ts';
import type { Asked, FoundObjectField, Probe } from './probe.ts';
import { type FieldPlan, type ObjectPlan, objectPlans } from './setup.ts';

/** One item an object, and one for each field it lacks: there is no sense in listing those that are in place. */
export function storageItems({ objects, objectFields }: Probe): CheckItem[] {
  if (objects === null || 'refused' in objects)
    return [itemOf('custom_objects', 'storage', 'impossible', { why: 'plan' })];
  return objectPlans.flatMap((plan) =>
    objects.value.includes(plan.key)
      ? objectItems(plan, objectFields[plan.key] ?? null)
      : [itemOf(plan.key, 'storage', 'missing', { name: plan.title })],
  );
}

function objectItems(plan: ObjectPlan, asked: Asked<readonly FoundObjectField[]>): CheckItem[] {
  const about = { name: plan.title };
  if (asked === null || 'refused' in asked)
    return [itemOf(plan.key, 'storage', 'in_place', { ...about, why: 'unread' })];
  const found = asked.value;
  const isUnique = found.some(({ key, isUnique }) => key === 'standard::name' && isUnique);
  const own =
    plan.isNameUnique && !isUnique
      ? itemOf(plan.key, 'storage', 'missing', { ...about, why: 'not_unique' })
      : itemOf(plan.key, 'storage', 'in_place', about);
  return [own, ...plan.fields.flatMap((field) => fieldItems(plan, field, found))];
}

function fieldItems(
  { key, title }: ObjectPlan,
  field: FieldPlan,
  found: readonly FoundObjectField[],
): CheckItem[] {
  const id = itemIds.objectField(key, field.key);
  const name = `${title}: ${field.title}`;
  const known = found.find((one) => one.key === field.key);
  if (!known) return [itemOf(id, 'storage', 'missing', { name })];
  const lacking = (field.options ?? []).filter((value) => !known.options.includes(value));
  if (lacking.length === 0) return [];
  const values = { options: lacking.join(', ') };
  return [itemOf(id, 'storage', 'missing', { name, why: 'options_gone', values })];
}
