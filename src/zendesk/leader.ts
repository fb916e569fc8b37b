/**
 * Which of this browser's tabs does what only one should: the one with the lowest id among those that live, visible
 * ones first, since browsers slow hidden ones down. Without a channel every tab leads, which is harmless.
 */
import { channelOf, openChannel } from './hubServer.ts';

/** What tabs tell each other. */
type Message =
  | { kind: 'hello' | 'bye' | 'poke'; id: string; isHidden?: boolean }
  | { kind: 'beat'; id: string; isHidden: boolean };

export interface Leader {
  isLeader(): boolean;
  /** Tells the tab that leads, be it this one. */
  poke(): void;
  /** Leaves: another tab leads from now on. */
  stop(): void;
}

type Channel = Pick<BroadcastChannel, 'postMessage' | 'close'> & {
  onmessage: ((event: MessageEvent<unknown>) => unknown) | null;
};

export interface LeaderOptions {
  id: string;
  /** Whose tabs these are: the account and the person. */
  account?: string;
  /** Milliseconds of any clock that does not jump. */
  now: () => number;
  isHidden: () => boolean;
  /** Calls again and again after so many milliseconds; returns the way to stop. */
  every: (ms: number, work: () => void) => () => void;
  channel?: Channel | null;
  /** Somebody wants the leader to act. */
  onPoke: () => void;
}

/** Milliseconds between two signs of life, and how long one counts; hidden tabs' timers run once a minute. */
const beat = 2_000;
const lifetime = { visible: 7_000, hidden: 150_000 };
/** A new tab listens for so long before it may lead. */
const settling = 1_500;

export function createLeader(options: LeaderOptions): Leader {
  const { id, now, isHidden, every, onPoke } = options;
  const channel =
    options.channel === undefined ? openChannel(channelOf('leader', options.account ?? '')) : options.channel;
  if (!channel) return { isLeader: () => true, poke: onPoke, stop: () => {} };
  const others = new Map<string, { at: number; isHidden: boolean }>();
  const startedAt = now();
  let isStopped = false;

  const say = (kind: Message['kind']) => channel.postMessage({ kind, id, isHidden: isHidden() });
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = messageIn(data);
    if (!message || message.id === id) return;
    if (message.kind === 'bye') others.delete(message.id);
    else others.set(message.id, { at: now(), isHidden: message.isHidden === true });
    if (message.kind === 'hello') say('beat');
    if (message.kind === 'poke' && isLeader()) onPoke();
  };
  const isAlive = (other: { at: number; isHidden: boolean }) =>
    now() - other.at <= (other.isHidden ? lifetime.hidden : lifetime.visible);
  const isLeader = () => {
    if (isStopped || now() - startedAt < settling) return false;
    const alive = [...others].filter(([, other]) => isAlive(other));
    const own = { id, isHidden: isHidden() };
    const all = [own, ...alive.map(([other, state]) => ({ id: other, isHidden: state.isHidden }))];
    const visible = all.filter((tab) => !tab.isHidden);
    const candidates = visible.length > 0 ? visible : all;
    return candidates.every((tab) => own.id <= tab.id) && candidates.includes(own);
  };

  say('hello');
  const stopBeating = every(beat, () => say('beat'));
  return {
    isLeader,
    poke: () => (isLeader() ? onPoke() : say('poke')),
    stop() {
      if (isStopped) return;
      isStopped = true;
      stopBeating();
      say('bye');
      channel.close();
    },
  };
}

function messageIn(data: unknown): Message | null {
  if (typeof data !== 'object' || data === null) return null;
  const { kind, id } = data as Partial<Message>;
  const isKnown = kind === 'hello' || kind === 'bye' || kind === 'poke' || kind === 'beat';
  return isKnown && typeof id === 'string' ? (data as Message) : null;
}
