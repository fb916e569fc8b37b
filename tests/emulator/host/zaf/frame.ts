/** One connected frame as the bridge keeps it: what its present page has subscribed to and been asked. */
import { asRecord } from './packets.ts';

export interface FramePort {
  post(message: unknown): void;
}

/** `null` allows; a string is the app's reason, empty when it gave none. */
export type HookReply = string | null;

export interface Frame {
  guid: string;
  port: FramePort;
  /** Counts page loads, so that answers meant for an earlier page are dropped. */
  load: number;
  isRegistered: boolean;
  /** Whether it said anything after its handshake. */
  isQuiet: boolean;
  hasLoaded: boolean;
  handshakeAt: number;
  /** Count by instance and event. */
  subscriptions: Map<string, number>;
  hooks: Map<string, PendingHook>;
}

interface PendingHook {
  reply: Promise<HookReply>;
  settle(reply: HookReply): void;
}

export function newFrame(guid: string, port: FramePort): Frame {
  return { guid, port, ...freshPage(), load: 0 };
}

/** Drops what an earlier page had subscribed to; its open hooks no longer hold anything back. */
export function forgetPage(frame: Frame): void {
  for (const hook of frame.hooks.values()) hook.settle(null);
  Object.assign(frame, freshPage(), { load: frame.load + 1 });
}

export function subscribe(frame: Frame, guid: string, event: string, message: unknown): void {
  const count = Number(asRecord(message)?.subscriberCount);
  if (count > 0) frame.subscriptions.set(subscription(guid, event), count);
  else frame.subscriptions.delete(subscription(guid, event));
}

export function isListening(frame: Frame, guid: string, event: string): boolean {
  return frame.subscriptions.has(subscription(guid, event));
}

/** The SDK drops a hook while it still thinks about the last one: then that answer counts. */
export function askFrame(frame: Frame, event: string): Promise<HookReply> {
  const open = frame.hooks.get(event);
  if (open) return open.reply;
  let answer: (reply: HookReply) => void = () => undefined;
  const reply = new Promise<HookReply>((resolve) => {
    answer = resolve;
  });
  const settle = (value: HookReply) => {
    frame.hooks.delete(event);
    answer(value);
  };
  frame.hooks.set(event, { reply, settle });
  frame.port.post({ key: `zaf.${event}`, needsReply: true });
  return reply;
}

/** Reads the `error` of a hook's reply. */
export function hookReply(error: unknown): HookReply {
  if (error === undefined || error === null) return null;
  const message = asRecord(error)?.msg;
  return typeof message === 'string' ? message : '';
}

function freshPage() {
  return {
    isRegistered: false,
    isQuiet: true,
    hasLoaded: false,
    handshakeAt: 0,
    subscriptions: new Map<string, number>(),
    hooks: new Map<string, PendingHook>(),
  };
}

function subscription(guid: string, event: string): string {
  return `${guid} ${event}`;
}
