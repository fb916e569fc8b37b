/** What asks this account's customers for a rating, what the survey asks them, and what could be sent on Solved. */
import type { App } from '../app.ts';
import type { Configuration, SurveyKind } from '../care/configuration.ts';
import {
  type OnSolved,
  onSolvedKey,
  onSolvedPlan,
  ownTrigger,
  type Sender,
  type SurveyMail,
  sendersIn,
  slowSender,
} from '../care/setup/surveyDelivery.ts';
import type { FoundRule } from '../care/workflows/rulePlan.ts';
import { readRules } from '../zendesk/rules.ts';
import { readRuleDefinitions } from './readRuleDefinitions.ts';
import { readStoredConfiguration } from './readStoredConfiguration.ts';
import { readSurvey } from './readSurvey.ts';

export interface AskedQuestion {
  id: string;
  headline: string;
  /** Number of steps; `null` where the survey does not tell. */
  scale: number | null;
}

export interface SurveyDelivery {
  /** `null` where this account has no survey at all. */
  kind: SurveyKind | null;
  csat: AskedQuestion | null;
  /** The question that asks for effort, as chosen; else those that could. */
  ces: AskedQuestion | null;
  others: AskedQuestion[];
  /** Other people's rules that are on. */
  senders: Sender[];
  /** The trigger made here, also while it is off. */
  own: FoundRule | null;
  /** Rules switched off for it that are still off. */
  replaced: FoundRule[];
  /** The one of `senders` that sending on Solved would replace. */
  slow: Sender | null;
  /** `null` where triggers cannot ask. */
  offer: OnSolved | null;
  /** The account has more rules than were read. */
  isCut: boolean;
}

/** Six calls. `mail` is what is written where no rule tells how the account asks. Throws `Failure`. */
export async function readSurveyDelivery(app: App, mail: SurveyMail): Promise<SurveyDelivery> {
  const { http } = app.zendesk;
  const [configuration, triggers, automations, definitions, survey] = await Promise.all([
    readStoredConfiguration(app),
    readRules(http, 'trigger'),
    readRules(http, 'automation'),
    readRuleDefinitions(app),
    readSurvey(app),
  ]);
  const rules = [...triggers.rules, ...automations.rules];
  const own = ownTrigger(rules, knownId(configuration));
  const foreign = sendersIn(rules.filter((rule) => rule !== own));
  const replaced = rules.filter((rule) => !rule.isActive && isReplaced(configuration, rule));
  const senders = foreign.filter(({ rule }) => rule.isActive);
  const slow = slowSender(senders);
  // What was replaced still tells how this account asks.
  const basis = slow ?? slowSender(foreign.filter(({ rule }) => replaced.includes(rule)));
  return {
    ...meaning(survey, configuration),
    senders,
    own,
    replaced,
    slow,
    offer: onSolvedPlan(basis, definitions, mail),
    isCut: triggers.isCut || automations.isCut,
  };
}

/** The id the trigger was made with, as set-up remembers it. */
export const knownId = ({ made }: Configuration) => made.find(({ key }) => key === onSolvedKey)?.id ?? null;

const isReplaced = ({ surveyReplaced }: Configuration, { kind, id }: FoundRule) =>
  surveyReplaced.some((one) => one.kind === kind && one.id === id);

function meaning({ kind, questions }: Awaited<ReturnType<typeof readSurvey>>, configuration: Configuration) {
  const asked = questions.map(({ id, headline, scale }) => ({ id, headline, scale }));
  const isCsat = ({ id }: AskedQuestion) => questions.some((one) => one.id === id && one.isCsat);
  const isCes = ({ id }: AskedQuestion) =>
    configuration.questions.some((one) => one.id === id && one.metric === 'ces');
  const ces = asked.find(isCes) ?? null;
  const others = asked.filter((one) => !isCsat(one) && one !== ces);
  return { kind, csat: asked.find(isCsat) ?? null, ces, others };
}
