/** Ticket fields and business rules the emulated account has made for itself. */
import type { TicketField, Trigger } from './entities.ts';
import { storyNow, type World } from './world.ts';

const made = storyNow - 600 * 86_400_000;

/** Ids of the account's own ticket fields, by a short name. */
export const fieldIds = {
  orderNumber: 360_012_000_101,
  product: 360_012_000_102,
  intent: 360_012_000_103,
  callBack: 360_012_000_104,
  /** Written by a third-party survey tool, 1-5. */
  surveyScore: 360_012_000_105,
  /** 1-7, where low is easy. */
  customerEffort: 360_012_000_106,
} as const;

const systemFields: [type: string, title: string][] = [
  ['subject', 'Subject'],
  ['description', 'Description'],
  ['status', 'Status'],
  ['tickettype', 'Type'],
  ['priority', 'Priority'],
  ['group', 'Group'],
  ['assignee', 'Assignee'],
];

export const products = ['Home Hub', 'Sensor Kit', 'Mobile App', 'Web Portal', 'Care Plan'] as const;
export const intents = [
  'login_page',
  'invoice',
  'refund',
  'return',
  'delivery',
  'setup',
  'cancellation',
] as const;
export type Intent = (typeof intents)[number];

export const productTag = (product: string): string => `product_${product.toLowerCase().replace(/ /g, '_')}`;
export const intentTag = (intent: Intent): string => `intent_${intent}`;

function makeField(
  given: Pick<TicketField, 'id' | 'type' | 'title' | 'position'> & Partial<TicketField>,
): TicketField {
  return {
    description: given.title,
    active: true,
    required: false,
    removable: true,
    tag: null,
    regexp_for_validation: null,
    relationship_target_type: null,
    custom_field_options: [],
    created_at: made,
    updated_at: made,
    ...given,
  };
}

const options = (firstId: number, rows: [name: string, value: string][]) =>
  rows.map(([name, value], position) => ({ id: firstId + position, name, value, position }));

const titled = (value: string) => value.charAt(0).toUpperCase() + value.slice(1).replace(/_/g, ' ');

/** Puts the system fields and the account's own into an empty world. */
export function addFields(world: World): void {
  systemFields.forEach(([type, title], index) => {
    const id = 360_012_000_001 + index;
    world.ticketFields.put(makeField({ id, type, title, position: index + 1, removable: false }));
  });
  const own: TicketField[] = [
    makeField({ id: fieldIds.orderNumber, type: 'text', title: 'Order number', position: 8 }),
    makeField({
      id: fieldIds.product,
      type: 'tagger',
      title: 'Product',
      position: 9,
      custom_field_options: options(
        360_020_000_001,
        products.map((name) => [name, productTag(name)]),
      ),
    }),
    makeField({
      id: fieldIds.intent,
      type: 'tagger',
      title: 'Intent',
      position: 10,
      custom_field_options: options(
        360_020_000_101,
        intents.map((intent) => [titled(intent), intentTag(intent)]),
      ),
    }),
    makeField({
      id: fieldIds.callBack,
      type: 'checkbox',
      title: 'Customer wants a call back',
      position: 11,
      tag: 'wants_call_back',
    }),
    makeField({ id: fieldIds.surveyScore, type: 'integer', title: 'Survey score', position: 12 }),
    makeField({
      id: fieldIds.customerEffort,
      type: 'integer',
      title: 'Customer effort (1-7, low = easy)',
      position: 13,
    }),
  ];
  for (const field of own) world.ticketFields.put(field);
}

type Rule = Pick<Trigger, 'title' | 'conditions' | 'actions'>;

const rules: Rule[] = [
  {
    title: 'Notify requester of received request',
    conditions: {
      all: [
        { field: 'update_type', operator: 'is', value: 'Create' },
        { field: 'status', operator: 'is_not', value: 'solved' },
        { field: 'role', operator: 'is', value: 'end_user' },
      ],
      any: [],
    },
    actions: [
      {
        field: 'notification_user',
        value: [
          'requester_id',
          'Request received: {{ticket.title}}',
          'Hello {{ticket.requester.first_name}},\n\nwe have received your request ({{ticket.id}}) and will get back to you.\n\n{{ticket.description}}',
        ],
      },
    ],
  },
  {
    title: 'Notify requester of new public comment',
    conditions: {
      all: [
        { field: 'update_type', operator: 'is', value: 'Change' },
        { field: 'comment_is_public', operator: 'is', value: 'requester_can_see_comment' },
        { field: 'role', operator: 'is', value: 'agent' },
      ],
      any: [],
    },
    actions: [
      {
        field: 'notification_user',
        value: [
          'requester_and_ccs',
          'Re: {{ticket.title}}',
          '{{ticket.latest_public_comment}}\n\n{{current_user.name}}, request {{ticket.id}}',
        ],
      },
    ],
  },
  {
    title: 'Notify assignee of assignment',
    conditions: {
      all: [
        { field: 'assignee_id', operator: 'changed' },
        { field: 'assignee_id', operator: 'present' },
        { field: 'assignee_id', operator: 'is_not', value: 'current_user' },
      ],
      any: [],
    },
    actions: [
      {
        field: 'notification_user',
        value: [
          'assignee_id',
          'Assigned to you: {{ticket.title}}',
          '{{ticket.link}}\n\n{{ticket.latest_comment}}',
        ],
      },
    ],
  },
  {
    title: 'Raise priority of VIP requests',
    conditions: {
      all: [
        { field: 'update_type', operator: 'is', value: 'Create' },
        { field: 'current_tags', operator: 'includes', value: 'vip' },
        { field: 'priority', operator: 'less_than', value: 'high' },
      ],
      any: [],
    },
    actions: [{ field: 'priority', value: 'high' }],
  },
  {
    title: 'Notify requester of new proactive ticket',
    conditions: {
      all: [
        { field: 'update_type', operator: 'is', value: 'Create' },
        { field: 'comment_is_public', operator: 'is', value: 'requester_can_see_comment' },
        { field: 'role', operator: 'is', value: 'agent' },
      ],
      any: [],
    },
    actions: [
      {
        field: 'notification_user',
        value: [
          'requester_and_ccs',
          '{{ticket.title}}',
          '{{ticket.latest_public_comment}}\n\n{{current_user.name}}, request {{ticket.id}}',
        ],
      },
    ],
  },
];

/** Puts the account's own triggers into an empty world. */
export function addTriggers(world: World): void {
  rules.forEach((rule, index) => {
    world.triggers.put({
      id: 360_000_400_001 + index,
      description: null,
      active: true,
      position: index + 1,
      category_id: '1',
      created_at: made,
      updated_at: made,
      ...rule,
    });
  });
}
