/** What the outside offers to a frame: made once by main.ts, handed to every verb and screen. */
import { type Configuration, parseConfiguration } from './care/configuration.ts';
import { loadWords, type Translate } from './i18n.ts';
import { createClock } from './zendesk/clock.ts';
import { type CurrentUser, readCurrentUser } from './zendesk/currentUser.ts';
import { createHttp } from './zendesk/http.ts';
import { connectHub, type Hub } from './zendesk/hub.ts';
import type { Connection } from './zendesk/zaf.ts';
import type { Zendesk } from './zendesk/zendesk.ts';

export interface App {
  zendesk: Zendesk;
  t: Translate;
  /** BCP 47, as dates and numbers are written. */
  locale: string;
  /** The account's time, epoch milliseconds. */
  now: () => number;
  user: CurrentUser;
  configuration: Configuration;
}

/** `hub` where the location has asked it for something already. */
export async function createApp(
  { client, context, metadata }: Connection,
  hub: Hub = connectHub(client, context.instanceGuid),
): Promise<App> {
  const skew = hub.recall('skew');
  const user = await readCurrentUser(client);
  const clock = createClock(Date.now, 0, (found) => hub.keep('skew', found));
  // Not waited for: a hub that is still loading would hold up the first paint.
  void skew.then((found) => clock.adopt(Number(found) || 0));
  const { t, locale } = await loadWords(user.locale);
  return {
    zendesk: {
      http: createHttp(client, { clock }),
      client,
      hub,
      title: String(metadata.settings.title ?? 'Feedback Loop'),
      appId: metadata.appId,
      installationId: metadata.installationId,
    },
    t,
    locale,
    now: clock.now,
    user,
    configuration: parseConfiguration(metadata.settings.configuration),
  };
}
