/** What the outside offers to any frame, with or without words: made once a frame, handed to every verb. */
import { type Configuration, parseConfiguration } from '../care/configuration.ts';
import { createClock } from './clock.ts';
import { type CurrentUser, readCurrentUser } from './currentUser.ts';
import { createHttp, type HttpOptions } from './http.ts';
import type { Hub } from './hub.ts';
import type { Connection } from './zaf.ts';
import type { Zendesk } from './zendesk.ts';

export interface Outside {
  zendesk: Zendesk;
  /** The account's time, epoch milliseconds. */
  now: () => number;
  user: CurrentUser;
  configuration: Configuration;
}

/** `connection` tells how this frame's calls are paced and told of. */
export async function createOutside(
  { client, metadata }: Connection,
  hub: Hub,
  connection: Pick<HttpOptions, 'onCall' | 'pace'> = {},
): Promise<Outside> {
  const skew = hub.recall('skew');
  const user = await readCurrentUser(client);
  const clock = createClock(Date.now, 0, (found) => hub.keep('skew', found));
  // Not waited for: a hub that is still loading would hold up the first paint.
  void skew.then((found) => clock.adopt(Number(found) || 0));
  return {
    zendesk: {
      http: createHttp(client, { clock, ...connection }),
      client,
      hub,
      title: String(metadata.settings.title ?? 'Feedback Loop'),
      appId: metadata.appId,
      installationId: metadata.installationId,
    },
    now: clock.now,
    user,
    configuration: parseConfiguration(metadata.settings.configuration),
  };
}
