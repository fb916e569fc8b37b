/** What customers said: legacy ratings, surveys and their answers; and the searches and exports that find it. */

import { user } from './people.ts';
import { contractsOf, count, cursorPage, listOf, oneOf, page, row, wrap } from './shape.ts';
import { exportedTicket } from './tickets.ts';

const rating = row(
  `url:text id:int ticket_id:int requester_id:int assignee_id:int? group_id:int? comment:text? created_at:at updated_at:at
   ~reason:text? ~reason_id:int? ~reason_code:int?`,
  { score: oneOf('offered', 'unoffered', 'good', 'bad') },
);
const reason = row('url:text id:int reason_code:int value:text raw_value:text created_at:at updated_at:at');

const questionKinds = oneOf(
  'rating_scale_numeric',
  'rating_scale_emoji',
  'rating_scale_custom_text',
  'closed_ended',
  'open_ended',
);
const asked = row('id:text ~sub_type:text? ~alias:text?', {
  type: questionKinds,
  headline: row('value:text'),
});
const answer = row(
  'created_at:when updated_at:when ~rating:int ~rating_category:text ~selections:list ~value:text',
  {
    type: oneOf('rating_scale', 'closed_ended', 'open_ended', 'skipped'),
    question: asked,
  },
);
/** `responder_id` is an integer in the reference and a string in live answers. */
const surveyResponse = row('id:ulid responder_id:any subject_zrns:texts expires_at:when', {
  subjects: listOf(row('id:text zrn:text', { type: oneOf('ticket', 'request', 'conversation') })),
  survey: row('id:text version:int', { state: oneOf('enabled', 'disabled') }),
  answers: listOf(answer),
});
const survey = row('id:text version:int created_at:when updated_at:when', {
  state: oneOf('enabled', 'disabled'),
  questions: listOf(
    row('id:text ~sub_type:text? ~alias:text? ~options:list', {
      type: questionKinds,
      headline: row('value:text'),
    }),
  ),
});
const offer = row('id:text', { links: row('type:text url_path:text rating_links:list') });

const increment = row(
  'end_of_stream:bool ~after_cursor:text? ~after_url:text? ~before_cursor:text? ~before_url:text? ~next_page:text? ~end_time:int? ~count:int',
);

const childEvent = row('id:int via:any ~via_reference_id:int? event_type:text', {
  '~comment_present': { const: true },
  '~comment_public': { type: 'boolean' },
});
/** A comment is two booleans, or whole with the sideload; nothing speaks of `field_name` as audits do. */
const ticketEvent = row(
  'id:int ticket_id:int timestamp:int created_at:at updater_id:int via:text system:map metadata:map ~merged_ticket_ids:ints',
  {
    event_type: { const: 'Audit' },
    child_events: listOf({
      allOf: [
        childEvent,
        { not: { required: ['field_name'] } },
        {
          if: { properties: { event_type: { const: 'Comment' } } },
          // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own word.
          then: {
            anyOf: [
              row('comment_present:bool comment_public:bool'),
              row('author_id:int body:text public:bool created_at:at audit_id:int'),
            ],
          },
        },
      ],
    }),
  },
);

export const feedback = [
  ...contractsOf('oas', [
    ['GET /satisfaction_ratings', page('satisfaction_ratings', rating)],
    ['GET /satisfaction_ratings/count', count],
    ['GET /satisfaction_ratings/:id', wrap('satisfaction_rating', rating)],
    ['POST /tickets/:id/satisfaction_rating', wrap('satisfaction_rating', rating)],
    ['GET /satisfaction_reasons', wrap('reasons', listOf(reason))],
    ['GET /satisfaction_reasons/:id', wrap('reason', reason)],
    ['GET /search', row('results:list count:int next_page:text? previous_page:text?')],
    ['GET /search/count', row('count:int')],
    ['GET /search/export', cursorPage('results', row('id:int result_type:text'))],
    ['GET /incremental/tickets/cursor', { allOf: [increment, wrap('tickets', listOf(exportedTicket))] }],
    ['GET /incremental/tickets', { allOf: [increment, wrap('tickets', listOf(exportedTicket))] }],
    ['GET /incremental/ticket_events', { allOf: [increment, wrap('ticket_events', listOf(ticketEvent))] }],
    ['GET /incremental/users/cursor', { allOf: [increment, wrap('users', listOf(user))] }],
    ['GET /incremental/users', { allOf: [increment, wrap('users', listOf(user))] }],
  ]),
  ...contractsOf('page "CSAT survey responses" of the API reference', [
    ['GET /guide/survey_responses', cursorPage('survey_responses', surveyResponse)],
    ['GET /guide/:locale/survey_responses/:id', wrap('survey_response', surveyResponse)],
    ['POST /guide/survey_responses', offer, 201],
    ['POST /guide/survey_responses/:id', wrap('survey_response', surveyResponse)],
    ['GET /guide/:locale/surveys', cursorPage('surveys', survey)],
    ['GET /guide/:locale/surveys/:id/:version', wrap('survey', survey)],
  ]),
];
