/** What somebody is told in the app of the alerts that are theirs, and what they said to it. */
import * as v from 'valibot';
import type { Configuration } from '../configuration.ts';
import { isFirstOpen, nextDue } from '../due.ts';
import { type Feedback, ratedAt, ticketOfKey } from '../feedback.ts';
import { addOpenTime, offsetAt } from '../schedule.ts';
import { isQuiet } from './alerting.ts';
import { recipientsOf } from './recipients.ts';
import { hourRules } from './workflow.ts';

const instant = v.number();

/** One a feedback: the newest alert of it that is theirs. No word of the customer's. */
export const noticeSchema = v.object({
  /** Of the feedback. */
  key: v.string(),
  ticketId: v.string(),
  /** When the alert was written down, epoch milliseconds. */
  at: instant,
  /** The workflow's; `null` where it is gone. */
  name: v.nullable(v.string()),
  hours: v.picklist(hourRules),
  /** `null` where there is no case. */
  dueAt: v.nullable(instant),
  /** From when on that is soon. */
  soonAt: v.nullable(instant),
});
export type Notice = v.InferOutput<typeof noticeSchema>;

const markSchema = v.object({
  key: v.string(),
  /** Of the alert that was told: a later one of the same feedback is another. */
  at: instant,
  /** Snoozed until then, epoch milliseconds. */
  until: v.nullable(instant),
  /** Acknowledged. */
  isDone: v.boolean(),
});
type Mark = v.InferOutput<typeof markSchema>;

const memorySchema = v.object({
  /** Alerts written down until then are over. Epoch milliseconds. */
  floor: instant,
  /** One a feedback, the newest alert first. */
  marks: v.array(markSchema),
});
/** What was told somebody, and what they said to it. */
export type NoticeMemory = v.InferOutput<typeof memorySchema>;

export const noMemory: NoticeMemory = { floor: 0, marks: [] };

/** As it was kept; what cannot be read counts as nothing. */
export function parseMemory(kept: unknown): NoticeMemory {
  const read = v.safeParse(memorySchema, kept);
  return read.success ? read.output : noMemory;
}

/** Alerts of so many milliseconds ago are no news. */
const oldest = 7 * 86_400_000;
const mostNotices = 200;
const mostMarks = 500;

/**
 * The newest first, of those written down together the next due. Theirs is an alert that names them, or one that names nobody and whose workflow goes to them. What
 * somebody else has, what they themselves began, what is closed or does not count is none; nor is praise, which comes
 * as a digest. `now` in epoch milliseconds.
 */
export function noticesFor(
  feedbacks: readonly Feedback[],
  userId: string,
  configuration: Configuration,
  now: number,
): Notice[] {
  return feedbacks
    .filter((feedback) => isWaiting(feedback, userId))
    .flatMap((feedback) => noticeOf(feedback, userId, configuration) ?? [])
    .filter(({ at }) => now - at < oldest)
    .sort((a, b) => b.at - a.at || (a.dueAt ?? 0) - (b.dueAt ?? 0) || (a.key < b.key ? -1 : 1))
    .slice(0, mostNotices);
}

/** Is it still for them to see to? A case given to them is, until they begin. */
export function isWaiting(feedback: Feedback, userId: string): boolean {
  const { case: current, setAside, linkedTo, ticket } = feedback;
  if (setAside || linkedTo !== null || (ticket && ticket.state !== 'present')) return false;
  if (current === null || (current.ownerId === null && current.status !== 'closed')) return true;
  return current.ownerId === userId && current.status === 'new' && !isTaken(feedback, userId);
}

/** Has the person just taken it themselves? */
const isTaken = ({ case: current, lastAction }: Feedback, userId: string) =>
  current?.ownerId === userId && lastAction?.kind === 'case_assigned' && lastAction.byId === userId;

/** An alert, as far as what is said to it goes. */
type Told = Pick<Notice, 'key' | 'at'>;

/** Whoever takes a case has seen its alerts. */
export const takenBy = (feedbacks: readonly Feedback[], userId: string): Told[] =>
  feedbacks
    .filter((feedback) => feedback.alerts.length > 0 && isTaken(feedback, userId))
    .map(({ key, alerts }) => ({ key, at: Math.max(...alerts.map(({ at }) => at)) }));

function noticeOf(feedback: Feedback, userId: string, configuration: Configuration): Notice | null {
  const { key, alerts } = feedback;
  const ticketId = ticketOfKey(key);
  const own = alerts.filter((alert) => isTheirs(alert, feedback, userId, configuration));
  const newest = own.reduce(
    (last, one) => (one.at >= last.at ? one : last),
    own[0] ?? { workflow: '', at: 0 },
  );
  const workflow = configuration.workflows.find(({ id }) => id === newest.workflow);
  if (ticketId === null || own.length === 0 || workflow?.kind === 'praise') return null;
  const { name = null, hours = 'always' } = workflow ?? {};
  return { key, ticketId, at: newest.at, name, hours, ...dueOf(feedback) };
}

/** Of what is due next. */
function dueOf(feedback: Feedback): Pick<Notice, 'dueAt' | 'soonAt'> {
  const current = feedback.case;
  if (!current) return { dueAt: null, soonAt: null };
  const dueAt = nextDue(current);
  const since = ratedAt(feedback) ?? current.openedAt;
  const half = isFirstOpen(current) ? null : current.soonAt;
  return { dueAt, soonAt: half ?? (since + dueAt) / 2 };
}

function isTheirs(
  { workflow: id, to }: Feedback['alerts'][number],
  { attribution }: Feedback,
  userId: string,
  configuration: Configuration,
): boolean {
  if (to !== null) return to.split(' ').includes(userId);
  const workflow = configuration.workflows.find((one) => one.id === id);
  if (!workflow) return false;
  const groupId = attribution?.groupId ?? null;
  // Of a group nobody knows it is not known who leads it.
  const isLeads = workflow.to.isLeads && groupId !== null;
  const known = { ...workflow, to: { ...workflow.to, isLeads } };
  return recipientsOf(known, groupId, configuration).userIds.includes(userId);
}

type Standing = 'new' | 'told' | 'snoozed' | 'done';

/** A snooze that is over makes it new again. */
function standingOf({ key, at }: Notice, { floor, marks }: NoticeMemory, now: number): Standing {
  if (at <= floor) return 'done';
  const mark = marks.find((one) => one.key === key);
  if (!mark || mark.at < at) return 'new';
  // Of an older alert than the one it was told of last there is nothing more to say.
  if (mark.isDone || mark.at > at) return 'done';
  if (mark.until === null) return 'told';
  return mark.until > now ? 'snoozed' : 'new';
}

type Clock = Pick<Configuration, 'schedule'>;

/** Those to tell now. In a workflow's quiet hours nothing is. */
export function untold(
  notices: readonly Notice[],
  memory: NoticeMemory,
  clock: Clock,
  now: number,
): Notice[] {
  return notices.filter(
    (notice) => standingOf(notice, memory, now) === 'new' && !isQuiet(notice, clock, now),
  );
}

/** Those that stand there: what was told stays also in quiet hours. */
export function standing(
  notices: readonly Notice[],
  memory: NoticeMemory,
  clock: Clock,
  now: number,
): Notice[] {
  const fresh = untold(notices, memory, clock, now);
  return notices.filter((notice) => fresh.includes(notice) || standingOf(notice, memory, now) === 'told');
}

export const withTold = (memory: NoticeMemory, notices: readonly Told[]): NoticeMemory =>
  withMarks(memory, notices, { until: null, isDone: false });

export const withAcknowledged = (memory: NoticeMemory, notices: readonly Told[]): NoticeMemory =>
  withMarks(memory, notices, { until: null, isDone: true });

/** `until` in epoch milliseconds. */
export const withSnoozed = (memory: NoticeMemory, notices: readonly Told[], until: number): NoticeMemory =>
  withMarks(memory, notices, { until, isDone: false });

/** What was acknowledged stays so. Where there is no room for the oldest, they are over for good. */
function withMarks(
  { floor, marks }: NoticeMemory,
  notices: readonly Told[],
  said: Pick<Mark, 'until' | 'isDone'>,
): NoticeMemory {
  const byKey = new Map(marks.map((mark) => [mark.key, mark]));
  for (const { key, at } of notices) {
    const known = byKey.get(key);
    if (known && isBehind(at, known)) continue;
    byKey.set(key, { key, at, ...said });
  }
  return within(floor, byKey);
}

/** Of two that were kept apart: of the same alert an acknowledgement counts, otherwise what `later` says. */
export function merged(earlier: NoticeMemory, later: NoticeMemory): NoticeMemory {
  const byKey = new Map(earlier.marks.map((mark) => [mark.key, mark]));
  for (const mark of later.marks) {
    const known = byKey.get(mark.key);
    if (!known || !isBehind(mark.at, known)) byKey.set(mark.key, mark);
  }
  return within(Math.max(earlier.floor, later.floor), byKey);
}

/** What is said of an older alert, or of one that was acknowledged, changes nothing. */
const isBehind = (at: number, known: Mark) => known.at > at || (known.at === at && known.isDone);

function within(floor: number, byKey: ReadonlyMap<string, Mark>): NoticeMemory {
  const inOrder = [...byKey.values()].sort((a, b) => b.at - a.at);
  const dropped = inOrder[mostMarks];
  return { floor: Math.max(floor, dropped?.at ?? 0), marks: inOrder.slice(0, mostMarks) };
}

export const snoozes = ['hour', 'tomorrow'] as const;
export type Snooze = (typeof snoozes)[number];

const hour = 3_600_000;
const day = 24 * hour;
const morning = 9 * hour;

/**
 * In an hour; or when the account's business hours open next, tomorrow at the earliest, otherwise at 09:00 in the
 * person's time zone (IANA). Epoch milliseconds.
 */
export function snoozeEnd(snooze: Snooze, { schedule }: Clock, timeZone: string, now: number): number {
  if (snooze === 'hour') return now + hour;
  const opening = schedule && addOpenTime(tomorrowAt(0, schedule.timeZone, now), 0, schedule);
  return opening ?? tomorrowAt(morning, timeZone, now);
}

/** So many milliseconds after midnight by the wall clock there, also where the clocks change. */
function tomorrowAt(wall: number, timeZone: string, now: number): number {
  const midnight = (Math.floor((now + offsetAt(now, timeZone)) / day) + 1) * day;
  const guess = midnight + wall - offsetAt(now, timeZone);
  return midnight + wall - offsetAt(guess, timeZone);
}
