/** Replies on their way as this tab keeps them, so that a reload or another of its frames finds them again. */
import type { App } from '../app.ts';
import { type Reply, replyIn } from '../care/replying.ts';
import { keep, recall } from './frames.ts';

/** Where the text of a reply not yet sent is kept: the same for every frame. */
export const textOfReply = (key: string) => `draft:reply:${key}`;
const nameOf = (key: string) => `draft:sending:${key}`;
/** The keys of all of them. */
const listed = 'draft:replies';

export const recallReply = async (app: App, key: string): Promise<Reply | null> =>
  replyIn(await recall(app, nameOf(key)));

async function recallKeys(app: App): Promise<string[]> {
  const kept = await recall(app, listed);
  return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : [];
}

export async function recallReplies(app: App): Promise<Reply[]> {
  const found = await Promise.all((await recallKeys(app)).map((key) => recallReply(app, key)));
  return found.filter((reply) => reply !== null);
}

/** Kept at once; the list of keys follows, one change after the other. */
const changes = new WeakMap<App, Promise<unknown>>();

export function keepReply(app: App, key: string, reply: Reply | null): void {
  keep(app, nameOf(key), reply);
  const change = async () => {
    const others = (await recallKeys(app)).filter((other) => other !== key);
    const keys = reply ? [...others, key] : others;
    keep(app, listed, keys.length > 0 ? keys : null);
  };
  changes.set(app, (changes.get(app) ?? Promise.resolve()).then(change, change));
}

/** The text is on the ticket: nothing is left to keep. */
export const forgetText = (app: App, key: string) => keep(app, textOfReply(key), null);

/** Whatever became of what was typed: this is the text now. */
export const keepText = (app: App, { key, text, seenRev }: Reply) =>
  keep(app, textOfReply(key), { text, rev: String(seenRev) });
