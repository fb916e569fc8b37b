import { describe, expect, it } from 'vitest';
import { withMeaning } from '../../src/care/setup/surveyQuestions.ts';
import { offersIn } from '../../src/care/sourceOffers.ts';

const seen = (tags: string[] = [], values: [string, string[]][] = []) => ({ tags, values: new Map(values) });

describe('offered as a source', () => {
  it.each([
    ['Survey score', ['4', '2'], { metric: 'csat', lowest: 1, scale: '5', isLowerBetter: false }],
    ['CES score', ['6'], { metric: 'ces', lowest: 1, scale: '7' }],
    ['Ticket score (0-10)', [], { metric: 'csat', lowest: 0, scale: '10' }],
    ['Customer effort (1-7, low = easy)', [], { metric: 'ces', scale: '7', isLowerBetter: true }],
    ['CSAT', ['csat_4', 'none'], { metric: 'csat', scale: '5' }],
  ])('is the field “%s”', (title, values, expected) => {
    const [offer] = offersIn([{ id: '9', title }], seen([], [['9', values]]), []);
    expect(offer).toMatchObject({ kind: 'field', fieldId: '9', pattern: null, headline: title, ...expected });
  });

  it('is no field that merely holds such letters', () => {
    expect(
      offersIn(
        [
          { id: '9', title: 'Process' },
          { id: '8', title: 'Success plan' },
        ],
        seen(),
        [],
      ),
    ).toEqual([]);
  });

  it('are tags that end in a number, once for each way of writing', () => {
    const offers = offersIn(
      [],
      seen(['csat_1', 'csat_4', 'CES_score_7', 'ces_score_2', 'vip', 'csat_sent']),
      [],
    );
    expect(offers.map(({ pattern, metric, scale }) => [pattern, metric, scale])).toEqual([
      ['csat_{score}', 'csat', '5'],
      ['CES_score_{score}', 'ces', '7'],
      ['ces_score_{score}', 'ces', '5'],
    ]);
  });

  it('is nothing that is a source already', () => {
    const used = [
      { kind: 'field' as const, fieldId: '9', pattern: null },
      { kind: 'tag' as const, fieldId: null, pattern: 'csat_{score}' },
    ];
    expect(offersIn([{ id: '9', title: 'CSAT' }], seen(['csat_1']), used)).toEqual([]);
  });
});

describe('the survey’s questions', () => {
  const csat = { id: 'c', isCsat: true, scale: 5, headline: 'Satisfied?' };
  const other = (id: string) => ({ id, isCsat: false, scale: 5, headline: id });
  const meanings = (questions: ReturnType<typeof withMeaning>) =>
    questions.map(({ id, metric }) => [id, metric]);

  it('take the only other scale for effort', () => {
    expect(meanings(withMeaning([csat, other('e')], []))).toEqual([
      ['c', 'csat'],
      ['e', 'ces'],
    ]);
  });

  it('leave several, or one alone, to a person', () => {
    expect(meanings(withMeaning([csat, other('e'), other('f')], []))).toEqual([
      ['c', 'csat'],
      ['e', null],
      ['f', null],
    ]);
    expect(meanings(withMeaning([other('e')], []))).toEqual([['e', null]]);
  });

  it('keep what a person chose, “not used” too, and what is no longer asked', () => {
    const known = [
      { id: 'e', metric: null, scale: 5, headline: 'old', isLowerBetter: true },
      { id: 'gone', metric: 'ces' as const, scale: 7, headline: 'gone', isLowerBetter: true },
    ];
    expect(withMeaning([csat, other('e')], known)).toMatchObject([
      { id: 'c', metric: 'csat' },
      { id: 'e', metric: null, headline: 'e', isLowerBetter: true },
      { id: 'gone', metric: 'ces', isLowerBetter: true },
    ]);
  });
});
