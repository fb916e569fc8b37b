/** What is decided about the feedback number `index`, before any entity is made of it. */
import type { CsatGeneration } from '../control.ts';
import { type Intent, intents } from './fields.ts';
import { agentIds, groupIds } from './people.ts';
import { binaryOf } from './surveyAnswers.ts';
import { type Template, templates } from './templates.ts';
import { storyNow } from './world.ts';

export const firstScaleTicket = 1_000_000;
export const firstScaleUser = 400_000_000_000_001;

const minute = 60_000;
const hour = 3_600_000;
const day = 24 * hour;
const span = 362 * day;
const start = storyNow - 365 * day;

/** How many feedbacks are made, and how many of 100 are answered. */
export interface ScaleSize {
  scale: number;
  answered: number;
}

/** One submission of the survey. */
export interface ScaleAnswer {
  at: number;
  /** 1-5. */
  csat: number;
  ces: number | null;
  comment: string | null;
}

export interface ScaleFacts {
  index: number;
  scale: number;
  intent: Intent;
  template: Template;
  requesterId: number;
  groupId: number;
  channel: string;
  createdAt: number;
  solvedAt: number;
  offeredAt: number;
  /** When the ticket closes by itself. */
  closesAt: number;
  /** Who was given the ticket, oldest first; empty for one nobody was ever given. */
  assignments: { at: number; userId: number }[];
  /** Public replies of agents, oldest first; the last one comes with the solution. */
  replies: { at: number; authorId: number }[];
  /** Oldest first; empty while unanswered. */
  answers: ScaleAnswer[];
}

/** Every change of a made ticket lies within this much of its creation. */
export const scaleSpan = 5 * day;

/** Customers write about four times each. */
export const requesterCount = (scale: number): number => Math.max(1, Math.ceil(scale / 4));

/** A year of evenly spread tickets up to three days before the story's now: a higher number is never earlier. */
export const scaleCreatedAt = (index: number, scale: number): number =>
  start + Math.floor((index * span) / scale / 1000) * 1000;

const channels = ['email', 'email', 'web', 'native_messaging', 'chat', 'voice', 'api'];
const groups = {
  technical: groupIds.technical,
  billing: groupIds.billing,
  returns: groupIds.returns,
  vip: groupIds.vip,
};
const teams: Record<Template['group'], number[]> = {
  technical: [agentIds.mia, agentIds.tomas, agentIds.lena, agentIds.grace],
  billing: [agentIds.mia, agentIds.ines, agentIds.samir, agentIds.kwame],
  returns: [agentIds.kwame, agentIds.rafael, agentIds.samir],
  vip: [agentIds.aoife, agentIds.yuki],
};

/** Two days after creation for all of them (not a day after solving, as in the story): surveys ascend with tickets. */
export const scaleOfferedAt = (createdAt: number): number => Math.ceil((createdAt + 2 * day) / hour) * hour;

/** Customers of one company in forty have a mail scanner that opens every link. */
export const isScanned = (requesterIndex: number): boolean => requesterIndex % 40 === 7;

export function scaleFacts(index: number, { scale, answered }: ScaleSize): ScaleFacts {
  const intent = pick(intents, index, 1);
  const template = templates[intent];
  const createdAt = scaleCreatedAt(index, scale);
  const solvedAt = createdAt + (1 + (mix(index, 2) % 23)) * hour;
  const offeredAt = scaleOfferedAt(createdAt);
  const requesterIndex = mix(index, 5) % requesterCount(scale);
  const isAnswered = mix(index, 22) % 100 < answered;
  const answers = isAnswered ? answersOf(index, offeredAt, intent, isScanned(requesterIndex)) : [];
  return {
    index,
    scale,
    intent,
    template,
    requesterId: firstScaleUser + requesterIndex,
    groupId: groups[template.group],
    channel: pick(channels, index, 7),
    createdAt,
    solvedAt,
    offeredAt,
    closesAt: Math.ceil((solvedAt + 96 * hour) / hour) * hour,
    answers,
    ...workOn(index, template, createdAt, solvedAt, answers.at(-1)?.at ?? null),
  };
}

function answersOf(index: number, offeredAt: number, intent: Intent, hasScanner: boolean): ScaleAnswer[] {
  if (hasScanner && mix(index, 16) % 2 === 0) return clicksOf(index, offeredAt);
  const template = templates[intent];
  const isGood = mix(index, 3) % 100 < (intent === 'login_page' ? 64 : 80);
  const csat = isGood ? pick([4, 5, 5], index, 4) : pick([1, 2, 3], index, 4);
  const last: ScaleAnswer = {
    at: offeredAt + (5 + (mix(index, 8) % 1100)) * minute,
    csat,
    ces: Math.min(5, Math.max(1, csat + pick([-1, 0, 0, 1], index, 9))),
    comment:
      mix(index, 10) % 2 === 0 ? pick(isGood ? template.praise : template.complaints, index, 11) : null,
  };
  if (mix(index, 21) % 100 >= 4) return [last];
  const first = 1 + ((csat + (mix(index, 23) % 4)) % 5);
  const at = offeredAt + Math.max(minute, Math.floor((last.at - offeredAt) / 3 / 1000) * 1000);
  return [{ at, csat: first, ces: last.ces, comment: null }, last];
}

/** Good/bad ratings know no difference between a 1 and a 2: the same again without other words is no change. */
export function heard(answers: ScaleAnswer[], generation: CsatGeneration): ScaleAnswer[] {
  if (generation === 'none') return [];
  if (generation === 'survey') return answers;
  return answers.filter((answer, place) => {
    const before = answers[place - 1];
    if (!before) return true;
    return binaryOf(before.csat) !== binaryOf(answer.csat) || before.comment !== answer.comment;
  });
}

/** A mail scanner: the lowest link within seconds, the highest, the lowest again; never a word. */
function clicksOf(index: number, offeredAt: number): ScaleAnswer[] {
  const first = offeredAt + (3 + (mix(index, 17) % 6)) * 1000;
  const second = first + (6 + (mix(index, 18) % 8)) * 1000;
  const third = second + (5 + (mix(index, 19) % 9)) * 1000;
  const click = (at: number, csat: number): ScaleAnswer => ({ at, csat, ces: null, comment: null });
  return [click(first, 1), click(second, 5), click(third, 1)];
}

/** Of 100 tickets 3 are nobody's, 3 move after the rating, 3 between solution and survey, 10 between two agents. */
function workOn(
  index: number,
  template: Template,
  createdAt: number,
  solvedAt: number,
  ratedAt: number | null,
): Pick<ScaleFacts, 'assignments' | 'replies'> {
  const team = teams[template.group];
  const own = pick(team, index, 6);
  const other = team[(team.indexOf(own) + 1) % team.length] ?? own;
  const way = (part: number) => createdAt + Math.floor((solvedAt - createdAt) * part);
  const first = { at: way(1 / 3), userId: own };
  const byOwn = [
    { at: first.at, authorId: own },
    { at: solvedAt, authorId: own },
  ];
  const lot = mix(index, 20) % 100;
  if (lot < 3) return { assignments: [], replies: byOwn };
  if (lot < 6 && ratedAt !== null) {
    return { assignments: [first, { at: ratedAt + 10 * minute, userId: other }], replies: byOwn };
  }
  if (lot >= 6 && lot < 9) {
    return { assignments: [first, { at: solvedAt + 2 * hour, userId: other }], replies: byOwn };
  }
  if (lot < 9 || lot >= 19) return { assignments: [first], replies: byOwn };
  const byOther = [way(2 / 3), solvedAt].map((at) => ({ at, authorId: other }));
  return {
    assignments: [first, { at: way(1 / 2), userId: other }],
    replies: [{ at: first.at, authorId: own }, ...byOther],
  };
}

export function pick<T>(items: readonly T[], index: number, salt: number): T {
  const item = items[mix(index, salt) % items.length];
  if (item === undefined) throw new RangeError('pick needs at least one item');
  return item;
}

/** An unsigned 32-bit number that follows from a feedback's number and the question asked about it. */
export function mix(index: number, salt: number): number {
  let value = Math.imul(index ^ (salt * 0x9e3779b1), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
