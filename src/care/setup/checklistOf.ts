/** Makes the checklist of what a probe found, for the configuration as it is. Pure. */

import type { Configuration } from '../configuration.ts';
import { clockItems, roleItems, scoreItems, surveyItems, syncItems } from './checkAccount.ts';
import type { CheckItem } from './checklist.ts';
import { ruleItems } from './checkRules.ts';
import { storageItems } from './checkStorage.ts';
import { ticketFieldItems } from './checkTicketFields.ts';
import type { Probe } from './probe.ts';
import type { PlannedRule } from './ruleState.ts';

/** Rules that cannot be: why, in a code of `checks.why`. */
export interface RuleProblem {
  workflowId: string;
  workflowName: string;
  code: string;
  values: Readonly<Record<string, string | number>>;
}

export interface ChecklistOptions {
  configuration: Configuration;
  /** IANA name of the person's zone, `undefined` where Zendesk does not tell. */
  timeZone: string | undefined;
  /** `null` where the definitions could not be read. */
  rules: { plans: readonly PlannedRule[]; problems: readonly RuleProblem[] } | null;
}

/** In the order of the areas. */
export function checklistOf(probe: Probe, options: ChecklistOptions): CheckItem[] {
  const { configuration, timeZone, rules } = options;
  return [
    ...storageItems(probe),
    ...ticketFieldItems(probe, configuration),
    ...scoreItems(probe, configuration),
    ...surveyItems(probe, configuration),
    ...ruleItems(probe, configuration, rules),
    ...roleItems(probe),
    ...clockItems(probe, configuration, timeZone),
    ...syncItems(probe),
  ];
}
