/** What of Zendesk's API the emulator serves, how fully, and which test shows it. Rendered into ../COVERAGE.md. */

export interface Coverage {
  /** As mounted, under `/api/v2`: `GET /tickets/:id`. */
  call: string;
  supported: 'full' | 'partial';
  /** What is missing, where something is. */
  note: string;
  /** Under `tests/emulator/tests/`. */
  test: string;
}

type Entry = string | [call: string, missing: string];

const under = (test: string, entries: Entry[]): Coverage[] =>
  entries.map((entry) => {
    const [call, note] = typeof entry === 'string' ? [entry, ''] : entry;
    return { call, supported: note === '' ? 'full' : 'partial', note, test: `${test}.test.ts` };
  });

const object = '/custom_objects/:key';
const noAttachments = 'photos and attachments';
const noOffsets = 'pages: the whole list is answered';
const ticketsOnly = 'anything but tickets';
const atOnce = 'changes of the last minute are told at once';
const operators = 'logic inside logic; operators of custom fields follow their names, not Zendesk’s table';

export const coverage: Coverage[] = [
  ...under('api/people', [
    ['GET /account/settings', 'members apps do not read stay the same'],
    'GET /users/me',
    'GET /users',
    'GET /users/show_many',
    ['GET /users/search', 'words other than of name and mail address'],
    'GET /users/:id',
    'GET /groups/:id/users',
    'GET /users/:id/groups',
    'GET /users/:id/group_memberships',
    'GET /groups',
    'GET /groups/:id',
    'GET /group_memberships',
    'POST /group_memberships',
    'GET /group_memberships/:id',
    'DELETE /group_memberships/:id',
    ['GET /custom_roles', noOffsets],
    'GET /custom_roles/:id',
    'PUT /custom_roles/:id',
  ]),
  ...under('api/sideConversations', [
    'GET /tickets/:id/side_conversations',
    'GET /tickets/:id/side_conversations/:conversation',
    [
      'POST /tickets/:id/side_conversations',
      'attachments; the mail or child ticket it makes; replies, events, import',
    ],
  ]),
  ...under('api/schedules', [
    'GET /business_hours/schedules',
    'GET /business_hours/schedules/:id',
    'GET /business_hours/schedules/:id/holidays',
    'GET /business_hours/schedules/:id/holidays/:holiday',
  ]),
  ...under('contract/smallReads', [
    'GET /brands',
    'GET /brands/:id',
    'GET /users/count',
    'GET /users/autocomplete',
    'GET /groups/count',
    'GET /groups/assignable',
    'GET /groups/:id/memberships',
    'GET /group_memberships/assignable',
    'GET /organizations',
    'GET /organizations/show_many',
    'GET /organizations/:id',
    'GET /tickets/recent',
    'GET /tickets/count',
    'GET /tickets/:id/comments/count',
    'GET /tickets/:id/audits/count',
    'GET /ticket_fields/count',
    ['GET /ticket_metrics', 'schedules: business minutes equal calendar minutes'],
    ['GET /ticket_metrics/:id', 'schedules: business minutes equal calendar minutes'],
  ]),
  ...under('api/ticketReads', [
    ['GET /tickets', 'sideloads but users, groups, organizations, metric_sets, dates'],
    ['GET /tickets/:id', 'sideloads but users, groups, organizations, metric_sets, dates'],
    ['GET /tickets/show_many', 'sideloads but users, groups, organizations, metric_sets, dates'],
    'GET /tickets/:id/related',
  ]),
  ...under('api/ticketWrites', ['PUT /tickets/:id', 'DELETE /tickets/:id']),
  ...under('api/ticketRemoval', [
    ['POST /tickets/:id/merge', 'attachments'],
    ['GET /deleted_tickets', 'the limit of 30 days'],
    'PUT /deleted_tickets/:id/restore',
  ]),
  ...under('api/ticketCreation', [
    ['POST /tickets', 'uploads'],
    'POST /tickets/create_many',
    'PUT /tickets/update_many',
  ]),
  ...under('api/ticketHistory', [
    ['GET /tickets/:id/comments', 'attachments'],
    'PUT /tickets/:id/comments/:comment/make_private',
    'GET /tickets/:id/audits',
    'GET /tickets/:id/audits/:audit',
    'GET /tickets/:id/tags',
    'PUT /tickets/:id/tags',
    'POST /tickets/:id/tags',
    'DELETE /tickets/:id/tags',
    ['GET /tickets/:id/metrics', 'schedules: business minutes equal calendar minutes'],
  ]),
  ...under('api/ticketFields', [
    'GET /ticket_fields',
    'POST /ticket_fields',
    'GET /ticket_fields/:id',
    'PUT /ticket_fields/:id',
    'DELETE /ticket_fields/:id',
    'GET /ticket_fields/:id/options',
    'POST /ticket_fields/:id/options',
    'GET /ticket_fields/:id/options/:option',
    'DELETE /ticket_fields/:id/options/:option',
  ]),
  ...under('api/ticketForms', [
    ['GET /ticket_forms', 'a second form, forms of one brand'],
    'GET /ticket_forms/:id',
  ]),
  ...under('api/search', [
    ['GET /search', ticketsOnly],
    ['GET /search/count', ticketsOnly],
    ['GET /search/export', ticketsOnly],
    ['GET /incremental/tickets/cursor', atOnce],
    ['GET /incremental/tickets', atOnce],
  ]),
  ...under('api/ticketEvents', [['GET /incremental/ticket_events', atOnce]]),
  ...under('api/limits', ['GET /incremental/users/cursor', 'GET /incremental/users']),
  ...under('api/ratings', [
    'GET /satisfaction_ratings',
    'GET /satisfaction_ratings/count',
    'GET /satisfaction_ratings/:id',
    'GET /satisfaction_reasons',
    'GET /satisfaction_reasons/:id',
    'POST /tickets/:id/satisfaction_rating',
    'GET /guide/survey_responses',
    ['POST /guide/survey_responses', 'subjects but tickets'],
    'POST /guide/survey_responses/:id',
    'GET /guide/:locale/survey_responses/:id',
    ['GET /guide/:locale/surveys', 'a second survey'],
    'GET /guide/:locale/surveys/:id/:version',
  ]),
  ...under('records/customObjects', [
    'GET /custom_objects',
    'POST /custom_objects',
    `GET ${object}`,
    `PATCH ${object}`,
    `DELETE ${object}`,
    'GET /custom_objects/limits/object_limit',
    ['GET /custom_objects/limits/record_limit', 'enforcement: it is told only'],
    `GET ${object}/limits/field_limit`,
    [`GET ${object}/fields`, noOffsets],
    [`POST ${object}/fields`, 'roll-up summaries'],
    `PUT ${object}/fields/reorder`,
    `GET ${object}/fields/:field`,
    `PATCH ${object}/fields/:field`,
    `DELETE ${object}/fields/:field`,
  ]),
  ...under('records/customObjectRecords', [
    [`GET ${object}/records`, noAttachments],
    [`POST ${object}/records`, noAttachments],
    `PATCH ${object}/records`,
    `DELETE ${object}/records`,
    `GET ${object}/records/count`,
    [`GET ${object}/records/:id`, noAttachments],
    `PATCH ${object}/records/:id`,
    `DELETE ${object}/records/:id`,
    ['GET /:target_type/:target_id/relationship_fields/:field_id/:source_type', 'sources but custom objects'],
  ]),
  ...under('records/recordSearch', [
    `GET ${object}/records/search`,
    [`POST ${object}/records/search`, operators],
    [`GET ${object}/records/autocomplete`, 'relationship filters'],
  ]),
  ...under('records/recordJobs', [
    `POST ${object}/jobs`,
    'GET /job_statuses',
    'GET /job_statuses/show_many',
    'GET /job_statuses/:id',
  ]),
  ...under('records/recordAccess', [
    'GET /incremental/custom_objects/:key/cursor',
    `GET ${object}/permission_policies`,
    `GET ${object}/permission_policies/:id`,
    [`PATCH ${object}/permission_policies/:id`, 'grants to end users'],
  ]),
  ...under('records/accessRules', [
    `GET ${object}/access_rules`,
    `POST ${object}/access_rules`,
    [`GET ${object}/access_rules/definitions`, 'roll-ups, system fields but the creator'],
    `GET ${object}/access_rules/:id`,
    `PATCH ${object}/access_rules/:id`,
    `DELETE ${object}/access_rules/:id`,
  ]),
  ...under('api/automations', [
    ['GET /automations', 'sideloads but usage'],
    'POST /automations',
    ['GET /automations/active', 'sideloads but usage'],
    ['GET /automations/search', 'sideloads but usage'],
    'PUT /automations/update_many',
    'DELETE /automations/destroy_many',
    'GET /automations/:id',
    'PUT /automations/:id',
    'DELETE /automations/:id',
  ]),
  ...under('records/triggers', [
    ['GET /triggers', 'sideloads but usage; the category filter'],
    'POST /triggers',
    ['GET /triggers/active', 'sideloads but usage; the category filter'],
    ['GET /triggers/search', 'sideloads but usage; filters'],
    ['GET /triggers/definitions', 'subjects the rules engine does not know'],
    'GET /triggers/:id',
    'PUT /triggers/:id',
    'DELETE /triggers/:id',
  ]),
  ...under('records/webhooks', [
    'GET /webhooks',
    ['POST /webhooks', 'cloning, signing secrets, tests; calls for events'],
    'GET /webhooks/:id',
    'PUT /webhooks/:id',
    'PATCH /webhooks/:id',
    'DELETE /webhooks/:id',
  ]),
  ...under('api/views', [
    ['GET /views', 'sideloads'],
    ['POST /views', 'conditions the rules engine does not know'],
    'GET /views/active',
    ['GET /views/search', 'sideloads; relevance as an order'],
    'GET /views/:id',
    'PUT /views/:id',
    'DELETE /views/:id',
    ['GET /views/:id/tickets', 'with more than 20,000 tickets: those made from their number'],
    ['GET /views/:id/count', 'counts that are cached, or not known yet'],
    ['GET /views/:id/execute', 'groups of rows'],
  ]),
  ...under('records/apps', [
    ['GET /apps/installations', noOffsets],
    'GET /apps/installations/:id',
    'PUT /apps/installations/:id',
    ['GET /apps/installations/:id/requirements', 'requirements: apps here have none'],
    'POST /apps/notify',
  ]),
];

/** The matrix as a page of Markdown. */
export function coveragePage(): string {
  const rows = coverage.map(
    ({ call, supported, note, test }) => `| \`${call}\` | ${supported} | ${note} | \`${test}\` |`,
  );
  return [
    '# What the emulator serves',
    '',
    'Every endpoint under `/api/v2`, made from `contract/coverage.ts` by `npx tsx tests/emulator/contract/writeCoverage.ts`.',
    'Each answer is held against a schema in `contract/`; tests are under `tests/emulator/tests/`.',
    '',
    `| Endpoint (${rows.length}) | Supported | Missing | Tested by |`,
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
