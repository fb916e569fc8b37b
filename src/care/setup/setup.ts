import { lanes } from '../feedback.ts';
import { buckets } from '../ledger.ts';
import { bucketValue, type MirrorField, statusValue } from '../mirror.ts';

/** Everything set-up creates in the account, as one declared list. Idempotent: what exists is left alone. */

export interface FieldPlan {
  key: string;
  type: 'text' | 'textarea' | 'integer' | 'dropdown' | 'lookup';
  title: string;
  options?: readonly string[];
  target?: 'zen:ticket' | 'zen:user';
}

export interface ObjectPlan {
  key: string;
  title: string;
  titlePluralized: string;
  /** The unique name is the ledger's lock: it must be unique before the first record exists. */
  isNameUnique: boolean;
  fields: readonly FieldPlan[];
}

export const objectPlans: readonly ObjectPlan[] = [
  {
    key: 'fl_event',
    title: 'Feedback Loop event',
    titlePluralized: 'Feedback Loop events',
    isNameUnique: true,
    fields: [
      { key: 'feedback', type: 'text', title: 'Feedback' },
      { key: 'seq', type: 'integer', title: 'Number' },
      { key: 'kind', type: 'text', title: 'Kind' },
      { key: 'operation', type: 'text', title: 'Operation' },
      { key: 'body', type: 'textarea', title: 'Body' },
    ],
  },
  {
    key: 'fl_feedback',
    title: 'Feedback',
    titlePluralized: 'Feedback',
    isNameUnique: false,
    fields: [
      { key: 'ticket', type: 'lookup', title: 'Ticket', target: 'zen:ticket' },
      { key: 'requester', type: 'lookup', title: 'Requester', target: 'zen:user' },
      { key: 'owner', type: 'lookup', title: 'Owner', target: 'zen:user' },
      {
        key: 'status',
        type: 'dropdown',
        title: 'Case status',
        options: lanes,
      },
      { key: 'bucket', type: 'dropdown', title: 'Bucket', options: ['agent', 'process', 'root_cause'] },
      { key: 'rated_at', type: 'text', title: 'Rated at' },
      { key: 'due_at', type: 'text', title: 'Due at' },
      { key: 'rev', type: 'integer', title: 'Revision' },
      { key: 'state', type: 'textarea', title: 'State' },
    ],
  },
  {
    key: 'fl_doc',
    title: 'Feedback Loop document',
    titlePluralized: 'Feedback Loop documents',
    isNameUnique: false,
    fields: [
      { key: 'kind', type: 'text', title: 'Kind' },
      { key: 'body', type: 'textarea', title: 'Body' },
    ],
  },
];

export interface TicketFieldPlan<K extends string = MirrorField | 'digest'> {
  key: K;
  type: 'tagger' | 'date' | 'decimal' | 'textarea';
  /** By which set-up finds it again where the configuration was lost; people see it in their forms. */
  title: string;
  /** For agents. */
  description: string;
  options?: readonly { name: string; value: string }[];
}

const kept = 'Kept by Feedback Loop: what is typed here is written over.';

const statusNames = {
  new: 'New',
  in_progress: 'In progress',
  closed: 'Closed',
  check_first: 'Check first',
  set_aside: 'Set aside',
};
const bucketNames = { agent: 'Agent', process: 'Process', root_cause: 'Root cause' };

/** What open tickets say of their feedback, for triggers, views and reports. */
export const ticketFieldPlans: readonly TicketFieldPlan<MirrorField>[] = [
  {
    key: 'status',
    type: 'tagger',
    title: 'Feedback status',
    description: `Where the feedback case stands. ${kept}`,
    options: (Object.keys(statusNames) as (keyof typeof statusNames)[]).map((lane) => ({
      name: statusNames[lane],
      value: statusValue(lane),
    })),
  },
  {
    key: 'bucket',
    type: 'tagger',
    title: 'Feedback bucket',
    description: `What the feedback was about. ${kept}`,
    options: buckets.map((bucket) => ({ name: bucketNames[bucket], value: bucketValue(bucket) })),
  },
  {
    key: 'due',
    type: 'date',
    title: 'Feedback due',
    description: `The day the feedback case is due; the time of day is in the app. ${kept}`,
  },
  {
    key: 'score',
    type: 'decimal',
    title: 'Feedback score',
    description: `The customer’s CSAT on 1-5, higher is better. ${kept}`,
  },
];

/** Carries a digest to Zendesk's own mail; made only where a workflow has one to send. */
export const digestFieldPlan: TicketFieldPlan<'digest'> = {
  key: 'digest',
  type: 'textarea',
  title: 'Feedback digest',
  description: `The list of tickets a lead was last sent in one mail. ${kept}`,
};
