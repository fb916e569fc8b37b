/** Looks now and then whether customers praised the person in whose browser this is; one call each time. */
import { praisedFrom, praiseOf } from '../care/workflows/praise.ts';
import { readRecent } from '../zendesk/feedbackLists.ts';
import type { Outside } from '../zendesk/outside.ts';
import { praiseName } from './readPraise.ts';

/** Milliseconds: a new tab's first tickets have the browser to themselves. */
const firstLook = 30_000;
const betweenLooks = 1_800_000;

export interface KeepPraiseOptions {
  isHidden: () => boolean;
  wait: (ms: number) => Promise<void>;
}

/** Never throws; ends when `stop` is called. Hidden tabs ask nothing. */
export function keepPraise(app: Outside, { isHidden, wait }: KeepPraiseOptions): () => void {
  let isStopped = false;
  const run = async () => {
    for (let pause = firstLook; ; pause = betweenLooks) {
      await wait(pause);
      if (isStopped || praisedFrom(app.configuration) === null) return;
      if (!isHidden()) await look(app).catch(() => {});
    }
  };
  void run();
  return () => {
    isStopped = true;
  };
}

/** Among the hundred feedbacks changed last. Throws `Failure`. */
export async function look(app: Outside): Promise<void> {
  const { rows } = await readRecent(app.zendesk.http, null, 'background');
  const feedbacks = rows.map(({ feedback }) => feedback);
  const praise = praiseOf(feedbacks, app.user.id, app.configuration, app.now());
  app.zendesk.hub.keep(praiseName, praise);
}
