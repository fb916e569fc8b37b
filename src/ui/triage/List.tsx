import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Button } from '@zendeskgarden/react-buttons';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import styled from 'styled-components';
import { columns } from '../columns/index.ts';
import { Aged, Line } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';
import { EmptyList } from './EmptyList.tsx';
import { Cells, ListRow } from './ListRow.tsx';
import { narrow } from './layout.ts';
import type { Cases } from './useCases.ts';
import { useIsNarrow } from './useIsNarrow.ts';
import type { ListKeys } from './useListKeys.ts';
import type { View } from './views.ts';

/** Pixels: rows of one height, cards where it is narrow. */
const heights = { head: 36, row: 48, card: 112 };

const Scroller = styled.div`
  overflow-y: auto;
  min-height: 0;
  height: 100%;
`;

const Head = styled(Cells)`
  position: sticky;
  top: 0;
  z-index: 1;
  height: ${heights.head}px;
  background: var(--fl-bg);
  border-bottom: 1px solid var(--fl-line);
  color: var(--fl-quiet);
  font-size: 12px;
  font-weight: 600;
  ${narrow} { display: none; }
`;

const Rows = styled.div`
  position: relative;
`;

interface Props {
  cases: Cases;
  view: View;
  keys: ListKeys;
  selectedKey: string | null;
  onView: (view: View) => void;
}

/** The cases as a grid of which only the visible rows exist. */
export function List({ cases, view, keys, selectedKey, onView }: Props) {
  const { t, locale, user, configuration } = useApp();
  const { rows } = cases;
  const now = useNow();
  const isNarrow = useIsNarrow();
  const scroller = useRef<HTMLDivElement>(null);
  const { activeIndex, focusCount } = keys;
  const height = isNarrow ? heights.card : heights.row;
  // The head stays where it is and covers that much of what is scrolled under it.
  const head = isNarrow ? 0 : heights.head;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => rows[index]?.feedback.key ?? index,
    overscan: 8,
    scrollMargin: head,
    scrollPaddingStart: head,
    // The row that can be tabbed to is always there, however far one has scrolled.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), Math.min(activeIndex, rows.length - 1)])]
        .filter((index) => index >= 0)
        .sort((a, b) => a - b),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are measured anew
  useEffect(() => virtual.measure(), [height]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a move takes the focus, not every new row
  useEffect(() => {
    if (focusCount === 0) return;
    virtual.scrollToIndex(activeIndex);
    scroller.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus({ preventScroll: true });
  }, [focusCount]);

  if (rows.length === 0) return <EmptyList cases={cases} view={view} onView={onView} />;
  const context = { t, locale, now, userId: user.id, names: cases.names, configuration };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: activeIndex + 1,
      ArrowUp: activeIndex - 1,
      Home: 0,
      End: rows.length - 1,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    keys.focus(next);
  };
  return (
    <Scroller ref={scroller}>
      <Aged $isOld={cases.failure !== null}>
        {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid is no table */}
        <div role="grid" aria-label={t(`view.${view}`)} aria-rowcount={rows.length + 1} onKeyDown={onKeyDown}>
          {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid is no table */}
          <div role="rowgroup">
            <Head role="row" aria-rowindex={1}>
              {columns.map(({ id }) => (
                // biome-ignore lint/a11y/useFocusableInteractive: the row is what takes the focus
                // biome-ignore lint/a11y/useSemanticElements: a virtual grid is no table
                <span key={id} role="columnheader" data-column={id}>
                  {t(`column.${id}` as 'column.due')}
                </span>
              ))}
            </Head>
          </div>
          <Rows role="rowgroup" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start, key }) => {
              const row = rows[index];
              if (!row) return null;
              return (
                <ListRow
                  key={key}
                  row={row}
                  context={context}
                  rowIndex={index + 2}
                  top={start - head}
                  height={height}
                  isActive={index === Math.min(activeIndex, rows.length - 1)}
                  isSelected={row.feedback.key === selectedKey}
                  onOpen={() => keys.openRow(row)}
                />
              );
            })}
          </Rows>
        </div>
        {cases.hasMore && (
          <Line style={{ justifyContent: 'center', padding: 16 }}>
            <Button size="small" onClick={cases.loadMore} aria-disabled={cases.isLoadingMore}>
              {t('triage.load_more')}
            </Button>
          </Line>
        )}
      </Aged>
    </Scroller>
  );
}
