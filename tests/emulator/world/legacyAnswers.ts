/** The story's answers where the account still asks good or bad. */
import type { CustomerAnswer } from '../control.ts';
import { binaryOf } from './surveyAnswers.ts';
import type { World } from './world.ts';

type Given = Omit<CustomerAnswer, 'ticket'>;

/** Under good/bad ratings the same customer says good from 4 on, and nothing about effort. */
export function asAsked(world: World, answer: Given): Given {
  if (world.csat !== 'legacy' || typeof answer.csat !== 'number') return answer;
  const csat = binaryOf(answer.csat);
  const comment = answer.comment === undefined ? {} : { comment: answer.comment };
  const reason = legacyReasons[String(answer.reason)];
  return { csat, ...comment, ...(csat === 'bad' && reason ? { reason } : {}) };
}

const legacyReasons: Record<string, string> = {
  'It took too long': 'The issue took too long to resolve',
  'My problem was not solved': 'The issue was not resolved',
  'The agent was not helpful': "The agent's attitude is unsatisfactory",
  'Something else': 'Some other reason',
};
