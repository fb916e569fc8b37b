import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPattern } from '../../src/care/configuration.ts';
import { scoreIn } from '../../src/care/pattern.ts';

describe('a pattern with {score}', () => {
  it.each([
    ['csat_2', 'csat_{score}', true, 2],
    ['CSAT_5', 'csat_{score}', true, 5],
    ['csat_5_old', 'csat_{score}', true, null],
    ['my_csat_5', 'csat_{score}', true, null],
    ['Nicereply rating: 2/5\nToo slow', 'rating: {score}/5', false, 2],
    ['Nicereply rating:   4/5', 'rating: {score}/5', false, 4],
    ['Score given by customer: 3,5 of 5', 'Score * customer: {score} of', false, 3.5],
    ['Score: 10', 'score: {score}', false, 10],
    ['Score: 1000', 'score: {score}', false, null],
    ['Score: late. Score: 4', 'Score*: {score}', false, 4],
    ['csat_web_4_x_x', 'csat_*_{score}_*_x', true, 4],
    ['CSAT by mail: late, score: 2/5', 'csat *mail* score: {score}/*', false, 2],
    ['(5) stars', '({score}) stars', false, 5],
    ['anything', 'no place for it', false, null],
  ])('%j against %j: %s', (text, pattern, isWhole, expected) => {
    expect(scoreIn(text, pattern, isWhole)).toBe(expected);
  });

  it('needs exactly one place for the number', () => {
    expect(['a{score}', 'a', '{score}{score}'].map(isPattern)).toEqual([true, false, false]);
  });

  it('never fails, whatever is typed or written', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (text, before, after) => {
        expect(() => scoreIn(text, `${before}{score}${after}`, false)).not.toThrow();
      }),
    );
  });

  it('is done in no time with a text made to be tried in every way', () => {
    const began = performance.now();
    expect(scoreIn('a'.repeat(400), '*a*a*a{score}*a*a*b', false)).toBe(null);
    expect(scoreIn(`1${'a'.repeat(400)}`, '{score}*a*a*a*b', false)).toBe(null);
    expect(scoreIn(`score${' '.repeat(5_000)}`, 'score * * {score}', false)).toBe(null);
    expect(performance.now() - began).toBeLessThan(400);
  });

  it('finds what it describes', () => {
    const plain = fc.stringMatching(/^[a-z :_]{1,12}$/).map((text) => `x${text.trim()}x`);
    fc.assert(
      fc.property(plain, plain, fc.integer({ min: 0, max: 100 }), (before, after, score) => {
        expect(scoreIn(`${before}${score}${after}`, `${before}{score}${after}`, true)).toBe(score);
      }),
    );
  });
});
