/** The address bar and what it opens. */
import type { Route } from './desk.ts';
import type { DeskPage } from './deskPage.ts';
import { formatRoute, parseRoute } from './deskRoutes.ts';
import type { Emit } from './deskTabs.ts';

interface Places {
  openTab(id: number): void;
  tabIds(): number[];
  showUser(id: number): void;
}

export function createRoads(page: DeskPage, emit: Emit, places: Places) {
  const here = () => {
    const { pathname, search } = page.address();
    return parseRoute(pathname, search);
  };
  let route: Route = here();
  const ticketOf = (place: Route) => (place.page === 'ticket' ? place.id : null);

  function settle(next: Route): void {
    const previous = route;
    route = next;
    if (next.page === 'ticket') places.openTab(next.id);
    if (next.page === 'user') places.showUser(next.id);
    if (ticketOf(previous) !== ticketOf(next)) {
      emit({ kind: 'activeTab', id: ticketOf(next), previous: ticketOf(previous) });
    }
    emit({ kind: 'route', route: next, previous });
    emit({ kind: 'changed' });
  }
  function open(next: Route): void {
    if (formatRoute(next) === formatRoute(route)) return;
    page.push(formatRoute(next));
    settle(next);
  }
  /** Goes to the tab beside the one that is about to close, when that one is in front. */
  function leave(id: number): void {
    if (ticketOf(route) !== id) return;
    const ids = places.tabIds();
    const at = ids.indexOf(id);
    const beside = ids[at + 1] ?? ids[at - 1];
    open(beside === undefined ? { page: 'dashboard' } : { page: 'ticket', id: beside });
  }
  const stop = page.onPop(() => settle(here()));
  return { route: () => route, open, leave, begin: () => settle(route), dispose: stop };
}
