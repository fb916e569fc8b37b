/** Where Zendesk's OpenAPI text is wrong about Zendesk. An entry nothing needs any more fails the test. */
export interface KnownError {
  /** Of `<call>: <place> <problem>`; a `*` in the place stands for any item of a list. */
  problem: RegExp;
  why: string;
}

/** A member the text gives a type and live answers leave null. */
const isNull = (place: string, why: string): KnownError => ({
  problem: new RegExp(`/${place} must be (string|integer|equal to one of the allowed values), is null$`),
  why,
});
const ticket = '(ticket|tickets/\\*|results/\\*)';

export const knownErrors: KnownError[] = [
  isNull(`${ticket}/external_id`, 'a ticket from no other system has no external id'),
  isNull(`${ticket}/(forum_topic_id|problem_id)`, 'most tickets come from no forum and belong to no problem'),
  isNull(`${ticket}/organization_id`, 'a requester may belong to no organization'),
  isNull(`${ticket}/(assignee_id|group_id)`, 'a new ticket is nobody’s yet'),
  isNull(`${ticket}/(priority|type)`, 'priority and type are optional; recorded tickets have null'),
  isNull(`${ticket}/recipient`, 'tickets that came by no mail have no recipient'),
  {
    problem: new RegExp(`/${ticket}/custom_fields/\\*/value must be string`),
    why: 'values are strings, booleans, arrays or null; the text knows strings',
  },
  {
    problem: /incremental\/.*\/tickets\/\*\/status must be equal/,
    why: 'incremental exports tell of deleted tickets, with that status',
  },
  {
    problem: /make_private: {2}must be string/,
    why: 'the text calls an empty answer a string',
  },
  isNull(
    'ticket_metrics/\\*/(assignee_updated_at|assigned_at|initially_assigned_at|solved_at)',
    'null until it happens',
  ),
  isNull('ticket_metrics/\\*/\\w+_in_(minutes|seconds)/(calendar|business)', 'null until it happens'),
  {
    problem: /^GET \/ticket_metrics\/:id: \/ticket_metric must be array$/,
    why: 'the text shows a list where its own example shows one thing',
  },
  isNull('(ticket_field|ticket_fields/\\*)/agent_description', 'null unless an admin wrote one'),
  isNull('satisfaction_ratings/\\*/(reason|reason_code|reason_id)', 'only bad ratings carry a reason'),
  isNull('satisfaction_ratings/\\*/comment', 'customers may rate without a word'),
  {
    problem: /\/satisfaction_rating must be array$/,
    why: 'the text shows a list where its own example shows one thing',
  },
  isNull('reasons/\\*/deleted_at', 'null unless the reason was deleted'),
  {
    problem: /^GET \/satisfaction_reasons\/:id: \/reason must be array$/,
    why: 'the text shows a list where its own example shows one thing',
  },
  {
    problem: /^GET \/job_statuses\/:id: \/job_status\/results/,
    why: 'results of jobs over records carry ULIDs and name no action; the text knows tickets only',
  },
  isNull('(trigger|triggers/\\*|view|views/\\*)/description', 'null unless somebody wrote one'),
];
