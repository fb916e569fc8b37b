import { useEffect, useRef, useState } from 'react';
import { openTicket } from '../../actions/goTo.ts';
import { emptyQuery } from '../../care/plainQuery.ts';
import { useTicks } from '../bulk/useTicks.ts';
import { markReady } from '../markReady.ts';
import type { PageName } from '../pages.ts';
import { useApp } from '../useApp.ts';
import { useGoTo } from '../useGoTo.ts';
import { useHeldFocus } from '../useHeldFocus.ts';
import { useQuiet } from '../useQuiet.ts';
import { useStorage } from '../useStorage.ts';
import { preloadParts } from './parts.ts';
import { useCases } from './useCases.ts';
import { useColumns } from './useColumns.ts';
import { useLinkedCase, usePlace } from './useLinkedCase.ts';
import { useListKeys } from './useListKeys.ts';

/** What the triage page is at: its page, the question asked, the cases, the open one. `route` is where a link leads. */
export function useTriage(route: unknown) {
  const app = useApp();
  const { t, user } = app;
  const page = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useHeldFocus(page, title);
  const [query, setQuery] = useState(emptyQuery);
  const [columns, setColumns] = useColumns();
  // Nobody has finished the set-up: an empty list would look like there is nothing to do.
  const isUnfinished = user.isAdmin && app.configuration.casesSince === null;
  const [place, setPlace] = useState<PageName | 'favourites'>(isUnfinished ? 'set_up' : 'cases');
  const cases = useCases(query);
  const storage = useStorage(cases.failure);
  const link = usePlace(route);
  const linked = useLinkedCase(link, cases);
  useEffect(() => {
    // What is typed in set-up is not left behind for a link.
    if (link) setPlace((now) => (now === 'set_up' ? now : link.kind === 'favourites' ? link.kind : 'cases'));
  }, [link]);
  const travel = useGoTo();
  const toTicket = (ticketId: string) =>
    void travel.go(() => openTicket(app, ticketId), t('triage.ticket_place', { id: ticketId }));
  const selected = linked.key ? cases.find(linked.key) : null;
  const ticks = useTicks(cases.rows, query.view);
  const doing = { open: linked.open, openTicket: toTicket, tick: ticks.tick };
  const keys = useListKeys(cases.rows, selected, doing, storage === null && place === 'cases');
  const hasSetUp = place === 'set_up' || (storage === 'not_set_up' && user.isAdmin);
  const isUsable = cases.hasData || storage !== null || hasSetUp;
  useEffect(() => {
    if (isUsable || cases.failure) markReady(isUsable);
  }, [isUsable, cases.failure]);
  useEffect(() => (isUsable ? preloadParts(user.isAdmin) : undefined), [isUsable, user.isAdmin]);
  const isQuiet = useQuiet(isUsable);
  const isBack = useRef(false);
  useEffect(() => {
    if (isBack.current && place === 'cases') title.current?.focus();
    isBack.current = place !== 'cases';
  }, [place]);

  return {
    /** The page shown now, set-up before all others where nobody has set the account up. */
    shown: hasSetUp ? ('set_up' as const) : place,
    setPlace,
    isUnfinished,
    page,
    title,
    query,
    setQuery,
    columns,
    setColumns,
    cases,
    storage,
    link,
    linked,
    selected,
    refused: travel.refused,
    toTicket,
    ticks,
    keys,
    /** The first screen has had the browser to itself. */
    isQuiet,
  };
}

export type TriageUse = ReturnType<typeof useTriage>;
