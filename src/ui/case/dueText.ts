import styled from 'styled-components';
import type { Urgency } from '../../care/due.ts';

/** A due time in its colour: amber from half of the time, red when it is over. */
export const DueText = styled.span<{ $urgency: Urgency }>`
  color: ${({ $urgency }) => ({ calm: 'inherit', soon: 'var(--fl-warning)', overdue: 'var(--fl-danger)' })[$urgency]};
  font-weight: ${({ $urgency }) => ($urgency === 'overdue' ? 600 : 'inherit')};
  font-variant-numeric: tabular-nums;
`;
