/** News to people in other browsers, through Zendesk itself: ids only. Which roles may is undocumented. */
import { anything } from './fields.ts';
import type { Http } from './http.ts';
import type { News } from './hub.ts';

/** Resolves `false` where this role may not, or the limit is reached: others then learn by re-reading. */
export async function notify(http: Http, appId: number, news: News): Promise<boolean> {
  const message = { app_id: appId, event: 'feedback_changed', body: news };
  return http.send('POST', '/api/v2/apps/notify.json', message, anything, { priority: 'background' }).then(
    () => true,
    () => false,
  );
}
