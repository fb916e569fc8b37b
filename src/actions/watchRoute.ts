/** Links into the triage page: `/agent/apps/feedback-loop/case/<ticket id>`, or `…/case/conversation-<id>`. */
import type { App } from '../app.ts';
import { keyOfConversation, keyOfTicket } from '../care/feedback.ts';

/** The feedback a route names, `null` where it names none. Hosts send the segments joined or as a list. */
export function keyInRoute(route: unknown): string | null {
  const { appRoute, appParams } = (route ?? {}) as { appRoute?: unknown; appParams?: unknown };
  const joined = Array.isArray(appParams) ? appParams.join('/') : '';
  const text = [appRoute, joined, typeof appParams === 'string' ? appParams : ''].join(' ');
  const [, ticketId, conversationId] =
    /(?:^|[\s/])case\/(?:(\d+)|conversation-([\w-]{1,64}))/.exec(text) ?? [];
  if (ticketId) return keyOfTicket(ticketId);
  return conversationId ? keyOfConversation(conversationId) : null;
}

/** Tells the feedback of every such link followed; returns the way to stop. */
export function watchRoute(app: App, listener: (key: string) => void): () => void {
  const { client } = app.zendesk;
  const onChanged = (route: unknown) => {
    const key = keyInRoute(route);
    if (key) listener(key);
  };
  client.on('app.route.changed', onChanged);
  return () => client.off('app.route.changed', onChanged);
}
