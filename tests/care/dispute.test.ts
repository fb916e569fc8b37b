import { describe, expect, it } from 'vitest';
import type { Attribution } from '../../src/care/attribution.ts';
import { defaultConfiguration } from '../../src/care/configuration.ts';
import { mayDecide, mayDispute, otherCredits } from '../../src/care/dispute.ts';
import { emptyFeedback, type Feedback } from '../../src/care/feedback.ts';
import { foldAll } from '../../src/care/fold.ts';
import { rowOf } from '../../src/care/insights/row.ts';
import type { LedgerEvent, NewEvent } from '../../src/care/ledger.ts';

const [mia, ola, lead] = ['11', '12', '13'];
const attribution: Attribution = {
  atSolve: mia,
  atSurvey: ola,
  atRating: mia,
  replies: [
    { agentId: ola, count: 3 },
    { agentId: mia, count: 1 },
  ],
  groupId: '5',
  isReassignedAfter: false,
};
const rating = {
  metric: 'csat' as const,
  value: 2,
  scale: 5,
  lowest: 1,
  verdict: 'bad' as const,
  source: 'survey_responses',
  definition: null,
  answeredAt: 1_000,
  asOf: null,
};
const written = (seq: number, byId: string, event: NewEvent): LedgerEvent =>
  ({ ...event, seq, part: 0, byId, at: seq * 1_000, operation: String(seq), isEdited: false }) as LedgerEvent;
const rated = written(1, lead, { kind: 'rated', body: { ratings: [rating], isAlreadyRevised: false } });
const credited = written(2, lead, { kind: 'attributed', body: attribution });
const disputed = (seq: number, byId = mia) =>
  written(seq, byId, { kind: 'disputed', body: { reason: 'not_my_work', note: 'Ola had it' } });
const decided = (
  seq: number,
  byId: string,
  decision: 'accepted' | 'rejected',
  creditTo: string | null = null,
) => written(seq, byId, { kind: 'dispute_decided', body: { decision, creditTo, note: null } });
const stateAfter = (...events: LedgerEvent[]): Feedback => foldAll('ticket:1', [rated, credited, ...events]);
const person = (id: string, isAdmin = false) => ({ id, isAdmin });
const leading = { ...defaultConfiguration, otherLeads: [lead] };
const agentIn = (feedback: Feedback) =>
  rowOf(feedback, { channel: null, brandId: null, groupId: null }, leading)?.agentId;

describe('a disputed score', () => {
  it('may be raised by whom it is credited to, once, while it counts', () => {
    expect(mayDispute(stateAfter(), person(mia), leading)).toBe(true);
    expect(mayDispute(stateAfter(), person(ola), leading)).toBe(false);
    expect(mayDispute(stateAfter(), person(lead, true), leading)).toBe(false);
    expect(mayDispute(stateAfter(disputed(3)), person(mia), leading)).toBe(false);
    expect(mayDispute(emptyFeedback('ticket:1'), person(mia), leading)).toBe(false);
    const aside = written(3, lead, { kind: 'set_aside', body: { reason: 'test', note: null } });
    expect(mayDispute(stateAfter(aside), person(mia), leading)).toBe(false);
  });

  it('is decided by leads and admins, and by nobody in their own cause', () => {
    const open = stateAfter(disputed(3));
    expect(mayDecide(open, person(lead), leading)).toBe(true);
    expect(mayDecide(open, person(ola), leading)).toBe(false);
    expect(mayDecide(open, person(ola, true), leading)).toBe(true);
    expect(mayDecide(open, person(mia, true), leading)).toBe(false);
    expect(mayDecide(stateAfter(), person(lead), leading)).toBe(false);
    // A hand-written fact does not get around it.
    expect(stateAfter(disputed(3), decided(4, mia, 'accepted')).dispute?.state).toBe('open');
  });

  it('counts as before until it is accepted, then for whom the lead says, and keeps what was', () => {
    expect(agentIn(stateAfter(disputed(3)))).toBe(mia);
    expect(agentIn(stateAfter(disputed(3), decided(4, lead, 'rejected', ola)))).toBe(mia);
    expect(agentIn(stateAfter(disputed(3), decided(4, lead, 'accepted')))).toBeNull();
    const moved = stateAfter(disputed(3), decided(4, lead, 'accepted', ola));
    expect(agentIn(moved)).toBe(ola);
    expect(moved.attribution?.atSolve).toBe(mia);
    expect(moved.revisions[0]?.value).toBe(2);
    expect(moved.dispute).toMatchObject({
      reason: 'not_my_work',
      byId: mia,
      decision: { byId: lead, at: 4_000 },
    });
  });

  it('can be taken back by whoever raised it, until somebody decides', () => {
    const back = (seq: number, byId: string) => written(seq, byId, { kind: 'dispute_withdrawn', body: {} });
    expect(stateAfter(disputed(3), back(4, mia)).dispute).toBeNull();
    expect(stateAfter(disputed(3), back(4, ola)).dispute?.state).toBe('open');
    expect(stateAfter(disputed(3), decided(4, lead, 'rejected'), back(5, mia)).dispute?.state).toBe(
      'rejected',
    );
  });

  it('could be somebody else’s who had a part in the ticket', () => {
    expect(otherCredits(attribution, mia)).toEqual([ola]);
    expect(otherCredits({ ...attribution, replies: null, atSurvey: 'nobody' }, mia)).toEqual([]);
    expect(otherCredits(null, mia)).toEqual([]);
  });
});
