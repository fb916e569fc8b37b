/** What a list of cases is asked for, and the plain question it begins with; see `query.ts` for what follows from it. */
import type { Urgency } from './due.ts';
import type { Bucket } from './ledger.ts';

/** Filters by what they choose from, in the order they are offered. Nothing chosen means everything. */
export const facets = [
  'status',
  'owner',
  'timer',
  'bucket',
  'topic',
  'group',
  'brand',
  'score',
  'source',
] as const;
export type Facet = (typeof facets)[number];

export interface Query {
  /** Name of one of the list's views; who reads it checks that there is such a view. */
  view: string;
  /** Words that must all be in subject, customer, topic, note or number of the ticket. */
  text: string;
  /** Lanes, and `escalated`. */
  status: string[];
  /** `me` is whoever looks, `nobody`, or a Zendesk user id. */
  owner: string[];
  timer: Urgency[];
  bucket: (Bucket | 'none')[];
  /** A topic, or `none`, as with all that follow. */
  topic: string[];
  /** Zendesk ids. */
  group: string[];
  brand: string[];
  /** `1`…`5`, `good`, `bad`, `none`. */
  score: string[];
  /** Where the score came from: see `sourceOrder`. */
  source: string[];
  /** Id of a column; `due` ascending is the view's own order. */
  sort: { by: string; isDescending: boolean };
}

export const emptyQuery: Query = {
  view: 'open',
  text: '',
  status: [],
  owner: [],
  timer: [],
  bucket: [],
  topic: [],
  group: [],
  brand: [],
  score: [],
  source: [],
  sort: { by: 'due', isDescending: false },
};

/** Is nothing asked beyond a view in its own order? */
export const isPlain = ({ text, sort, ...query }: Query) =>
  text.trim() === '' && isOwnOrder(sort) && facets.every((facet) => query[facet].length === 0);

export const isOwnOrder = ({ by, isDescending }: Query['sort']) =>
  by === emptyQuery.sort.by && isDescending === emptyQuery.sort.isDescending;
