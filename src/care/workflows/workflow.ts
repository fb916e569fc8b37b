/**
 * A notification workflow: which feedback somebody should hear of, who, by which way, when. At most five. Compiled to
 * Zendesk's own triggers and automations (`compileWorkflow.ts`), so that it works with no browser open.
 */
import * as v from 'valibot';
import { buckets } from '../ledger.ts';

export const mostWorkflows = 5;

export const workflowKinds = ['rescue', 'recognition', 'praise'] as const;
export type WorkflowKind = (typeof workflowKinds)[number];

export const channels = ['mail', 'in_app', 'webhook', 'side_conversation'] as const;
export type Channel = (typeof channels)[number];

/** What is done about ratings that look like a mail scanner's: `leave_out` waits until somebody confirmed them. */
export const suspectRules = ['any', 'leave_out', 'only'] as const;

/** `schedule`: what comes at night, at the weekend and on holidays waits for the account's business hours. */
export const hourRules = ['always', 'schedule'] as const;

const onFive = v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(5)));
const id = v.pipe(v.string(), v.regex(/^\d{1,20}$/));
const listOf = <T>(item: v.GenericSchema<unknown, T>, most: number) =>
  v.optional(v.pipe(v.array(item), v.maxLength(most)), []);
const words = (longest: number, most: number) =>
  listOf(v.pipe(v.string(), v.nonEmpty(), v.maxLength(longest)), most);

/** What is missing has its default; one that cannot be read makes the whole workflow unreadable, and so off. */
const conditions = v.object({
  /** CSAT below this, on 1-5 (a half is allowed); `null`: any. */
  csatBelow: v.optional(onFive, null),
  /** CSAT of at least this, on 1-5; `null`: any. */
  csatFrom: v.optional(onFive, null),
  /** CES below this, on 1-5, higher = easier; `null`: any. */
  cesBelow: v.optional(onFive, null),
  /** Alert on *bad (1-3)* at once, though the number is not known yet and may be a 3. */
  isEager: v.optional(v.boolean(), true),
  /** Of each list one is enough; an empty list asks for nothing. */
  buckets: listOf(v.picklist(buckets), 3),
  topics: words(80, 20),
  tags: words(80, 20),
  /** In the survey's comment, or in what the customer wrote. Matched without regard to case. */
  phrases: words(80, 20),
  groupIds: listOf(id, 50),
  brandIds: listOf(id, 50),
  suspects: v.optional(v.picklist(suspectRules), 'leave_out'),
});

const sideTarget = v.variant('kind', [
  v.object({ kind: v.literal('slack'), workspaceId: v.string(), channelId: v.string() }),
  v.object({ kind: v.literal('msteams'), channelId: v.string() }),
]);
export type SideTarget = v.InferOutput<typeof sideTarget>;

export const workflowSchema = v.object({
  /** Made once and never used again; part of the tags by which Zendesk remembers. */
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]{4,12}$/)),
  name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(60)),
  kind: v.picklist(workflowKinds),
  isOn: v.optional(v.boolean(), false),
  when: conditions,
  to: v.object({
    /** The leads of the ticket's group: `configuration.leads`. */
    isLeads: v.optional(v.boolean(), true),
    userIds: listOf(id, 20),
    groupId: v.optional(v.nullable(id), null),
  }),
  channel: v.optional(v.picklist(channels), 'mail'),
  /** Of `webhook`: which of the account's. */
  webhookId: v.optional(v.nullable(v.string()), null),
  /** Of `side_conversation`: where in Slack or Teams. */
  sideTo: v.optional(v.nullable(sideTarget), null),
  hours: v.optional(v.picklist(hourRules), 'always'),
  /** Whole hours without activity on the ticket after which Zendesk reminds, 1-168; `null` for no reminder. */
  remindAfter: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(168))), null),
  /** Alerts for one lead a day; what is beyond comes as a digest while an app is open. `null`: as many as there are. */
  budget: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))), null),
  /** May the mail quote what the customer wrote in the survey? */
  isQuoting: v.optional(v.boolean(), false),
});
export type Workflow = v.InferOutput<typeof workflowSchema>;
export type WorkflowConditions = Workflow['when'];

/** Who leads a group: Zendesk ids. */
export const leadsSchema = v.object({ groupId: id, userIds: listOf(id, 10) });
export type GroupLeads = v.InferOutput<typeof leadsSchema>;

/** Where the app is switched on; both empty means everywhere. */
export const pilotSchema = v.object({ groupIds: listOf(id, 50), brandIds: listOf(id, 50) });
export type Pilot = v.InferOutput<typeof pilotSchema>;

/** One of the account's rules as set-up wrote it: by these it is found again, and changes by others are seen. */
export const madeRuleSchema = v.object({
  /** Key of the plan: see `rulePlan.ts`. */
  key: v.pipe(v.string(), v.nonEmpty(), v.maxLength(80)),
  kind: v.picklist(['trigger', 'automation', 'view']),
  /** Empty of one that is about to be made: see `announced.ts`. */
  id: v.string(),
  /** Print of the plan it was made from, and of what Zendesk answered. */
  planned: v.string(),
  found: v.string(),
});
export type MadeRule = v.InferOutput<typeof madeRuleSchema>;

/**
 * The ticket tags of a workflow. `due`: the app hands the ticket over, and the workflow's trigger alerts at once.
 * `wait`: to be alerted later, by the app or the hourly automation. `sent`: has been alerted, once for ever.
 * `digest`: this ticket carries a digest. `reminded`: so has been whoever was alerted, once for ever.
 */
export const workflowTags = (id: string) => ({
  due: `fl_${id}_due`,
  wait: `fl_${id}_wait`,
  sent: `fl_${id}_sent`,
  digest: `fl_${id}_digest`,
  reminded: `fl_${id}_reminded`,
});

/** On tickets the app itself created to carry an alert: never asked for a rating. */
export const carrierTag = 'fl_carrier';

const anything: WorkflowConditions = {
  csatBelow: null,
  csatFrom: null,
  cesBelow: null,
  isEager: true,
  buckets: [],
  topics: [],
  tags: [],
  phrases: [],
  groupIds: [],
  brandIds: [],
  suspects: 'leave_out',
};

/** Since when each has been on: of those that were on before as it was, of the others from `now` on. */
export function onSinceOf(
  after: readonly Workflow[],
  before: { workflows: readonly Workflow[]; onSince: readonly { workflow: string; at: number }[] },
  now: number,
): { workflow: string; at: number }[] {
  const wasOn = (id: string) => before.workflows.some((one) => one.id === id && one.isOn);
  return after
    .filter(({ isOn }) => isOn)
    .map(({ id }) => {
      const known = before.onSince.find(({ workflow }) => workflow === id);
      return wasOn(id) && known ? known : { workflow: id, at: now };
    });
}

/** A new workflow as it is offered; its name is the caller's words. `csatBelow` is the account's threshold. */
export function newWorkflow(id: string, kind: WorkflowKind, name: string, csatBelow: number): Workflow {
  const when = {
    // What Zendesk's rules see at once; who is troubled by scanners leaves their clicks to an open app.
    rescue: { ...anything, csatBelow, suspects: 'any' as const },
    recognition: anything,
    praise: { ...anything, csatFrom: 5 },
  }[kind];
  return {
    id,
    name,
    kind,
    isOn: false,
    when,
    to: { isLeads: true, userIds: [], groupId: null },
    channel: kind === 'praise' ? 'in_app' : 'mail',
    webhookId: null,
    sideTo: null,
    hours: kind === 'rescue' ? 'always' : 'schedule',
    remindAfter: null,
    budget: kind === 'praise' ? 1 : null,
    isQuoting: false,
  };
}
