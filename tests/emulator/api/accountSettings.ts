/** The account's switches, as far as agents may read them. */
import type { World } from '../world/world.ts';
import { type Call, type Family, ok } from './http.ts';
import { hasCsat } from './tickets.format.ts';

export const accountSettings: Family = [
  { method: 'GET', path: '/api/v2/account/settings', allowed: 'agents', answer: showSettings },
];

function showSettings({ world }: Call) {
  return ok({
    settings: {
      active_features: activeFeatures(world),
      agents: { agent_home: false, agent_workspace: true, focus_mode: false, unified_agent_statuses: false },
      api: { accepted_api_agreement: true, api_password_access: 'true', api_token_access: 'true' },
      apps: { use: true, create_private: true, create_public: false },
      billing: { backend: 'zuora' },
      branding: {
        header_color: '03363D',
        page_background_color: 'F8F9F9',
        tab_background_color: '03363D',
        text_color: 'FFFFFF',
        header_logo_url: null,
        favicon_url: null,
      },
      brands: { default_brand_id: 360_000_000_101, require_brand_on_new_tickets: false },
      groups: { check_group_name_uniqueness: true },
      limits: { attachment_size: 52_428_800 },
      localization: { locale_ids: [1, 8] },
      lotus: { prefer_lotus: true, reporting: true, pod_id: 999 },
      metrics: { account_size: '10-99' },
      rule: { macro_most_used: true, macro_order: 'alphabetical', using_skill_based_routing: false },
      side_conversations: sideConversations(world),
      statistics: { forum: true, search: true, rule_usage: true },
      ticket_form: { ticket_forms_instructions: '', raw_ticket_forms_instructions: '' },
      tickets: ticketSettings(),
      user: {
        agent_created_welcome_emails: false,
        end_user_phone_number_validation: false,
        have_gravatars_enabled: false,
        language_selection: true,
        multiple_organizations: false,
        tagging: true,
        time_zone_selection: true,
      },
    },
  });
}

/** `customer_satisfaction` is the switch of legacy CSAT alone. */
function activeFeatures(world: World) {
  const isLegacy = hasCsat(world) && world.csat === 'legacy';
  return {
    customer_satisfaction: isLegacy,
    csat_reason_code: isLegacy,
    on_hold_status: true,
    user_tagging: true,
    ticket_tagging: true,
    topic_suggestion: false,
    voice: false,
    business_hours: !world.plan.endsWith('_team'),
    facebook_login: false,
    google_login: false,
    twitter_login: false,
    forum_analytics: false,
    agent_forwarding: false,
    chat: false,
    chat_about_my_ticket: false,
    customer_context_as_default: false,
    dynamic_contents: false,
    explore: true,
    light_agents: true,
    markdown: false,
    rich_content_in_emails: true,
    sandbox: false,
    satisfaction_prediction: false,
    suspended_ticket_notification: false,
    ticket_forms: true,
    user_org_fields: true,
    automatic_answers: false,
    organization_access_enabled: true,
    allow_ccs: true,
    is_abusive: false,
    fallback_composer: false,
  };
}

function sideConversations(world: World) {
  const hasAddOn = /suite_(professional|enterprise)/.test(world.plan);
  return {
    show_in_context_panel: hasAddOn,
    email_channel: hasAddOn,
    slack_channel: false,
    msteams_channel: false,
    tickets_channel: hasAddOn,
  };
}

function ticketSettings() {
  return {
    agent_collision: true,
    agent_ticket_deletion: false,
    allow_group_reset: true,
    assign_default_organization: true,
    assign_tickets_upon_solve: true,
    collaboration: true,
    comments_public_by_default: true,
    email_attachments: false,
    emoji_autocompletion: true,
    follower_and_email_cc_collaborations: true,
    is_first_comment_private_enabled: true,
    list_empty_views: true,
    list_newest_comments_first: false,
    markdown_ticket_comments: false,
    maximum_personal_views_to_list: 8,
    private_attachments: false,
    rich_text_comments: true,
    status_hold: true,
    tagging: true,
    using_skill_based_routing: false,
  };
}
