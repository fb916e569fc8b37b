/** A workflow in one plain sentence: when, who, by which way, at what hours. */
import type { App } from '../../../app.ts';
import type { Workflow } from '../../../care/workflows/workflow.ts';
import { fieldsOf, type WorkflowDraft, workflowOf } from '../../../care/workflows/workflowDraft.ts';
import { isolate } from '../../formats.ts';
import type { Names } from './useNames.ts';

type Words = Pick<App, 't' | 'locale'>;
type Place = Pick<Names, 'nameOfPlace' | 'nameOfPerson'>;

/** `webhook` is the chosen one's name, `null` while it is not known. */
export function workflowText(app: Words, draft: WorkflowDraft, names: Place, webhook: string | null): string {
  const workflow = workflowOf(draft);
  const parts = whenParts(app, workflow, names, fieldsOf(draft).includes('suspects'));
  const when = parts.length > 0 ? joined(app, parts, 'conjunction') : app.t('workflows.say.anything');
  const what = [wayText(app, workflow, names, webhook), ...paceParts(app, workflow)].join(', ');
  return app.t('workflows.say.whole', { when, what });
}

const joined = ({ locale }: Words, items: readonly string[], type: 'conjunction' | 'disjunction') =>
  new Intl.ListFormat(locale, { type }).format(items);

function whenParts(app: Words, { when }: Workflow, names: Place, asksSuspects: boolean): string[] {
  const { t, locale } = app;
  const number = (value: number) => (Number.isNaN(value) ? '…' : new Intl.NumberFormat(locale).format(value));
  const scores = [
    when.csatBelow !== null && t('workflows.say.csat_below', { value: number(when.csatBelow) }),
    when.csatFrom !== null && t('workflows.say.csat_from', { value: number(when.csatFrom) }),
    when.cesBelow !== null && t('workflows.say.ces_below', { value: number(when.cesBelow) }),
  ];
  const quoted = (text: string) => t('workflows.say.quoted', { text: isolate(text) });
  const lists = {
    buckets: when.buckets.map((bucket) => t(`bucket.${bucket}`)),
    topics: when.topics.map(quoted),
    tags: when.tags.map(isolate),
    phrases: when.phrases.map(quoted),
    groups: when.groupIds.map((id) => isolate(names.nameOfPlace('group', id))),
    brands: when.brandIds.map((id) => isolate(names.nameOfPlace('brand', id))),
  };
  const said = (Object.keys(lists) as (keyof typeof lists)[])
    .filter((key) => lists[key].length > 0)
    .map((key) => t(`workflows.say.${key}`, { list: joined(app, lists[key], 'disjunction') }));
  const suspects = asksSuspects && when.suspects !== 'any' ? [t(`workflows.say.${when.suspects}`)] : [];
  return [...scores.filter((part) => part !== false), ...said, ...suspects];
}

function wayText(app: Words, workflow: Workflow, names: Place, webhook: string | null): string {
  const { t } = app;
  const { channel, sideTo } = workflow;
  if (channel === 'webhook')
    return webhook === null
      ? t('workflows.say.webhook_open')
      : t('workflows.say.webhook', { name: isolate(webhook) });
  if (channel === 'side_conversation') return t(`workflows.say.${sideTo?.kind ?? 'slack'}`);
  return t(`workflows.say.${channel}`, { who: whoText(app, workflow, names) });
}

function whoText(app: Words, { to }: Workflow, names: Place): string {
  const { t } = app;
  const who = [
    ...(to.isLeads ? [t('workflows.say.leads')] : []),
    ...to.userIds.map((id) => isolate(names.nameOfPerson(id))),
    ...(to.groupId === null
      ? []
      : [t('workflows.say.group', { name: isolate(names.nameOfPlace('group', to.groupId)) })]),
  ];
  return who.length > 0 ? joined(app, who, 'conjunction') : t('workflows.say.nobody');
}

const paceParts = ({ t }: Words, { hours, budget, remindAfter }: Workflow): string[] => [
  t(`workflows.say.${hours}`),
  ...(isCount(budget) ? [t('workflows.say.budget', { count: budget })] : []),
  ...(isCount(remindAfter) ? [t('workflows.say.remind', { count: remindAfter })] : []),
];

const isCount = (value: number | null): value is number => value !== null && !Number.isNaN(value);
