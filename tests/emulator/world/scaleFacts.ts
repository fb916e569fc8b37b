/** What is decided about the feedback number `index`, before any entity is made of it. */
import { type Intent, intents } from './fields.ts';
import { agentIds, groupIds } from './people.ts';
import { type Template, templates } from './templates.ts';
import { storyNow } from './world.ts';

export const firstScaleTicket = 1_000_000;
export const firstScaleUser = 400_000_000_000_001;

const hour = 3_600_000;
const day = 24 * hour;
const span = 362 * day;
const start = storyNow - 365 * day;

export interface ScaleFacts {
  index: number;
  scale: number;
  intent: Intent;
  template: Template;
  requesterId: number;
  assigneeId: number;
  groupId: number;
  channel: string;
  createdAt: number;
  solvedAt: number;
  offeredAt: number;
  answeredAt: number;
  /** When the ticket closes by itself. */
  closesAt: number;
  /** 1-5. */
  csat: number;
  ces: number;
  comment: string | null;
  isGood: boolean;
}

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

export function scaleFacts(index: number, scale: number): ScaleFacts {
  const intent = pick(intents, index, 1);
  const template = templates[intent];
  const createdAt = scaleCreatedAt(index, scale);
  const solvedAt = createdAt + (1 + (mix(index, 2) % 23)) * hour;
  const offeredAt = scaleOfferedAt(createdAt);
  const isGood = mix(index, 3) % 100 < (intent === 'login_page' ? 64 : 80);
  const csat = isGood ? pick([4, 5, 5], index, 4) : pick([1, 2, 3], index, 4);
  const words = isGood ? template.praise : template.complaints;
  return {
    index,
    scale,
    intent,
    template,
    requesterId: firstScaleUser + (mix(index, 5) % requesterCount(scale)),
    assigneeId: pick(teams[template.group], index, 6),
    groupId: groups[template.group],
    channel: pick(channels, index, 7),
    createdAt,
    solvedAt,
    offeredAt,
    answeredAt: offeredAt + (5 + (mix(index, 8) % 1100)) * 60_000,
    closesAt: Math.ceil((solvedAt + 96 * hour) / hour) * hour,
    csat,
    ces: Math.min(5, Math.max(1, csat + pick([-1, 0, 0, 1], index, 9))),
    comment: mix(index, 10) % 2 === 0 ? pick(words, index, 11) : null,
    isGood,
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
