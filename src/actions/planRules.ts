/** All rules the configuration asks for: of the workflows that are on, and the shared views. */
import type { App } from '../app.ts';
import type { Configuration } from '../care/configuration.ts';
import { type PlannedRule, plannedPrint } from '../care/setup/ruleState.ts';
import { type CompileProblem, compileWorkflow } from '../care/workflows/compileWorkflow.ts';
import type { RuleAccount } from '../care/workflows/ruleAccount.ts';
import type { RuleDefinitions, RulePlan } from '../care/workflows/rulePlan.ts';
import type { MailWords } from '../care/workflows/ruleTexts.ts';
import { viewPlans } from '../care/workflows/viewPlans.ts';

export interface PlanProblem extends CompileProblem {
  workflowId: string;
  workflowName: string;
}

export interface RulesPlanned {
  plans: PlannedRule[];
  /** Rules that were left out, and why: the account cannot, or the settings lack something. */
  problems: PlanProblem[];
}

/** Pure but for the words. */
export function planRules(
  app: Pick<App, 't'>,
  configuration: Configuration,
  definitions: RuleDefinitions,
): RulesPlanned {
  const account = accountOf(configuration, definitions);
  const words = mailWords(app.t);
  const planned = configuration.workflows
    .filter(({ isOn }) => isOn)
    .map((workflow) => {
      const { rules, problems } = compileWorkflow(workflow, account, words);
      const plain = compileWorkflow(workflow, account, plainWords).rules;
      const { id: workflowId, name: workflowName } = workflow;
      return {
        plans: rules.map((rule, index) => ({ ...rule, print: plannedPrint(plain[index] ?? rule) })),
        problems: problems.map((problem) => ({ ...problem, workflowId, workflowName })),
      };
    });
  // Views go by what the mirror puts on tickets.
  const views = configuration.mirror.isOn ? viewPlans.map(withPrint) : [];
  return {
    plans: [...planned.flatMap(({ plans }) => plans), ...views],
    problems: planned.flatMap(({ problems }) => problems),
  };
}

const withPrint = (plan: RulePlan): PlannedRule => ({ ...plan, print: plannedPrint(plan) });

/** What of the configuration and the account the rules depend on. */
export function accountOf(configuration: Configuration, definitions: RuleDefinitions): RuleAccount {
  const { survey, leads, otherLeads, pilot, digestFieldId } = configuration;
  const hasHours = definitions.conditions.some(({ subject }) => subject === 'in_business_hours');
  return { definitions, survey, leads, otherLeads, pilot, hasHours, digestFieldId };
}

/** Zendesk fills these in when it sends the mail. */
const placeholders = {
  id: '{{ticket.id}}',
  link: '{{ticket.link}}',
  group: '{{ticket.group.name}}',
  rating: '{{satisfaction.current_rating}}',
  comment: '{{satisfaction.current_comment}}',
  workflow: '{workflow}',
};

/** In the language of whoever writes the rules. */
export function mailWords(t: App['t']): MailWords {
  return {
    subject: t('mail.subject', placeholders),
    body: t('mail.body', placeholders),
    quote: t('mail.quote', placeholders),
    reminderSubject: t('mail.reminder_subject', placeholders),
    reminderBody: t('mail.reminder_body', placeholders),
    digestSubject: t('mail.digest_subject', placeholders),
    digestBody: t('mail.digest_body', placeholders),
    praiseSubject: t('mail.praise_subject', placeholders),
    praiseBody: t('mail.praise_body', placeholders),
  };
}

/** The number grows when the words say something new, so that rules with the old ones are renewed. */
const edition = 1;
const plainWords: MailWords = {
  subject: `subject ${edition}`,
  body: `body ${edition}`,
  quote: `quote ${edition}`,
  reminderSubject: `reminder subject ${edition}`,
  reminderBody: `reminder body ${edition}`,
  digestSubject: `digest subject ${edition}`,
  digestBody: `digest body ${edition}`,
  praiseSubject: `praise subject ${edition}`,
  praiseBody: `praise body ${edition}`,
};
