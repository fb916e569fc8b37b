/** People, their groups, roles and organisations, and the account's switches. */
import { contractsOf, count, listOf, oneOf, orNull, page, row, wrap } from './shape.ts';

export const user = row(
  `id:int url:text name:text email:text? created_at:at updated_at:at time_zone:text iana_time_zone:text phone:text?
   locale_id:int locale:text organization_id:int? verified:bool external_id:text? tags:texts active:bool shared:bool
   shared_agent:bool last_login_at:at? role_type:int? custom_role_id:int? moderator:bool only_private_comments:bool
   restricted_agent:bool suspended:bool default_group_id:int? user_fields:map`,
  {
    role: oneOf('end-user', 'agent', 'admin'),
    ticket_restriction: oneOf('assigned', 'groups', 'organization', 'requested', null),
  },
);

/** Nobody signed in: recorded answers have 200 and a user without an id. */
const me = row('name:text role:text id:int?');

const group = row(
  'url:text id:int is_public:bool name:text description:text default:bool deleted:bool created_at:at updated_at:at',
);
const membership = row('url:text id:int user_id:int group_id:int default:bool created_at:at updated_at:at');
const role = row(
  'id:int name:text description:text? role_type:int created_at:at updated_at:at team_member_count:int',
  {
    configuration: row('ticket_access:text ticket_editing:bool ticket_comment_access:text'),
  },
);
const organization = row(
  `url:text id:int name:text shared_tickets:bool shared_comments:bool external_id:text? created_at:at updated_at:at
   domain_names:texts details:text? notes:text? group_id:int? tags:texts organization_fields:map`,
);
const day = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' };
const brand = row(
  `url:text id:int name:text brand_url:text subdomain:text has_help_center:bool help_center_state:text active:bool
   default:bool is_deleted:bool ticket_form_ids:ints signature_template:text created_at:at updated_at:at`,
);
const settings = row('user:map', {
  active_features: row('customer_satisfaction:bool csat_reason_code:bool ticket_tagging:bool'),
  tickets: row('comments_public_by_default:bool tagging:bool'),
});

const scheduled = row('id:int name:text time_zone:text created_at:at updated_at:at', {
  intervals: listOf(row('start_time:int end_time:int')),
});
const holiday = row('id:int name:text', { start_date: day, end_date: day });

export const people = [
  ...contractsOf('oas', [
    ['GET /account/settings', wrap('settings', settings)],
    ['GET /users/me', wrap('user', orNull(me))],
    ['GET /users', page('users', user)],
    ['GET /users/count', count],
    ['GET /users/show_many', page('users', user)],
    ['GET /users/search', page('users', user)],
    ['GET /users/autocomplete', page('users', user)],
    ['GET /users/:id', wrap('user', user)],
    ['GET /groups', page('groups', group)],
    ['GET /groups/assignable', page('groups', group)],
    ['GET /groups/count', count],
    ['GET /groups/:id', wrap('group', group)],
    ['GET /group_memberships', page('group_memberships', membership)],
    ['POST /group_memberships', wrap('group_membership', membership), 201],
    ['GET /group_memberships/assignable', page('group_memberships', membership)],
    ['GET /group_memberships/:id', wrap('group_membership', membership)],
    ['DELETE /group_memberships/:id', null],
    ['GET /custom_roles', page('custom_roles', role)],
    ['GET /custom_roles/:id', wrap('custom_role', role)],
    ['PUT /custom_roles/:id', wrap('custom_role', role)],
    ['GET /brands', page('brands', brand)],
    ['GET /brands/:id', wrap('brand', brand)],
    ['GET /organizations', page('organizations', organization)],
    ['GET /organizations/show_many', page('organizations', organization)],
    ['GET /organizations/:id', wrap('organization', organization)],
  ]),
  ...contractsOf('page "Schedules" of the API reference', [
    ['GET /business_hours/schedules', wrap('schedules', listOf(scheduled))],
    ['GET /business_hours/schedules/:id', wrap('schedule', scheduled)],
    ['GET /business_hours/schedules/:id/holidays', wrap('holidays', listOf(holiday))],
    ['GET /business_hours/schedules/:id/holidays/:holiday', wrap('holiday', holiday)],
  ]),
  ...contractsOf('pages "Groups", "Group memberships" and "Users" of the API reference', [
    ['GET /groups/:id/users', page('users', user)],
    ['GET /users/:id/groups', page('groups', group)],
    ['GET /users/:id/group_memberships', page('group_memberships', membership)],
    ['GET /groups/:id/memberships', page('group_memberships', membership)],
  ]),
];
