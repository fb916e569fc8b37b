import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type Finished, type ReplyOutbox, replyOutbox } from '../../actions/replyOutbox.ts';
import type { Reply } from '../../care/replying.ts';
import { useApp } from '../useApp.ts';

/** Replies of this frame that are on their way, and what can be done with them. */
export function useOutbox(): { outbox: ReplyOutbox; replies: readonly Reply[] } {
  const outbox = replyOutbox(useApp());
  return { outbox, replies: useSyncExternalStore(outbox.watch, outbox.list) };
}

/** Hears of replies that are on their ticket and in the ledger. */
export function useFinished(onFinished: (finished: Finished) => void): void {
  const { outbox } = useOutbox();
  const current = useRef(onFinished);
  current.current = onFinished;
  useEffect(() => outbox.onFinished((finished) => current.current(finished)), [outbox]);
}
