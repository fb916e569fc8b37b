/** A person as the API shows them. */
import type { User } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { iso, urlOf } from './stamps.ts';

const localeIds: Record<string, number> = { 'en-US': 1, de: 8, 'pt-BR': 19, fr: 16, es: 2, ja: 67, ar: 66 };

export function formatUser(world: World, user: User) {
  return {
    id: user.id,
    url: urlOf(world, `users/${user.id}.json`),
    name: user.name,
    email: user.email,
    created_at: iso(user.created_at),
    updated_at: iso(user.updated_at),
    time_zone: user.time_zone,
    iana_time_zone: user.iana_time_zone,
    phone: null,
    shared_phone_number: null,
    photo: null,
    locale_id: localeIds[user.locale] ?? 1,
    locale: user.locale,
    organization_id: user.organization_id,
    role: user.role,
    verified: true,
    external_id: null,
    tags: user.tags,
    alias: '',
    active: user.active,
    shared: false,
    shared_agent: false,
    last_login_at: user.role === 'end-user' ? null : iso(user.updated_at),
    two_factor_auth_enabled: null,
    signature: '',
    details: '',
    notes: '',
    ...roleMembers(world, user),
    moderator: user.role === 'admin',
    ticket_restriction: user.ticket_restriction,
    only_private_comments: user.only_private_comments,
    restricted_agent: user.role === 'agent' && user.ticket_restriction !== null,
    suspended: user.suspended,
    default_group_id: user.default_group_id,
    report_csv: user.role === 'admin',
    user_fields: user.user_fields ?? {},
  };
}

/** Custom roles are told of on Enterprise plans only, as they exist there only. */
function roleMembers(world: World, { role_type, custom_role_id }: User) {
  const isHidden = role_type === 0 && !world.plan.includes('enterprise');
  return isHidden ? { role_type: null, custom_role_id: null } : { role_type, custom_role_id };
}

/** Who one is without signing in; `users/me` answers it with 200. */
export const anonymous = {
  id: null,
  url: null,
  name: 'Anonymous user',
  email: 'invalid@example.com',
  created_at: null,
  updated_at: null,
  time_zone: 'Berlin',
  iana_time_zone: 'Europe/Berlin',
  phone: null,
  photo: null,
  locale_id: 1,
  locale: 'en-US',
  organization_id: null,
  role: 'end-user',
  verified: false,
  external_id: null,
  tags: [],
  alias: '',
  active: true,
  shared: false,
  shared_agent: false,
  last_login_at: null,
  signature: null,
  details: null,
  notes: null,
  custom_role_id: null,
  moderator: false,
  ticket_restriction: null,
  only_private_comments: false,
  restricted_agent: true,
  suspended: false,
  user_fields: {},
};
