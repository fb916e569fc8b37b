import { Body, Cell, Head, HeaderCell, HeaderRow, Row, Table } from '@zendeskgarden/react-tables';
import styled from 'styled-components';
import type { TicketJson } from '../../desk.ts';
import { useDesk } from '../DeskContext.tsx';
import { Link } from '../Link.tsx';
import { color, focusRing } from '../look.ts';
import { Rating } from '../Rating.tsx';
import { StatusBadge } from '../StatusBadge.tsx';
import { ratingOf } from '../tickets.ts';
import { useNames } from '../useNames.ts';
import { When } from '../When.tsx';
import { words } from '../words.ts';

const Scroll = styled.div`
  overflow-x: auto;
  table {
    min-width: 640px;
  }
  tbody tr {
    cursor: pointer;
  }
  td a {
    color: ${color('foreground.default')};
    font-weight: 600;
    text-decoration: none;
    ${focusRing}
  }
  td a:hover {
    text-decoration: underline;
  }
`;

function TicketRow({ ticket, requester }: { ticket: TicketJson; requester?: string }) {
  const desk = useDesk();
  return (
    <Row onClick={() => desk.open({ page: 'ticket', id: ticket.id })}>
      <Cell width={70}>{ticket.id}</Cell>
      <Cell width={90}>
        <StatusBadge status={ticket.status} />
      </Cell>
      <Cell isTruncated>
        <Link to={{ page: 'ticket', id: ticket.id }} onClick={(event) => event.stopPropagation()}>
          {ticket.subject}
        </Link>
      </Cell>
      <Cell width={160} isTruncated>
        {requester ?? words.none}
      </Cell>
      <Cell width={100}>
        <Rating score={ratingOf(ticket)} />
      </Cell>
      <Cell width={140}>
        <When at={ticket.updated_at} />
      </Cell>
    </Row>
  );
}

export function TicketTable({ tickets, label }: { tickets: TicketJson[]; label: string }) {
  const { columns } = words.views;
  const nameOf = useNames(tickets.map((ticket) => ticket.requester_id));
  return (
    <Scroll role="region" aria-label={label} tabIndex={0}>
      <Table size="small">
        <Head>
          <HeaderRow>
            <HeaderCell width={70}>{columns.id}</HeaderCell>
            <HeaderCell width={90}>{columns.status}</HeaderCell>
            <HeaderCell>{columns.subject}</HeaderCell>
            <HeaderCell width={160}>{columns.requester}</HeaderCell>
            <HeaderCell width={100}>{columns.rating}</HeaderCell>
            <HeaderCell width={140}>{columns.updated}</HeaderCell>
          </HeaderRow>
        </Head>
        <Body>
          {tickets.map((ticket) => (
            <TicketRow key={ticket.id} ticket={ticket} requester={nameOf(ticket.requester_id)} />
          ))}
        </Body>
      </Table>
    </Scroll>
  );
}
