/** Custom objects, fields, records and the jobs over them. */
import { contractsOf, count, cursorPage, listOf, oneOf, row, type Schema, wrap } from './shape.ts';

const object = row(
  `key:text url:text title:text raw_title:text title_pluralized:text raw_title_pluralized:text description:text
   raw_description:text include_in_list_view:bool allows_photos:bool created_by_user_id:digits
   updated_by_user_id:digits created_at:at updated_at:at`,
);

const option = row('id:int name:text raw_name:text value:text position:int');

const field: Schema = {
  ...row(
    `id:int url:text key:text title:text raw_title:text description:text raw_description:text position:int active:bool
     system:bool regexp_for_validation:text? ~relationship_target_type:text properties:map created_at:at updated_at:at`,
    {
      type: oneOf(
        'text',
        'textarea',
        'checkbox',
        'currency',
        'date',
        'integer',
        'decimal',
        'regexp',
        'dropdown',
        'multiselect',
        'lookup',
        'parent',
      ),
      '~custom_field_options': listOf(option),
    },
  ),
  allOf: [
    demands(['dropdown', 'multiselect'], 'custom_field_options'),
    demands(['lookup', 'parent'], 'relationship_target_type'),
  ],
};

/** Fields of these types carry `member`. */
function demands(types: string[], member: string): Schema {
  return { anyOf: [{ not: { properties: { type: { enum: types } } } }, { required: [member] }] };
}

const record = row(
  `id:ulid url:text name:text external_id:text? custom_object_key:text custom_object_fields:map photo:map?
   created_by_user_id:digits updated_by_user_id:digits created_at:at updated_at:at`,
);

/** `count` is this page's. */
const records: Schema = { allOf: [cursorPage('custom_object_records', record), row('count:int')] };
const limit = row('count:int limit:int');

const result = row(
  '~index:int ~success:bool ~status:text ~action:text ~error:text ~details:text ~id:any ~external_id:text?',
);
const job = row('id:text job_type:text url:text total:int? progress:int? message:text?', {
  status: oneOf('queued', 'working', 'failed', 'completed', 'killed'),
  results: { anyOf: [listOf(result), { type: 'null' }] },
});

const allowance = row('allowed:bool rule_id:int?');
const policy = row('id:text role_name:text', {
  records: row('', { create: allowance, read: allowance, update: allowance, delete: allowance }),
});

const condition = row('field:text operator:text value:any');
const rule = row('id:int title:text description:text created_at:at updated_at:at', {
  conditions: row('', { all: listOf(condition), any: listOf(condition) }),
});
const testable = row('subject:text title:text type:text group:text nullable:bool repeatable:bool', {
  operators: listOf(row('value:text title:text terminal:bool')),
});
const definitions = row('', { conditions_all: listOf(testable), conditions_any: listOf(testable) });

const base = '/custom_objects/:key';

export const customData = [
  ...contractsOf('oas', [
    ['GET /custom_objects', wrap('custom_objects', listOf(object))],
    ['POST /custom_objects', wrap('custom_object', object), 201],
    ['GET /custom_objects/limits/object_limit', limit],
    ['GET /custom_objects/limits/record_limit', limit],
    [`GET ${base}/limits/field_limit`, limit],
    [`GET ${base}`, wrap('custom_object', object)],
    [`PATCH ${base}`, wrap('custom_object', object)],
    [`DELETE ${base}`, null],
    [`GET ${base}/fields`, wrap('custom_object_fields', listOf(field))],
    [`POST ${base}/fields`, wrap('custom_object_field', field), 201],
    [`PUT ${base}/fields/reorder`, { enum: ['', null] }],
    [`GET ${base}/fields/:field`, wrap('custom_object_field', field)],
    [`PATCH ${base}/fields/:field`, wrap('custom_object_field', field)],
    [`DELETE ${base}/fields/:field`, null],
    [`GET ${base}/records`, records],
    [`POST ${base}/records`, wrap('custom_object_record', record), 201],
    [`PATCH ${base}/records`, wrap('custom_object_record', record)],
    [`DELETE ${base}/records`, null],
    [`GET ${base}/records/count`, count],
    [`GET ${base}/records/search`, records],
    [`POST ${base}/records/search`, records],
    [`GET ${base}/records/autocomplete`, records],
    [`GET ${base}/records/:id`, wrap('custom_object_record', record)],
    [`PATCH ${base}/records/:id`, wrap('custom_object_record', record)],
    [`DELETE ${base}/records/:id`, null],
    [`POST ${base}/jobs`, wrap('job_status', job), 201],
    ['GET /job_statuses', wrap('job_statuses', listOf(job))],
    ['GET /job_statuses/show_many', wrap('job_statuses', listOf(job))],
    ['GET /job_statuses/:id', wrap('job_status', job)],
    ['GET /:target_type/:target_id/relationship_fields/:field_id/:source_type', records],
  ]),
  ...contractsOf('page "Incremental export of custom object records" of the API reference', [
    [
      'GET /incremental/custom_objects/:key/cursor',
      row('after_cursor:text? after_url:text? before_cursor:text? before_url:text?', {
        custom_object_records: listOf(record),
        meta: row('has_more:bool'),
      }),
    ],
  ]),
  ...contractsOf('page "Custom object permissions" of the API reference', [
    [`GET ${base}/access_rules`, wrap('access_rules', listOf(rule))],
    [`POST ${base}/access_rules`, wrap('access_rule', rule), 201],
    [`GET ${base}/access_rules/definitions`, wrap('definitions', definitions)],
    [`GET ${base}/access_rules/:id`, wrap('access_rule', rule)],
    [`PATCH ${base}/access_rules/:id`, wrap('access_rule', rule)],
    [`DELETE ${base}/access_rules/:id`, null],
    [`GET ${base}/permission_policies`, wrap('policies', listOf(policy))],
    [`GET ${base}/permission_policies/:id`, wrap('policy', policy)],
    [`PATCH ${base}/permission_policies/:id`, wrap('policy', policy)],
  ]),
];
