/** The tickets a view shows to somebody: those its conditions hold for now, and the person may see. */
import { meets } from '../rules/conditions.ts';
import type { RuleContext } from '../rules/context.ts';
import { isTimeField, meetsTime } from '../rules/timeConditions.ts';
import type { Condition, Ticket, User, View } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { canSee } from './access.ts';
import { sortable, statusRank } from './ticketOrder.ts';

const priorities = ['low', 'normal', 'high', 'urgent'];
const keys: Record<string, (ticket: Ticket) => number> = {
  nice_id: ({ id }) => id,
  created: ({ created_at }) => created_at,
  updated: ({ updated_at }) => updated_at,
  solved: ({ solved_at }) => solved_at ?? 0,
  status: ({ status }) => statusRank.indexOf(status),
  priority: ({ priority }) => priorities.indexOf(priority ?? ''),
};

/** In the view's order, or as `sort_by` and `sort_order` ask; archived tickets are never there. */
export function ticketsOf(world: World, caller: User, view: View, query: URLSearchParams): Ticket[] {
  const conditions = forViewer(world, caller, view);
  const isShown = (ticket: Ticket) =>
    !ticket.is_archived && canSee(world, caller, ticket) && holdsNow(world, caller, ticket, conditions);
  // On big accounts the made tickets are left out: they are years of solved ones.
  const all = world.tickets.size > sortable ? world.tickets.stored() : world.tickets.values();
  const keyOf = keys[query.get('sort_by') ?? view.output.sort_by ?? 'nice_id'] ?? (({ id }) => id);
  const sign = (query.get('sort_order') ?? view.output.sort_order) === 'asc' ? 1 : -1;
  return [...all].filter(isShown).sort((a, b) => sign * (keyOf(a) - keyOf(b)) || a.id - b.id);
}

function holdsNow(world: World, caller: User, ticket: Ticket, { all, any }: View['conditions']): boolean {
  const at = world.now();
  const audit = { id: 0, author_id: caller.id, created_at: at, channel: 'web', events: [], metadata: {} };
  const context: RuleContext = { world, ticket, audit, kind: 'Change' };
  const isMet = (condition: Condition) =>
    isTimeField(condition.field) ? meetsTime(world, ticket, condition, at) : meets(context, condition);
  return all.every(isMet) && (any.length === 0 || any.some(isMet));
}

/** `current_groups` becomes the groups of whoever looks. */
function forViewer(world: World, caller: User, { conditions }: View): View['conditions'] {
  const own = world.memberships
    .filter(({ user_id }) => user_id === caller.id)
    .map(({ group_id }) => group_id);
  const plain = (condition: Condition): Condition =>
    condition.value === 'current_groups'
      ? { ...condition, operator: condition.operator === 'is_not' ? 'not_includes' : 'includes', value: own }
      : condition;
  return { all: conditions.all.map(plain), any: conditions.any.map(plain) };
}
