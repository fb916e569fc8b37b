/**
 * Links into the triage page, behind `/agent/apps/feedback-loop/`: `case/<ticket id>` or `case/conversation-<id>`,
 * `view/<id>`, `queue/<encoded query>`, `favourites/<id>` and `favourites`.
 */
import type { App } from '../app.ts';
import { keyOfConversation, keyOfTicket } from '../care/feedback.ts';

/** `id` is a feedback's key, a saved view's id, a query as `encodeQuery` writes it, a collection's id or `''`. */
export interface Place {
  kind: 'case' | 'view' | 'queue' | 'favourites';
  id: string;
}

/** Where a route leads, `null` where nowhere. Hosts send the segments joined or as a list; anybody can make one up. */
export function placeInRoute(route: unknown): Place | null {
  const { appRoute, appParams } = (route ?? {}) as { appRoute?: unknown; appParams?: unknown };
  for (const given of [appRoute, appParams]) {
    const text = Array.isArray(given) ? given.join('/') : given;
    const [, kind, id = ''] =
      (typeof text === 'string' &&
        /^(?:.*\/)?(case|view|queue|favourites)(?:\/([\w.~-]*))?\/?$/.exec(text)) ||
      [];
    const place = kind ? placeOf(kind as Place['kind'], id) : null;
    if (place) return place;
  }
  return null;
}

function placeOf(kind: Place['kind'], id: string): Place | null {
  if (kind !== 'case') return id || kind === 'favourites' ? { kind, id } : null;
  const [, conversationId] = /^conversation-([\w-]{1,64})$/.exec(id) ?? [];
  if (conversationId) return { kind, id: keyOfConversation(conversationId) };
  return /^\d{1,20}$/.test(id) ? { kind, id: keyOfTicket(id) } : null;
}

/** Tells where every link leads that is followed while the page is open; returns the way to stop. */
export function watchRoute(app: App, listener: (place: Place) => void): () => void {
  const { client } = app.zendesk;
  const onChanged = (route: unknown) => {
    const place = placeInRoute(route);
    if (place) listener(place);
  };
  client.on('app.route.changed', onChanged);
  return () => client.off('app.route.changed', onChanged);
}
