/** The ticket field in which an open app hands a digest to Zendesk's own mail. */
import type { App } from '../app.ts';
import type { Configuration } from '../care/configuration.ts';
import { itemIds } from '../care/setup/checklist.ts';
import { digestFieldPlan } from '../care/setup/setup.ts';
import { needsDigest } from '../care/workflows/digestNeed.ts';
import type { RuleDefinitions } from '../care/workflows/rulePlan.ts';
import { findTicketField, readTicketFields } from '../zendesk/ticketFields.ts';
import { makeField } from './makeTicketFields.ts';

const item = itemIds.ticketField(digestFieldPlan.key);

/**
 * Its id: found again where it is there, made where a workflow that is on has digests to send. `null` where there is
 * none, none is needed, or the account refuses it. Throws `Failure` where Zendesk is away.
 */
export async function makeDigestField(
  app: App,
  configuration: Configuration,
  { conditions, actions }: RuleDefinitions,
  repair: readonly string[],
): Promise<string | null> {
  const { digestFieldId, leftAlone } = configuration;
  if (!needsDigest(configuration)) return digestFieldId;
  const isListed = ({ subject }: { subject: string }) => subject === `custom_fields_${digestFieldId}`;
  if (digestFieldId !== null && [...conditions, ...actions].some(isListed)) return digestFieldId;
  if (leftAlone.some(({ key }) => key === item) && !repair.includes(item)) return null;
  const fields = await readTicketFields(app.zendesk.http);
  const made = await makeField(app, digestFieldPlan, findTicketField(fields, digestFieldPlan, digestFieldId));
  return 'id' in made ? made.id : null;
}
