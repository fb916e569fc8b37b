import { describe, expect, it } from 'vitest';
import { nobody } from '../../../src/care/attribution.ts';
import { type Configuration, defaultConfiguration } from '../../../src/care/configuration.ts';
import type { Feedback } from '../../../src/care/feedback.ts';
import { freshFor, praisedFrom, praiseOf } from '../../../src/care/workflows/praise.ts';
import { newWorkflow } from '../../../src/care/workflows/workflow.ts';
import { rating, withRatings } from '../ratings.ts';

const now = 200_000_000;
const answeredAt = now - 3_600_000;
const praise = (csatFrom: number | null, isOn = true) => {
  const made = newWorkflow('p1ab', 'praise', 'Praise', 3);
  return { ...made, isOn, when: { ...made.when, csatFrom } };
};
const account = (...workflows: Configuration['workflows']) => ({ ...defaultConfiguration, workflows });
const credited = (userId: string, feedback: Feedback): Feedback => ({
  ...feedback,
  attribution: {
    atSolve: userId,
    atSurvey: userId,
    atRating: userId,
    replies: null,
    groupId: null,
    isReassignedAfter: false,
  },
});
const five = (given = {}) => credited('7', withRatings(rating({ value: 5, answeredAt, ...given })));
const found = (feedback: Feedback, configuration: Configuration = account(praise(5))) =>
  praiseOf([feedback], '7', configuration, now).map(({ csat }) => csat);

describe('what an agent is told', () => {
  it.each<[string, Feedback, number[]]>([
    ['a five credited to them', five(), [5]],
    ['a four where fives count', five({ value: 4 }), []],
    ['a good without number where fives count', five({ value: null, verdict: 'good' }), []],
    ['what is credited to somebody else', credited('8', five()), []],
    ['what is credited to nobody', credited(nobody, five()), []],
    ['what nobody worked out yet', { ...five(), attribution: null }, []],
    ['what is older than a day and a half', five({ answeredAt: now - freshFor - 1 }), []],
    [
      'what was set aside',
      { ...five(), setAside: { reason: 'test' as const, note: null, byId: '1', at: 0 } },
      [],
    ],
    ['what looks like a machine’s', { ...five(), suspicion: { signs: [], isConfirmed: false } }, []],
    [
      'what looked like one and was confirmed',
      { ...five(), suspicion: { signs: [], isConfirmed: true } },
      [5],
    ],
    ['a conversation without ticket', { ...five(), key: 'conversation:abc' }, []],
    ['a ten of ten', five({ value: 10, scale: 10 }), [5]],
  ])('%s', (_what: string, feedback: Feedback, expected: number[]) => {
    expect(found(feedback)).toEqual(expected);
  });

  it('takes good without a number where fours count', () => {
    expect(found(five({ value: null, verdict: 'good' }), account(praise(4)))).toEqual([null]);
  });

  it('is nothing while no recognition workflow is on', () => {
    expect(found(five(), account())).toEqual([]);
    expect(found(five(), account(praise(5, false)))).toEqual([]);
  });

  it('goes by the lowest of several', () => {
    expect(praisedFrom(account(praise(5), praise(4), praise(2, false)))).toBe(4);
  });

  it('puts the newest first', () => {
    const older = { ...five({ answeredAt: answeredAt - 1_000 }), key: 'ticket:2' };
    const keys = praiseOf([older, five()], '7', account(praise(5)), now).map(({ key }) => key);
    expect(keys).toEqual(['ticket:1', 'ticket:2']);
  });
});
