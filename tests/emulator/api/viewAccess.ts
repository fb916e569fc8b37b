/** Who sees a view, and who may write it: personal ones are everybody's own, shared ones admins'. */
import type { User, View } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { isLightAgent, roleOf } from './access.ts';
import { forbidden, notFound } from './http.ts';

const groupIds = (world: World, caller: User) =>
  world.memberships.filter(({ user_id }) => user_id === caller.id).map(({ group_id }) => group_id);

/** A colleague's own views are nobody else's, an admin's neither. */
export function seesView(world: World, caller: User, { restriction }: View): boolean {
  if (restriction === null) return true;
  if (restriction.type === 'User') return restriction.id === caller.id;
  return caller.role === 'admin' || groupIds(world, caller).some((id) => restriction.ids.includes(id));
}

/** @throws Refusal 404, also for a view the caller does not see */
export function seenView(world: World, caller: User, id: string | undefined): View {
  const view = world.views.get(Number(id));
  if (!view || !seesView(world, caller, view)) throw notFound();
  return view;
}

/** On Enterprise a role's `view_access` says it. @throws Refusal 403 */
export function refuseWriter(world: World, caller: User, restriction: View['restriction']): void {
  const access = roleOf(world, caller)?.view_access;
  if (caller.role === 'admin' && restriction?.type !== 'User') return;
  if (restriction?.type === 'User') {
    const isOwn = restriction.id === caller.id && !isLightAgent(world, caller);
    if (isOwn && access !== 'readonly' && access !== 'playonly') return;
    throw forbidden();
  }
  if (access === 'full') return;
  const own = groupIds(world, caller);
  if (access === 'manage-group' && restriction?.ids.every((id) => own.includes(id))) return;
  throw forbidden();
}
