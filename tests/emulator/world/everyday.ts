/** The story's everyday tickets, made from their number: who wrote about what, how it went, how it was rated. */
import { createdAt, loginTrouble } from './calendar.ts';
import { otherCustomerIds } from './customers.ts';
import type { Intent } from './fields.ts';
import { createRandom, type Random } from './random.ts';
import {
  type After,
  type AgentKey,
  changes,
  pending,
  rates,
  replies,
  type Step,
  says,
  solved,
  type Thread,
} from './storyPlayer.ts';
import { type Template, templates } from './templates.ts';
import { storyNow } from './world.ts';

/** Counts the rated tickets so far, so that shares come out as meant instead of by luck. */
export interface Tally {
  asked: number;
  login: number;
  other: number;
}

const day = 86_400_000;
const leftAt = storyNow - 21 * day;
const everyday: Intent[] = [
  'invoice',
  'invoice',
  'refund',
  'return',
  'delivery',
  'delivery',
  'setup',
  'setup',
  'setup',
  'cancellation',
];
const channels = [
  'email',
  'email',
  'email',
  'email',
  'web',
  'web',
  'web',
  'native_messaging',
  'native_messaging',
  'chat',
  'voice',
  'api',
];
const teams: Record<Template['group'], AgentKey[]> = {
  technical: ['mia', 'tomas', 'lena', 'grace', 'yuki'],
  billing: ['mia', 'ines', 'samir', 'kwame'],
  returns: ['kwame', 'rafael', 'samir'],
  vip: ['aoife', 'yuki'],
};

export function everydayThread(id: number, tally: Tally): Thread {
  const random = createRandom(id * 7919 + 17);
  const at = createdAt(id);
  const intent = intentAt(at, random);
  const template = templates[intent];
  const team = [
    ...teams[template.group],
    ...(at < leftAt && template.group !== 'returns' ? (['left'] as const) : []),
  ];
  const agent = random.pick(team);
  return {
    id,
    subject: random.pick(template.subjects),
    customer: random.pick(otherCustomerIds),
    channel: random.pick(channels),
    group: template.group,
    text: random.pick(template.openings),
    product: template.product,
    intent,
    ...(random.next() < 0.6 ? { order: `HH-${random.between(17_000, 20_600)}` } : {}),
    steps: [...conversation(template, agent, team, random), ...answers(intent, template, tally, random)],
  };
}

function intentAt(at: number, random: Random): Intent {
  const isTrouble = at >= loginTrouble.from && at < loginTrouble.to;
  return random.next() < (isTrouble ? 0.62 : 0.03) ? 'login_page' : random.pick(everyday);
}

function conversation(template: Template, agent: AgentKey, team: AgentKey[], random: Random): Step[] {
  const first = random.pick(template.replies);
  const steps: Step[] = [
    replies(agent, `${random.between(6, 600)}m`, first, { ...pending, to: agent, group: template.group }),
  ];
  const rounds = random.between(0, 2);
  let current = agent;
  for (let round = 0; round < rounds; round += 1) {
    steps.push(says(`${random.between(10, 1500)}m`, random.pick(template.followUps)));
    if (random.next() < 0.12) {
      current = random.pick(team);
      steps.push(changes(current, `${random.between(5, 240)}m`, { to: current, group: template.group }));
    }
    const others = template.replies.filter((text) => text !== first);
    if (random.next() < 0.7)
      steps.push(replies(current, `${random.between(8, 700)}m`, random.pick(others), pending));
  }
  if (random.next() < 0.9)
    steps.push(replies(current, `${random.between(20, 2400)}m`, random.pick(template.endings), solved));
  else steps.push(changes(current, `${random.between(20, 4000)}m`, solved));
  return steps;
}

/**
 * About 35 of 100 answer. The named threads are mostly complaints, so that everyday customers have to be more content
 * than the whole is meant to be: 64 of 100 about the sign-in page, near 80 for the rest.
 */
function answers(intent: Intent, template: Template, tally: Tally, random: Random): Step[] {
  tally.asked += 1;
  if (tally.asked % 20 >= 7) return [];
  const isLogin = intent === 'login_page';
  const isGood = isLogin ? isShare(tally.login++, 0.7) : isShare(tally.other++, 0.93);
  const csat = isGood ? (random.next() < 0.62 ? 5 : 4) : random.pick([1, 2, 2, 3, 3]);
  const ces = Math.min(5, Math.max(1, csat + random.pick([-1, 0, 0, 1]) - (isLogin ? 1 : 0)));
  const after: After = `${random.between(4, 2200)}m`;
  const comment =
    random.next() < 0.55 ? random.pick(isGood ? template.praise : template.complaints) : undefined;
  return [rates(after, { csat, ces, ...reason(isGood, random), ...(comment ? { comment } : {}) })];
}

/** True for `share` of the numbers 0, 1, 2 …, as evenly as it goes. */
const isShare = (n: number, share: number) => Math.floor((n + 1) * share) > Math.floor(n * share);

function reason(isGood: boolean, random: Random): { reason?: string } {
  if (random.next() < 0.4) return {};
  if (isGood) return { reason: 'The agent was helpful' };
  const bad = ['It took too long', 'I had to repeat myself', 'My problem was not solved', 'Something else'];
  return { reason: random.pick(bad) };
}
