/**
 * What the emulated account stores. Members are named as in Zendesk's API; instants are epoch milliseconds
 * (formatters turn them into ISO 8601), ids are numbers unless Zendesk's are strings (ULIDs, UUIDs).
 */

export interface User {
  id: number;
  name: string;
  email: string;
  role: 'end-user' | 'agent' | 'admin';
  /** 0 custom, 1 light, 2 chat, 3 contributor, 4 admin, 5 billing admin; `null` for end users and plain agents. */
  role_type: number | null;
  custom_role_id: number | null;
  ticket_restriction: 'assigned' | 'groups' | 'organization' | 'requested' | null;
  only_private_comments: boolean;
  default_group_id: number | null;
  organization_id: number | null;
  locale: string;
  /** Rails zone name, as Zendesk stores it. */
  time_zone: string;
  iana_time_zone: string;
  tags: string[];
  /** The account's own fields by key; absent where it has none. */
  user_fields?: Record<string, unknown>;
  active: boolean;
  suspended: boolean;
  created_at: number;
  updated_at: number;
}

export interface Group {
  id: number;
  name: string;
  description: string;
  is_public: boolean;
  default: boolean;
  deleted: boolean;
  created_at: number;
  updated_at: number;
}

export interface GroupMembership {
  id: number;
  user_id: number;
  group_id: number;
  default: boolean;
  created_at: number;
  updated_at: number;
}

export interface CustomRole {
  id: number;
  name: string;
  description: string;
  role_type: number;
  configuration: Record<string, unknown>;
  created_at: number;
  updated_at: number;
}

export interface Organization {
  id: number;
  name: string;
  tags: string[];
  /** The account's own fields by key; absent where it has none. */
  organization_fields?: Record<string, unknown>;
  created_at: number;
  updated_at: number;
}

export interface ScheduleHoliday {
  id: number;
  name: string;
  /** `2026-12-24`; both days are off. */
  start_date: string;
  end_date: string;
}

/** A talk about a ticket beside it, with colleagues or people outside. */
export interface SideConversation {
  /** UUID. */
  id: string;
  ticket_id: number;
  subject: string;
  state: 'open' | 'closed';
  external_ids: Record<string, string>;
  messages: {
    id: string;
    from_id: number;
    to: {
      user_id?: number;
      name: string;
      email: string | null;
      support_group_id?: number;
      slack_workspace_id?: string;
      slack_channel_id?: string;
      msteams_channel_id?: string;
    }[];
    body: string;
    created_at: number;
  }[];
  created_at: number;
  updated_at: number;
}

/** Business hours: minutes since Sunday 00:00 in a zone that has one of Rails' names. */
export interface Schedule {
  id: number;
  name: string;
  time_zone: string;
  intervals: { start_time: number; end_time: number }[];
  holidays: ScheduleHoliday[];
  created_at: number;
  updated_at: number;
}

export type TicketStatus = 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed';

export interface Comment {
  id: number;
  author_id: number;
  /** Plain text as written, hostile or not. */
  body: string;
  public: boolean;
  channel: string;
  created_at: number;
  metadata: Record<string, unknown>;
}

/** One event of an audit, already in Zendesk's shape (`type`, `field_name`, `value`, `previous_value` …). */
export type AuditEvent = { id: number; type: string } & Record<string, unknown>;

export interface Audit {
  id: number;
  author_id: number;
  created_at: number;
  channel: string;
  /** `via.source` where the update came from another ticket: `rel` is `merge` then. */
  source?: { from: Record<string, unknown>; to: Record<string, unknown>; rel: string | null };
  events: AuditEvent[];
  metadata: Record<string, unknown>;
}

/** The binary rating as Zendesk keeps it on the ticket, both CSAT generations. */
export interface TicketRating {
  /** Id of the satisfaction rating; `null` while unoffered. */
  id: number | null;
  score: 'unoffered' | 'offered' | 'good' | 'bad';
  comment: string | null;
  reason: string | null;
  reason_id: number | null;
  reason_code: number | null;
  offered_at: number | null;
  created_at: number | null;
  updated_at: number | null;
}

export interface Ticket {
  id: number;
  external_id: string | null;
  subject: string;
  status: TicketStatus;
  priority: 'low' | 'normal' | 'high' | 'urgent' | null;
  type: 'problem' | 'incident' | 'question' | 'task' | null;
  channel: string;
  requester_id: number;
  submitter_id: number;
  assignee_id: number | null;
  group_id: number | null;
  organization_id: number | null;
  brand_id: number;
  ticket_form_id: number;
  follower_ids: number[];
  email_cc_ids: number[];
  tags: string[];
  /** By ticket field id; absent = null. */
  custom_fields: Record<number, unknown>;
  due_at: number | null;
  rating: TicketRating;
  comments: Comment[];
  audits: Audit[];
  followup_source_id: number | null;
  followup_ids: number[];
  created_at: number;
  updated_at: number;
  /** Moves on system-only updates too. */
  generated_at: number;
  solved_at: number | null;
  closed_at: number | null;
  is_archived: boolean;
  deleted_at: number | null;
}

export interface TicketField {
  id: number;
  type: string;
  title: string;
  description: string;
  active: boolean;
  required: boolean;
  removable: boolean;
  position: number;
  /** Checkbox fields add this tag. */
  tag: string | null;
  regexp_for_validation: string | null;
  relationship_target_type: string | null;
  custom_field_options: { id: number; name: string; value: string; position: number }[];
  created_at: number;
  updated_at: number;
}

/** One version of the account's survey (customizable CSAT). Ids are ULIDs. */
export interface Survey {
  id: string;
  version: number;
  state: 'enabled' | 'disabled';
  questions: SurveyQuestion[];
  created_at: number;
  updated_at: number;
}

export interface SurveyQuestion {
  id: string;
  type:
    | 'rating_scale_numeric'
    | 'rating_scale_emoji'
    | 'rating_scale_custom_text'
    | 'closed_ended'
    | 'open_ended';
  sub_type: 'customer_satisfaction' | 'other' | null;
  alias: string | null;
  headline: string;
  /** Rating scales: `rating` 1…n; closed-ended: `id`. */
  options: { id?: string; rating?: number; label: string }[];
}

export interface SurveyResponse {
  /** ULID. */
  id: string;
  responder_id: number;
  ticket_id: number | null;
  conversation_id: string | null;
  survey_id: string;
  survey_version: number;
  /** Lets its bearer answer for the customer: never in an agent's answer. */
  access_token: string;
  answers: SurveyAnswer[];
  created_at: number;
  expires_at: number;
}

export interface SurveyAnswer {
  type: 'rating_scale' | 'closed_ended' | 'open_ended' | 'skipped';
  question_id: string;
  rating?: number;
  rating_category?: 'bad' | 'neutral' | 'good';
  selections?: { type: 'predefined'; option_id: string }[];
  value?: string;
  created_at: number;
  updated_at: number;
}

export interface SatisfactionReason {
  id: number;
  reason_code: number;
  value: string;
}

export interface CustomObject {
  /** The key. */
  id: string;
  title: string;
  title_pluralized: string;
  description: string;
  include_in_list_view: boolean;
  allows_photos: boolean;
  allows_attachments: boolean;
  created_by_user_id: number;
  updated_by_user_id: number;
  created_at: number;
  updated_at: number;
}

export interface CustomObjectField {
  /** Numeric id as string. */
  id: string;
  object_key: string;
  key: string;
  type: string;
  title: string;
  description: string;
  active: boolean;
  system: boolean;
  position: number;
  regexp_for_validation: string | null;
  relationship_target_type: string | null;
  relationship_filter: unknown;
  properties: Record<string, unknown>;
  custom_field_options: { id: number; name: string; value: string }[];
  created_at: number;
  updated_at: number;
}

export interface CustomObjectRecord {
  /** ULID. */
  id: string;
  object_key: string;
  name: string;
  external_id: string | null;
  custom_object_fields: Record<string, unknown>;
  created_by_user_id: number;
  updated_by_user_id: number;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}

export interface Trigger {
  id: number;
  title: string;
  description: string | null;
  active: boolean;
  position: number;
  category_id: string;
  conditions: { all: Condition[]; any: Condition[] };
  actions: Action[];
  created_at: number;
  updated_at: number;
}

/** A rule that looks at every ticket once an hour. */
export interface Automation {
  id: number;
  title: string;
  active: boolean;
  position: number;
  /** One of Zendesk's own. */
  default: boolean;
  conditions: Trigger['conditions'];
  actions: Action[];
  created_at: number;
  updated_at: number;
}
export interface Condition {
  field: string;
  operator: string;
  value?: unknown;
}
export interface Action {
  field: string;
  value: unknown;
}

export interface Webhook {
  /** ULID. */
  id: string;
  name: string;
  description: string | null;
  status: 'active' | 'inactive';
  endpoint: string;
  http_method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  request_format: 'json' | 'xml' | 'form_encoded';
  /** `conditional_ticket_events` alone, or event types. */
  subscriptions: string[];
  /** The secret is stored, and told to nobody. */
  authentication: {
    type: 'basic_auth' | 'bearer_token' | 'api_key';
    add_position: 'header';
    data: unknown;
  } | null;
  custom_headers: Record<string, string> | null;
  created_by: number;
  updated_by: number | null;
  created_at: number;
  updated_at: number | null;
}

/** A list of tickets agents open in the workspace. */
export interface View {
  id: number;
  title: string;
  description: string | null;
  active: boolean;
  position: number;
  conditions: { all: Condition[]; any: Condition[] };
  output: {
    columns: string[];
    group_by: string | null;
    group_order: 'asc' | 'desc';
    sort_by: string | null;
    sort_order: 'asc' | 'desc';
  };
  /** `null`: everybody's. */
  restriction: { type: 'Group'; id: number; ids: number[] } | { type: 'User'; id: number } | null;
  created_at: number;
  updated_at: number;
}

export interface JobStatus {
  /** Hex string. */
  id: string;
  status: 'queued' | 'working' | 'failed' | 'completed' | 'killed';
  total: number | null;
  progress: number | null;
  message: string | null;
  results: unknown[] | null;
  created_at: number;
}

export interface AppInstallation {
  id: number;
  app_id: number;
  enabled: boolean;
  settings: Record<string, unknown>;
  created_at: number;
  updated_at: number;
}
