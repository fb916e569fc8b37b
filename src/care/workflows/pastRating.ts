/** A rating of the past, as the app would have seen it and as Zendesk's own rules would. */

import type { Configuration } from '../configuration.ts';
import { emptyFeedback, keyOfTicket, latest } from '../feedback.ts';
import { foresee } from '../fold.ts';
import { entryOf, type Observation } from '../observation.ts';
import { verdictOf } from '../rating.ts';
import { expressedOf } from './expressible.ts';
import { type AlertSubject, judge } from './judging.ts';
import type { RuleAccount } from './ruleAccount.ts';
import { isByRule } from './sending.ts';
import type { Workflow } from './workflow.ts';

/** A rated ticket as it stands today; its answer as the app would have seen it. Instants are epoch milliseconds. */
export interface PastRating {
  ticketId: string;
  groupId: string | null;
  brandId: string | null;
  tags: readonly string[];
  /** When it was answered; of an undated answer, when the ticket changed last. */
  at: number;
  isUndated: boolean;
  /** The survey's comment; `null` for none. */
  comment: string | null;
  observation: Observation;
}

export interface Replayed {
  at: number;
  subject: AlertSubject;
  isSuspect: boolean;
}

/** As if it had been seen the moment it was given. */
export function replay(rating: PastRating, configuration: Configuration): Replayed {
  const { ticketId, groupId, brandId, tags, comment, at, observation } = rating;
  const empty = emptyFeedback(keyOfTicket(ticketId));
  const feedback = foresee(empty, entryOf(empty, observation, configuration, at) ?? [], at);
  const ticket = { id: ticketId, status: 'solved', groupId, brandId, tags, comment };
  return { at, subject: { feedback, ticket }, isSuspect: feedback.suspicion !== null };
}

/** Zendesk's own values, which accounts list with and without underscores. */
const scoreField = 'satisfaction_score';
const scores = ['good', 'good_with_comment', 'bad', 'bad_with_comment'];

/** An account whose rules know what the documentation lists. */
const documented = ({ survey, leads, otherLeads, pilot, schedule }: Configuration): RuleAccount => ({
  definitions: {
    conditions: [
      {
        subject: scoreField,
        title: scoreField,
        operators: ['is', 'changed'],
        values: scores.map((value) => ({ value, title: value })),
      },
    ],
    actions: [],
  },
  survey,
  leads,
  otherLeads,
  pilot,
  hasHours: schedule !== null,
  digestFieldId: null,
});

/** Which ratings Zendesk's rules alert of with every app closed. What a phrase in a conversation sets off is no rating. */
export function ruleOf(workflow: Workflow, configuration: Configuration): (one: Replayed) => boolean {
  const firing = isByRule(workflow) ? expressedOf(workflow, documented(configuration)).firing : null;
  const wanted = [...(firing?.all ?? []), ...(firing?.any ?? [])]
    .filter(({ field, operator }) => field === scoreField && operator === 'is')
    .map(({ value }) => value);
  const place = placeOf(workflow);
  return ({ subject }) => {
    const csat = latest(subject.feedback, 'csat');
    const verdict = csat && verdictOf(csat);
    const hasWords = (subject.ticket.comment ?? '').trim() !== '';
    const isWanted =
      wanted.includes(verdict ?? '') || (hasWords && wanted.includes(`${verdict}_with_comment`));
    return isWanted && judge(place, subject, configuration) === 'alert';
  };
}

/** The workflow with nothing left but groups, brands and tags. */
const placeOf = (workflow: Workflow): Workflow => ({
  ...workflow,
  kind: 'recognition',
  when: {
    ...workflow.when,
    csatBelow: null,
    csatFrom: null,
    cesBelow: null,
    buckets: [],
    topics: [],
    phrases: [],
    suspects: 'any',
  },
});
