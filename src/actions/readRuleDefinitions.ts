import type { App } from '../app.ts';
import type { RuleDefinitions } from '../care/workflows/rulePlan.ts';
import { readDefinitions } from '../zendesk/ruleDefinitions.ts';

/** What this account's rules may test and do. One call, for agents. Throws `Failure`. */
export const readRuleDefinitions = (app: App): Promise<RuleDefinitions> => readDefinitions(app.zendesk.http);
