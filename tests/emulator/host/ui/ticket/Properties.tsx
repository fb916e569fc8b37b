import styled from 'styled-components';
import type { TicketTab } from '../../desk.ts';
import { useDesk } from '../DeskContext.tsx';
import { Link } from '../Link.tsx';
import { color, focusRing, VisuallyHidden } from '../look.ts';
import { words } from '../words.ts';
import { CustomField } from './CustomField.tsx';
import { isClosed, isFieldVisible, isLightAgent, useMayEdit, visibleOptions } from './editing.ts';
import { PropertySelect } from './PropertySelect.tsx';
import { TagsEditor } from './TagsEditor.tsx';

const Form = styled.div`
  display: grid;
  gap: 14px;
`;
const Requester = styled.div`
  b {
    display: block;
    margin-bottom: 4px;
    font-weight: 600;
  }
  a {
    color: ${color('foreground.primary')};
    text-decoration: none;
    ${focusRing}
  }
  span {
    display: block;
    color: ${color('foreground.subtle')};
    font-size: 12px;
    overflow-wrap: anywhere;
  }
`;
const ReadOnly = styled.p`
  margin: 0;
  padding: 8px 12px;
  border-radius: 4px;
  background: ${color('background.warning')};
  color: ${color('foreground.warningEmphasis')};
`;

/** Field types of Zendesk's own fields, which have their own controls or none here. */
const systemTypes = new Set([
  'subject',
  'description',
  'status',
  'custom_status',
  'tickettype',
  'basic_priority',
  'priority',
  'group',
  'assignee',
]);

const optionsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
const people = (list: { id: number; name: string }[]) =>
  list.map(({ id, name }) => ({ value: String(id), label: name }));
const idOf = (value: string | null) => (value === null ? null : Number(value));

function RequesterLine({ id }: { id: number }) {
  const user = useDesk().user(id);
  return (
    <Requester>
      <b>{words.ticket.requester}</b>
      <Link to={{ page: 'user', id }}>{user?.name ?? words.user.title(id)}</Link>
      {user?.email && <span>{user.email}</span>}
    </Requester>
  );
}

function People({ tab }: { tab: TicketTab }) {
  const desk = useDesk();
  const mayEdit = useMayEdit(tab);
  const shown = desk.shown(tab);
  const { ticket } = words;
  return (
    <>
      {isFieldVisible(tab, 'group') && (
        <PropertySelect
          label={ticket.group}
          value={shown.group_id === null ? null : String(shown.group_id)}
          options={people(desk.groups())}
          isDisabled={!mayEdit('group')}
          onChange={(value) => desk.edit(tab.id, { group_id: idOf(value) })}
        />
      )}
      {isFieldVisible(tab, 'assignee') && (
        <PropertySelect
          label={ticket.assignee}
          value={shown.assignee_id === null ? null : String(shown.assignee_id)}
          valueLabel={shown.assignee_id === null ? undefined : desk.user(shown.assignee_id)?.name}
          options={visibleOptions(tab, 'assignee', people(desk.agents()))}
          isDisabled={!mayEdit('assignee')}
          onChange={(value) => desk.edit(tab.id, { assignee_id: idOf(value) })}
        />
      )}
    </>
  );
}

function TypeAndPriority({ tab }: { tab: TicketTab }) {
  const desk = useDesk();
  const mayEdit = useMayEdit(tab);
  const shown = desk.shown(tab);
  const { ticket } = words;
  return (
    <>
      {isFieldVisible(tab, 'type') && (
        <PropertySelect
          label={ticket.type}
          value={shown.type}
          options={visibleOptions(tab, 'type', optionsOf(ticket.types))}
          isDisabled={!mayEdit('type')}
          onChange={(type) => desk.edit(tab.id, { type })}
        />
      )}
      {isFieldVisible(tab, 'priority') && (
        <PropertySelect
          label={ticket.priority}
          value={shown.priority}
          options={visibleOptions(tab, 'priority', optionsOf(ticket.priorities))}
          isDisabled={!mayEdit('priority')}
          onChange={(priority) => desk.edit(tab.id, { priority })}
        />
      )}
    </>
  );
}

function CustomFields({ tab }: { tab: TicketTab }) {
  const fields = useDesk().fields();
  return fields
    .filter((field) => field.active && !systemTypes.has(field.type))
    .filter((field) => isFieldVisible(tab, `custom_field_${field.id}`))
    .map((field) => <CustomField key={field.id} tab={tab} field={field} />);
}

/** Left column of a ticket: everything that can be set, by the rules of role, ticket and apps. */
export function Properties({ tab }: { tab: TicketTab }) {
  const desk = useDesk();
  const mayEdit = useMayEdit(tab);
  const shown = desk.shown(tab);
  return (
    <Form>
      <VisuallyHidden as="h2">{words.ticket.properties}</VisuallyHidden>
      {isClosed(tab) && <ReadOnly>{words.ticket.closed}</ReadOnly>}
      {!isClosed(tab) && isLightAgent(desk.me()) && <ReadOnly>{words.ticket.lightAgent}</ReadOnly>}
      {isFieldVisible(tab, 'requester') && <RequesterLine id={shown.requester_id} />}
      <People tab={tab} />
      <TypeAndPriority tab={tab} />
      {isFieldVisible(tab, 'tags') && (
        <TagsEditor
          tags={shown.tags}
          isDisabled={!mayEdit('tags')}
          onChange={(tags) => desk.edit(tab.id, { tags })}
        />
      )}
      <CustomFields tab={tab} />
    </Form>
  );
}
