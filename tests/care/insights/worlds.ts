/** Random ledgers, folded: what accounts may come to hold. */
import fc from 'fast-check';
import { type Configuration, defaultConfiguration } from '../../../src/care/configuration.ts';
import { emptyFeedback, type Feedback } from '../../../src/care/feedback.ts';
import { type Fact, fold } from '../../../src/care/fold.ts';
import { type Columns, columnsOf } from '../../../src/care/insights/columns.ts';
import { dimensions, type Question } from '../../../src/care/insights/question.ts';
import { type Row, type RowPlace, rowOf } from '../../../src/care/insights/row.ts';
import {
  buckets,
  type CaseStatus,
  caseStatuses,
  contactResults,
  type NewEvent,
} from '../../../src/care/ledger.ts';
import { outcomeKinds } from '../../../src/care/outcome.ts';
import type { Rating } from '../../../src/care/rating.ts';
import type { Schedule } from '../../../src/care/schedule.ts';

export const start = Date.UTC(2026, 2, 1);
export const day = 86_400_000;
/** Long enough for two periods, with the clocks going forward in the midst. */
export const end = start + 60 * day;

/** One feedback and what only its ticket tells. */
export interface Told {
  feedback: Feedback;
  place: RowPlace;
}

export interface RandomWorld {
  told: Told[];
  configuration: Configuration;
}

const people = ['11', '12', '13'];
const question = { csat: 'asked_csat', ces: 'asked_ces' };

const csat: fc.Arbitrary<Partial<Rating>> = fc.oneof(
  fc.integer({ min: 1, max: 5 }).map((value) => ({ value, scale: 5, verdict: value > 3 ? 'good' : 'bad' })),
  fc.constantFrom('good', 'bad').map((verdict) => ({ value: null, scale: null, verdict })),
  fc.integer({ min: 0, max: 10 }).map((value) => ({ value, scale: 10, lowest: 0, verdict: null })),
) as fc.Arbitrary<Partial<Rating>>;
const ces: fc.Arbitrary<Partial<Rating>> = fc
  .constantFrom(5, 7)
  .chain((scale) => fc.integer({ min: 1, max: scale }).map((value) => ({ value, scale, verdict: null })));

const rating = (metric: 'csat' | 'ces') =>
  fc.record({
    given: metric === 'csat' ? csat : ces,
    source: fc.constantFrom('survey_responses', 'ticket_field'),
    definition: fc.constantFrom(null, question[metric]),
    before: fc.constantFrom(null, 0, 600_000),
  });

/** Facts by the moment they are written at. */
const said = fc
  .oneof({
    weight: 4,
    arbitrary: fc.record({ csat: fc.option(rating('csat')), ces: fc.option(rating('ces')) }),
  })
  .map(
    ({ csat: first, ces: second }) =>
      (at: number): NewEvent => ({
        kind: 'rated',
        body: {
          isAlreadyRevised: false,
          ratings: [
            { metric: 'csat' as const, one: first },
            { metric: 'ces' as const, one: second },
          ].flatMap(({ metric, one }) =>
            one
              ? [
                  {
                    metric,
                    value: null,
                    scale: null,
                    lowest: 1,
                    verdict: null,
                    asOf: null,
                    ...one.given,
                    source: one.source,
                    definition: one.definition,
                    answeredAt: one.before === null ? null : at - one.before,
                  },
                ]
              : [],
          ),
        },
      }),
  );

const opened = fc
  .record({
    rule: fc.constantFrom('csat_below' as const, 'ces_below' as const, 'by_hand' as const),
    isProvisional: fc.boolean(),
    hours: fc.integer({ min: 1, max: 24 }),
  })
  .map(
    ({ rule, isProvisional, hours }) =>
      (at: number): NewEvent => ({
        kind: 'case_opened',
        body: {
          rule,
          threshold: 3,
          isProvisional,
          dueAt: at + hours * 3_600_000,
          soonAt: null,
          firstDueAt: null,
        },
      }),
  );

const attributed = fc
  .record({
    who: fc.constantFrom('nobody', 'not_proved', ...people),
    group: fc.constantFrom(null, '21', '22'),
  })
  .map(
    ({ who, group }) =>
      (): NewEvent => ({
        kind: 'attributed',
        body: {
          atSolve: who,
          atSurvey: who,
          atRating: 'nobody',
          replies: null,
          groupId: group,
          isReassignedAfter: false,
        },
      }),
  );

const plain = (event: NewEvent) => () => event;

const worked = fc.oneof(
  fc
    .constantFrom(null, ...buckets)
    .map((bucket) =>
      plain({ kind: 'bucket_set', body: { bucket, topic: bucket && `about ${bucket}`, note: null } }),
    ),
  fc
    .constantFrom(null, ...people)
    .map((ownerId) => plain({ kind: 'case_assigned', body: { ownerId, reason: null } })),
  fc
    .tuple(fc.constantFrom(...caseStatuses), fc.constantFrom(null, ...outcomeKinds))
    .map(([to, outcome]) => plain({ kind: 'case_moved', body: { to, outcome, note: 'said' } })),
  fc
    .constantFrom(...contactResults)
    .map((result) => plain({ kind: 'contacted', body: { channel: 'call', result, note: null } })),
  fc.constant(plain({ kind: 'replied', body: { ticketId: '1', isFollowUp: false } })),
  fc.constant(plain({ kind: 'escalated', body: { kind: 'note', to: null, reason: 'help' } })),
  fc.constant(plain({ kind: 'case_withdrawn', body: {} })),
);

const doubted = fc
  .constantFrom<NewEvent>(
    { kind: 'suspected', body: { signs: ['no_comment'] } },
    { kind: 'confirmed', body: {} },
    { kind: 'set_aside', body: { reason: 'test', note: null } },
    { kind: 'restored', body: {} },
    { kind: 'rating_removed', body: { metrics: ['csat'] } },
    { kind: 'rating_removed', body: { metrics: ['ces'] } },
    { kind: 'linked', body: { ticketId: '9' } },
    { kind: 'disputed', body: { reason: 'not_my_work', note: null } },
    { kind: 'dispute_decided', body: { decision: 'accepted', creditTo: '12', note: null } },
    { kind: 'dispute_decided', body: { decision: 'rejected', creditTo: null, note: null } },
    { kind: 'dispute_withdrawn', body: {} },
  )
  .map(plain);

/** A case as most go, broken off anywhere, opened again now and then. */
const course = fc
  .tuple(
    opened,
    fc.constantFrom(...contactResults),
    fc.constantFrom(...outcomeKinds),
    said,
    fc.boolean(),
    fc.integer({ min: 1, max: 9 }),
  )
  .map(([open, result, outcome, score, isContacted, length]) => {
    const moved = (to: CaseStatus) =>
      plain({ kind: 'case_moved', body: { to, outcome: to === 'closed' ? outcome : null, note: 'said' } });
    const tried = isContacted
      ? [plain({ kind: 'contacted', body: { channel: 'call', result, note: null } })]
      : [];
    const taken = plain({ kind: 'case_assigned', body: { ownerId: '11', reason: null } });
    const all = [
      open,
      taken,
      moved('in_progress'),
      ...tried,
      score,
      moved('closed'),
      score,
      moved('in_progress'),
    ];
    return [...all, moved('closed')].slice(0, length);
  });

const fact = fc.oneof(
  { weight: 4, arbitrary: said },
  { weight: 3, arbitrary: opened },
  { weight: 8, arbitrary: worked },
  { weight: 2, arbitrary: attributed },
  { weight: 1, arbitrary: doubted },
);

const ledger = fc.record({
  begins: fc.integer({ min: 0, max: 59 * 24 * 60 }),
  first: fc.oneof(
    { weight: 5, arbitrary: said },
    { weight: 1, arbitrary: opened },
    { weight: 1, arbitrary: worked },
  ),
  going: fc.oneof(fc.constant<((at: number) => NewEvent)[]>([]), course),
  facts: fc.array(fc.record({ make: fact, minutes: fc.integer({ min: 0, max: 3000 }) }), { maxLength: 8 }),
  hasTicket: fc.boolean(),
  place: fc.record({
    channel: fc.constantFrom(null, 'email', 'web'),
    brandId: fc.constantFrom(null, '31'),
    groupId: fc.constantFrom(null, '21', '23'),
  }),
});

/** Nine to five in Berlin, Monday to Friday. */
export const officeHours: Schedule = {
  id: '1',
  name: 'Office',
  timeZone: 'Europe/Berlin',
  intervals: [1, 2, 3, 4, 5].map((weekday) => ({
    start: (weekday * 24 + 9) * 60,
    end: (weekday * 24 + 17) * 60,
  })),
  holidays: [],
  readAt: 0,
};

const settings: fc.Arbitrary<Configuration> = fc
  .record({
    schedule: fc.constantFrom(null, officeHours),
    survey: fc.constantFrom(null, 'legacy' as const, 'customizable' as const),
    attributionRule: fc.constantFrom('at_solve' as const, 'at_rating' as const, 'most_replies' as const),
    isReversed: fc.boolean(),
  })
  .map(({ isReversed, ...given }) => ({
    ...defaultConfiguration,
    ...given,
    questions: [
      { id: question.ces, metric: 'ces', label: 'How easy', isLowerBetter: isReversed },
    ] as unknown as Configuration['questions'],
  }));

export const worlds: fc.Arbitrary<RandomWorld> = fc
  .record({ ledgers: fc.array(ledger, { maxLength: 40, size: 'max' }), configuration: settings })
  .map(({ ledgers, configuration }) => ({
    configuration,
    told: ledgers.map(({ begins, first, going, facts, hasTicket, place }, index) => {
      const key = hasTicket ? `ticket:${100 + index}` : `conversation:c${index}`;
      const begun = going.map((make, step) => ({ make, minutes: 70 * step }));
      const all = [{ make: first, minutes: 0 }, ...begun, ...facts];
      let at = start + begins * 60_000;
      const written = all.map(({ make, minutes }, place): Fact => {
        at += minutes * 60_000;
        return { ...make(at), seq: place + 1, part: 0, byId: '11', at, operation: '', isEdited: false };
      });
      return { feedback: fold(emptyFeedback(key), written), place };
    }),
  }));

export const columnsOfWorld = ({ told, configuration }: RandomWorld): Columns =>
  columnsOf(
    told
      .map(({ feedback, place }) => rowOf(feedback, place, configuration))
      .filter((row): row is Row => row !== null),
  );

const middle = start + 30 * day;

/** The second month against the first, by anything. */
export const questions: fc.Arbitrary<Question> = fc
  .record({
    by: fc.constantFrom(null, ...dimensions),
    hasSuspected: fc.boolean(),
    isFiltered: fc.boolean(),
  })
  .map(({ by, hasSuspected, isFiltered }) => ({
    period: { from: middle, to: end },
    before: { from: start, to: middle },
    filters: isFiltered ? { group: [null, '21'], status: [null, 'closed', 'new'] } : {},
    by,
    hasSuspected,
    now: end + 5 * day,
  }));
