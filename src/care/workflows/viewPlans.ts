/**
 * Shared views beside the app's own lists, for people who live in Zendesk's. They see what the mirror put on open
 * tickets. Overdue is no condition a view has, and closed tickets are in none.
 */
import { statusValue } from '../mirror.ts';
import type { RulePlan } from './rulePlan.ts';

const isNotClosed = { field: 'status', operator: 'less_than', value: 'closed' };
const hasOneOf = (...tags: string[]) => ({
  field: 'current_tags',
  operator: 'includes',
  value: tags.join(' '),
});

const plan = (key: string, title: string, ...tags: string[]): RulePlan => ({
  key: `view:${key}`,
  kind: 'view',
  title: `Feedback Loop: ${title}`,
  conditions: { all: [isNotClosed, hasOneOf(...tags)], any: [] },
  actions: [],
});

/** Zendesk asks each view for one of status, type, group, assignee or requester. */
export const viewPlans: readonly RulePlan[] = [
  plan('open', 'open cases', statusValue('new'), statusValue('in_progress')),
  plan('check_first', 'check first', statusValue('check_first')),
];
