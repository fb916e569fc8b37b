/** What this app's frames share in one tab, and the news among them. */
import type { App } from '../app.ts';
import { settingsName } from '../care/configuration.ts';
import type { News } from '../zendesk/hub.ts';

/** What any frame of this tab kept under the name since the tab was loaded; `null` for nothing. */
export const recall = (app: App, name: string): Promise<unknown> => app.zendesk.hub.recall(name);

/** Kept until the tab reloads; `null` forgets. */
export const keep = (app: App, name: string, value: unknown): void => app.zendesk.hub.keep(name, value);

/** Hears of feedbacks that other frames, or other people, changed. Returns the way to stop. */
export const onNews = (app: App, listener: (news: News) => void): (() => void) =>
  app.zendesk.hub.onNews((news) => {
    if (news.key !== settingsName) listener(news);
  });

/** Hears that settings were saved in this browser. Returns the way to stop. */
export const onSettings = (app: App, listener: () => void): (() => void) =>
  app.zendesk.hub.onNews(({ key }) => {
    if (key === settingsName) listener();
  });
