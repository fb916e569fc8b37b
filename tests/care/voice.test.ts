import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Case, emptyFeedback, type Feedback } from '../../src/care/feedback.ts';
import { buckets } from '../../src/care/ledger.ts';
import { standingAnswers, voiceCounts, voiceQuestions } from '../../src/care/voice.ts';

describe('the closing questions', () => {
  it('are four, and five where the own mood is asked', () => {
    expect(voiceQuestions(null, {}, false)).toHaveLength(4);
    expect(voiceQuestions(null, {}, true).map(({ id }) => id)).toContain('own_mood');
  });

  it('are never more than five, with one key for each answer and the skips after them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(null, ...buckets),
        fc.string(),
        fc.boolean(),
        (bucket, cause, asksOwnMood) => {
          const questions = voiceQuestions(bucket, { cause }, asksOwnMood);
          expect(questions.length).toBeLessThanOrEqual(5);
          expect(Math.max(...questions.map(({ options }) => options.length))).toBeLessThanOrEqual(5);
        },
      ),
    );
  });

  it('follow the cause just named, else the bucket', () => {
    const obstacles = (bucket: (typeof buckets)[number] | null, cause: string) =>
      voiceQuestions(bucket, { cause }, false)[1]?.options;
    expect(obstacles('agent', 'root_cause')).toContain('product');
    expect(obstacles('agent', 'outside')).toContain('tone');
    expect(obstacles(null, 'outside')).toContain('transfer');
  });

  it('drop an answer to a follow-up that another cause no longer asks', () => {
    const answers = { cause: 'agent', obstacle: 'product', customer_mood: 'calm', own_mood: 'tired' };
    expect(standingAnswers(null, answers, false)).toEqual({ cause: 'agent', customer_mood: 'calm' });
    expect(standingAnswers(null, { ...answers, cause: 'root_cause' }, true)).toEqual({
      ...answers,
      cause: 'root_cause',
    });
  });
});

const voiced = (key: string, answers: Record<string, string>): Feedback => ({
  ...emptyFeedback(key),
  case: { voice: { answers, skipped: null } } as unknown as Case,
});

describe('what was answered', () => {
  const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) =>
    voiced(key, { cause: key < 'e' ? 'agent' : 'process' }),
  );

  it('is shown from five different people on', () => {
    const four = { a: '1', b: '2', c: '3', d: '4', e: '4', f: '4' };
    expect(voiceCounts(six, four)).toEqual({});
    expect(voiceCounts(six, { ...four, f: '5' })).toEqual({
      cause: { respondents: 5, n: 6, counts: { agent: 4, process: 2 } },
    });
  });

  it('is counted by question: five people who answered another one do not help', () => {
    const mixed = six.map((one, index) =>
      index === 0 ? voiced('a', { cause: 'agent', own_mood: 'tired' }) : one,
    );
    const shown = voiceCounts(mixed, { a: '1', b: '2', c: '3', d: '4', e: '5', f: '6' });
    expect(Object.keys(shown)).toEqual(['cause']);
  });

  it('leaves out answers of nobody knows whom', () => {
    expect(voiceCounts(six, { a: '1', b: '2', c: '3', d: '4' })).toEqual({});
    expect(voiceCounts(six, { a: '1', b: '2', c: '3', d: '4', e: '5' }).cause?.n).toBe(5);
  });

  it('never shows a question fewer than five people answered', () => {
    const answer = fc.record({ by: fc.constantFrom('1', '2', '3', '4', '5', '6'), mood: fc.string() });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 30 }), (given) => {
        const feedbacks = given.map(({ mood }, index) => voiced(String(index), { customer_mood: mood }));
        const closers = Object.fromEntries(given.map(({ by }, index) => [String(index), by]));
        const people = new Set(given.map(({ by }) => by)).size;
        expect('customer_mood' in voiceCounts(feedbacks, closers)).toBe(people >= 5);
      }),
    );
  });
});
