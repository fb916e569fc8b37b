import { useRef } from 'react';
import type { StoredItem } from '../../care/coaching/item.ts';
import { Quiet, Stack } from '../layout.ts';
import { useHeldFocus } from '../useHeldFocus.ts';
import { ItemRow } from './ItemRow.tsx';
import type { Items } from './useItems.ts';

interface Props {
  items: readonly StoredItem[];
  /** Said where there are none. */
  none: string;
  agentId: string;
  use: Items;
  nameOf: (id: string) => string;
  today: string;
}

/** Open ones before those that are over; both with the newest first. */
export function ItemList({ items, none, ...rest }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  useHeldFocus(list, line);
  const isOver = ({ state }: StoredItem) => state !== 'open';
  const sorted = [...items.filter((item) => !isOver(item)), ...items.filter(isOver)];
  return (
    <div ref={line} tabIndex={-1}>
      {items.length === 0 && <Quiet>{none}</Quiet>}
      <Stack as="ul" ref={list} $gap={0}>
        {sorted.map((item) => (
          <ItemRow key={item.id} item={item} {...rest} />
        ))}
      </Stack>
    </div>
  );
}
