/** What an admin governs, kept as one versioned JSON in the installation's hidden setting `configuration`. */
import * as v from 'valibot';
import { type AttributionRule, attributionRules } from './attribution.ts';
import { type NotedAct, notedActs } from './moves.ts';
import { type Outcome, outcomeSchema, ownOutcomes } from './outcome.ts';
import { instant, metrics } from './rating.ts';
import { type Schedule, scheduleSchema } from './schedule.ts';
import {
  type GroupLeads,
  leadsSchema,
  type MadeRule,
  madeRuleSchema,
  mostWorkflows,
  type Pilot,
  pilotSchema,
  type Workflow,
  workflowSchema,
} from './workflows/workflow.ts';

/** News of this key, and what frames keep under this name, are the account's settings; `rev` is their version. */
export const settingsName = 'configuration';

export const surveyKinds = ['customizable', 'legacy'] as const;
export type SurveyKind = (typeof surveyKinds)[number];

const question = v.object({
  id: v.string(),
  metric: v.nullable(v.picklist(metrics)),
  /** Number of steps. */
  scale: v.number(),
  headline: v.string(),
  /** The survey's version the scale was read from; answers to another version have that one's. */
  version: v.optional(v.number()),
  /** The low end of the scale is the good one (as in CES 1.0). Never for Zendesk's own CSAT. */
  isLowerBetter: v.optional(v.boolean(), false),
});
export type ScaleQuestion = v.InferOutput<typeof question>;

export const scoreSourceKinds = ['field', 'tag', 'comment'] as const;
export type ScoreSourceKind = (typeof scoreSourceKinds)[number];

/** Is there a `{score}`, once? See `pattern.ts`. */
export const isPattern = (pattern: string) => pattern.split('{score}').length === 2;

/** A place on the ticket where another survey tool leaves its score. */
export const scoreSource = v.object({
  /** Made once and never used again: the ledger's ratings name it. */
  id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(40)),
  kind: v.picklist(scoreSourceKinds),
  metric: v.picklist(metrics),
  /** Of `field`: the ticket field's id. */
  fieldId: v.optional(v.nullable(v.string()), null),
  /** Of `tag` and `comment`: text with `{score}` where the number stands; see `pattern.ts`. */
  pattern: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(200), v.check(isPattern))), null),
  /** The ends of its scale. Numbers outside are no score. */
  lowest: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1)),
  scale: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(100)),
  isLowerBetter: v.optional(v.boolean(), false),
  /** What it asks, as screens name it. */
  headline: v.pipe(v.string(), v.maxLength(120)),
});
export type ScoreSource = v.InferOutput<typeof scoreSource>;

/** Who may take a feedback out of the figures. */
export const setAsideRights = ['everyone', 'admins'] as const;
export type SetAsideRight = (typeof setAsideRights)[number];

/** A number field of the organization or the person who asks, by key. `unit` as typed: `€ a year`. */
export const customerValue = v.object({
  of: v.picklist(['organization', 'user']),
  fieldKey: v.pipe(v.string(), v.nonEmpty(), v.maxLength(100)),
  unit: v.pipe(v.string(), v.maxLength(20)),
});
export type CustomerValue = v.InferOutput<typeof customerValue>;

const fieldId = v.fallback(v.nullable(v.string()), null);
const mirror = v.object({
  isOn: v.fallback(v.boolean(), true),
  status: fieldId,
  bucket: fieldId,
  due: fieldId,
  score: fieldId,
});
/** Ticket field ids by what they say. */
export type Mirror = v.InferOutput<typeof mirror>;

export const defaultConfiguration = {
  version: 1,
  /** A CSAT below this of 5 opens a case. */
  csatThreshold: 3,
  /** A CES below this, on 1-5 with higher = easier, opens a case. */
  cesThreshold: 3,
  /** Hours from the rating until the first action is due, 4-24. */
  targetHours: 24,
  /** Minutes from the rating until the first outreach is due, 15-240; `null` for no target of its own. */
  firstActionMinutes: null as number | null,
  /** The hours both targets count in; `null` for the calendar. */
  schedule: null as Schedule | null,
  /** Closed cases stay closed. */
  isForwardOnly: false,
  /** What may not be done without a note. */
  requiredNotes: ['close', 'reopen'] as NotedAct[],
  /** How a case may end, in the order they are offered; never none. */
  outcomes: [...ownOutcomes] as Outcome[],
  /** No longer offered. Kept because closed cases name them. */
  formerOutcomes: [] as Outcome[],
  /** Closing a case asks what whoever closed it saw; `asksOwnMood` adds how they are. */
  asksVoice: true,
  asksOwnMood: false,
  /** Customers who go first: by tag on the ticket, or by the id of their organization. */
  vipTags: [] as string[],
  vipOrganizations: [] as string[],
  /** Tickets of one customer within so many days are a repeat, 1-365. */
  repeatDays: 14,
  /** The ticket fields that say of an open ticket what the ledger says; `null` for one that is not there. */
  mirror: { isOn: true, status: null, bucket: null, due: null, score: null } as Mirror,
  /** The survey's scale questions as set-up found them. The one with metric `ces` asks for effort. */
  questions: [] as ScaleQuestion[],
  /** What this account's CSAT is: numbers on a scale, or good and bad; `null` until set-up found out. */
  survey: null as SurveyKind | null,
  /** Where other survey tools leave scores on tickets; of one kind, the earlier wins. */
  scoreSources: [] as ScoreSource[],
  /** No longer read. Kept because recorded ratings name them, and with them the direction of their scale. */
  formerSources: [] as ScoreSource[],
  /** The rule by which a feedback is credited to an agent; the others can be seen beside it. */
  attributionRule: 'at_solve' as AttributionRule,
  setAsideBy: 'everyone' as SetAsideRight,
  /** Ratings given earlier are history and open no case by themselves; epoch milliseconds, `null` for no limit. */
  casesSince: null as number | null,
  /** Topics offered beside the bucket. */
  topics: [] as string[],
  /** Since when each workflow has been on, epoch milliseconds: what was rated earlier alerts nobody. */
  onSince: [] as { workflow: string; at: number }[],
  /** Who leads which group, and who leads all others; Zendesk ids. Alerts go to them. */
  leads: [] as GroupLeads[],
  otherLeads: [] as string[],
  workflows: [] as Workflow[],
  /** Ratings elsewhere are recorded for comparison, and alert nobody. */
  pilot: { groupIds: [], brandIds: [] } as Pilot,
  /** Triggers, automations and views set-up wrote, so that they are known again. */
  made: [] as MadeRule[],
  /** Keys of rules somebody changed, which an admin asked to leave so; with the print they were left with. */
  leftAlone: [] as { key: string; found: string }[],
  /** Rules that sent the survey until set-up, on request, switched them off for its own; to be put back. */
  surveyReplaced: [] as { kind: 'trigger' | 'automation'; id: string }[],
  /** The ticket field a digest is handed to Zendesk in; `null` where there is none. */
  digestFieldId: null as string | null,
  /** Texts typed by staff are blanked so many months after a case was closed; `null` keeps them. */
  keepMonths: null as number | null,
  /** A works council's wish: figures of single agents are shown to nobody, and their sheets do not exist. */
  hidesAgents: false,
  /** The field that holds what a customer is worth; `null` where reports say nothing about money. */
  customerValue: null as CustomerValue | null,
  /** The huddle: nobody is its constructive item twice in so many days; may it name agents beyond praise? */
  huddleDays: 14,
  huddleNamesAgents: false,
};

export type Configuration = typeof defaultConfiguration;

/** The items that can be read: one from a newer version, or a broken one, does not take the others with it. */
const listOf = <T>(item: v.GenericSchema<unknown, T>) =>
  v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((items): T[] => items.flatMap((given) => (v.is(item, given) ? v.parse(item, given) : []))),
    ),
    [],
  );

const schema = v.object({
  version: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), defaultConfiguration.version),
  csatThreshold: v.fallback(
    v.pipe(v.number(), v.minValue(1), v.maxValue(5)),
    defaultConfiguration.csatThreshold,
  ),
  cesThreshold: v.fallback(
    v.pipe(v.number(), v.minValue(1), v.maxValue(5)),
    defaultConfiguration.cesThreshold,
  ),
  targetHours: v.fallback(
    v.pipe(v.number(), v.minValue(4), v.maxValue(24)),
    defaultConfiguration.targetHours,
  ),
  firstActionMinutes: v.fallback(v.nullable(v.pipe(v.number(), v.minValue(15), v.maxValue(240))), null),
  schedule: v.fallback(v.nullable(scheduleSchema), null),
  isForwardOnly: v.fallback(v.boolean(), defaultConfiguration.isForwardOnly),
  requiredNotes: v.fallback(v.array(v.picklist(notedActs)), defaultConfiguration.requiredNotes),
  outcomes: v.fallback(v.pipe(listOf(outcomeSchema), v.minLength(1)), [...ownOutcomes]),
  formerOutcomes: listOf(outcomeSchema),
  asksVoice: v.fallback(v.boolean(), defaultConfiguration.asksVoice),
  asksOwnMood: v.fallback(v.boolean(), defaultConfiguration.asksOwnMood),
  vipTags: listOf(v.pipe(v.string(), v.maxLength(80))),
  vipOrganizations: listOf(v.pipe(v.string(), v.maxLength(20))),
  repeatDays: v.fallback(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365)),
    defaultConfiguration.repeatDays,
  ),
  mirror: v.fallback(mirror, defaultConfiguration.mirror),
  questions: listOf(question),
  survey: v.fallback(v.nullable(v.picklist(surveyKinds)), null),
  scoreSources: listOf(scoreSource),
  formerSources: listOf(scoreSource),
  attributionRule: v.fallback(v.picklist(attributionRules), defaultConfiguration.attributionRule),
  setAsideBy: v.fallback(v.picklist(setAsideRights), defaultConfiguration.setAsideBy),
  casesSince: v.fallback(v.nullable(instant), null),
  topics: listOf(v.pipe(v.string(), v.maxLength(80))),
  onSince: listOf(v.object({ workflow: v.string(), at: instant })),
  leads: listOf(leadsSchema),
  otherLeads: listOf(v.pipe(v.string(), v.maxLength(20))),
  workflows: v.pipe(
    listOf(workflowSchema),
    v.transform((all) => all.slice(0, mostWorkflows)),
  ),
  pilot: v.fallback(pilotSchema, defaultConfiguration.pilot),
  made: listOf(madeRuleSchema),
  leftAlone: listOf(v.object({ key: v.string(), found: v.string() })),
  surveyReplaced: listOf(v.object({ kind: v.picklist(['trigger', 'automation']), id: v.string() })),
  digestFieldId: v.fallback(v.nullable(v.string()), null),
  keepMonths: v.fallback(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120))), null),
  hidesAgents: v.fallback(v.boolean(), false),
  customerValue: v.fallback(v.nullable(customerValue), null),
  huddleDays: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)), 14),
  huddleNamesAgents: v.fallback(v.boolean(), false),
});

/** Reads the setting; a missing or broken member takes its default, so that one bad value never stops the app. */
export function parseConfiguration(setting: unknown): Configuration {
  return v.parse(schema, { ...objectIn(setting) });
}

/** The setting as an object, members that only other versions know included; empty where it is none. */
export function objectIn(setting: unknown): object {
  if (typeof setting === 'object' && setting !== null) return setting;
  if (typeof setting !== 'string') return {};
  try {
    const parsed: unknown = JSON.parse(setting);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
