/** What is kept of a morning's huddle: which feedbacks were shown, and what the team set itself. */
import * as v from 'valibot';

export const slots = ['positive', 'constructive'] as const;
export type Slot = (typeof slots)[number];

/** What became of the last huddle's commitment. */
export const results = ['done', 'not_done', 'go_on'] as const;
export type Result = (typeof results)[number];

/** Characters of a commitment: one line. */
export const longestCommitment = 160;

/** The team of everybody; others are group ids. */
export const everybody = 'all';

const feedbackKey = v.nullable(v.string());

export const huddleSchema = v.object({
  /** Keys of the feedbacks shown; `null` for none. */
  positive: feedbackKey,
  constructive: feedbackKey,
  /** Keys of those somebody did not want shown. */
  passed: v.fallback(v.array(v.string()), []),
  /** Left empty on purpose. */
  skipped: v.fallback(v.array(v.picklist(slots)), []),
  /** As typed by staff. */
  commitment: v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(longestCommitment))), null),
  /** Of the huddle of which day it says what became of its commitment. */
  before: v.fallback(v.nullable(v.object({ day: v.string(), result: v.picklist(results) })), null),
});
export type Huddle = v.InferOutput<typeof huddleSchema>;

export const noHuddle: Huddle = {
  positive: null,
  constructive: null,
  passed: [],
  skipped: [],
  commitment: null,
  before: null,
};

/** One morning's huddle of one team. */
export interface Held {
  /** `2026-11-22`, in the zone of whoever opened it first. */
  day: string;
  team: string;
  huddle: Huddle;
}

/** `2026-11:22:all`: the month first, by which they are found. */
export const huddleKey = (day: string, team: string) => `${day.slice(0, 7)}:${day.slice(8)}:${team}`;

/** `null` for keys and bodies that are none of ours. */
export function heldIn(key: string, body: unknown): Held | null {
  const parts = /^(\d{4}-\d\d):(\d\d):(\w+)$/.exec(key);
  const read = v.safeParse(huddleSchema, body);
  if (!parts?.[3] || !read.success) return null;
  return { day: `${parts[1]}-${parts[2]}`, team: parts[3], huddle: read.output };
}

export interface OpenCommitment {
  day: string;
  text: string;
  /** `null` until today's huddle says so. */
  result: Result | null;
}

/** What the team set itself last and nobody has settled on an earlier day; `null` where there is nothing of that kind. */
export function commitmentBefore(
  held: readonly Held[],
  team: string,
  today: string,
  now: Huddle,
): OpenCommitment | null {
  const earlier = held
    .filter((one) => one.team === team && one.day < today)
    .sort((a, b) => (a.day < b.day ? 1 : -1));
  const last = earlier.find(({ huddle }) => huddle.commitment !== null);
  if (!last?.huddle.commitment) return null;
  const isSettled = earlier.some(({ huddle }) => huddle.before?.day === last.day);
  const result = now.before?.day === last.day ? now.before.result : null;
  return isSettled ? null : { day: last.day, text: last.huddle.commitment, result };
}
