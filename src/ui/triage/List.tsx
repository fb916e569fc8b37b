import { Button } from '@zendeskgarden/react-buttons';
import { type CSSProperties, type KeyboardEvent, useCallback, useMemo, useRef } from 'react';
import styled from 'styled-components';
import type { CaseRow } from '../../actions/listCases.ts';
import type { Query } from '../../care/plainQuery.ts';
import { TickBox } from '../bulk/TickBox.tsx';
import type { Ticks } from '../bulk/useTicks.ts';
import { Aged, Line, PlainButton } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';
import { useOnChange } from '../useOnChange.ts';
import { useQuiet } from '../useQuiet.ts';
import type { Column } from './column.ts';
import { EmptyList } from './EmptyList.tsx';
import { GridPart } from './GridPart.tsx';
import { Cells, ListRow } from './ListRow.tsx';
import { narrow } from './layout.ts';
import type { Cases } from './useCases.ts';
import { useIsNarrow } from './useIsNarrow.ts';
import type { ListKeys } from './useListKeys.ts';
import { useRowWindow } from './useRowWindow.ts';
import { viewOf } from './views.ts';

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
  & button { max-width: 100%; overflow: hidden; text-overflow: ellipsis; font-weight: 600; }
  & button:focus-visible { outline-offset: -2px; }
  ${narrow} { display: none; }
`;

const Rows = styled.div`
  position: relative;
`;

interface Props {
  cases: Cases;
  query: Query;
  columns: readonly Column[];
  keys: ListKeys;
  ticks: Ticks;
  selectedKey: string | null;
  onQuery: (query: Query) => void;
}

/** The cases as a grid of which only the visible rows exist. */
export function List({ cases, query, columns, keys, ticks, selectedKey, onQuery }: Props) {
  const { t, locale, user, configuration } = useApp();
  const { rows } = cases;
  const now = useNow();
  const isNarrow = useIsNarrow();
  const hasStars = useQuiet() && isNarrow;
  const { focusCount } = keys;
  const activeIndex = Math.min(keys.activeIndex, rows.length - 1);
  const height = isNarrow ? heights.card : heights.row;
  // The head stays where it is and covers that much of what is scrolled under it.
  const head = isNarrow ? 0 : heights.head;
  const shown = useRowWindow({ count: rows.length, height, head, active: activeIndex });
  // Only a move takes the focus, not every new row.
  useOnChange(focusCount, () => {
    if (focusCount === 0) return;
    shown.scrollTo(activeIndex);
    shown.scroller?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus({ preventScroll: true });
  });

  const bare = shown.indexes.flatMap((index) =>
    rows[index]?.isBare ? (rows[index]?.feedback.key ?? []) : [],
  );
  useOnChange(bare.join(), () => cases.need(bare));

  const { known } = cases;
  const context = useMemo(() => {
    const { rows: all, names, places } = known;
    return { t, locale, now, userId: user.id, names, places, all, configuration };
  }, [t, locale, now, user.id, known, configuration]);
  const does = useRef({ keys, ticks });
  does.current = { keys, ticks };
  const onOpen = useCallback((row: CaseRow) => does.current.keys.openRow(row), []);
  const onTick = useCallback((key: string, isRange: boolean) => does.current.ticks.tick(key, isRange), []);

  if (rows.length === 0) return <EmptyList cases={cases} query={query} onQuery={onQuery} />;
  const tracks = { '--fl-tracks': `16px ${columns.map(({ width }) => width).join(' ')}` } as CSSProperties;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') ticks.clear();
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
    <Scroller ref={shown.ref} onScroll={shown.onScroll} style={{ paddingBottom: ticks.rows.length && 120 }}>
      <Aged $isOld={cases.failure !== null}>
        <GridPart
          role="grid"
          aria-label={t(`view.${viewOf(query.view)}`)}
          aria-busy={cases.isAsking}
          aria-rowcount={rows.length + 1}
          style={tracks}
          onKeyDown={onKeyDown}
        >
          <GridPart role="rowgroup">
            <Head role="row" aria-rowindex={1}>
              <GridPart role="columnheader" data-tick>
                <TickBox
                  name={t('triage.tick_all')}
                  isTicked={ticks.rows.length === rows.length}
                  isPart={ticks.rows.length > 0 && ticks.rows.length < rows.length}
                  onTick={ticks.rows.length === rows.length ? ticks.clear : ticks.tickAll}
                />
              </GridPart>
              <Heads columns={columns} query={query} onQuery={onQuery} />
            </Head>
          </GridPart>
          <Rows role="rowgroup" style={{ height: shown.total }}>
            {shown.indexes.map((index) => {
              const row = rows[index];
              if (!row) return null;
              return (
                <ListRow
                  key={row.feedback.key}
                  row={row}
                  context={context}
                  columns={columns}
                  rowIndex={index + 2}
                  top={shown.topOf(index)}
                  height={height}
                  isActive={index === activeIndex}
                  isTicked={ticks.keys.has(row.feedback.key)}
                  onTick={onTick}
                  isSelected={row.feedback.key === selectedKey}
                  onOpen={onOpen}
                  hasStar={hasStars}
                />
              );
            })}
          </Rows>
        </GridPart>
        {cases.hasMore && !cases.reading.isOn && (
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

/** Names of the columns; a press sorts by one, a second press the other way round. */
function Heads({ columns, query, onQuery }: Pick<Props, 'columns' | 'query' | 'onQuery'>) {
  const { t } = useApp();
  const { sort } = query;
  return columns.map(({ id }) => {
    const isDescending = sort.by === id && !sort.isDescending;
    return (
      <GridPart
        key={id}
        role="columnheader"
        data-column={id}
        aria-sort={sort.by !== id ? undefined : sort.isDescending ? 'descending' : 'ascending'}
      >
        <PlainButton type="button" onClick={() => onQuery({ ...query, sort: { by: id, isDescending } })}>
          {t(`column.${id}` as 'column.due')}
          {sort.by === id && <span aria-hidden="true">{sort.isDescending ? ' ↓' : ' ↑'}</span>}
        </PlainButton>
      </GridPart>
    );
  });
}
