/** The account's satisfaction survey and its earlier versions (customizable CSAT). */
import type { Survey, SurveyQuestion } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { type Call, type Family, guideRefusal, ok } from './http.ts';
import { cursorPage } from './paging.ts';
import { iso } from './stamps.ts';
import { hasCsat } from './tickets.format.ts';

export const surveys: Family = [
  {
    method: 'GET',
    path: '/api/v2/guide/:locale/surveys',
    allowed: 'agents',
    bucket: 'guide',
    answer: listSurveys,
  },
  {
    method: 'GET',
    path: '/api/v2/guide/:locale/surveys/:id/:version',
    allowed: 'anyone',
    bucket: 'guide',
    answer: showSurvey,
  },
];

/** The new surveys exist where the plan has CSAT and the older good/bad one is off. */
export const hasSurveys = (world: World): boolean => hasCsat(world) && world.csat === 'survey';

export const guideNotFound = () => guideRefusal(404, 'NotFound', 'Not found');

const fixed = (value: string) => ({ type: 'static', value });

/** What a question is, as surveys and answers both tell it. */
export function formatQuestion(question: SurveyQuestion) {
  return {
    id: question.id,
    type: question.type,
    ...(question.sub_type === null ? {} : { sub_type: question.sub_type }),
    ...(question.alias === null ? {} : { alias: question.alias }),
    headline: fixed(question.headline),
  };
}

function formatSurvey(survey: Survey) {
  return {
    id: survey.id,
    version: survey.version,
    state: survey.state,
    created_at: iso(survey.created_at),
    updated_at: iso(survey.updated_at),
    questions: survey.questions.map((question) => ({
      ...formatQuestion(question),
      ...(question.options.length === 0
        ? {}
        : { options: question.options.map((option) => ({ ...option, label: fixed(option.label) })) }),
    })),
  };
}

/** The newest version of each; `filter[types]` knows `CUSTOMER_SATISFACTION` alone. */
function listSurveys({ world, query, request }: Call) {
  const types = query.get('filter[types]')?.split(',') ?? ['CUSTOMER_SATISFACTION'];
  const isListed = hasSurveys(world) && types.includes('CUSTOMER_SATISFACTION');
  const all = isListed ? [...world.surveys.values()] : [];
  const items = all.filter((one) =>
    all.every((other) => other.id !== one.id || other.version <= one.version),
  );
  return ok(cursorPage(new URL(request.url), { name: 'surveys', items, format: formatSurvey }, 50));
}

function showSurvey({ world, params }: Call) {
  const survey = world.surveys.get(`${params.id}/${params.version}`);
  if (!survey || !hasSurveys(world)) throw guideNotFound();
  return ok({ survey: formatSurvey(survey) });
}
