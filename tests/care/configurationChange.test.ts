import { describe, expect, it } from 'vitest';
import { type Configuration, defaultConfiguration, type ScoreSource } from '../../src/care/configuration.ts';
import { changesBetween, parseChanges, rebased } from '../../src/care/configurationChange.ts';

const source = (id: string, own: Partial<ScoreSource> = {}): ScoreSource => ({
  id,
  kind: 'tag',
  metric: 'csat',
  fieldId: null,
  pattern: `${id}_{score}`,
  lowest: 1,
  scale: 5,
  isLowerBetter: false,
  headline: id.toUpperCase(),
  ...own,
});
const having = (own: Partial<Configuration>): Configuration => ({ ...defaultConfiguration, ...own });
const question = { id: 'q', metric: 'ces' as const, scale: 5, headline: 'How easy?', isLowerBetter: false };

const kinds = (before: Partial<Configuration>, after: Partial<Configuration>) =>
  changesBetween(having(before), having(after)).map(({ kind, id, member, from, to }) =>
    [kind, id ?? member, from, to].filter((part) => part !== null).join(' '),
  );

describe('what a version changed', () => {
  it.each([
    [{ csatThreshold: 3 }, { csatThreshold: 4 }, ['value csatThreshold 3 4']],
    [{ casesSince: null }, { casesSince: 5 }, ['value casesSince 5']],
    [{}, { scoreSources: [source('a')] }, ['source_added a CSAT 1-5, a_{score}']],
    [{ scoreSources: [source('a')] }, {}, ['source_removed a']],
    [
      { scoreSources: [source('a')] },
      { scoreSources: [source('a', { scale: 7 })] },
      ['source_changed a CSAT 1-5, a_{score} CSAT 1-7, a_{score}'],
    ],
    [
      { scoreSources: [source('a')] },
      { scoreSources: [source('a', { headline: 'New' })] },
      ['source_renamed a A'],
    ],
    [
      { scoreSources: [source('a')] },
      { scoreSources: [source('a', { isLowerBetter: true })] },
      ['direction a higher lower'],
    ],
    [
      { scoreSources: [source('a'), source('b')] },
      { scoreSources: [source('b'), source('a')] },
      ['sources_reordered'],
    ],
    [{ scoreSources: [source('a'), source('b')] }, { scoreSources: [source('b')] }, ['source_removed a']],
    [{ questions: [] }, { questions: [{ ...question, metric: null }] }, []],
    [{ questions: [{ ...question, metric: null }] }, { questions: [question] }, ['question_used q']],
    [{ questions: [question] }, { questions: [{ ...question, metric: null }] }, ['question_unused q']],
    [
      { questions: [question] },
      { questions: [{ ...question, isLowerBetter: true }] },
      ['direction q higher lower'],
    ],
    [{ questions: [question] }, { questions: [{ ...question, scale: 7 }] }, ['question_changed q']],
    [{ scoreSources: [source('a')] }, { scoreSources: [source('a')] }, []],
  ])('%j → %j', (before, after, expected) => {
    expect(kinds(before, after)).toEqual(expected);
  });

  it('reads back from its copy, without what nobody understands', () => {
    const changes = changesBetween(having({}), having({ csatThreshold: 4, scoreSources: [source('a')] }));
    const body: unknown = JSON.parse(
      JSON.stringify({ changes: [...changes, { kind: 'workflow_added' }, 7] }),
    );
    expect(parseChanges(body)).toEqual(changes);
    expect(parseChanges('{')).toEqual([]);
  });
});

describe('one’s own changes over somebody else’s', () => {
  it('leave alone what one did not touch', () => {
    const basis = having({ version: 2 });
    const mine = { ...basis, csatThreshold: 4 };
    const theirs = having({ version: 3, targetHours: 8, csatThreshold: 2 });
    expect(rebased(mine, basis, theirs)).toEqual({ ...theirs, csatThreshold: 4 });
  });
});
