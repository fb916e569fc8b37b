import styled from 'styled-components';
import type { TicketTab } from '../../desk.ts';
import { useDesk } from '../DeskContext.tsx';
import { color, focusRing, Quiet } from '../look.ts';
import { StatusBadge } from '../StatusBadge.tsx';
import { When } from '../When.tsx';
import { words } from '../words.ts';
import { isFieldVisible, useMayEdit } from './editing.ts';

const Header = styled.header`
  padding: 12px 16px 10px;
  border-bottom: 1px solid ${color('border.default')};
  h1 {
    margin: 0;
    font-size: 16px;
    line-height: 24px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  input {
    width: 100%;
    margin-inline-start: -7px;
    padding: 2px 6px;
    border: 1px solid transparent;
    border-radius: 4px;
    background: transparent;
    color: inherit;
    font: inherit;
    ${focusRing}
  }
  input:hover:enabled {
    border-color: ${color('border.default')};
  }
  p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
    font-size: 12px;
  }
`;

/** Subject, editable in place, over number, status and channel. */
export function TicketHeader({ tab }: { tab: TicketTab }) {
  const desk = useDesk();
  const mayEdit = useMayEdit(tab);
  const shown = desk.shown(tab);
  return (
    <Header>
      <h1>
        {isFieldVisible(tab, 'subject') && mayEdit('subject') ? (
          <input
            aria-label={words.ticket.subject}
            value={shown.subject}
            onChange={(event) => desk.edit(tab.id, { subject: event.target.value })}
          />
        ) : (
          shown.subject
        )}
      </h1>
      <Quiet>
        <StatusBadge status={shown.status} />
        <span>#{tab.id}</span>
        <When at={shown.created_at} />
        <span>{words.ticket.via(shown.via.channel)}</span>
      </Quiet>
    </Header>
  );
}
