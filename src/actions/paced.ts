/** A frame's own background reading, held back: only the sync's frame has a pace of itself. */
import type { App } from '../app.ts';
import { createPace } from '../zendesk/pace.ts';

/** The rest of what Zendesk allows is for people's clicks. */
export const callsAMinute = 60;

/** The same app, whose reads keep to the pace. `clock`: milliseconds of any clock that runs. */
export function paced(app: App, clock: () => number): App {
  const { http } = app.zendesk;
  const { turn } = createPace({ now: clock, wait: http.wait });
  const get: typeof http.get = async (url, ...given) => {
    await turn(url);
    return http.get(url, ...given);
  };
  return { ...app, zendesk: { ...app.zendesk, http: { ...http, get } } };
}
