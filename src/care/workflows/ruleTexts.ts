/** Titles, mails and calls of a workflow's rules. Who writes the words may use Zendesk's placeholders in them. */
import type { RuleAccount } from './ruleAccount.ts';
import { conditionOf } from './ruleAccount.ts';
import type { RuleAction } from './rulePlan.ts';
import type { RuleSet } from './ruleSets.ts';
import type { Workflow } from './workflow.ts';

/**
 * Plain texts in the account's language. `{workflow}` stands for the workflow's name; Zendesk's own placeholders, such
 * as `{{ticket.id}}` and `{{ticket.link}}`, are filled when the mail is sent. None may name the customer's words but
 * `quote`.
 */
export interface MailWords {
  subject: string;
  body: string;
  /** Added to `body` where the workflow may quote; holds `{{satisfaction.current_comment}}`. */
  quote: string;
  reminderSubject: string;
  reminderBody: string;
  /** The list follows the body. */
  digestSubject: string;
  digestBody: string;
  praiseSubject: string;
  praiseBody: string;
}

export const mailKinds = ['alert', 'reminder', 'digest'] as const;
export type MailKind = (typeof mailKinds)[number];

/** Without what Zendesk would take for a placeholder or for markup, on one line. */
export function plainName({ name, id }: Pick<Workflow, 'name' | 'id'>): string {
  return clean(name) || id;
}

const clean = (text: string) =>
  text
    .replace(/[{}]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** Mails to everybody of the set, or one call; ids only, never a word of the customer's. */
export function noticesOf(
  workflow: Workflow,
  { recipients }: RuleSet,
  kind: MailKind,
  words: MailWords,
  digestFieldId: string | null,
): RuleAction[] {
  if (workflow.channel === 'webhook') return callOf(workflow);
  const [subject, body] = mailOf(workflow, kind, words, digestFieldId);
  const to = (field: string, id: string): RuleAction => ({ field, value: [id, subject, body] });
  const { userIds, groupId } = recipients;
  return [
    ...userIds.map((id) => to('notification_user', id)),
    ...(groupId === null ? [] : [to('notification_group', groupId)]),
  ];
}

function callOf({ id, webhookId }: Workflow): RuleAction[] {
  const body = JSON.stringify({ ticket_id: '{{ticket.id}}', workflow: id });
  return webhookId === null ? [] : [{ field: 'notification_webhook', value: [webhookId, body] }];
}

function mailOf(
  workflow: Workflow,
  kind: MailKind,
  words: MailWords,
  digestFieldId: string | null,
): [subject: string, body: string] {
  // Mails may be read as HTML.
  const name = plainName(workflow).replaceAll('<', '‹').replaceAll('>', '›');
  const filled = (text: string) => text.replaceAll('{workflow}', () => name);
  const list = `{{ticket.ticket_field_${digestFieldId}}}`;
  if (kind === 'digest') {
    const isPraise = workflow.kind === 'praise';
    const subject = isPraise ? words.praiseSubject : words.digestSubject;
    return [filled(subject), `${filled(isPraise ? words.praiseBody : words.digestBody)}\n\n${list}`];
  }
  if (kind === 'reminder') return [filled(words.reminderSubject), filled(words.reminderBody)];
  const quote = workflow.isQuoting ? `\n\n${filled(words.quote)}` : '';
  return [filled(words.subject), filled(words.body) + quote];
}

export const ruleParts = ['now', 'wait', 'late', 'handed', 'digest', 'remind'] as const;
export type RulePart = (typeof ruleParts)[number];

/** As admins read them in Zendesk's own lists, in every account. */
const partNames: Record<RulePart, string> = {
  now: 'alert',
  wait: 'wait',
  late: 'late alert',
  handed: 'handed over',
  digest: 'digest',
  remind: 'reminder',
};

/** At most 255 characters. The workflow's id is in it: names may be the same. */
export function titleOf(workflow: Workflow, part: RulePart, where: readonly string[]): string {
  const about = [partNames[part], ...where, workflow.id].join(', ');
  return `Feedback Loop: ${plainName(workflow)} (${about})`;
}

/** In so many characters. */
const longestWhere = 60;

/** Which tickets, as part of a title; `[]` for all. */
export function whereOf(set: Pick<RuleSet, 'groupIds' | 'except'>, account: RuleAccount): string[] {
  if (set.groupIds === null) return set.except.length === 0 ? [] : ['all other groups'];
  const [first = '', ...more] = set.groupIds;
  const values = conditionOf(account, 'group_id')?.values ?? [];
  const title = clean(values.find(({ value }) => value === first)?.title ?? first).slice(0, longestWhere);
  return [more.length === 0 ? `group ${title}` : `group ${title} and ${more.length} more`];
}
