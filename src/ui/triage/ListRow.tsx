import { type KeyboardEvent, type MouseEvent, memo } from 'react';
import styled from 'styled-components';
import type { CaseRow } from '../../actions/listCases.ts';
import { TickBox } from '../bulk/TickBox.tsx';
import { customer } from '../columns/customer.ts';
import { ticket } from '../columns/ticket.ts';
import { Part } from '../Part.tsx';
import type { CellContext, Column } from './column.ts';
import { GridPart } from './GridPart.tsx';
import { narrow } from './layout.ts';
import { CardStar } from './parts.ts';

/** The widths of the columns are the grid's, as `--fl-tracks`: a style that is the same for all rows is made once. */
export const Cells = styled.div`
  display: grid;
  grid-template-columns: var(--fl-tracks);
  gap: 12px;
  align-items: center;
  padding: 0 20px;
  & > * { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  & > [data-tick] { display: grid; overflow: visible; align-self: stretch; }
  ${narrow} {
    grid-template: 'tick score customer due due' auto 'tick ticket ticket ticket star' auto 'tick status owner bucket star' auto / 20px auto 1fr auto 36px;
    & > [data-tick] { grid-area: tick; }
    & > [data-star] { grid-area: star; overflow: visible; margin-inline-end: -8px; }
    gap: 4px 10px;
    align-content: center;
    padding: 0 14px;
    & > [data-column] { display: none; }
    & > [data-column='due'] { display: block; grid-area: due; justify-self: end; }
    & > [data-column='customer'] { display: block; grid-area: customer; font-weight: 600; }
    & > [data-column='ticket'] { display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; white-space: normal; grid-area: ticket; }
    & > [data-column='score'] { display: block; grid-area: score; }
    & > [data-column='bucket'] { display: block; grid-area: bucket; justify-self: end; }
    & > [data-column='owner'] { display: block; grid-area: owner; }
    & > [data-column='status'] { display: block; grid-area: status; }
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
  columns: readonly Column[];
  /** Counted from 1, the head included. */
  rowIndex: number;
  top: number;
  height: number;
  isActive: boolean;
  isSelected: boolean;
  isTicked: boolean;
  onTick: (key: string, isRange: boolean) => void;
  onOpen: (row: CaseRow) => void;
  /** A star at the end of a card. */
  hasStar: boolean;
}

/** A row's tick box and star, and the sheet the star opens, are no presses of the row. */
const isOnControl = (target: EventTarget) =>
  target instanceof Element && target.closest('label, button, [role=dialog]') !== null;

/** One case: the whole row is one target. Scrolling renders the rows that come, and none that stay. */
export const ListRow = memo(function ListRow(props: Props) {
  const { row, context, columns, rowIndex, top, height, isActive, isSelected, onTick, onOpen } = props;
  const onClick = ({ target }: MouseEvent) => {
    if (!isOnControl(target)) onOpen(row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isOnControl(event.target)) return;
    event.preventDefault();
    onOpen(row);
  };
  return (
    <Row
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      style={{ top, height }}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <GridPart role="gridcell" data-tick>
        <TickBox
          name={`${customer.value(row, context)}, ${ticket.value(row, context)}`}
          isTicked={props.isTicked}
          tabIndex={isActive ? 0 : -1}
          onTick={(isRange) => onTick(row.feedback.key, isRange)}
        />
      </GridPart>
      {columns.map(({ id, value, Cell }) => (
        <GridPart key={id} role="gridcell" data-column={id} title={value(row, context)}>
          {Cell ? <Cell row={row} context={context} /> : value(row, context)}
        </GridPart>
      ))}
      {props.hasStar && (
        <GridPart role="gridcell" data-star>
          <Part>
            <CardStar row={row} name={customer.value(row, context)} />
          </Part>
        </GridPart>
      )}
    </Row>
  );
});
