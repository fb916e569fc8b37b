/** What customers praised the reader for today, as the background frame found it: no call. */
import * as v from 'valibot';
import type { App } from '../app.ts';
import type { Praise } from '../care/workflows/praise.ts';
import { putAwayNews, readSeenNews } from './seenNews.ts';

const kept = v.array(
  v.object({ key: v.string(), ticketId: v.string(), at: v.number(), csat: v.nullable(v.number()) }),
);

/** Under this name the background frame keeps what it found. */
export const praiseName = 'praise';

/** Those nobody has put away yet. */
export async function readPraise({ zendesk: { hub } }: App): Promise<Praise[]> {
  const [found, seen] = await Promise.all([hub.recall(praiseName), readSeenNews(hub, praiseName)]);
  const read = v.safeParse(kept, found);
  return read.success ? read.output.filter(({ key }) => !seen.includes(key)) : [];
}

/** Put away: not shown again in this browser. */
export const putAwayPraise = ({ zendesk: { hub } }: App, praise: readonly Praise[]): Promise<void> =>
  putAwayNews(
    hub,
    praiseName,
    praise.map(({ key }) => key),
  );
