/** Definitions of the account's custom objects. Reading is for agents, writing for admins. */
import * as v from 'valibot';
import { Failure } from '../care/failure.ts';
import type { FieldPlan, ObjectPlan } from '../care/setup/setup.ts';
import { anything } from './fields.ts';
import type { Http } from './http.ts';

const path = '/api/v2/custom_objects';

/** Keys of the objects there are. Plans without custom objects answer 403 or 404: `Failure`. */
export async function readObjectKeys(http: Http): Promise<string[]> {
  const schema = v.object({ custom_objects: v.array(v.object({ key: v.string() })) });
  return (await http.get(path, schema)).custom_objects.map((object) => object.key);
}

export interface FieldFound {
  key: string;
  /** Of the standard name field. */
  isUnique: boolean;
  /** Of a dropdown, as Zendesk keeps them. */
  options: FieldOption[];
}

const option = v.looseObject({ name: v.string(), value: v.string() });
export type FieldOption = v.InferOutput<typeof option>;

export async function readFields(http: Http, objectKey: string): Promise<FieldFound[]> {
  const field = v.object({
    key: v.string(),
    properties: v.optional(v.nullable(v.looseObject({ is_unique: v.optional(v.unknown()) })), null),
    custom_field_options: v.optional(v.nullable(v.array(option)), null),
  });
  const schema = v.object({ custom_object_fields: v.array(field) });
  const params = { include_standard_fields: 'true' };
  const answer = await http.get(`${path}/${objectKey}/fields`, schema, { params });
  return answer.custom_object_fields.map(({ key, properties, custom_field_options: options }) => ({
    key,
    isUnique: properties?.is_unique === true,
    options: options ?? [],
  }));
}

/** Hidden from Zendesk's own list of objects: the records are the app's to show. */
export async function createObject(http: Http, plan: ObjectPlan): Promise<void> {
  const custom_object = {
    key: plan.key,
    title: plan.title,
    title_pluralized: plan.titlePluralized,
    include_in_list_view: false,
  };
  await http.send('POST', path, { custom_object }, anything);
}

/** Takes an object away with all its records, also one that is gone. Throws `Failure`. */
export async function deleteObject(http: Http, objectKey: string): Promise<void> {
  await http.send('DELETE', `${path}/${objectKey}`, undefined, anything).catch((cause: unknown) => {
    if (!(cause instanceof Failure) || cause.kind !== 'notFound') throw cause;
  });
}

export async function createField(http: Http, objectKey: string, plan: FieldPlan): Promise<void> {
  const custom_object_field = {
    key: plan.key,
    type: plan.type,
    title: plan.title,
    ...(plan.options && { custom_field_options: plan.options.map((value) => ({ name: value, value })) }),
    ...(plan.target && { relationship_target_type: plan.target }),
  };
  await http.send('POST', `${path}/${objectKey}/fields`, { custom_object_field }, anything);
}

/** Options are sent as the whole list: one left out would be deleted, and its values with it. */
export async function writeOptions(
  http: Http,
  objectKey: string,
  fieldKey: string,
  options: readonly FieldOption[],
): Promise<void> {
  const custom_object_field = {
    custom_field_options: options.map(({ id, name, value }) => ({
      ...(id !== undefined && { id }),
      name,
      value,
    })),
  };
  await http.send('PATCH', `${path}/${objectKey}/fields/${fieldKey}`, { custom_object_field }, anything);
}

/** Refused by Zendesk once a record exists. */
export async function makeNameUnique(http: Http, objectKey: string): Promise<void> {
  const custom_object_field = { properties: { is_unique: true } };
  await http.send('PATCH', `${path}/${objectKey}/fields/standard::name`, { custom_object_field }, anything);
}
