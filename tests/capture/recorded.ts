/** What the account's own records hold of each feedback: the ledger folded anew, and the list beside it. */

import * as v from 'valibot';
import {
  type Feedback,
  feedbackSchema,
  history,
  keyOfTicket,
  latest,
  removedAt,
} from '../../src/care/feedback.ts';
import { type Fact, foldAll } from '../../src/care/fold.ts';
import type { Metric } from '../../src/care/rating.ts';
import { verdictOf } from '../../src/care/rating.ts';
import { factRecord, toFacts } from '../../src/zendesk/ledger.ts';
import type { CustomObjectRecord } from '../emulator/world/entities.ts';
import type { World } from '../emulator/world/world.ts';
import type { Told } from './told.ts';

export { keyOfTicket };

export interface Ledgers {
  /** Folded from the facts alone, by key. */
  feedbacks: Map<string, Feedback>;
  /** What the list says otherwise, one sentence each. */
  disagreements: string[];
  /** Facts read. */
  facts: number;
}

const recordsOf = (world: World, objectKey: string) =>
  [...world.customObjectRecords.values()].filter((record) => record.object_key === objectKey);

export function readLedgers(world: World): Ledgers {
  const facts = new Map<string, Fact[]>();
  for (const record of recordsOf(world, 'fl_event')) {
    const key = String(record.custom_object_fields.feedback);
    const own = facts.get(key) ?? [];
    own.push(...toFacts(v.parse(factRecord, answered(record))));
    facts.set(key, own);
  }
  const feedbacks = new Map([...facts].map(([key, own]) => [key, inOrder(foldAll(key, own))]));
  const count = [...facts.values()].reduce((sum, own) => sum + own.length, 0);
  return { feedbacks, facts: count, disagreements: disagreementsIn(world, feedbacks) };
}

/** Its members in one order, as a list record that is read back has them. */
const inOrder = (feedback: Feedback): Feedback => v.parse(feedbackSchema, feedback);

/** In the shape of an answer. */
function answered(record: CustomObjectRecord): unknown {
  const { id, external_id, custom_object_fields, created_at, updated_at, created_by_user_id } = record;
  const iso = (at: number) => new Date(at).toISOString();
  return {
    id,
    external_id,
    custom_object_fields,
    created_by_user_id: String(created_by_user_id),
    created_at: iso(created_at),
    updated_at: iso(updated_at),
  };
}

/** Every feedback has a list record, and each holds exactly the fold of its ledger. */
function disagreementsIn(world: World, feedbacks: ReadonlyMap<string, Feedback>): string[] {
  const listed = new Map<string, string>();
  for (const { external_id: key, custom_object_fields: fields } of recordsOf(world, 'fl_feedback'))
    if (key && !key.startsWith('sync:')) listed.set(key, String(fields.state));
  const strangers = [...listed.keys()].filter((key) => !feedbacks.has(key));
  return [
    ...strangers.map((key) => `${key}: listed, but nothing is written of it`),
    ...[...feedbacks].flatMap(([key, feedback]) => {
      const state = listed.get(key);
      if (state === undefined) return [`${key}: not listed`];
      const said = v.parse(feedbackSchema, JSON.parse(state));
      return JSON.stringify(said) === JSON.stringify(feedback)
        ? []
        : [`${key}: the list says ${JSON.stringify(said)}, its facts ${JSON.stringify(feedback)}`];
    }),
  ];
}

/** A feedback in the words the truth is told in. */
export function toldBy(feedback: Feedback): Told {
  const { attribution, suspicion, case: opened, ticket, linkedTo } = feedback;
  return {
    ...answersIn(feedback, 'csat'),
    ...answersIn(feedback, 'ces'),
    isAlreadyRevised: feedback.isAlreadyRevised,
    isRemoved: removedAt(feedback) !== null,
    case: opened ? `${opened.rule} ${opened.threshold}${opened.isProvisional ? ' provisional' : ''}` : null,
    dueAt: opened ? iso(opened.dueAt) : null,
    signs: suspicion ? [...suspicion.signs].sort().join(' ') : null,
    atSolve: attribution?.atSolve ?? null,
    atSurvey: attribution?.atSurvey ?? null,
    atRating: attribution?.atRating ?? null,
    replies:
      attribution?.replies?.map(({ agentId, count }) => `${agentId}×${count}`).join(' ') ??
      (attribution ? 'not_proved' : null),
    groupId: attribution?.groupId ?? null,
    isReassignedAfter: attribution?.isReassignedAfter ?? null,
    ticketState: ticket?.state ?? 'present',
    mergedInto: ticket?.into ?? null,
    linkedTo,
  };
}

function answersIn(feedback: Feedback, metric: Metric): Told {
  const now = latest(feedback, metric);
  const given = history(feedback, metric);
  return {
    [`${metric}.all`]: given.map(({ value, verdict }) => value ?? verdict).join(' → ') || null,
    [`${metric}.value`]: now?.value ?? null,
    [`${metric}.scale`]: now?.scale ?? null,
    [`${metric}.verdict`]: now ? verdictOf(now) : null,
    [`${metric}.source`]: now?.source ?? null,
    [`${metric}.answeredAt`]: iso(now?.answeredAt ?? null),
  };
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
