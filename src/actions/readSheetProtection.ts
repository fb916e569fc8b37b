/** Does Zendesk itself keep sheets from those they are not meant for? */
import type { App } from '../app.ts';
import { sheetBody, sheetPlan } from '../care/coaching/sheetPlan.ts';
import { asFailure } from '../care/failure.ts';
import { readPolicies, readRuleSubjects } from '../zendesk/accessRules.ts';
import { readFields } from '../zendesk/customObjects.ts';

export type Protection =
  | { kind: 'guarded' }
  /** `absent`: not set up, or the plan has none; only admins can tell which. */
  | { kind: 'absent' }
  | { kind: 'not_set_up' }
  | { kind: 'no_plan' }
  /** Roles that reach every record all the same. */
  | { kind: 'open'; roles: string[] };

/** One call, for admins two. Throws `Failure` where Zendesk is away. */
export async function readSheetProtection(app: App): Promise<Protection> {
  const { http } = app.zendesk;
  const fields = await orNone(() => readFields(http, sheetPlan.key));
  const isMade = fields?.some(({ key }) => key === sheetBody.key) ?? false;
  if (!app.user.isAdmin) return { kind: isMade ? 'guarded' : 'absent' };
  if (!isMade) {
    const subjects = await orNone(() => readRuleSubjects(http, 'fl_doc'));
    return { kind: subjects ? 'not_set_up' : 'no_plan' };
  }
  const roles = unguarded(await readPolicies(http, sheetPlan.key));
  return roles.length > 0 ? { kind: 'open', roles } : { kind: 'guarded' };
}

/** Names of the roles that may read every record. */
export const unguarded = (policies: Awaited<ReturnType<typeof readPolicies>>): string[] =>
  policies
    .filter(({ grants: { read } }) => read.isAllowed && read.ruleId === null)
    .map(({ roleName }) => roleName);

async function orNone<T>(ask: () => Promise<T>): Promise<T | null> {
  return ask().catch((cause: unknown) => {
    if (['forbidden', 'notFound'].includes(asFailure(cause).kind)) return null;
    throw cause;
  });
}
