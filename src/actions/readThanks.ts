/** Issues the reader tagged that are fixed now, as the background frame found them: no call. */
import * as v from 'valibot';
import type { App } from '../app.ts';
import type { Thanks } from '../care/issues/thanks.ts';
import { putAwayNews, readSeenNews } from './seenNews.ts';

const kept = v.array(
  v.object({
    issueId: v.string(),
    name: v.string(),
    whatChanged: v.string(),
    link: v.nullable(v.string()),
    fixedAt: v.number(),
  }),
);

/** Under this name the background frame keeps what it found. */
export const thanksName = 'thanks';

/** Fixed anew is news again. */
const keyOf = ({ issueId, fixedAt }: Thanks) => `${issueId}@${fixedAt}`;

/** Those nobody has put away yet. */
export async function readThanks({ zendesk: { hub } }: App): Promise<Thanks[]> {
  const [found, seen] = await Promise.all([hub.recall(thanksName), readSeenNews(hub, thanksName)]);
  const read = v.safeParse(kept, found);
  return read.success ? read.output.filter((one) => !seen.includes(keyOf(one))) : [];
}

/** Put away: not shown again in this browser. */
export const putAwayThanks = ({ zendesk: { hub } }: App, thanks: readonly Thanks[]): Promise<void> =>
  putAwayNews(hub, thanksName, thanks.map(keyOf));
