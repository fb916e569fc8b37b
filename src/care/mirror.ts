/**
 * What an open ticket says of its feedback: four fields, so that Zendesk's own triggers, views and reports see what the
 * ledger knows. The ledger is the truth; what somebody types into these fields is written over at the next change.
 */
import type { Configuration, Mirror } from './configuration.ts';
import { type Feedback, type Lane, laneOf, latest, ratedAt } from './feedback.ts';
import type { Bucket } from './ledger.ts';
import { oriented } from './orientation.ts';
import { onFive } from './rating.ts';
import { dayOf } from './schedule.ts';

export const mirrorFields = ['status', 'bucket', 'due', 'score'] as const;
export type MirrorField = (typeof mirrorFields)[number];

/** A choice becomes a tag of the ticket, and can stand in one field of the account only: hence the beginning. */
export const statusValue = (lane: Exclude<Lane, 'none'>) => `fl_status_${lane}`;
export const bucketValue = (bucket: Bucket) => `fl_bucket_${bucket}`;

/** A calendar day as `YYYY-MM-DD`; `null` empties a field. */
export type MirrorValues = Record<MirrorField, string | number | null>;

/**
 * What the fields should say. Due is the day the case is due, in the schedule's time zone or else UTC: a date field
 * has no time of day; only waiting cases have one. The score is CSAT on 1-5, higher = better, to a tenth: empty where
 * only good or bad is known, and for what was set aside.
 */
export function wantedValues(feedback: Feedback, configuration: Configuration): MirrorValues {
  const lane = laneOf(feedback);
  const isOpen = lane === 'new' || lane === 'in_progress' || lane === 'check_first';
  const zone = configuration.schedule?.timeZone ?? 'UTC';
  return {
    status: lane === 'none' ? null : statusValue(lane),
    bucket: feedback.bucket ? bucketValue(feedback.bucket) : null,
    due: isOpen && feedback.case ? dayOf(feedback.case.dueAt, zone) : null,
    score: lane === 'set_aside' ? null : scoreOf(feedback, configuration),
  };
}

function scoreOf(feedback: Feedback, configuration: Configuration): number | null {
  const csat = oriented(latest(feedback, 'csat'), configuration);
  if (!csat || csat.value === null || csat.scale === null) return null;
  return Math.round(onFive(csat.value, csat.scale, csat.lowest) * 10) / 10;
}

/** Praise of before the app came, and nobody touched it since: what is past is left as it is. */
export function isPast(feedback: Feedback, { casesSince }: Configuration): boolean {
  const at = ratedAt(feedback);
  return feedback.case === null && feedback.bucket === null && at !== null && at < (casesSince ?? 0);
}

/** Ids as text, values as Zendesk gives them. */
export interface MirroredTicket {
  status: string;
  custom_fields: readonly { id: string; value: unknown }[];
}

export interface FieldValue {
  id: string;
  value: string | number | null;
}

/**
 * The fields whose values are other than wanted. A field the ticket does not have (it was deleted, or is switched
 * off) is none: Zendesk would pass over it without a word, and it would be written for ever.
 */
export function differences(ticket: MirroredTicket, wanted: MirrorValues, mirror: Mirror): FieldValue[] {
  if (!mirror.isOn) return [];
  return mirrorFields.flatMap((name) => {
    const field = ticket.custom_fields.find(({ id }) => id === mirror[name]);
    const value = wanted[name];
    return field && !isSame(name, field.value, value) ? { id: field.id, value } : [];
  });
}

/** Numbers come as numbers and as text, dates with and without a time. */
function isSame(name: MirrorField, said: unknown, wanted: string | number | null): boolean {
  const isEmpty = said === null || said === undefined || said === '';
  if (isEmpty || wanted === null) return isEmpty && wanted === null;
  if (name === 'score') return Number(said) === wanted;
  return name === 'due' ? String(said).slice(0, 10) === wanted : said === wanted;
}

/** Neither ticket nor feedback speaks of a case: nobody waits for these fields. */
export function isPraise({ custom_fields: fields }: MirroredTicket, wanted: MirrorValues, mirror: Mirror) {
  const status = fields.find(({ id }) => id === mirror.status)?.value ?? null;
  return wanted.status === null && (status === null || status === '');
}

/** Closed and deleted tickets are frozen. */
export const isFrozen = ({ status }: Pick<MirroredTicket, 'status'>) =>
  status === 'closed' || status === 'deleted';

/** Is there anything to write to? */
export const hasMirror = (mirror: Mirror) =>
  mirror.isOn && mirrorFields.some((name) => mirror[name] !== null);
