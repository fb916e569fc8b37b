import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { FoundCase } from '../../actions/findCase.ts';
import type { CaseRow } from '../../actions/listCases.ts';
import type { Feedback } from '../../care/feedback.ts';
import { isPlain, type Query } from '../../care/plainQuery.ts';
import { useActivity } from '../useActivity.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';
import { createCaseStore } from './caseStore.ts';
import { useAsked } from './useAsked.ts';
import { useCaseNews } from './useCaseNews.ts';
import { useReading } from './useReading.ts';
import { listNames, listOf, overview, viewOf, views } from './views.ts';

/** The cases a query asks for, with everything the page says about them. */
export function useCases(query: Query) {
  const app = useApp();
  const isActive = useActivity();
  const [store] = useState(() => createCaseStore(app));
  useSyncExternalStore(store.subscribe, store.version);
  const known = store.known();
  const view = viewOf(query.view);
  const wanted = listOf(view);
  useEffect(() => {
    if (!isActive) return;
    for (const name of new Set(['open', wanted] as const))
      if (store.state(name).pages === 0) void store.read(name);
  }, [store, isActive, wanted]);

  const hasList = store.state('open').pages > 0;
  const hear = useCallback(async () => {
    if (await store.hear()) await store.read('open', true);
  }, [store]);
  const revOf = useCallback((key: string) => store.rows.get(key)?.feedback.rev ?? 0, [store]);
  useCaseNews(hear, revOf, isActive && hasList);
  const reload = useCallback(async () => {
    const begun = listNames.filter((name) => store.state(name).pages > 0 || name === wanted);
    await Promise.all([...begun.map((name) => store.read(name)), hasList ? hear() : null]);
  }, [store, hear, wanted, hasList]);

  const now = useNow();
  const isPlainQuery = isPlain(query);
  const onlooker = useMemo(() => ({ userId: app.user.id, now }), [app.user.id, now]);
  const asked = useAsked(isPlainQuery ? null : query, known, onlooker);
  const { rows, counts } = useMemo(
    () => asked.found ?? overview(view, known.rows.values(), onlooker),
    [asked.found, known, view, onlooker],
  );

  /** Who has it by now may be somebody whose name was never read: then the row is read again. */
  const withFeedback = (row: CaseRow, feedback: Feedback): CaseRow => {
    const ownerId = feedback.case?.ownerId ?? app.user.id;
    return { ...row, feedback, isBare: row.isBare || !(ownerId === app.user.id || ownerId in known.names) };
  };

  const list = store.state(wanted);
  const reading = useReading(store, query, isActive);
  return {
    store,
    /** All that is known, whatever is asked for. */
    known,
    onlooker,
    rows,
    /** By view, and whether there may be more; `null` where nothing was asked yet. */
    counts: Object.fromEntries(
      views.map((name) => {
        const { pages, next } = store.state(listOf(name));
        return [name, pages === 0 ? null : { count: counts[name], isMore: next !== null }];
      }),
    ) as Record<(typeof views)[number], { count: number; isMore: boolean } | null>,
    names: known.names,
    putPlaces: store.putPlaces,
    failure: list.failure ?? store.newsFailure(),
    /** This view was read, now or before. */
    hasData: list.pages > 0,
    /** Any view was. */
    hasAny: listNames.some((name) => store.state(name).pages > 0),
    isReading: list.isReading,
    /** The rows of what was asked a moment ago are shown still. */
    isAsking: asked.isAsking,
    partial: list.partial,
    broken: list.broken,
    asOf: Math.max(store.heardAt(), list.asOf),
    hasMore: list.next !== null,
    loadMore: () => void store.readMore(wanted),
    isLoadingMore: list.isReadingMore,
    /** Everything open is being read, in the background. */
    reading,
    /** Of rows in sight: tickets and names. */
    need: store.need,
    /** Of any rows; resolves with what kept it from being had. */
    detail: store.detail,
    reload,
    find(key: string): CaseRow | null {
      const row = store.rows.get(key);
      return row && hasPanel(row.feedback) ? row : null;
    },
    addFound: (found: FoundCase) => store.put({ rows: [found.row], names: found.names }),
    /** What became of many of them. */
    onFeedbacks(feedbacks: readonly Feedback[]) {
      const found = feedbacks.flatMap((feedback) => {
        const row = store.rows.get(feedback.key);
        return row ? withFeedback(row, feedback) : [];
      });
      store.put({ rows: found, names: {} });
    },
    onFeedback: (row: CaseRow, feedback: Feedback) =>
      store.put({ rows: [withFeedback(row, feedback)], names: {} }),
  };
}

/** What was just taken back into the figures stays open, also where no case is left to list. */
const hasPanel = (feedback: Feedback) =>
  feedback.case !== null || feedback.setAside !== null || feedback.lastAction?.kind === 'restored';

export type Cases = ReturnType<typeof useCases>;
