/** A ticket field and its options as the API shows them. */
import type { TicketField, TicketStatus } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { iso, urlOf } from './stamps.ts';
import { customStatusIds, systemFieldTypes } from './tickets.format.ts';

const systemOptions: Record<string, [name: string, value: string][]> = {
  status: [
    ['New', 'new'],
    ['Open', 'open'],
    ['Pending', 'pending'],
    ['On-hold', 'hold'],
    ['Solved', 'solved'],
    ['Closed', 'closed'],
  ],
  priority: [
    ['Low', 'low'],
    ['Normal', 'normal'],
    ['High', 'high'],
    ['Urgent', 'urgent'],
  ],
  tickettype: [
    ['Question', 'question'],
    ['Incident', 'incident'],
    ['Problem', 'problem'],
    ['Task', 'task'],
  ],
};

export const hasOptions = (field: TicketField): boolean =>
  field.type === 'tagger' || field.type === 'multiselect';

export function formatField(world: World, field: TicketField) {
  return {
    url: urlOf(world, `ticket_fields/${field.id}.json`),
    id: field.id,
    type: field.type,
    title: field.title,
    raw_title: field.title,
    description: field.description,
    raw_description: field.description,
    position: field.position,
    active: field.active,
    required: field.required,
    collapsed_for_agents: false,
    regexp_for_validation: field.regexp_for_validation,
    title_in_portal: field.title,
    raw_title_in_portal: field.title,
    visible_in_portal: field.type === 'subject' || field.type === 'description',
    editable_in_portal: field.type === 'subject' || field.type === 'description',
    required_in_portal: field.type === 'subject' || field.type === 'description',
    agent_can_edit: true,
    tag: field.tag,
    created_at: iso(field.created_at),
    updated_at: iso(field.updated_at),
    removable: field.removable,
    key: null,
    agent_description: null,
    ...optionsOf(field),
    ...(field.relationship_target_type === null
      ? {}
      : {
          relationship_target_type: field.relationship_target_type,
          relationship_filter: { all: [], any: [] },
        }),
  };
}

function optionsOf(field: TicketField) {
  if (hasOptions(field)) {
    return { custom_field_options: field.custom_field_options.map((option) => formatOption(option)) };
  }
  if (field.type === 'custom_status') return { custom_statuses: customStatuses() };
  const system = systemFieldTypes.has(field.type) ? systemOptions[field.type] : undefined;
  return system ? { system_field_options: system.map(([name, value]) => ({ name, value })) } : {};
}

function customStatuses() {
  const labels: [TicketStatus, string][] = [
    ['new', 'New'],
    ['open', 'Open'],
    ['pending', 'Pending'],
    ['hold', 'On-hold'],
    ['solved', 'Solved'],
  ];
  return labels.map(([status_category, agent_label]) => ({
    id: customStatusIds[status_category],
    status_category,
    agent_label,
    end_user_label: agent_label,
    active: true,
    default: true,
  }));
}

export function formatOption(option: TicketField['custom_field_options'][number]) {
  return { id: option.id, name: option.name, raw_name: option.name, value: option.value, default: false };
}
