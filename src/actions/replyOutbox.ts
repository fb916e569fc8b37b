/**
 * The frame's outbox: holds each reply for ten seconds, sends it once, looks for one whose answer was lost before
 * anything else is done, and tells the ledger. It goes on while people move about the page.
 */
import type { App } from '../app.ts';
import { asFailure } from '../care/failure.ts';
import {
  graceMs,
  holdMs,
  isSettled,
  problem,
  type Reply,
  type ReplyProblem,
  resumptionOf,
  settleMs,
} from '../care/replying.ts';
import { forgetText, keepReply, keepText, recallReplies, recallReply } from './keptReplies.ts';
import type { Written } from './record.ts';
import { isUndecided, readRivals, sendReply } from './sendReply.ts';
import { recordReply, settleReply } from './settleReply.ts';

/** A reply that is on its ticket and in the ledger. */
export interface Finished {
  reply: Reply;
  sentTo: string;
  written: Written;
}

/** Milliseconds after which one without an answer is looked for again, until it could no longer arrive. */
const looks = [5_000, 15_000, 40_000];
/** Milliseconds after which the ledger is told again. */
const recordings = [5_000, 20_000, 60_000];

export type ReplyOutbox = ReturnType<typeof createOutbox>;
const outboxes = new WeakMap<App, ReplyOutbox>();

/** One for each frame. */
export function replyOutbox(app: App): ReplyOutbox {
  const known = outboxes.get(app) ?? createOutbox(app);
  outboxes.set(app, known);
  return known;
}

function createOutbox(app: App) {
  let replies: readonly Reply[] = [];
  const busy = new Set<string>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const watchers = new Set<() => void>();
  const attended = new Map<string, number>();
  /** Operations this frame holds itself. */
  const own = new Set<string>();
  const enders = new Set<(finished: Finished) => void>();
  const find = (key: string) => replies.find((reply) => reply.key === key) ?? null;

  /** A reply that is done with waits for nothing. */
  const show = (key: string, reply: Reply | null) => {
    if (!reply) clearTimeout(timers.get(key));
    const others = replies.filter((other) => other.key !== key);
    replies = reply ? [...others, reply] : others;
    for (const watcher of watchers) watcher();
  };
  const put = (reply: Reply, change: Partial<Reply>) => {
    const next: Reply = { ...reply, ...change };
    clearTimeout(timers.get(reply.key));
    keepReply(app, reply.key, next);
    show(reply.key, next);
    return next;
  };
  const later = (key: string, ms: number, act: () => unknown) => {
    clearTimeout(timers.get(key));
    timers.set(key, setTimeout(act, ms));
  };
  /** One thing at a time for each reply. */
  const alone = async (key: string, act: (reply: Reply) => Promise<unknown>) => {
    const reply = find(key);
    if (!reply || busy.has(key)) return;
    busy.add(key);
    show(key, { ...reply });
    try {
      await act(reply);
    } finally {
      busy.delete(key);
      const now = find(key);
      if (now) show(key, { ...now });
    }
  };
  const stop = (reply: Reply, why: ReplyProblem) => put(reply, { state: 'stopped', problem: why });

  /** The hold is over: unless somebody took it back elsewhere, or this machine slept meanwhile. */
  const release = (key: string) =>
    alone(key, async (reply) => {
      if (app.now() > reply.at + graceMs) return stop(reply, problem('interrupted'));
      const kept = await recallReply(app, key);
      if (kept && (kept.id !== reply.id || kept.state !== 'held')) return show(key, kept);
      return deliver(reply);
    });

  const deliver = async (reply: Reply) => {
    const rivals = await readRivals(app, reply).catch(asFailure);
    if (!Array.isArray(rivals)) return stop(reply, problem('not_looked', { failure: rivals.kind }));
    const rival = rivals.at(-1);
    if (rival) {
      const met = problem('met', { byId: rival.byId, at: rival.at });
      // Whoever sends it all the same has seen this one.
      return stop({ ...reply, seenRev: rival.seq }, met);
    }
    return dispatch(reply);
  };

  const dispatch = async (reply: Reply) => {
    const sending = put(reply, { state: 'sending', at: app.now(), problem: null });
    try {
      await arrived(sending, await sendReply(app, sending));
    } catch (cause) {
      if (!isUndecided(cause)) return stop(sending, problem('refused', { failure: asFailure(cause).kind }));
      await settle(put(sending, { state: 'unknown' }), 0);
    }
  };

  const settle = async (reply: Reply, tried: number): Promise<void> => {
    // Asked before: what cannot arrive any more by now is not found later either.
    const isLast = isSettled(reply, app.now());
    const found = await settleReply(app, reply).catch(asFailure);
    if (typeof found === 'string') return arrived(reply, found);
    if (found !== null) {
      put(reply, { state: 'unknown', problem: problem('unreadable', { failure: found.kind }) });
      return;
    }
    const next = put(reply, { state: isLast ? 'absent' : 'unknown', problem: null });
    if (isLast) return;
    const ms = looks[tried] ?? settleMs;
    later(reply.key, ms, () => alone(reply.key, () => settle(next, tried + 1)));
  };

  const arrived = async (reply: Reply, sentTo: string) => {
    forgetText(app, reply.key);
    await note(put(reply, { state: 'sent', sentTo, problem: null }), sentTo, 0);
  };

  const note = async (reply: Reply, sentTo: string, tried: number): Promise<void> => {
    const written = await recordReply(app, reply, sentTo).catch(asFailure);
    if ('feedback' in written) {
      keepReply(app, reply.key, null);
      show(reply.key, null);
      for (const end of enders) end({ reply, sentTo, written });
      return;
    }
    const next = put(reply, { problem: problem('unrecorded', { failure: written.kind }) });
    const ms = recordings[tried];
    if (ms === undefined) return;
    later(reply.key, ms, () => alone(reply.key, () => note(next, sentTo, tried + 1)));
  };

  const resume = async (reply: Reply): Promise<void> => {
    const { key } = reply;
    if (find(key)) return;
    show(key, reply);
    const next = resumptionOf(reply, app.now());
    if (next === 'wait') later(key, reply.at + 2 * graceMs + 1 - app.now(), () => again(key));
    else if (next === 'not_sent') stop(reply, problem('interrupted'));
    else if (next === 'check') await alone(key, (known) => settle(known, 0));
    else if (next === 'record') await alone(key, (known) => note(known, known.sentTo ?? known.ticketId, 0));
  };
  /** Another frame had it: by now it has sent it, or is gone. */
  const again = async (key: string) => {
    const kept = await recallReply(app, key);
    show(key, null);
    if (kept) await resume(kept);
  };

  return {
    list: () => replies,
    find,
    isBusy: (key: string) => busy.has(key),
    /** Is it this frame that will send it? Else another one of the tab, unless that has gone. */
    isOwn: ({ id }: Reply) => own.has(id),
    /** Is its case open, which shows it itself? */
    isAttended: (key: string) => (attended.get(key) ?? 0) > 0,
    attend(key: string) {
      const count = (change: number) => {
        attended.set(key, (attended.get(key) ?? 0) + change);
        replies = [...replies];
        for (const watcher of watchers) watcher();
      };
      count(1);
      return () => count(-1);
    },
    watch(watcher: () => void) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    /** Hears of every reply that is done with. Returns the way to stop. */
    onFinished(end: (finished: Finished) => void) {
      enders.add(end);
      return () => void enders.delete(end);
    },
    /** Begins the ten seconds: until they are over nothing is called. */
    hold(reply: Omit<Reply, 'state' | 'at' | 'sentTo' | 'problem'>) {
      const { key } = reply;
      const current = find(key);
      if (current && current.state !== 'stopped') return;
      own.add(reply.id);
      put({ ...reply, state: 'held', at: app.now() + holdMs, sentTo: null, problem: null }, {});
      later(key, holdMs, () => release(key));
    },
    /** Takes a held one back, whichever frame holds it; `false` when it is too late. */
    undo(key: string): boolean {
      const reply = find(key);
      if (reply?.state !== 'held' || busy.has(key)) return false;
      stop(reply, problem('undone'));
      return true;
    },
    /** Sends one that was stopped because somebody else had written. */
    sendAnyway: (key: string) =>
      alone(key, async (reply) => {
        if (reply.state === 'stopped') await deliver(reply);
      }),
    /** Sends one that is not on the ticket, after one more look. */
    sendAgain: (key: string) =>
      alone(key, async (reply) => {
        if (reply.state !== 'absent') return;
        const found = await settleReply(app, reply).catch(asFailure);
        if (typeof found === 'string') return arrived(reply, found);
        if (found !== null) return put(reply, { problem: problem('unreadable', { failure: found.kind }) });
        return deliver(reply);
      }),
    /** Looks for one without an answer, or tells the ledger of one that is sent, at once. */
    retry: (key: string) =>
      alone(key, async (reply) => {
        if (reply.state === 'unknown') await settle(reply, looks.length);
        if (reply.state === 'sent') await note(reply, reply.sentTo ?? reply.ticketId, recordings.length);
      }),
    /** Back to the text: it is not sent, or somebody who looked says so. */
    drop(key: string) {
      const reply = find(key);
      const isUndecidable = reply?.state === 'unknown' && reply.problem?.kind === 'unreadable';
      const isOut = reply?.state === 'stopped' || reply?.state === 'absent' || isUndecidable;
      if (!isOut || busy.has(key)) return;
      // Whichever frame held it looks here before it sends: what was taken back stays known as such.
      if (reply.problem?.kind === 'undone') return void put(reply, { problem: null });
      if (reply.state !== 'stopped') keepText(app, reply);
      keepReply(app, key, null);
      show(key, null);
    },
    /** Goes on with what this tab kept, of one feedback or of all. */
    async resume(key?: string) {
      const kept = key === undefined ? await recallReplies(app) : [await recallReply(app, key)];
      await Promise.all(kept.map((reply) => reply && resume(reply)));
    },
  };
}
