/** Links into the triage page: `/agent/apps/feedback-loop/case/<ticket id>`. */
import type { App } from '../app.ts';

/** The ticket a route names, `null` where it names none. Hosts send the segments joined or as a list. */
export function ticketInRoute(route: unknown): string | null {
  const { appRoute, appParams } = (route ?? {}) as { appRoute?: unknown; appParams?: unknown };
  const joined = Array.isArray(appParams) ? appParams.join('/') : '';
  const text = [appRoute, joined, typeof appParams === 'string' ? appParams : ''].join(' ');
  return /(?:^|[\s/])case\/(\d+)/.exec(text)?.[1] ?? null;
}

/** Tells the ticket of every such link followed; returns the way to stop. */
export function watchRoute(app: App, listener: (ticketId: string) => void): () => void {
  const { client } = app.zendesk;
  const onChanged = (route: unknown) => {
    const ticketId = ticketInRoute(route);
    if (ticketId) listener(ticketId);
  };
  client.on('app.route.changed', onChanged);
  return () => client.off('app.route.changed', onChanged);
}
