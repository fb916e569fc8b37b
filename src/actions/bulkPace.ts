/** Bulk work's own share of the calls a person may make in a minute: what they click meanwhile goes first. */
import type { App } from '../app.ts';
import type { Http } from '../zendesk/http.ts';
import { createPace, type Pace } from '../zendesk/pace.ts';

const paces = new WeakMap<Http, Pace>();

/** The same app, whose calls wait their turn. `clock` in milliseconds, of any clock that does not jump. */
export function paced(app: App, clock: () => number): App {
  const { http } = app.zendesk;
  const pace = paces.get(http) ?? createPace({ now: clock, wait: http.wait });
  paces.set(http, pace);
  const slow: Http = {
    ...http,
    get: async (url, ...given) => {
      await pace.turn(url);
      return http.get(url, ...given);
    },
    send: async (method, url, ...given) => {
      await pace.turn(url);
      return http.send(method, url, ...given);
    },
  };
  return { ...app, zendesk: { ...app.zendesk, http: slow } };
}
