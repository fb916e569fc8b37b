/** One alert on its way: what was decided, about which feedback, on which ticket. */
import type { AlertDecision } from '../care/workflows/alerting.ts';
import type { Workflow } from '../care/workflows/workflow.ts';
import type { ListedFeedback } from '../zendesk/feedbackLists.ts';
import type { Outside } from '../zendesk/outside.ts';
import type { Ticket } from '../zendesk/tickets.ts';

/** What alerts are sent with. */
export interface AlertApp extends Outside {
  /** The account's name in its addresses; `null` where Zendesk did not say. */
  subdomain: string | null;
}

export interface Alert extends Omit<AlertDecision, 'workflow'> {
  workflow: Workflow;
  row: ListedFeedback;
  ticket: Ticket;
}

/**
 * What became of it. `again`: somebody was faster or is at it, the next round sees what is left to do. `busy`: others may
 * be making it this moment. `later`: the next hour. `mailed`: done but for the tag `sent`. `forbidden`: not for this person's role. `refused`: nor for
 * anybody else's, as it seems.
 */
export type AlertOutcome = 'done' | 'mailed' | 'again' | 'busy' | 'later' | 'gone' | 'forbidden' | 'refused';

export type AlertOutcomes = [alert: Alert, outcome: AlertOutcome][];

/** Those of one name together, in the order they come. */
export function groupedBy<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const own = groups.get(nameOf(item));
    if (own) own.push(item);
    else groups.set(nameOf(item), [item]);
  }
  return groups;
}
