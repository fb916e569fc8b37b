/** Tickets and what hangs on them. */
import { contractsOf, count, listOf, oneOf, orNull, page, row, wrap } from './shape.ts';

const via = row('channel:any', { source: row('~from:map ~to:map ~rel:text?') });

/** `null` without CSAT; the binary score with both generations. */
const rating = orNull(
  row('~id:int? ~comment:text? ~reason:text? ~reason_id:int?', {
    score: oneOf('unoffered', 'offered', 'good', 'bad'),
  }),
);

const ticketRow = (...statuses: string[]) =>
  row(
    `url:text id:int external_id:text? created_at:at updated_at:at generated_timestamp:int subject:text raw_subject:text
   description:text recipient:text? requester_id:int submitter_id:int assignee_id:int? organization_id:int?
   group_id:int? collaborator_ids:ints follower_ids:ints email_cc_ids:ints forum_topic_id:int? problem_id:int?
   has_incidents:bool is_public:bool due_at:at? tags:texts sharing_agreement_ids:ints custom_status_id:int
   followup_ids:ints ticket_form_id:int brand_id:int allow_channelback:bool allow_attachments:bool
   from_messaging_channel:bool`,
    {
      via,
      status: oneOf(...statuses),
      type: oneOf('problem', 'incident', 'question', 'task', null),
      priority: oneOf('low', 'normal', 'high', 'urgent', null),
      satisfaction_rating: rating,
      custom_fields: listOf(row('id:int value:any')),
      fields: listOf(row('id:int value:any')),
    },
  );

const statuses = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];
export const ticket = ticketRow(...statuses);
/** Incremental exports tell of deleted tickets as well. */
export const exportedTicket = ticketRow(...statuses, 'deleted');

const comment = row(
  `id:int type:text author_id:int body:text html_body:text plain_body:text public:bool attachments:list
   audit_id:int? created_at:at metadata:map`,
  { via },
);

export const audit = row('id:int ticket_id:int created_at:at author_id:int metadata:map', {
  via,
  events: listOf(row('id:int type:text')),
});

const pair = row('calendar:int? business:int?');

export const metrics = row(
  `url:text id:int ticket_id:int created_at:at updated_at:at group_stations:int assignee_stations:int reopens:int
   replies:int assignee_updated_at:at? requester_updated_at:at? status_updated_at:at? initially_assigned_at:at?
   assigned_at:at? solved_at:at? latest_comment_added_at:at?`,
  {
    reply_time_in_minutes: pair,
    first_resolution_time_in_minutes: pair,
    full_resolution_time_in_minutes: pair,
    agent_wait_time_in_minutes: pair,
    requester_wait_time_in_minutes: pair,
    on_hold_time_in_minutes: pair,
  },
);

const option = row('id:int name:text raw_name:text value:text');

const field = row(
  `url:text id:int type:text title:text raw_title:text description:text raw_description:text position:int active:bool
   required:bool regexp_for_validation:text? visible_in_portal:bool editable_in_portal:bool required_in_portal:bool
   tag:text? created_at:at updated_at:at removable:bool ~relationship_target_type:text`,
  { '~custom_field_options': listOf(option), '~system_field_options': listOf(row('name:text value:text')) },
);

const job = wrap(
  'job_status',
  row('id:text url:text total:int? progress:int? message:text? results:any', {
    status: oneOf('queued', 'working', 'failed', 'completed', 'killed'),
  }),
);
const deletedTicket = row('id:int subject:text description:text deleted_at:at previous_state:text', {
  actor: row('id:int name:text'),
});
const tags = row('tags:texts');

const participant = row('~user_id:int? ~name:text? ~email:text? ~support_group_id:int?');
const sideConversation = row(
  `id:text url:text ticket_id:int subject:text preview_text:text created_at:when updated_at:when
   state_updated_at:when message_added_at:when external_ids:map`,
  { state: oneOf('open', 'closed'), participants: listOf(participant) },
);
const sideEvent = row('id:text side_conversation_id:text type:text created_at:when via:text', {
  actor: participant,
  message: row('subject:text body:text preview_text:text', { from: participant, to: listOf(participant) }),
});

const form = row(
  `url:text id:int name:text raw_name:text display_name:text raw_display_name:text active:bool default:bool position:int
   end_user_visible:bool in_all_brands:bool restricted_brand_ids:ints ticket_field_ids:ints agent_conditions:list
   end_user_conditions:list created_at:at updated_at:at`,
);

export const tickets = [
  ...contractsOf('oas', [
    ['GET /tickets', page('tickets', ticket)],
    ['POST /tickets', row('', { ticket, audit }), 201],
    ['GET /tickets/count', count],
    ['GET /tickets/show_many', page('tickets', ticket)],
    ['POST /tickets/create_many', job],
    ['PUT /tickets/update_many', job],
    ['GET /tickets/:id', wrap('ticket', ticket)],
    ['PUT /tickets/:id', row('', { ticket, audit })],
    ['DELETE /tickets/:id', null],
    ['POST /tickets/:id/merge', job],
    ['GET /deleted_tickets', page('deleted_tickets', deletedTicket)],
    ['PUT /deleted_tickets/:id/restore', {}],
    [
      'GET /tickets/:id/related',
      row('from_archive:bool incidents:int followup_source_ids:list jira_issue_ids:list topic_id:any'),
    ],
    ['GET /tickets/:id/comments', page('comments', comment)],
    ['GET /tickets/:id/comments/count', count],
    ['PUT /tickets/:id/comments/:comment/make_private', {}],
    ['GET /tickets/:id/audits', page('audits', audit)],
    ['GET /tickets/:id/audits/count', count],
    ['GET /tickets/:id/audits/:audit', wrap('audit', audit)],
    ['GET /tickets/:id/tags', tags],
    ['PUT /tickets/:id/tags', tags],
    ['POST /tickets/:id/tags', tags, 201],
    ['DELETE /tickets/:id/tags', null],
    ['GET /ticket_metrics', page('ticket_metrics', metrics)],
    ['GET /ticket_metrics/:id', wrap('ticket_metric', metrics)],
    ['GET /ticket_forms', page('ticket_forms', form)],
    ['GET /ticket_forms/:id', wrap('ticket_form', form)],
    ['GET /ticket_fields', page('ticket_fields', field)],
    ['POST /ticket_fields', wrap('ticket_field', field), 201],
    ['GET /ticket_fields/count', count],
    ['GET /ticket_fields/:id', wrap('ticket_field', field)],
    ['PUT /ticket_fields/:id', wrap('ticket_field', field)],
    ['DELETE /ticket_fields/:id', null],
    ['GET /ticket_fields/:id/options', page('custom_field_options', option)],
    ['POST /ticket_fields/:id/options', wrap('custom_field_option', option), 200, 201],
    ['GET /ticket_fields/:id/options/:option', wrap('custom_field_option', option)],
    ['DELETE /ticket_fields/:id/options/:option', null],
  ]),
  ...contractsOf('page "Side conversations" of the API reference', [
    ['GET /tickets/:id/side_conversations', page('side_conversations', sideConversation)],
    ['GET /tickets/:id/side_conversations/:conversation', wrap('side_conversation', sideConversation)],
    [
      'POST /tickets/:id/side_conversations',
      row('', { side_conversation: sideConversation, event: sideEvent }),
      201,
    ],
  ]),
  ...contractsOf('pages "Tickets" and "Ticket metrics" of the API reference', [
    ['GET /tickets/recent', page('tickets', ticket)],
    ['GET /tickets/:id/metrics', wrap('ticket_metric', metrics)],
  ]),
];
