/** One realistic request for every mounted endpoint, in an order in which each finds what it needs. */
import { getResponse, type RequestHandler } from 'msw';
import { createHandlers } from '../../api/index.ts';
import type { Exchange } from '../../control.ts';
import { setDeleted } from '../../world/deleteTicket.ts';
import { groupIds, personas } from '../../world/people.ts';
import type { World } from '../../world/world.ts';
import { customerMail, goLegacy, openAccount, ticketIds } from './account.ts';

const { rated } = ticketIds;

type Seen = (call: string, path: string) => unknown;

interface Step {
  /** As in the contract: `GET /tickets/:id`. */
  call: string;
  as?: string;
  /** Under `/api/v2`; without it the call's own path. */
  url?: string | ((seen: Seen, world: World) => string);
  body?: unknown | ((seen: Seen, world: World) => unknown);
  before?: (world: World) => void;
}

const monthAgo = (world: World) => Math.floor(world.now() / 1000) - 30 * 86_400;

const tickets: Step[] = [
  { call: 'GET /account/settings' },
  { call: 'GET /tickets', url: '/tickets?page[size]=5' },
  { call: 'GET /tickets/count' },
  { call: 'GET /tickets/recent' },
  {
    call: 'POST /tickets',
    body: {
      ticket: {
        subject: 'Late parcel',
        comment: { body: 'Where is it?', public: true },
        requester_id: personas.lead,
      },
    },
  },
  { call: 'GET /tickets/show_many', url: `/tickets/show_many?ids=${rated}` },
  {
    call: 'POST /tickets/create_many',
    body: { tickets: [{ subject: 'One', comment: { body: 'a', public: false } }] },
  },
  {
    call: 'PUT /tickets/update_many',
    url: `/tickets/update_many?ids=${rated}`,
    body: { ticket: { additional_tags: ['x'] } },
  },
  { call: 'GET /tickets/:id', url: `/tickets/${rated}` },
  {
    call: 'PUT /tickets/:id',
    url: `/tickets/${rated}`,
    body: { ticket: { comment: { body: 'Sorry', public: false } } },
  },
  { call: 'GET /tickets/:id/related', url: `/tickets/${rated}/related` },
  { call: 'GET /tickets/:id/comments', url: `/tickets/${rated}/comments` },
  {
    call: 'GET /tickets/:id/comments/count',
    url: `/tickets/${rated}/comments/count`,
  },
  {
    call: 'PUT /tickets/:id/comments/:comment/make_private',
    url: (_, world) => `/tickets/${rated}/comments/${world.tickets.get(rated)?.comments[0]?.id}/make_private`,
  },
  { call: 'GET /tickets/:id/audits', url: `/tickets/${rated}/audits` },
  { call: 'GET /tickets/:id/audits/count', url: `/tickets/${rated}/audits/count` },
  {
    call: 'GET /tickets/:id/audits/:audit',
    url: (_, world) => `/tickets/${rated}/audits/${world.tickets.get(rated)?.audits[0]?.id}`,
  },
  {
    call: 'POST /tickets/:id/side_conversations',
    url: `/tickets/${rated}/side_conversations`,
    body: { message: { subject: 'Help', body: 'Please look.', to: [{ user_id: personas.lead }] } },
  },
  { call: 'GET /tickets/:id/side_conversations', url: `/tickets/${rated}/side_conversations` },
  {
    call: 'GET /tickets/:id/side_conversations/:conversation',
    url: (seen) =>
      `/tickets/${rated}/side_conversations/${seen('POST /tickets/:id/side_conversations', 'side_conversation.id')}`,
  },
  { call: 'GET /tickets/:id/tags', url: `/tickets/${rated}/tags` },
  {
    call: 'PUT /tickets/:id/tags',
    url: `/tickets/${rated}/tags`,
    body: { tags: ['a'] },
  },
  {
    call: 'POST /tickets/:id/tags',
    url: `/tickets/${rated}/tags`,
    body: { tags: ['a', 'b'] },
  },
  {
    call: 'DELETE /tickets/:id/tags',
    url: `/tickets/${rated}/tags`,
    body: { tags: ['a'] },
  },
  { call: 'GET /tickets/:id/metrics', url: `/tickets/${rated}/metrics` },
  { call: 'GET /ticket_metrics', url: '/ticket_metrics?page[size]=5' },
  { call: 'GET /ticket_metrics/:id', url: `/ticket_metrics/${rated}` },
  {
    call: 'DELETE /tickets/:id',
    as: 'admin',
    url: (seen) => `/tickets/${seen('POST /tickets', 'ticket.id')}`,
  },
  { call: 'GET /deleted_tickets', as: 'admin' },
  {
    call: 'PUT /deleted_tickets/:id/restore',
    as: 'admin',
    before: (world) => {
      const ticket = world.tickets.get(ticketIds.unoffered);
      if (ticket) setDeleted(world, ticket, personas.admin, true);
    },
    url: `/deleted_tickets/${ticketIds.unoffered}/restore`,
  },
  {
    call: 'POST /tickets/:id/merge',
    url: `/tickets/${rated}/merge`,
    body: (_: Seen, world: World) => ({ ids: [world.tickets.find(({ subject }) => subject === 'One')?.id] }),
  },
  { call: 'GET /ticket_forms' },
  {
    call: 'GET /ticket_forms/:id',
    url: (seen) => `/ticket_forms/${seen('GET /ticket_forms', 'ticket_forms.0.id')}`,
  },
  { call: 'GET /ticket_fields' },
  {
    call: 'POST /ticket_fields',
    as: 'admin',
    body: {
      ticket_field: { type: 'tagger', title: 'Lane', custom_field_options: [{ name: 'A', value: 'lane_a' }] },
    },
  },
  { call: 'GET /ticket_fields/count' },
  {
    call: 'GET /ticket_fields/:id',
    url: (seen) => `/ticket_fields/${seen('POST /ticket_fields', 'ticket_field.id')}`,
  },
  {
    call: 'PUT /ticket_fields/:id',
    as: 'admin',
    url: (seen) => `/ticket_fields/${seen('POST /ticket_fields', 'ticket_field.id')}`,
    body: { ticket_field: { title: 'Lanes' } },
  },
  {
    call: 'POST /ticket_fields/:id/options',
    as: 'admin',
    url: (seen) => `/ticket_fields/${seen('POST /ticket_fields', 'ticket_field.id')}/options`,
    body: { custom_field_option: { name: 'B', value: 'lane_b' } },
  },
  {
    call: 'GET /ticket_fields/:id/options',
    url: (seen) => `/ticket_fields/${seen('POST /ticket_fields', 'ticket_field.id')}/options`,
  },
  ...(['GET', 'DELETE'] as const).map(
    (method): Step => ({
      call: `${method} /ticket_fields/:id/options/:option`,
      as: 'admin',
      url: (seen) =>
        `/ticket_fields/${seen('POST /ticket_fields', 'ticket_field.id')}/options/${seen('POST /ticket_fields/:id/options', 'custom_field_option.id')}`,
    }),
  ),
  {
    call: 'DELETE /ticket_fields/:id',
    as: 'admin',
    url: (seen) => `/ticket_fields/${seen('POST /ticket_fields', 'ticket_field.id')}`,
  },
];

const people: Step[] = [
  { call: 'GET /users/me' },
  { call: 'GET /users', url: '/users?page[size]=3' },
  { call: 'GET /users/count' },
  { call: 'GET /users/show_many', url: `/users/show_many?ids=${personas.lead},${personas.agent}` },
  { call: 'GET /users/search', url: '/users/search?query=Ola' },
  { call: 'GET /users/autocomplete', url: '/users/autocomplete?name=Ola' },
  { call: 'GET /users/:id', url: `/users/${personas.lead}` },
  { call: 'GET /brands' },
  { call: 'GET /brands/:id', url: (seen) => `/brands/${seen('GET /brands', 'brands.0.id')}` },
  { call: 'GET /groups' },
  { call: 'GET /groups/assignable' },
  { call: 'GET /groups/count' },
  { call: 'GET /groups/:id', url: (seen) => `/groups/${seen('GET /groups', 'groups.0.id')}` },
  { call: 'GET /groups/:id/users', url: (seen) => `/groups/${seen('GET /groups', 'groups.0.id')}/users` },
  {
    call: 'GET /groups/:id/memberships',
    url: (seen) => `/groups/${seen('GET /groups', 'groups.0.id')}/memberships`,
  },
  { call: 'GET /users/:id/groups', url: `/users/${personas.lead}/groups` },
  { call: 'GET /users/:id/group_memberships', url: `/users/${personas.lead}/group_memberships` },
  { call: 'GET /group_memberships', url: '/group_memberships?page[size]=3' },
  { call: 'GET /group_memberships/assignable' },
  {
    call: 'POST /group_memberships',
    as: 'admin',
    body: (seen: Seen) => ({
      group_membership: { user_id: personas.admin, group_id: seen('GET /groups', 'groups.0.id') },
    }),
  },
  {
    call: 'GET /group_memberships/:id',
    url: (seen) => `/group_memberships/${seen('GET /group_memberships', 'group_memberships.0.id')}`,
  },
  {
    call: 'DELETE /group_memberships/:id',
    as: 'admin',
    url: (seen) => `/group_memberships/${seen('POST /group_memberships', 'group_membership.id')}`,
  },
  { call: 'GET /custom_roles' },
  {
    call: 'GET /custom_roles/:id',
    as: 'admin',
    url: (seen) => `/custom_roles/${seen('GET /custom_roles', 'custom_roles.0.id')}`,
  },
  {
    call: 'PUT /custom_roles/:id',
    as: 'admin',
    url: (seen) => `/custom_roles/${seen('GET /custom_roles', 'custom_roles.0.id')}`,
    body: { custom_role: { description: 'Reads and notes' } },
  },
  { call: 'GET /business_hours/schedules', as: 'admin' },
  {
    call: 'GET /business_hours/schedules/:id',
    url: (seen) => `/business_hours/schedules/${seen('GET /business_hours/schedules', 'schedules.0.id')}`,
  },
  {
    call: 'GET /business_hours/schedules/:id/holidays',
    as: 'admin',
    url: (seen) =>
      `/business_hours/schedules/${seen('GET /business_hours/schedules', 'schedules.0.id')}/holidays`,
  },
  {
    call: 'GET /business_hours/schedules/:id/holidays/:holiday',
    url: (seen) => {
      const id = seen('GET /business_hours/schedules', 'schedules.0.id');
      const holiday = seen('GET /business_hours/schedules/:id/holidays', 'holidays.0.id');
      return `/business_hours/schedules/${id}/holidays/${holiday}`;
    },
  },
  { call: 'GET /organizations' },
  {
    call: 'GET /organizations/show_many',
    url: (seen) => `/organizations/show_many?ids=${seen('GET /organizations', 'organizations.0.id')}`,
  },
  {
    call: 'GET /organizations/:id',
    url: (seen) => `/organizations/${seen('GET /organizations', 'organizations.0.id')}`,
  },
];

const feedback: Step[] = [
  { call: 'GET /search', url: '/search?query=satisfaction:bad' },
  { call: 'GET /search/count', url: '/search/count?query=satisfaction:bad' },
  {
    call: 'GET /search/export',
    url: '/search/export?query=satisfaction:bad&filter[type]=ticket&page[size]=5',
  },
  ...['tickets/cursor', 'tickets', 'ticket_events', 'users/cursor', 'users'].map(
    (name): Step => ({
      call: `GET /incremental/${name}`,
      as: 'admin',
      url: (_, world) =>
        `/incremental/${name}?start_time=${name.startsWith('users') ? 0 : monthAgo(world)}&per_page=5`,
    }),
  ),
  {
    call: 'GET /guide/survey_responses',
    as: 'admin',
    url: `/guide/survey_responses?filter[subject_zrns]=zen:ticket:${rated}&page[size]=5`,
  },
  {
    call: 'GET /guide/:locale/survey_responses/:id',
    as: 'admin',
    url: (seen) =>
      `/guide/en-us/survey_responses/${seen('GET /guide/survey_responses', 'survey_responses.0.id')}`,
  },
  {
    call: 'POST /guide/survey_responses',
    as: 'admin',
    body: { survey_response: { subject_zrn: `zen:ticket:${ticketIds.unoffered}` } },
  },
  {
    call: 'POST /guide/survey_responses/:id',
    as: customerMail,
    url: (_, world) =>
      `/guide/survey_responses/${world.surveyResponses.find((response) => response.ticket_id === ticketIds.offered)?.id}`,
    body: (_: Seen, world: World) => {
      const survey = [...world.surveys.values()].at(-1);
      const question = survey?.questions.find((each) => each.sub_type === 'customer_satisfaction');
      return { answers: [{ type: 'rating_scale', question_id: question?.id, rating: 2 }] };
    },
  },
  { call: 'GET /guide/:locale/surveys', url: '/guide/en-us/surveys?filter[types]=CUSTOMER_SATISFACTION' },
  {
    call: 'GET /guide/:locale/surveys/:id/:version',
    url: (seen) =>
      `/guide/en-us/surveys/${seen('GET /guide/:locale/surveys', 'surveys.0.id')}/${seen('GET /guide/:locale/surveys', 'surveys.0.version')}`,
  },
  {
    call: 'GET /satisfaction_ratings',
    as: 'admin',
    url: '/satisfaction_ratings?score=bad&page[size]=5',
    before: goLegacy,
  },
  { call: 'GET /satisfaction_ratings/count', as: 'admin' },
  {
    call: 'GET /satisfaction_ratings/:id',
    as: 'admin',
    url: (seen) => `/satisfaction_ratings/${seen('GET /satisfaction_ratings', 'satisfaction_ratings.0.id')}`,
  },
  { call: 'GET /satisfaction_reasons', as: 'admin' },
  {
    call: 'GET /satisfaction_reasons/:id',
    as: 'admin',
    url: (seen) => `/satisfaction_reasons/${seen('GET /satisfaction_reasons', 'reasons.0.id')}`,
  },
  {
    call: 'POST /tickets/:id/satisfaction_rating',
    as: customerMail,
    url: `/tickets/${ticketIds.legacy}/satisfaction_rating`,
    body: { satisfaction_rating: { score: 'good', comment: 'Thanks' } },
  },
];

const note = '/custom_objects/note';
const records: Step[] = [
  {
    call: 'POST /custom_objects',
    as: 'admin',
    body: { custom_object: { key: 'note', title: 'Note', title_pluralized: 'Notes' } },
  },
  { call: 'GET /custom_objects' },
  { call: 'GET /custom_objects/limits/object_limit', as: 'admin' },
  { call: 'GET /custom_objects/limits/record_limit' },
  { call: 'GET /custom_objects/:key', url: note },
  {
    call: 'PATCH /custom_objects/:key',
    as: 'admin',
    url: note,
    body: { custom_object: { description: 'Notes' } },
  },
  { call: 'GET /custom_objects/:key/limits/field_limit', url: `${note}/limits/field_limit` },
  {
    call: 'POST /custom_objects/:key/fields',
    as: 'admin',
    url: `${note}/fields`,
    body: {
      custom_object_field: {
        key: 'ticket',
        title: 'Ticket',
        type: 'lookup',
        relationship_target_type: 'zen:ticket',
      },
    },
  },
  { call: 'GET /custom_objects/:key/fields', url: `${note}/fields?include_standard_fields=true` },
  { call: 'GET /custom_objects/:key/fields/:field', url: `${note}/fields/standard::name` },
  {
    call: 'PATCH /custom_objects/:key/fields/:field',
    as: 'admin',
    url: `${note}/fields/standard::name`,
    body: { custom_object_field: { properties: { is_unique: true } } },
  },
  {
    call: 'PUT /custom_objects/:key/fields/reorder',
    as: 'admin',
    url: `${note}/fields/reorder`,
    body: (seen: Seen) => ({
      custom_object_field_ids: [seen('POST /custom_objects/:key/fields', 'custom_object_field.id')],
    }),
  },
  {
    call: 'POST /custom_objects/:key/records',
    url: `${note}/records`,
    body: () => ({
      custom_object_record: {
        name: 'One',
        external_id: 'e1',
        custom_object_fields: { ticket: String(rated) },
      },
    }),
  },
  {
    call: 'PATCH /custom_objects/:key/records',
    url: `${note}/records?external_id=e2`,
    body: { custom_object_record: { name: 'Two' } },
  },
  { call: 'GET /custom_objects/:key/records', url: `${note}/records?filter[external_ids]=e1,e2` },
  { call: 'GET /custom_objects/:key/records/count', url: `${note}/records/count` },
  {
    call: 'GET /custom_objects/:key/records/search',
    url: `${note}/records/search?query=One`,
    before: (world) => {
      world.advance(60_000);
    },
  },
  {
    call: 'POST /custom_objects/:key/records/search',
    url: `${note}/records/search?sort=name&page[size]=1`,
    body: { filter: { name: { $contains: 'o' } } },
  },
  { call: 'GET /custom_objects/:key/records/autocomplete', url: `${note}/records/autocomplete?name=On` },
  {
    call: 'GET /custom_objects/:key/records/:id',
    url: (seen) => `${note}/records/${seen('POST /custom_objects/:key/records', 'custom_object_record.id')}`,
  },
  {
    call: 'PATCH /custom_objects/:key/records/:id',
    url: (seen) => `${note}/records/${seen('POST /custom_objects/:key/records', 'custom_object_record.id')}`,
    body: { custom_object_record: { custom_object_fields: { ticket: null } } },
  },
  {
    call: 'GET /:target_type/:target_id/relationship_fields/:field_id/:source_type',
    url: (seen) =>
      `/zen:ticket/${rated}/relationship_fields/${seen('POST /custom_objects/:key/fields', 'custom_object_field.id')}/zen:custom_object:note`,
  },
  {
    call: 'POST /custom_objects/:key/jobs',
    url: `${note}/jobs`,
    body: { job: { action: 'create', items: [{ name: 'Three' }, { name: 'One' }] } },
  },
  { call: 'GET /job_statuses', url: '/job_statuses' },
  {
    call: 'GET /job_statuses/show_many',
    url: (seen) => `/job_statuses/show_many?ids=${seen('POST /custom_objects/:key/jobs', 'job_status.id')}`,
  },
  {
    call: 'GET /job_statuses/:id',
    url: (seen) => `/job_statuses/${seen('POST /custom_objects/:key/jobs', 'job_status.id')}`,
  },
  {
    call: 'GET /incremental/custom_objects/:key/cursor',
    url: (_, world) => `/incremental/custom_objects/note/cursor?start_time=${monthAgo(world)}`,
  },
  {
    call: 'POST /custom_objects/:key/access_rules',
    as: 'admin',
    url: `${note}/access_rules`,
    body: {
      access_rule: {
        title: 'Own',
        conditions: { all: [{ field: 'created_by_user', operator: 'matches', value: 'current_user' }] },
      },
    },
  },
  { call: 'GET /custom_objects/:key/access_rules', as: 'admin', url: `${note}/access_rules` },
  {
    call: 'GET /custom_objects/:key/access_rules/definitions',
    as: 'admin',
    url: `${note}/access_rules/definitions`,
  },
  {
    call: 'GET /custom_objects/:key/access_rules/:id',
    as: 'admin',
    url: (seen) => `${note}/access_rules/${seen('POST /custom_objects/:key/access_rules', 'access_rule.id')}`,
  },
  {
    call: 'PATCH /custom_objects/:key/access_rules/:id',
    as: 'admin',
    url: (seen) => `${note}/access_rules/${seen('POST /custom_objects/:key/access_rules', 'access_rule.id')}`,
    body: { access_rule: { title: 'Mine' } },
  },
  {
    call: 'DELETE /custom_objects/:key/access_rules/:id',
    as: 'admin',
    url: (seen) => `${note}/access_rules/${seen('POST /custom_objects/:key/access_rules', 'access_rule.id')}`,
  },
  { call: 'GET /custom_objects/:key/permission_policies', as: 'admin', url: `${note}/permission_policies` },
  {
    call: 'GET /custom_objects/:key/permission_policies/:id',
    as: 'admin',
    url: `${note}/permission_policies/end-user`,
  },
  {
    call: 'PATCH /custom_objects/:key/permission_policies/:id',
    as: 'admin',
    url: (seen) =>
      `${note}/permission_policies/custom-role-${seen('GET /custom_roles', 'custom_roles.0.id')}`,
    body: { policy: { records: { read: { allowed: true } } } },
  },
  {
    call: 'DELETE /custom_objects/:key/records/:id',
    url: (seen) => `${note}/records/${seen('POST /custom_objects/:key/records', 'custom_object_record.id')}`,
  },
  { call: 'DELETE /custom_objects/:key/records', url: `${note}/records?external_id=e2` },
  { call: 'DELETE /custom_objects/:key/fields/:field', as: 'admin', url: `${note}/fields/ticket` },
  { call: 'DELETE /custom_objects/:key', as: 'admin', url: note },
];

const webhook = {
  name: 'Alert',
  status: 'active',
  endpoint: 'https://hooks.example/alert',
  http_method: 'POST',
  request_format: 'json',
  subscriptions: ['conditional_ticket_events'],
};

const rules: Step[] = [
  { call: 'GET /triggers/definitions' },
  {
    call: 'POST /triggers',
    as: 'admin',
    body: {
      trigger: {
        title: 'Tell the lead',
        conditions: { all: [{ field: 'satisfaction_score', operator: 'is', value: 'bad' }], any: [] },
        actions: [{ field: 'current_tags', value: 'low_score' }],
      },
    },
  },
  { call: 'GET /triggers' },
  { call: 'GET /triggers/active', url: '/triggers/active?page[size]=2' },
  { call: 'GET /triggers/search', url: '/triggers/search?query=lead' },
  { call: 'GET /triggers/:id', url: (seen) => `/triggers/${seen('POST /triggers', 'trigger.id')}` },
  {
    call: 'PUT /triggers/:id',
    as: 'admin',
    url: (seen) => `/triggers/${seen('POST /triggers', 'trigger.id')}`,
    body: { trigger: { active: false } },
  },
  {
    call: 'DELETE /triggers/:id',
    as: 'admin',
    url: (seen) => `/triggers/${seen('POST /triggers', 'trigger.id')}`,
  },
  {
    call: 'POST /webhooks',
    as: 'admin',
    body: { webhook },
  },
  { call: 'GET /webhooks', as: 'admin', url: '/webhooks?page[size]=5' },
  ...(['GET', 'PUT', 'PATCH', 'DELETE'] as const).map(
    (method): Step => ({
      call: `${method} /webhooks/:id`,
      as: 'admin',
      url: (seen) => `/webhooks/${seen('POST /webhooks', 'webhook.id')}`,
      ...(method.startsWith('P') && { body: { webhook } }),
    }),
  ),
  {
    call: 'POST /automations',
    as: 'admin',
    body: {
      automation: {
        title: 'Wake what waits',
        conditions: {
          all: [
            { field: 'status', operator: 'is', value: 'pending' },
            { field: 'PENDING', operator: 'greater_than', value: '24' },
          ],
        },
        actions: [{ field: 'status', value: 'open' }],
      },
    },
  },
  { call: 'GET /automations', url: '/automations?include=usage_1h,usage_30d' },
  { call: 'GET /automations/active', url: '/automations/active?page[size]=2' },
  { call: 'GET /automations/search', url: '/automations/search?query=wake' },
  {
    call: 'GET /automations/:id',
    url: (seen) => `/automations/${seen('POST /automations', 'automation.id')}`,
  },
  {
    call: 'PUT /automations/:id',
    as: 'admin',
    url: (seen) => `/automations/${seen('POST /automations', 'automation.id')}`,
    body: { automation: { active: false } },
  },
  {
    call: 'PUT /automations/update_many',
    as: 'admin',
    body: (seen: Seen) => ({
      automations: [{ id: seen('POST /automations', 'automation.id'), position: 9 }],
    }),
  },
  {
    call: 'DELETE /automations/:id',
    as: 'admin',
    url: (seen) => `/automations/${seen('POST /automations', 'automation.id')}`,
  },
  { call: 'DELETE /automations/destroy_many', as: 'admin', url: '/automations/destroy_many?ids=1,2' },
  {
    call: 'POST /views',
    as: 'admin',
    body: {
      view: {
        title: 'Solved lately',
        all: [{ field: 'status', operator: 'is', value: 'solved' }],
        output: { columns: ['status', 'description', 'satisfaction_score'], sort_by: 'updated' },
        restriction: { type: 'Group', ids: [groupIds.billing] },
      },
    },
  },
  { call: 'GET /views', as: 'admin' },
  { call: 'GET /views/active', as: 'admin', url: '/views/active?page[size]=2' },
  { call: 'GET /views/search', as: 'admin', url: '/views/search?query=lately' },
  ...['', '/tickets', '/count', '/execute'].map(
    (part): Step => ({
      call: `GET /views/:id${part}`,
      as: 'admin',
      url: (seen) => `/views/${seen('POST /views', 'view.id')}${part}`,
    }),
  ),
  ...(['PUT', 'DELETE'] as const).map(
    (method): Step => ({
      call: `${method} /views/:id`,
      as: 'admin',
      url: (seen) => `/views/${seen('POST /views', 'view.id')}`,
      ...(method === 'PUT' && { body: { view: { title: 'Solved' } } }),
    }),
  ),
  { call: 'GET /apps/installations', as: 'admin' },
  { call: 'GET /apps/installations/:id', as: 'admin', url: '/apps/installations/55' },
  {
    call: 'PUT /apps/installations/:id',
    as: 'admin',
    url: '/apps/installations/55',
    body: { settings: { tone: 'plain' } },
  },
  { call: 'GET /apps/installations/:id/requirements', url: '/apps/installations/55/requirements' },
  { call: 'POST /apps/notify', body: { app_id: 7, event: 'case_changed', body: '{"id":1}' } },
];

const steps: Step[] = [...tickets, ...people, ...feedback, ...records, ...rules];

/** An answer with the call it belongs to, as the contract names it. */
export interface Driven {
  call: string;
  exchange: Exchange;
}

/** Sends every request once to one fresh world and returns what was answered. */
/** Other plans have none. */
const onEnterprise = /access_rules|permission_policies/;

export async function driveAll(): Promise<Driven[]> {
  const world = openAccount();
  const handlers = createHandlers(world);
  const driven: Driven[] = [];
  const seen: Seen = (call, path) => {
    const body = driven.find((each) => each.call === call)?.exchange.responseBody;
    return path
      .split('.')
      .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null)?.[key], body);
  };
  const { plan } = world;
  for (const step of steps) {
    world.plan = onEnterprise.test(step.call) ? 'suite_enterprise' : plan;
    driven.push({ call: step.call, exchange: await drive(world, handlers, step, seen) });
  }
  return driven;
}

async function drive(world: World, handlers: RequestHandler[], step: Step, seen: Seen): Promise<Exchange> {
  step.before?.(world);
  const [method = '', path = ''] = step.call.split(' ');
  const url = typeof step.url === 'function' ? step.url(seen, world) : (step.url ?? path);
  const user = step.as ?? 'agent';
  const body = typeof step.body === 'function' ? step.body(seen, world) : step.body;
  const request = new Request(`http://localhost:4861/api/v2${url}`, {
    method,
    headers: { cookie: `emulator_persona=${encodeURIComponent(user)}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const response = await getResponse(handlers, request);
  if (!response) throw new Error(`nobody answers ${step.call} (${url})`);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return {
    at: new Date(world.now()).toISOString(),
    method,
    url: `/api/v2${url}`,
    requestBody: body,
    user,
    role: user,
    status: response.status,
    headers: Object.fromEntries(response.headers),
    responseBody: text === '' ? null : isJson ? JSON.parse(text) : text,
  };
}
