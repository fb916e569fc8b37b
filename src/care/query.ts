/** Which cases a query means, and the query as the end of an address. */
import { caseScore } from './caseScore.ts';
import type { Configuration } from './configuration.ts';
import { type Urgency, urgencies, urgencyOf } from './due.ts';
import { type Feedback, laneOf, ratedAt } from './feedback.ts';
import { buckets } from './ledger.ts';
import { emptyQuery, type Facet, facets, isOwnOrder, type Query } from './plainQuery.ts';
import { effortOf, onFive, type Rating, verdictOf } from './rating.ts';

export { emptyQuery, type Facet, facets, isOwnOrder, type Query };

/** Facets whose values are on the ticket, not in the list's own records. */
const ticketFacets: readonly Facet[] = ['group', 'brand'];

/** What no row has. */
export const none = 'none';

/** One letter each, so that a link stays short. `z` and `Z` are the order, upwards and downwards. */
const letters: Record<Facet, string> = {
  status: 's',
  owner: 'o',
  timer: 't',
  bucket: 'b',
  topic: 'i',
  group: 'g',
  brand: 'r',
  score: 'c',
  source: 'f',
};

/** What a hostile link may ask for at most: values in one filter, characters in one value, and in all. */
const most = { values: 50, value: 200, all: 20_000 };

/** As the end of an address, `''` for `emptyQuery`: letters, digits and `_-.~` alone, which no host rewrites. */
export function encodeQuery(query: Query): string {
  const { view, text, sort } = query;
  return [
    view === emptyQuery.view ? '' : `v${escaped(view)}`,
    text === '' ? '' : `q${escaped(text)}`,
    ...facets.map((facet) =>
      query[facet].length === 0 ? '' : letters[facet] + query[facet].map(escaped).join('-'),
    ),
    isOwnOrder(sort) ? '' : (sort.isDescending ? 'Z' : 'z') + escaped(sort.by),
  ]
    .filter((part) => part !== '')
    .join('.');
}

/** Whatever can be read of it; the rest is as in `emptyQuery`. */
export function decodeQuery(text: string): Query {
  const parts = new Map(
    text
      .slice(0, most.all)
      .split('.')
      .map((part): [string, string] => [part.slice(0, 1), part.slice(1)]),
  );
  const one = (letter: string) => unescaped(parts.get(letter) ?? '');
  const list = (facet: Facet) => valuesIn(parts.get(letters[facet]) ?? '');
  const isDescending = parts.has('Z');
  return {
    view: one('v') || emptyQuery.view,
    text: one('q'),
    status: list('status'),
    owner: list('owner'),
    timer: known(urgencies, list('timer')),
    bucket: known([...buckets, none], list('bucket')),
    topic: list('topic'),
    group: list('group'),
    brand: list('brand'),
    score: list('score'),
    source: list('source'),
    sort: { by: one(isDescending ? 'Z' : 'z') || emptyQuery.sort.by, isDescending },
  };
}

const escaped = (text: string) =>
  [...text.slice(0, most.value)]
    .map((letter) => (/\w/.test(letter) ? letter : `~${(letter.codePointAt(0) ?? 32).toString(16)}~`))
    .join('');

const unescaped = (text: string) =>
  text
    .replace(/~([0-9a-f]{1,6})~/g, (_, hex: string) => {
      const point = Number.parseInt(hex, 16);
      return point > 0x10ffff ? '' : String.fromCodePoint(point);
    })
    .slice(0, most.value);

const valuesIn = (text: string) =>
  [...new Set(text.split('-').map(unescaped))].filter((value) => value !== '').slice(0, most.values);

const known = <T extends string>(all: readonly T[], given: readonly string[]): T[] =>
  given.flatMap((value) => all.find((one) => one === value) ?? []);

/** What is asked about one row. `ticket` is `null` while it was not read, or may not be seen. */
export interface QueryRow {
  feedback: Feedback;
  ticketId: string | null;
  requesterId: string | null;
  ticket: { subject: string | null; group_id: string | null; brand_id: string | null } | null;
}

export interface QueryContext {
  userId: string;
  /** Epoch milliseconds. */
  now: number;
  /** Of customers, by user id. */
  names: Record<string, string>;
  configuration: Configuration;
}

/** The values a row has of a filter; at least one. */
export function valuesOf(facet: Facet, row: QueryRow, context: QueryContext): string[] {
  const { feedback, ticket } = row;
  const { case: current } = feedback;
  switch (facet) {
    case 'status':
      return current?.escalation ? [laneOf(feedback), 'escalated'] : [laneOf(feedback)];
    case 'owner':
      if (!current?.ownerId) return ['nobody'];
      return current.ownerId === context.userId ? ['me', current.ownerId] : [current.ownerId];
    case 'timer':
      return [timerOf(feedback, context.now)];
    case 'bucket':
      return [feedback.bucket ?? none];
    case 'topic':
      return [feedback.topic || none];
    case 'group':
      return [ticket?.group_id ?? none];
    case 'brand':
      return [ticket?.brand_id ?? none];
    case 'score':
      return scoresOf(caseScore(feedback, context.configuration));
    case 'source':
      return [caseScore(feedback, context.configuration)?.source ?? none];
  }
}

function timerOf(feedback: Feedback, now: number): Urgency {
  const { case: current } = feedback;
  return current ? urgencyOf(current, ratedAt(feedback) ?? current.openedAt, now) : 'calm';
}

/** A number also counts as good or bad; effort that is hard as bad, easy as good. */
function scoresOf(rating: Rating | null): string[] {
  if (!rating) return [none];
  const { value, scale, lowest, metric } = rating;
  const isNumber = value !== null && scale !== null;
  const step = isNumber ? [String(Math.round(onFive(value, scale, lowest)))] : [];
  if (metric === 'csat') return [...step, verdictOf(rating) ?? []].flat();
  const effort = isNumber ? effortOf(value, scale, lowest) : 'neutral';
  return effort === 'neutral' ? step : [...step, effort === 'hard' ? 'bad' : 'good'];
}

/** Does the row belong to what is asked, its view apart? */
export function matches(row: QueryRow, query: Query, context: QueryContext): boolean {
  return hasWords(row, wordsIn(query.text), context) && misses(row, query, context).length === 0;
}

/** The filters the row does not pass. */
export const misses = (row: QueryRow, query: Query, context: QueryContext): Facet[] =>
  facets.filter((facet) => {
    const chosen: readonly string[] = query[facet];
    return chosen.length > 0 && !valuesOf(facet, row, context).some((value) => chosen.includes(value));
  });

/** What is searched for, word by word, in small letters. */
export const wordsIn = (text: string) => text.toLowerCase().split(/\s+/).filter(Boolean);

/** Are all the words somewhere in what the row says, or the beginning of its ticket's number? */
export function hasWords(row: QueryRow, words: readonly string[], { names }: QueryContext): boolean {
  if (words.length === 0) return true;
  const { feedback, ticketId, requesterId, ticket } = row;
  const said = [
    ticket?.subject,
    names[requesterId ?? ''],
    feedback.topic,
    feedback.note,
    feedback.case?.note,
  ];
  const text = said.join('\n').toLowerCase();
  const number = `#${ticketId ?? ''}`;
  return words.every(
    (word) => text.includes(word) || number.startsWith(word.startsWith('#') ? word : `#${word}`),
  );
}

/** Can it only be answered with tickets and customers' names at hand? */
export const needsDetails = (query: Query) =>
  query.text.trim() !== '' || ticketFacets.some((facet) => query[facet].length > 0);
