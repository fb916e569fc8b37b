import type { KeyboardEvent } from 'react';
import styled from 'styled-components';
import type { CaseRow } from '../../actions/listCases.ts';
import { columns } from '../columns/index.ts';
import type { CellContext } from './column.ts';
import { narrow } from './layout.ts';

export const Cells = styled.div`
  display: grid;
  grid-template-columns: 136px minmax(84px, 1fr) minmax(140px, 3fr) 60px 92px minmax(48px, 0.8fr) 88px;
  gap: 12px;
  align-items: center;
  padding: 0 20px;
  & > * { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  ${narrow} {
    grid-template: 'score customer due' auto 'ticket ticket ticket' auto 'status owner bucket' auto / auto 1fr auto;
    gap: 4px 10px;
    align-content: center;
    padding: 0 14px;
    & > [data-column='due'] { grid-area: due; justify-self: end; }
    & > [data-column='customer'] { grid-area: customer; font-weight: 600; }
    & > [data-column='ticket'] { grid-area: ticket; }
    & > [data-column='score'] { grid-area: score; }
    & > [data-column='bucket'] { grid-area: bucket; justify-self: end; }
    & > [data-column='owner'] { grid-area: owner; }
    & > [data-column='status'] { grid-area: status; }
  }
`;

const Row = styled(Cells)`
  position: absolute;
  inset-inline: 0;
  border-bottom: 1px solid var(--fl-line);
  cursor: pointer;
  &:hover { background: var(--fl-recessed); }
  &[aria-selected='true'] { background: var(--fl-recessed); box-shadow: inset 3px 0 var(--fl-accent); }
  &:focus-visible { outline-offset: -2px; }
  & > [data-column='score'] { font-weight: 600; font-variant-numeric: tabular-nums; }
  & > [data-column='bucket'], & > [data-column='owner'], & > [data-column='status'] { color: var(--fl-quiet); }
`;

interface Props {
  row: CaseRow;
  context: CellContext;
  /** Counted from 1, the head included. */
  rowIndex: number;
  top: number;
  height: number;
  isActive: boolean;
  isSelected: boolean;
  onOpen: () => void;
}

/** One case: the whole row is one target. */
export function ListRow({ row, context, rowIndex, top, height, isActive, isSelected, onOpen }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onOpen();
  };
  return (
    <Row
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      style={{ top, height }}
      onClick={onOpen}
      onKeyDown={onKeyDown}
    >
      {columns.map(({ id, value, Cell }) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the row is what takes the focus
        // biome-ignore lint/a11y/useSemanticElements: a virtual grid is no table
        <span key={id} role="gridcell" data-column={id} title={value(row, context)}>
          {Cell ? <Cell row={row} context={context} /> : value(row, context)}
        </span>
      ))}
    </Row>
  );
}
