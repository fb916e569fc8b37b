import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Case, emptyFeedback, type Feedback, unbegun } from '../../src/care/feedback.ts';
import { type Bucket, contactResults, steps } from '../../src/care/ledger.ts';
import { nextStep } from '../../src/care/nextStep.ts';

const hour = 3_600_000;
const openedAt = 1_000 * hour;

const fresh: Case = {
  ...unbegun,
  rule: 'csat_below',
  threshold: 3,
  openedAt,
  dueAt: openedAt + 24 * hour,
  soonAt: openedAt + 12 * hour,
  firstDueAt: null,
  isProvisional: false,
  ownerId: '1',
};

const feedbackWith = (change: Partial<Case> | null, bucket: Bucket | null = null): Feedback => ({
  ...emptyFeedback('ticket:1'),
  bucket,
  case: change && { ...fresh, ...change },
});

const tried = (result: (typeof contactResults)[number], contacts = 1): Partial<Case> => ({
  contacts,
  firstActionAt: openedAt + hour,
  lastContact: { channel: 'call', result, at: openedAt + hour },
  contactedAt: result === 'reached' ? openedAt + hour : null,
});
const calm = { isVip: false, isRepeat: false, now: openedAt + hour };
const suspicion = { signs: [], isConfirmed: false };

describe('the next step', () => {
  it.each<[string, Feedback, Partial<typeof calm>, string]>([
    [
      'checks a doubtful rating before anything',
      { ...feedbackWith({}), suspicion },
      {},
      'check_rating suspected',
    ],
    ['takes what nobody has', feedbackWith({ ownerId: null }), {}, 'take unassigned'],
    [
      'calls who goes first, even before taking',
      feedbackWith({ ownerId: null }),
      { isVip: true },
      'call vip',
    ],
    ['calls who was let down before', feedbackWith({}, 'root_cause'), { isRepeat: true }, 'call repeat'],
    [
      'calls when half of the time is gone',
      feedbackWith({}, 'agent'),
      { now: openedAt + 12 * hour },
      'call half_gone',
    ],
    ['calls when it is overdue', feedbackWith({}, 'agent'), { now: openedAt + 24 * hour }, 'call late'],
    ['hears the agent first', feedbackWith({}, 'agent'), {}, 'ask_agent about_agent'],
    ['calls about a process', feedbackWith({}, 'process'), {}, 'call about_process'],
    ['writes about a root cause', feedbackWith({}, 'root_cause'), {}, 'reply about_root_cause'],
    ['calls where nobody said what it was about', feedbackWith({}), {}, 'call no_contact'],
    ['tries again', feedbackWith(tried('no_answer')), {}, 'try_again no_answer'],
    ['writes after three tries', feedbackWith(tried('no_answer', 3)), {}, 'reply tried_enough'],
    ['writes to who did not want to talk', feedbackWith(tried('refused')), {}, 'reply refused'],
    ['asks what it was about once reached', feedbackWith(tried('reached')), {}, 'name_cause no_cause'],
    ['hands a root cause on', feedbackWith(tried('reached'), 'root_cause'), {}, 'escalate needs_fix'],
    [
      'closes a root cause handed on before',
      feedbackWith({ ...tried('reached'), timesEscalated: 1 }, 'root_cause'),
      {},
      'close reached',
    ],
    ['closes when all is done', feedbackWith(tried('reached'), 'process'), {}, 'close reached'],
  ])('%s', (_, feedback, circumstances, expected) => {
    const step = nextStep(feedback, { ...calm, ...circumstances });
    expect(`${step?.kind} ${step?.reason}`).toBe(expected);
  });

  it.each([
    ['no case', feedbackWith(null)],
    ['a closed case', feedbackWith({ status: 'closed' })],
    [
      'what is set aside',
      { ...feedbackWith({}), setAside: { reason: 'test' as const, note: null, byId: '1', at: 1 } },
    ],
  ])('proposes nothing for %s', (_, feedback) => {
    expect(nextStep(feedback, calm)).toBeNull();
  });

  it('never proposes what was declined, and comes to an end', () => {
    const circumstances = fc.record({
      bucket: fc.constantFrom<Bucket | null>('agent', 'process', 'root_cause', null),
      result: fc.option(fc.constantFrom(...contactResults)),
      contacts: fc.integer({ min: 1, max: 4 }),
      isVip: fc.boolean(),
      isRepeat: fc.boolean(),
      isDoubted: fc.boolean(),
    });
    fc.assert(
      fc.property(circumstances, ({ bucket, result, contacts, isVip, isRepeat, isDoubted }) => {
        const change = result === null ? {} : tried(result, contacts);
        const declined: (typeof steps)[number][] = [];
        for (let round = 0; round <= steps.length; round += 1) {
          const feedback = {
            ...feedbackWith({ ...change, declined }, bucket),
            suspicion: isDoubted ? suspicion : null,
          };
          const step = nextStep(feedback, { ...calm, isVip, isRepeat });
          if (!step) return declined.length > 0;
          expect(declined).not.toContain(step.kind);
          declined.push(step.kind);
        }
        return false;
      }),
    );
  });
});
