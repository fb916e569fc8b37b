import type { State, WorldEvent } from '../control.ts';
import type { Api } from './deskHttp.ts';
import type { DeskPage } from './deskPage.ts';
import { fetchState } from './deskStart.ts';
import type { Emit } from './deskTabs.ts';

/** What the server says meanwhile. */
export function createWorld(
  page: DeskPage,
  api: Api,
  firstState: State,
  emit: Emit,
  onTicket: (id: number, byUserId: number | null) => Promise<void>,
  myId: () => number | null,
) {
  let state = firstState;
  const show = (next: State) => {
    state = next;
    emit({ kind: 'changed' });
  };
  const refetch = () => void fetchState(api).then(show, () => undefined);
  function onEvent(event: WorldEvent): void {
    if (event.kind === 'ticket') void onTicket(event.id, event.byUserId);
    if (event.kind === 'reset') page.reload();
    if (event.kind === 'clock') show({ ...state, now: event.now });
    if (event.kind === 'state' || event.kind === 'clock') refetch();
    if (event.kind === 'notification' && (event.agentId === null || event.agentId === myId())) emit(event);
    emit({ kind: 'world', event });
  }
  return { state: () => state, dispose: page.follow(onEvent, refetch) };
}
