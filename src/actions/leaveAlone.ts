/** Leaves what somebody else changed as it is from now on, or takes that back. */
import type { App } from '../app.ts';
import type { Configuration } from '../care/configuration.ts';
import { isAnnounced } from '../care/setup/announced.ts';
import { itemIds } from '../care/setup/checklist.ts';
import { gonePrint } from '../care/setup/ruleState.ts';
import { digestFieldPlan, type TicketFieldPlan, ticketFieldPlans } from '../care/setup/setup.ts';
import { printOf } from '../care/workflows/rulePlan.ts';
import { readRule } from '../zendesk/rules.ts';
import { findTicketField, readTicketFields } from '../zendesk/ticketFields.ts';
import { amendConfiguration } from './amendConfiguration.ts';
import { ticketFieldPrint } from './makeTicketFields.ts';
import { readStoredConfiguration } from './readStoredConfiguration.ts';

type Memory = Partial<Pick<Configuration, 'mirror' | 'digestFieldId'>>;

/**
 * `itemId` as in the checklist: a rule, a view or a ticket field; of anything else nothing is remembered. It counts for
 * what stands there now: a later change is told again. Answers the configuration. Admins only. Throws `Failure`.
 */
export async function leaveAlone(app: App, itemId: string, isLeft: boolean): Promise<Configuration> {
  const known = await readStoredConfiguration(app);
  const found = isLeft ? await foundPrint(app, itemId, known) : null;
  return amendConfiguration(app, (current) => ({
    leftAlone: [
      ...current.leftAlone.filter(({ key }) => key !== itemId),
      ...(found === null ? [] : [{ key: itemId, found }]),
    ],
    ...(found === gonePrint && withoutField(itemId, current)),
  }));
}

/** `null` for what is no rule and no ticket field. */
async function foundPrint(app: App, itemId: string, known: Configuration): Promise<string | null> {
  const { http } = app.zendesk;
  const made = known.made.find((one) => one.key === itemId && !isAnnounced(one));
  if (made) {
    const rule = await readRule(http, made.kind, made.id);
    return rule === null ? gonePrint : printOf(rule);
  }
  const plan = fieldPlanOf(itemId);
  if (!plan) return null;
  const id = plan.key === 'digest' ? known.digestFieldId : known.mirror[plan.key];
  return ticketFieldPrint(plan, findTicketField(await readTicketFields(http), plan, id));
}

const fieldPlanOf = (itemId: string): TicketFieldPlan | undefined =>
  [...ticketFieldPlans, digestFieldPlan].find(({ key }) => itemIds.ticketField(key) === itemId);

/** Nothing is written to a field that is not there. */
function withoutField(itemId: string, { mirror }: Configuration): Memory {
  const plan = fieldPlanOf(itemId);
  if (!plan) return {};
  return plan.key === 'digest' ? { digestFieldId: null } : { mirror: { ...mirror, [plan.key]: null } };
}
