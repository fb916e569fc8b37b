import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultConfiguration } from '../../src/care/configuration.ts';
import { emptyFeedback, type Feedback } from '../../src/care/feedback.ts';
import {
  decodeQuery,
  emptyQuery,
  encodeQuery,
  facets,
  matches,
  needsDetails,
  type Query,
  type QueryContext,
  type QueryRow,
} from '../../src/care/query.ts';
import { caseWith, ratedWith } from './queueRows.ts';

const texts = (maxLength: number) =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength }).filter((text) => text.length <= 200);
const some = <T>(one: fc.Arbitrary<T>) => fc.uniqueArray(one, { maxLength: 6 });
const queries: fc.Arbitrary<Query> = fc.record({
  view: fc.constantFrom('open', 'mine', 'overdue', 'closed'),
  text: fc.oneof(fc.constant(''), texts(60)),
  status: some(fc.constantFrom('new', 'in_progress', 'escalated')),
  owner: some(fc.oneof(fc.constantFrom('me', 'nobody'), fc.nat().map(String))),
  timer: some(fc.constantFrom('overdue', 'soon', 'calm')),
  bucket: some(fc.constantFrom('agent', 'process', 'root_cause', 'none')),
  topic: some(texts(60)),
  group: some(fc.nat().map(String)),
  brand: some(fc.nat().map(String)),
  score: some(fc.constantFrom('1', '5', 'bad', 'none')),
  source: some(texts(20)),
  sort: fc.record({ by: fc.constantFrom('due', 'score', 'customer'), isDescending: fc.boolean() }),
});

describe('a query in a link', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(decodeQuery(encodeQuery(query))).toEqual(query);
      }),
    );
  });

  it('holds nothing a host would rewrite', () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(encodeQuery(query)).toMatch(/^[\w.~-]*$/);
      }),
    );
  });

  it('says only what differs from all open cases, next due first', () => {
    expect(encodeQuery(emptyQuery)).toBe('');
    expect(encodeQuery({ ...emptyQuery, view: 'mine', status: ['new', 'in_progress'] })).toBe(
      'vmine.snew-in_progress',
    );
    expect(
      encodeQuery({ ...emptyQuery, text: 'login page', sort: { by: 'score', isDescending: true } }),
    ).toBe('qlogin~20~page.Zscore');
  });

  it('made up by somebody gives what can be read of it, and never fails', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const query = decodeQuery(text);
        for (const facet of facets) expect(query[facet].length).toBeLessThanOrEqual(50);
        expect(decodeQuery(encodeQuery(query))).toEqual(query);
      }),
    );
    expect(decodeQuery('snew-new.tsometime-soon.q~110000~x.b__proto__')).toEqual({
      ...emptyQuery,
      status: ['new'],
      timer: ['soon'],
      text: 'x',
    });
    expect(decodeQuery(`q${'a'.repeat(90_000)}`).text).toHaveLength(200);
  });
});

const now = 1_800_000_000_000;
const hour = 3_600_000;
const context: QueryContext = {
  userId: '7',
  now,
  names: { '31': 'Ines Prado' },
  configuration: defaultConfiguration,
};
const rowOf = (feedback: Feedback, ticket: Partial<QueryRow['ticket']> | null = {}): QueryRow => ({
  feedback,
  ticketId: '41',
  requesterId: '31',
  ticket: ticket && { subject: 'Where is my parcel?', group_id: '5', brand_id: '9', ...ticket },
});
const base = { ...emptyFeedback('ticket:41'), case: caseWith({ dueAt: now + hour }, now) };

describe('a filter', () => {
  it.each<[string, Partial<Query>, Partial<Feedback>, boolean]>([
    ['status it has', { status: ['new'] }, {}, true],
    ['status it has not', { status: ['in_progress'] }, {}, false],
    ['one of two', { status: ['in_progress', 'new'] }, {}, true],
    ['what is not escalated', { status: ['escalated'] }, {}, false],
    ['nobody’s', { owner: ['nobody'] }, {}, true],
    ['mine', { owner: ['me'] }, { case: caseWith({ ownerId: '7' }, now) }, true],
    ['mine by number', { owner: ['7'] }, { case: caseWith({ ownerId: '7' }, now) }, true],
    ['mine, of another', { owner: ['me'] }, { case: caseWith({ ownerId: '8' }, now) }, false],
    ['overdue', { timer: ['overdue'] }, { case: caseWith({ dueAt: now - 1 }, now) }, true],
    ['overdue, before', { timer: ['overdue'] }, { case: caseWith({ dueAt: now + 1 }, now) }, false],
    ['a bucket', { bucket: ['process'] }, { bucket: 'process' }, true],
    ['no bucket', { bucket: ['none'] }, {}, true],
    ['a topic', { topic: ['login page'] }, { topic: 'login page' }, true],
    ['no topic', { topic: ['none'] }, { topic: 'login page' }, false],
    ['a group', { group: ['5'] }, {}, true],
    ['another brand', { brand: ['5'] }, {}, false],
    ['a number', { score: ['2'] }, ratedWith({ value: 2, scale: 5, verdict: 'bad' }), true],
    ['another number', { score: ['1'] }, ratedWith({ value: 2, scale: 5, verdict: 'bad' }), false],
    [
      'bad, where a number is known',
      { score: ['bad'] },
      ratedWith({ value: 3, scale: 5, verdict: null }),
      true,
    ],
    [
      'bad, where none is known',
      { score: ['bad'] },
      ratedWith({ value: null, scale: null, verdict: 'bad' }),
      true,
    ],
    ['hard effort', { score: ['bad'] }, ratedWith({ metric: 'ces', value: 2, scale: 7 }), true],
    ['no score', { score: ['none'] }, {}, true],
    ['the score’s source', { source: ['ticket_tag'] }, ratedWith({ source: 'ticket_tag' }), true],
    ['two filters, one missed', { status: ['new'], bucket: ['agent'] }, {}, false],
  ])('by %s', (_, asked, more, isFound) => {
    expect(matches(rowOf({ ...base, ...more }), { ...emptyQuery, ...asked }, context)).toBe(isFound);
  });

  it('by group knows nothing of a ticket that was not read', () => {
    expect(matches(rowOf(base, null), { ...emptyQuery, group: ['none'] }, context)).toBe(true);
    expect(needsDetails({ ...emptyQuery, group: ['5'] })).toBe(true);
    expect(needsDetails({ ...emptyQuery, status: ['new'] })).toBe(false);
  });
});

describe('a search', () => {
  const said = {
    ...base,
    topic: 'Login page',
    note: 'asked Übersetzung',
    case: caseWith({ note: 'rang twice' }, now),
  };
  it.each([
    ['parcel', true],
    ['INES', true],
    ['login ines', true],
    ['login  nobody', false],
    ['übersetz', true],
    ['twice', true],
    ['41', true],
    ['#41', true],
    ['42', false],
    ['1', false],
    ['4 ines', true],
    ['   ', true],
  ])('for “%s” finds it: %s', (text, isFound) => {
    expect(matches(rowOf(said), { ...emptyQuery, text }, context)).toBe(isFound);
  });
});
