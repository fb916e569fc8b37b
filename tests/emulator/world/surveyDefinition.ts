/** The account's satisfaction survey, and the reasons of the older good/bad one. */
import type { SatisfactionReason, Survey, SurveyQuestion } from './entities.ts';
import { ulid } from './ulid.ts';
import { storyNow, type World } from './world.ts';

const enabledAt = storyNow - 400 * 86_400_000;
const id = (sequence: number) => ulid(enabledAt, sequence);

export const surveyId = id(1);

const numbered = (...labels: string[]) => labels.map((label, index) => ({ rating: index + 1, label }));

const csatQuestion: SurveyQuestion = {
  id: id(11),
  type: 'rating_scale_numeric',
  sub_type: 'customer_satisfaction',
  alias: null,
  headline: 'How satisfied are you with the help you received?',
  options: numbered('Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'),
};

const cesQuestion: SurveyQuestion = {
  id: id(12),
  type: 'rating_scale_numeric',
  sub_type: 'other',
  alias: null,
  headline: 'How easy was it to get help?',
  options: numbered('Very hard', 'Hard', 'Neither', 'Easy', 'Very easy'),
};

const reasonQuestion: SurveyQuestion = {
  id: id(13),
  type: 'closed_ended',
  sub_type: null,
  alias: 'reason',
  headline: 'What is the main reason for your rating?',
  options: [
    'It took too long',
    'I had to repeat myself',
    'My problem was not solved',
    'The agent was helpful',
    'The agent was not helpful',
    'I disagree with the policy',
    'Something else',
  ].map((label, index) => ({ id: id(31 + index), label })),
};

const commentQuestion: SurveyQuestion = {
  id: id(14),
  type: 'open_ended',
  sub_type: null,
  alias: 'comment',
  headline: 'Anything you would like to add?',
  options: [],
};

/** Ids of the survey's questions, by the part they play. */
export const surveyQuestionIds = {
  csat: csatQuestion.id,
  ces: cesQuestion.id,
  reason: reasonQuestion.id,
  comment: commentQuestion.id,
};

export type QuestionRole = 'csat' | 'ces' | 'reason' | 'comment';

/** Which part a question plays, told as an app has to: by sub type and alias, never by position. */
export function roleOf(question: SurveyQuestion): QuestionRole | null {
  if (question.sub_type === 'customer_satisfaction') return 'csat';
  if (question.sub_type === 'other') return 'ces';
  if (question.alias === 'reason' || question.alias === 'comment') return question.alias;
  return null;
}

/** The survey sent to new tickets. */
export function currentSurvey(world: World): Survey | undefined {
  return world.surveys
    .filter((survey) => survey.state === 'enabled')
    .sort((a, b) => b.version - a.version)[0];
}

/** Puts the survey and the good/bad reasons into an empty world. */
export function addSurvey(world: World): void {
  world.surveys.put({
    id: surveyId,
    version: 1,
    state: 'enabled',
    questions: [csatQuestion, cesQuestion, reasonQuestion, commentQuestion],
    created_at: enabledAt,
    updated_at: enabledAt,
  });
  for (const reason of legacyReasons) world.satisfactionReasons.put(reason);
}

/** Zendesk's own reasons with their codes; ids differ per account. */
const legacyReasons: SatisfactionReason[] = [
  [0, 'No reason provided'],
  [5, 'The issue took too long to resolve'],
  [6, 'The issue was not resolved'],
  [7, "The agent's knowledge is unsatisfactory"],
  [8, "The agent's attitude is unsatisfactory"],
  [1000, 'Some other reason'],
].map(([code, value]) => ({
  id: 7_811_046_657_100 + Number(code),
  reason_code: Number(code),
  value: String(value),
}));
