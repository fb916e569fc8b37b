/** The two automations every account starts with: offer the survey, close what was solved. */
import type { Automation } from './entities.ts';
import type { World } from './world.ts';

const made = Date.UTC(2025, 1, 3, 10, 0, 0);

export const offerRule = {
  id: 360_000_500_001,
  title: 'Request customer satisfaction rating (System Automation)',
};
export const closeRule = {
  id: 360_000_500_002,
  title: 'Close ticket 4 days after status is set to solved',
};

/** Tickets with one of these tags are asked nothing. */
export const unaskedTags = ['closed_by_merge', 'no_survey'];

const isSolved = { field: 'status', operator: 'is', value: 'solved' };
const solvedFor = (hours: number) => ({ field: 'SOLVED', operator: 'greater_than', value: String(hours) });

const stock: Pick<Automation, 'id' | 'title' | 'conditions' | 'actions'>[] = [
  {
    ...offerRule,
    conditions: {
      all: [
        isSolved,
        solvedFor(24),
        { field: 'satisfaction_score', operator: 'is', value: 'unoffered' },
        { field: 'current_tags', operator: 'not_includes', value: unaskedTags.join(' ') },
      ],
      any: [],
    },
    actions: [{ field: 'satisfaction_score', value: 'offered' }],
  },
  {
    ...closeRule,
    conditions: { all: [isSolved, solvedFor(96)], any: [] },
    actions: [{ field: 'status', value: 'closed' }],
  },
];

/** Puts Zendesk's own automations into an empty world. */
export function addAutomations(world: World): void {
  stock.forEach((rule, index) => {
    const stamps = { created_at: made, updated_at: made };
    world.automations.put({
      ...structuredClone(rule),
      active: true,
      default: true,
      position: index + 1,
      ...stamps,
    });
  });
}
