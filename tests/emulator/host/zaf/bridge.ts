/**
 * The wire protocol between the workspace and the SDK inside app frames, without windows: messages come in through
 * a link, messages go out through its port. What the messages mean is the host's business.
 */
import { toWire, type WireError, ZafError } from './errors.ts';
import {
  askFrame,
  type Frame,
  type FramePort,
  forgetPage,
  type HookReply,
  hookReply,
  isListening,
  newFrame,
  subscribe,
} from './frame.ts';
import { isRequest, keyedMessage, type Packet, parsePacket, type RequestPacket } from './packets.ts';

export type CallResult = { result: Record<string, unknown> } | { error: WireError };

export interface BridgeHost {
  /** Message of `app.registered`. */
  registration(guid: string): { metadata: unknown; context: unknown };
  /** Whether messages of `from`'s frame may name `to`: only instances of the same installation. */
  reach(from: string, to: string): 'ok' | 'gone' | 'unknown';
  call(guid: string, request: string, params: unknown): Promise<CallResult>;
  /** Never rejects; `answer` is what the app's promise gets. */
  request(guid: string, options: unknown): Promise<{ isDone: boolean; answer: unknown }>;
  /** The frame is ready for events. */
  onRegistered(guid: string): void;
}

export interface FrameLink {
  receive(data: unknown): void;
  /** The frame's `load` event: a second one without a handshake means another page has come. */
  onLoad(): void;
  disconnect(): void;
}

export interface Bridge {
  connect(guid: string, port: FramePort): FrameLink;
  /** To the instance's own frame and to every frame subscribed to it through `client.instance(guid)`. */
  emit(guid: string, event: string, message?: unknown): void;
  /** To the instance's own frame whether subscribed or not: right after the handshake nobody is. */
  tell(guid: string, event: string, message?: unknown): void;
  /** Asks the instance's own frame, `null` at once when it has not subscribed. */
  askHook(guid: string, event: string): Promise<HookReply>;
  isSubscribed(guid: string, event: string): boolean;
}

/** Milliseconds within which a second handshake of a silent page is the same page starting twice. */
const sameBreath = 20;

export function createBridge(host: BridgeHost, now: () => number = () => performance.now()): Bridge {
  const frames = new Set<Frame>();

  function connect(guid: string, port: FramePort): FrameLink {
    const frame = newFrame(guid, port);
    frames.add(frame);
    return {
      receive: (data) => receive(frame, data),
      onLoad: () => onLoad(frame),
      disconnect: () => {
        frames.delete(frame);
        forgetPage(frame);
      },
    };
  }

  function receive(frame: Frame, data: unknown): void {
    const packet = parsePacket(data);
    if (!packet || packet.appGuid !== frame.guid) return;
    if (packet.key === 'iframe.handshake') handshake(frame);
    else if (frame.isRegistered) hear(frame, packet);
  }

  function hear(frame: Frame, packet: Packet): void {
    frame.isQuiet = false;
    const target = packet.instanceGuid ?? frame.guid;
    const reach = host.reach(frame.guid, target);
    if (reach === 'unknown') return;
    if (isRequest(packet)) void answerCall(frame, packet, target, reach);
    else if (reach === 'ok') keyed(frame, packet, target);
  }

  /** Acknowledged once per page: a second ack would repeat every message the SDK had queued. */
  function handshake(frame: Frame): void {
    const isRepeat = frame.isRegistered && frame.isQuiet && !frame.hasLoaded;
    if (isRepeat && now() - frame.handshakeAt < sameBreath) return;
    forgetPage(frame);
    frame.isRegistered = true;
    frame.handshakeAt = now();
    frame.port.post({ key: 'zaf.app.registered', message: host.registration(frame.guid) });
    host.onRegistered(frame.guid);
  }

  function onLoad(frame: Frame): void {
    if (frame.hasLoaded && frame.isRegistered) forgetPage(frame);
    frame.hasLoaded = true;
  }

  function keyed(frame: Frame, packet: Packet, target: string): void {
    const [kind, name] = keyedMessage(packet.key ?? '');
    if (kind === 'on' || kind === 'off') subscribe(frame, target, name, packet.message);
    if (kind === 'trigger') emit(target, name, packet.message);
    if (kind === 'reply') frame.hooks.get(name)?.settle(hookReply(packet.error));
    if (kind === 'request') void answerRequest(frame, packet, target);
  }

  async function answerCall(
    frame: Frame,
    packet: RequestPacket,
    target: string,
    reach: string,
  ): Promise<void> {
    const { load } = frame;
    const gone = new ZafError('InstanceNotFoundError', `The instance ${target} no longer exists.`);
    const answer =
      reach === 'gone' ? { error: toWire(gone) } : await host.call(target, packet.request, packet.params);
    if (frame.load === load) frame.port.post({ id: packet.id, ...answer });
  }

  async function answerRequest(frame: Frame, packet: Packet, target: string): Promise<void> {
    const { load } = frame;
    const { isDone, answer } = await host.request(target, packet.message);
    if (frame.load !== load) return;
    const key = `zaf.${packet.key}.${isDone ? 'done' : 'fail'}`;
    frame.port.post({ key, message: { responseArgs: [answer] } });
  }

  function emit(guid: string, event: string, message?: unknown): void {
    for (const frame of [...frames]) {
      if (!isListening(frame, guid, event)) continue;
      const stamp = frame.guid === guid ? {} : { instanceGuid: guid };
      const content = message === undefined ? {} : { message };
      frame.port.post({ key: `zaf.${event}`, ...content, ...stamp });
    }
  }

  function tell(guid: string, event: string, message?: unknown): void {
    for (const frame of ownFrames(guid)) frame.port.post({ key: `zaf.${event}`, message });
  }

  function isSubscribed(guid: string, event: string): boolean {
    return ownFrames(guid).some((frame) => isListening(frame, guid, event));
  }

  async function askHook(guid: string, event: string): Promise<HookReply> {
    const asked = ownFrames(guid).filter((frame) => isListening(frame, guid, event));
    const replies = await Promise.all(asked.map((frame) => askFrame(frame, event)));
    return replies.find((reply) => reply !== null) ?? null;
  }

  function ownFrames(guid: string): Frame[] {
    return [...frames].filter((frame) => frame.guid === guid);
  }

  return { connect, emit, tell, askHook, isSubscribed };
}
