/** What is asked of a report: when, of whom, and by what it is broken down. */
import type { TextColumn } from './columns.ts';

/** Epoch milliseconds, `to` not included. */
export interface Period {
  from: number;
  to: number;
}

/** Every feedback has exactly one value of each, `null` included: the parts of a breakdown add up to the whole. */
export const dimensions = [
  'group',
  'agent',
  'owner',
  'bucket',
  'topic',
  'channel',
  'brand',
  'source',
  'status',
  'score',
] as const;
export type Dimension = (typeof dimensions)[number];

/** Steps of time a trend has. */
export const steps = ['day', 'week', 'month'] as const;
export type Step = (typeof steps)[number];

/** The dimensions whose values are texts of rows. The others: bucket and status by name, score `1`-`5`, `good`, `bad`. */
export const textOf: Partial<Record<Dimension, TextColumn>> = {
  group: 'groupId',
  agent: 'agentId',
  owner: 'ownerId',
  topic: 'topic',
  channel: 'channel',
  brand: 'brandId',
  source: 'source',
};

/** Any of the values of each dimension asked for; `null` stands for none. */
export type Filters = Partial<Record<Dimension, readonly (string | null)[]>>;

export interface Question {
  period: Period;
  /** To compare with; `null` for no comparison. */
  before: Period | null;
  filters: Filters;
  /** `null` for the whole alone. */
  by: Dimension | null;
  /** Does a rating count that looks like a machine's click nobody has checked? */
  hasSuspected: boolean;
  /** The account's clock, epoch milliseconds: open cases are as old as that. */
  now: number;
}
