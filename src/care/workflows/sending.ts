/** By which way a workflow alerts: what of it Zendesk's rules do, and what comes as a digest. */
import type { Workflow } from './workflow.ts';

/** Praise is told once a day, unless another system takes it one by one. */
export const isDaily = ({ kind, channel }: Workflow) =>
  kind === 'praise' && (channel === 'mail' || channel === 'in_app');

/** Do rules of Zendesk alert, so that it works with no browser open? */
export const isByRule = (workflow: Workflow) =>
  !isDaily(workflow) && (workflow.channel === 'mail' || workflow.channel === 'webhook');

/** Alerts for one lead a day; of mails alone, since nothing else can become a digest. `null` for no limit. */
export const budgetOf = (workflow: Workflow) =>
  workflow.channel === 'mail' && !isDaily(workflow) ? workflow.budget : null;

/** Does Zendesk mail digests for it? */
export const hasDigest = (workflow: Workflow) => isDaily(workflow) || budgetOf(workflow) !== null;
