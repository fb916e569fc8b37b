import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { FoundCase } from '../../actions/findCase.ts';
import { type CasePage, type CaseRow, listCases, readChanges } from '../../actions/listCases.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import type { Feedback } from '../../care/feedback.ts';
import { useActivity } from '../useActivity.ts';
import { useApp } from '../useApp.ts';
import { useCaseNews } from './useCaseNews.ts';
import { type ListName, listOf, lists, mergeRows, rowsOf, type View, views } from './views.ts';

/** What came after the lists were read: one's own writes, others' news, links followed. */
interface Later {
  rows: CaseRow[];
  names: Record<string, string>;
  asOf: number;
}

function useList(name: ListName, isWanted: boolean) {
  const app = useApp();
  return useInfiniteQuery({
    queryKey: ['cases', name],
    enabled: isWanted,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => listCases(app, lists[name], pageParam),
    getNextPageParam: (last: CasePage) => last.next,
  });
}

/** The cases of one view with everything the page says about them. */
export function useCases(view: View) {
  const app = useApp();
  const queries = useQueryClient();
  const isActive = useActivity();
  const [later, setLater] = useState<Later>({ rows: [], names: {}, asOf: 0 });
  const [newsFailure, setNewsFailure] = useState<Failure | null>(null);
  const wanted = listOf(view);
  const openList = useList('open', isActive);
  const closedList = useList('closed', isActive && wanted === 'closed');
  const asideList = useList('set_aside', isActive && wanted === 'set_aside');
  const all = { open: openList, closed: closedList, set_aside: asideList };
  const list = all[wanted];

  const [open, closed, aside] = [openList.data, closedList.data, asideList.data];
  const pages = useMemo(
    () => [open, closed, aside].flatMap((data) => data?.pages ?? []),
    [open, closed, aside],
  );
  // A case that was withdrawn is known as such, or an older record of it would bring it back.
  const known = useMemo(() => mergeRows(later.rows, ...pages.map((page) => page.rows)), [later.rows, pages]);
  const names = useMemo(
    () => Object.assign({}, ...pages.map((page) => page.names), later.names) as Record<string, string>,
    [later.names, pages],
  );

  const add = useCallback((found: Pick<CasePage, 'rows' | 'names'>, asOf = 0) => {
    setLater((before) => ({
      rows: mergeRows(found.rows, before.rows),
      names: { ...before.names, ...found.names },
      asOf: Math.max(before.asOf, asOf),
    }));
  }, []);

  const revs = useMemo(
    () => Object.fromEntries(known.map(({ feedback }) => [feedback.key, feedback.rev])),
    [known],
  );
  const heardAt = Math.max(later.asOf, ...pages.map((page) => page.asOf));
  // What is on the screen stays there until the new answer has come; the view one is not in is read on its turn.
  const readAnew = useCallback(() => queries.invalidateQueries({ queryKey: ['cases'] }), [queries]);
  const hear = useCallback(async () => {
    try {
      const news = await readChanges(app, revs, heardAt);
      add(news, news.asOf);
      setNewsFailure(null);
      if (news.hasMissed) await readAnew();
    } catch (cause) {
      setNewsFailure(asFailure(cause));
    }
  }, [add, app, heardAt, readAnew, revs]);

  const hasList = open !== undefined;
  useCaseNews(hear, revs, isActive && hasList);

  const reload = useCallback(async () => {
    await Promise.all([readAnew(), hasList ? hear() : null]);
  }, [readAnew, hear, hasList]);

  const failure = list.error ? asFailure(list.error) : newsFailure;
  return {
    rows: useMemo(() => rowsOf(view, known, app.user.id), [view, known, app.user.id]),
    counts: countsOf(known, app.user.id, all),
    names,
    failure,
    /** This view was read, now or before. */
    hasData: list.data !== undefined,
    /** Any view was. */
    hasAny: Object.values(all).some(({ data }) => data !== undefined),
    isReading: list.isFetching,
    partial: list.data?.pages.find((page) => page.partial)?.partial ?? null,
    broken: list.data?.pages.reduce((sum, page) => sum + page.broken, 0) ?? 0,
    asOf: Math.max(later.asOf, ...(list.data?.pages.map((page) => page.asOf) ?? [0])),
    hasMore: list.hasNextPage,
    loadMore: () => void list.fetchNextPage(),
    isLoadingMore: list.isFetchingNextPage,
    reload,
    find: (key: string) => known.find(({ feedback }) => feedback.key === key && hasPanel(feedback)) ?? null,
    addFound: (found: FoundCase) => add({ rows: [found.row], names: found.names }),
    onFeedback: (row: CaseRow, feedback: Feedback) => add({ rows: [{ ...row, feedback }], names: {} }),
  };
}

/** What was just taken back into the figures stays open, also where no case is left to list. */
const hasPanel = (feedback: Feedback) =>
  feedback.case !== null || feedback.setAside !== null || feedback.lastAction?.kind === 'restored';

export type Cases = ReturnType<typeof useCases>;

type Known = { data?: unknown; hasNextPage: boolean };

/** How many are known, and whether there may be more; `null` where nothing was asked yet. */
function countsOf(rows: CaseRow[], userId: string, all: Record<ListName, Known>) {
  return Object.fromEntries(
    views.map((view) => {
      const list = all[listOf(view)];
      const count = rowsOf(view, rows, userId).length;
      return [view, list.data === undefined ? null : { count, isMore: list.hasNextPage }];
    }),
  ) as Record<View, { count: number; isMore: boolean } | null>;
}
