/** The shape in which conditions and actions of rules are told. */
import type { Value } from './triggerValues.ts';

export interface ActionDefinition {
  title: string;
  subject: string;
  type: string;
  group: string;
  nullable: boolean;
  repeatable: boolean;
  values?: Value[];
}

export type ConditionDefinition = ActionDefinition & {
  operators: { value: string; title: string; terminal: boolean }[];
};

/** What differs from one subject to the next. */
export interface Row {
  subject: string;
  title: string;
  operators: string[];
  type?: string;
  group?: string;
  values?: Value[];
}

export function definition({
  subject,
  title,
  type,
  group,
  values,
}: Omit<Row, 'operators'>): ActionDefinition {
  return {
    title,
    subject,
    type: type ?? 'list',
    group: group ?? 'ticket',
    nullable: false,
    repeatable: subject.startsWith('notification_') || subject.endsWith('_tags'),
    ...(values && { values }),
  };
}
