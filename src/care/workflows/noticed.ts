/** Could alerts be somebody's? Asked by the first screen, which keeps a place for them. */
import type { Configuration } from '../configuration.ts';

/** Leads, and whom a workflow that is on names. Nobody while none is on. */
export function mayHaveNotices({ workflows, leads, otherLeads }: Configuration, userId: string): boolean {
  const on = workflows.filter(({ isOn }) => isOn);
  const named = [...leads, ...on.map(({ to }) => to)].flatMap(({ userIds }) => userIds);
  return on.length > 0 && [...named, ...otherLeads].includes(userId);
}
