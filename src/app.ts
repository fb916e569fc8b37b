/** What the outside offers to a frame that speaks: made once by its location, handed to every verb and screen. */
import { loadWords, type Translate } from './i18n.ts';
import { connectHub, type Hub } from './zendesk/hub.ts';
import { createOutside, type Outside } from './zendesk/outside.ts';
import type { Connection } from './zendesk/zaf.ts';

export interface App extends Outside {
  t: Translate;
  /** BCP 47, as dates and numbers are written. */
  locale: string;
}

/** `hub` where the location has asked it for something already. */
export async function createApp(
  connection: Connection,
  hub: Hub = connectHub(connection.client, connection.context.instanceGuid),
): Promise<App> {
  const outside = await createOutside(connection, hub, { onCall: hub.busy });
  return { ...outside, ...(await loadWords(outside.user.locale)) };
}
