/** Looks now and then for good news of the person in whose browser this is: praise, and issues they named that are fixed. */
import { thanksFor } from '../care/issues/thanks.ts';
import { praisedFrom, praiseOf } from '../care/workflows/praise.ts';
import { readRecent } from '../zendesk/feedbackLists.ts';
import type { Outside } from '../zendesk/outside.ts';
import { praiseName } from './readPraise.ts';
import { thanksName } from './readThanks.ts';

/** Milliseconds: a new tab's first tickets have the browser to themselves. */
const firstLook = 30_000;
const betweenLooks = 1_800_000;

export interface KeepGoodNewsOptions {
  isHidden: () => boolean;
  wait: (ms: number) => Promise<void>;
}

/** Never throws; ends when `stop` is called. Hidden tabs ask nothing. */
export function keepGoodNews(app: Outside, { isHidden, wait }: KeepGoodNewsOptions): () => void {
  let isStopped = false;
  const run = async () => {
    for (let pause = firstLook; ; pause = betweenLooks) {
      await wait(pause);
      if (isStopped) return;
      if (isHidden()) continue;
      await lookForPraise(app).catch(() => {});
      await lookForThanks(app).catch(() => {});
    }
  };
  void run();
  return () => {
    isStopped = true;
  };
}

/** Among the hundred feedbacks changed last: one call, none where no workflow praises. Throws `Failure`. */
export async function lookForPraise(app: Outside): Promise<void> {
  if (praisedFrom(app.configuration) === null) return;
  const { rows } = await readRecent(app.zendesk.http, null, 'background');
  const feedbacks = rows.map(({ feedback }) => feedback);
  const praise = praiseOf(feedbacks, app.user.id, app.configuration, app.now());
  app.zendesk.hub.keep(praiseName, praise);
}

/** In the register of issues: one call a hundred. Throws `Failure`. */
export async function lookForThanks(app: Outside): Promise<void> {
  const { readIssues } = await import('./readIssues.ts');
  const { issues } = await readIssues(app, 'background');
  app.zendesk.hub.keep(thanksName, thanksFor(issues, app.user.id, app.now()));
}
