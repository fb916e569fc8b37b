/** The outside world in one place, as `App` hands it to actions. */
import type { Http } from './http.ts';
import type { Hub } from './hub.ts';
import type { ZafClient } from './zaf.ts';

export interface Zendesk {
  http: Http;
  client: ZafClient;
  hub: Hub;
  /** The installation's name, by which Zendesk's addresses know the app. */
  title: string;
  appId: number;
  installationId: number;
}
