/** What somebody's app saw of one feedback, and the entry it makes in the ledger: the one place both meet. */
import { type Attribution, notProved } from './attribution.ts';
import type { Configuration } from './configuration.ts';
import { type Feedback, isCounted, lastSeen, latest } from './feedback.ts';
import { foresee } from './fold.ts';
import type { Entry, NewEvent, TicketState } from './ledger.ts';
import { isUntouched } from './moves.ts';
import { isWithdrawable, openingOf } from './opening.ts';
import { isNative, type Metric, type Rating, verdictOf } from './rating.ts';
import { type Evidence, signsOf } from './scanner.ts';
import { newsIn, type Sighting } from './sighting.ts';

export interface Observation {
  sighting: Sighting;
  /** Metrics whose own source says now that there is no rating. */
  removed: readonly Metric[];
  /** For the scanner shield; `null` where there was nothing to judge by. The verdict is the ledger's own. */
  evidence: Omit<Evidence, 'verdict'> | null;
  attribution: Attribution | null;
  /** Who has the ticket now; `undefined` where it was not seen. */
  assigneeId?: string | null;
  /** `null` where it was not seen. */
  ticket: { state: TicketState; into: string | null } | null;
  /** Of a conversation: the ticket its survey names now. */
  linkedTo: string | null;
  /** Of a ticket: the feedback of the conversation it was known as before. What people decided there stands. */
  inherits: Feedback | null;
}

export const nothingSeen: Observation = {
  sighting: { ratings: [], isAlreadyRevised: false },
  removed: [],
  evidence: null,
  attribution: null,
  ticket: null,
  linkedTo: null,
  inherits: null,
};

type Step = (
  state: Feedback,
  seen: Observation,
  configuration: Configuration,
  now: number,
) => NewEvent | null;

/** What to write down in this state; `null` when all of it is known. `now` in epoch milliseconds. */
export function entryOf(
  state: Feedback,
  seen: Observation,
  configuration: Configuration,
  now: number,
): Entry | null {
  const facts: NewEvent[] = [];
  // Each decides on what the ones before it left.
  for (const step of [
    linking,
    rating,
    inheriting,
    inheritingBucket,
    removal,
    suspicion,
    withdrawal,
    opening,
    attributing,
    ticketChange,
  ]) {
    const fact = step(foresee(state, facts, now), seen, configuration, now);
    if (fact) facts.push(fact);
  }
  const [first, ...more] = facts;
  return first ? [first, ...more] : null;
}

function linking(state: Feedback, { linkedTo }: Observation): NewEvent | null {
  return linkedTo !== null && state.linkedTo !== linkedTo
    ? { kind: 'linked', body: { ticketId: linkedTo } }
    : null;
}

const rating: Step = (state, { sighting }) => newsIn(state, sighting);

/** A place an admin no longer has read is not empty: nobody looked there. */
const removal: Step = (state, { removed }, { scoreSources }) => {
  const isRead = (rating: Rating) =>
    isNative(rating) || scoreSources.some(({ id }) => id === rating.definition);
  const metrics = removed.filter((metric) => {
    const known = lastSeen(state, metric);
    return known !== null && isRead(known) && state.removed[metric] === undefined;
  });
  return metrics.length > 0 ? { kind: 'rating_removed', body: { metrics } } : null;
};

/** Judged once for each answer: what a person confirmed is not doubted again. */
function suspicion(state: Feedback, { evidence }: Observation): NewEvent | null {
  const csat = latest(state, 'csat');
  if (!evidence || !csat || state.suspicion || state.setAside) return null;
  const signs = signsOf({ ...evidence, verdict: verdictOf(csat) });
  return signs.length > 0 ? { kind: 'suspected', body: { signs } } : null;
}

const withdrawal: Step = (state, _seen, configuration) =>
  isWithdrawable(state, configuration) ? { kind: 'case_withdrawn', body: {} } : null;

/** A case somebody has begun as the conversation's goes on there. */
const opening: Step = (state, { inherits }, configuration, now) =>
  inherits?.case && !isUntouched(inherits.case) ? null : openingOf(state, configuration, now);

/** Once, when the ticket is first written of: afterwards people decide on the ticket's own. */
function inheriting({ rev, setAside }: Feedback, { inherits }: Observation): NewEvent | null {
  if (rev > 0 || setAside || !inherits?.setAside) return null;
  const { reason, note } = inherits.setAside;
  return { kind: 'set_aside', body: { reason, note } };
}

function inheritingBucket({ rev, bucket }: Feedback, { inherits }: Observation): NewEvent | null {
  if (rev > 0 || bucket !== null || !inherits?.bucket) return null;
  return {
    kind: 'bucket_set',
    body: { bucket: inherits.bucket, topic: inherits.topic, note: inherits.note },
  };
}

/** A later reading replaces an earlier one where it proves more or something else, never where it proves less. */
function attributing(state: Feedback, seen: Observation): NewEvent | null {
  if (!isCounted(state) || state.revisions.length === 0) return null;
  const before = state.attribution;
  const found =
    seen.attribution && !(before && provesLess(seen.attribution, before)) ? seen.attribution : before;
  if (!found) return null;
  const body = { ...found, isReassignedAfter: isReassigned(found, seen) };
  return JSON.stringify(body) === JSON.stringify(before) ? null : { kind: 'attributed', body };
}

function isReassigned(found: Attribution, { assigneeId }: Observation): boolean {
  if (found.isReassignedAfter || assigneeId === undefined || found.atRating === notProved)
    return found.isReassignedAfter;
  return (assigneeId ?? 'nobody') !== found.atRating;
}

const provesLess = (found: Attribution, before: Attribution) => unproved(found) > unproved(before);

const unproved = ({ atSolve, atSurvey, atRating, replies }: Attribution) =>
  [atSolve, atSurvey, atRating].filter((credit) => credit === notProved).length + (replies === null ? 1 : 0);

function ticketChange(state: Feedback, { ticket }: Observation): NewEvent | null {
  if (!ticket || (state.rev === 0 && state.revisions.length === 0)) return null;
  const before = state.ticket ?? { state: 'present', into: null };
  const isSame = before.state === ticket.state && (ticket.into === null || before.into === ticket.into);
  return isSame ? null : { kind: 'ticket_changed', body: ticket };
}
