/** What this app's frames share in one tab, and the news among them. */
import type { App } from '../app.ts';
import type { News } from '../zendesk/hub.ts';

/** What any frame of this tab kept under the name since the tab was loaded; `null` for nothing. */
export const recall = (app: App, name: string): Promise<unknown> => app.zendesk.hub.recall(name);

/** Kept until the tab reloads; `null` forgets. */
export const keep = (app: App, name: string, value: unknown): void => app.zendesk.hub.keep(name, value);

/** Hears of feedbacks that other frames, or other people, changed. Returns the way to stop. */
export const onNews = (app: App, listener: (news: News) => void): (() => void) =>
  app.zendesk.hub.onNews(listener);
