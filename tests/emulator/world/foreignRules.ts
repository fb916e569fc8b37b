/** Rules somebody else made, whose names are nearly the app's: they carry none of its tags and are none of its business. */
import type { Action, Condition } from './entities.ts';
import { groupIds, personas } from './people.ts';
import { storyNow, type World } from './world.ts';

/** Ids of those rules, by what they are. */
export const foreignIds = {
  sameTitle: 360_000_400_901,
  similarTitle: 360_000_400_902,
  automation: 360_000_500_901,
  view: 360_000_600_901,
} as const;

const made = storyNow - 200 * 86_400_000;
const stamps = { created_at: made, updated_at: made };
const isBad: Condition = { field: 'satisfaction_score', operator: 'is', value: 'bad' };
const isOpen: Condition = { field: 'status', operator: 'less_than', value: 'closed' };
const addTag = (tag: string): Action => ({ field: 'current_tags', value: tag });

/** The title set-up would choose for a workflow named Rescue, and others that begin alike. */
export function addForeignRules(world: World): void {
  const rule = { description: null, active: true, category_id: '1', ...stamps };
  world.triggers.put({
    ...rule,
    id: foreignIds.sameTitle,
    title: 'Feedback Loop: Rescue (now)',
    position: 90,
    conditions: { all: [isBad, absent('house_rescue')], any: [] },
    actions: [
      addTag('house_rescue'),
      { field: 'notification_user', value: [String(personas.lead), 'Low score', '{{ticket.link}}'] },
    ],
  });
  world.triggers.put({
    ...rule,
    id: foreignIds.similarTitle,
    title: 'Feedback Loop alert',
    position: 91,
    conditions: { all: [isBad], any: [] },
    actions: [addTag('low_score')],
  });
  world.automations.put({
    id: foreignIds.automation,
    title: 'Feedback Loop: Rescue (late)',
    active: true,
    default: false,
    position: 90,
    conditions: {
      all: [isOpen, absent('house_late'), { field: 'updated_at', operator: 'greater_than', value: '48' }],
      any: [],
    },
    actions: [addTag('house_late')],
    ...stamps,
  });
  world.views.put({
    id: foreignIds.view,
    title: 'Feedback Loop: Open cases',
    description: null,
    active: true,
    position: 90,
    conditions: {
      all: [isOpen, { field: 'group_id', operator: 'is', value: String(groupIds.billing) }],
      any: [],
    },
    output: {
      columns: ['status', 'description'],
      group_by: null,
      group_order: 'asc',
      sort_by: null,
      sort_order: 'desc',
    },
    restriction: null,
    ...stamps,
  });
}

const absent = (tag: string): Condition => ({ field: 'current_tags', operator: 'not_includes', value: tag });
