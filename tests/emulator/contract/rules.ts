/** Triggers, automations, and the installed apps. */
import { contractsOf, listOf, page, row, wrap } from './shape.ts';

const condition = row('field:text operator:text ~value:any');
const usage = '~usage_1h:int ~usage_24h:int ~usage_7d:int ~usage_30d:int';
const automation = row(
  `url:text id:int title:text raw_title:text active:bool default:bool position:int created_at:at updated_at:at
   ${usage}`,
  {
    conditions: row('', { all: listOf(condition), any: listOf(condition) }),
    actions: listOf(row('field:text value:any')),
  },
);
const trigger = row(
  `url:text id:int title:text raw_title:text description:text? active:bool default:bool position:int category_id:text
   created_at:at updated_at:at ${usage}`,
  {
    conditions: row('', { all: listOf(condition), any: listOf(condition) }),
    actions: listOf(row('field:text value:any')),
  },
);

const value = row('value:text title:text enabled:bool');
const definition = 'title:text subject:text type:text group:text nullable:bool repeatable:bool';
const testable = row(definition, {
  operators: listOf(row('value:text title:text terminal:bool')),
  '~values': listOf(value),
});
const definitions = row('', {
  conditions_all: listOf(testable),
  conditions_any: listOf(testable),
  actions: listOf(row(definition, { '~values': listOf(value) })),
});

const installation = row(
  `id:int app_id:int enabled:bool settings:map group_restrictions:ints role_restrictions:ints? pending_job_id:text?
   created_at:at updated_at:at`,
  { settings_objects: listOf(row('name:text value:any')) },
);
const requirement = row('identifier:text requirement_id:any requirement_type:text account_id:int');

export const rules = [
  ...contractsOf('oas', [
    ['GET /triggers', page('triggers', trigger)],
    ['POST /triggers', wrap('trigger', trigger), 201],
    ['GET /triggers/active', page('triggers', trigger)],
    ['GET /triggers/search', page('triggers', trigger)],
    ['GET /triggers/definitions', wrap('definitions', definitions)],
    ['GET /triggers/:id', wrap('trigger', trigger)],
    ['PUT /triggers/:id', wrap('trigger', trigger)],
    ['DELETE /triggers/:id', null],
    ['GET /automations', page('automations', automation)],
    ['POST /automations', wrap('automation', automation), 201],
    ['GET /automations/active', page('automations', automation)],
    ['GET /automations/search', page('automations', automation)],
    ['PUT /automations/update_many', page('automations', automation)],
    ['DELETE /automations/destroy_many', null],
    ['GET /automations/:id', wrap('automation', automation)],
    ['PUT /automations/:id', wrap('automation', automation)],
    ['DELETE /automations/:id', null],
  ]),
  ...contractsOf('page "Apps" of the API reference', [
    ['GET /apps/installations', wrap('installations', listOf(installation))],
    ['GET /apps/installations/:id', installation],
    ['PUT /apps/installations/:id', installation],
    ['GET /apps/installations/:id/requirements', page('requirements', requirement)],
    ['POST /apps/notify', {}],
  ]),
];
