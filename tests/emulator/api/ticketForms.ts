/**
 * Ticket forms: the one every account starts with, holding every active field. Accounts whose plan has no forms are
 * refused. Source: Zendesk's OpenAPI text.
 */
import type { Plan } from '../control.ts';
import type { User } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { type Call, type Family, forbidden, notFound, ok } from './http.ts';
import { iso, urlOf } from './stamps.ts';

/** The form every ticket of the world has. */
export const defaultFormId = 360_000_000_201;

const path = '/api/v2/ticket_forms';

export const ticketForms: Family = [
  {
    method: 'GET',
    path,
    allowed: 'signed-in',
    answer: (call) => ok({ ticket_forms: listed(call), count: 1, next_page: null, previous_page: null }),
  },
  {
    method: 'GET',
    path: `${path}/:id`,
    allowed: 'signed-in',
    answer: ({ world, caller, params }) => {
      refusePlan(world);
      if (params.id !== String(defaultFormId)) throw notFound();
      return ok({ ticket_form: formatForm(world, caller) });
    },
  },
];

const plansWithout: readonly Plan[] = ['suite_team', 'support_team', 'support_professional'];

function refusePlan(world: World): void {
  if (plansWithout.includes(world.plan)) throw forbidden();
}

/** `active=false` or `end_user_visible=false` leave the form out. */
function listed({ world, caller, query }: Call) {
  refusePlan(world);
  const isLeftOut = ['active', 'end_user_visible'].some((name) => query.get(name) === 'false');
  return isLeftOut ? [] : [formatForm(world, caller)];
}

/** When the account was made. */
const made = Date.UTC(2020, 0, 6, 9);

function formatForm(world: World, caller: User) {
  const fields = world.ticketFields
    .filter(({ active, type }) => active && (caller.role !== 'end-user' || isForEndUsers(type)))
    .sort((a, b) => a.position - b.position || a.id - b.id);
  return {
    url: urlOf(world, `ticket_forms/${defaultFormId}.json`),
    id: defaultFormId,
    name: 'Default ticket form',
    raw_name: 'Default ticket form',
    display_name: 'Default ticket form',
    raw_display_name: 'Default ticket form',
    active: true,
    default: true,
    position: 1,
    end_user_visible: true,
    in_all_brands: true,
    restricted_brand_ids: [],
    ticket_field_ids: fields.map(({ id }) => id),
    agent_conditions: [],
    end_user_conditions: [],
    created_at: iso(made),
    updated_at: iso(made),
  };
}

const isForEndUsers = (type: string) => type === 'subject' || type === 'description';
