import styled from 'styled-components';
import type { TicketStatus } from '../desk.ts';
import { words } from './words.ts';

const paints: Record<TicketStatus, [background: string, text: string]> = {
  new: ['#ffb648', '#4d2a00'],
  open: ['#c72a1c', '#ffffff'],
  pending: ['#30639c', '#ffffff'],
  hold: ['#2f3941', '#ffffff'],
  solved: ['#5c6970', '#ffffff'],
  closed: ['#d8dcde', '#2f3941'],
};

const Badge = styled.span<{ $status: TicketStatus }>`
  display: inline-block;
  padding: 0 6px;
  border-radius: 3px;
  background: ${({ $status }) => paints[$status][0]};
  color: ${({ $status }) => paints[$status][1]};
  border: 1px solid rgb(128 128 128 / 45%);
  font-size: 12px;
  line-height: 18px;
  font-weight: 600;
  white-space: nowrap;
`;

export function StatusBadge({ status }: { status: TicketStatus }) {
  return <Badge $status={status}>{words.status[status] ?? status}</Badge>;
}
