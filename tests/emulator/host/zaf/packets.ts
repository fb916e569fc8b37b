/** What frames post: JSON strings from the SDK, plain objects for hook replies and from hand-made apps. */

export interface Packet {
  appGuid: string;
  instanceGuid?: string;
  key?: string;
  message?: unknown;
  error?: unknown;
  id?: number;
  request?: string;
  params?: unknown;
}

export interface RequestPacket extends Packet {
  id: number;
  request: string;
}

export type KeyKind = 'on' | 'off' | 'trigger' | 'reply' | 'request' | 'other';

/** `undefined` for anything that is no message of an app frame. */
export function parsePacket(data: unknown): Packet | undefined {
  const packet = asRecord(typeof data === 'string' ? parseJson(data) : data);
  if (!packet || typeof packet.appGuid !== 'string') return undefined;
  const { instanceGuid, key, id, request } = packet;
  if (instanceGuid !== undefined && typeof instanceGuid !== 'string') return undefined;
  const isKeyed = typeof key === 'string';
  const isCall = typeof id === 'number' && typeof request === 'string';
  return isKeyed || isCall ? (packet as unknown as Packet) : undefined;
}

export function isRequest(packet: Packet): packet is RequestPacket {
  return packet.id !== undefined && packet.request !== undefined;
}

/** `iframe.on:ticket.save` → `['on', 'ticket.save']`; telemetry and custom keys are `other`. */
export function keyedMessage(key: string): [KeyKind, string] {
  const [, kind, name] = /^iframe\.(on|off|trigger|reply):(.+)$/s.exec(key) ?? [];
  if (kind && name) return [kind as KeyKind, name];
  return /^request:\d+$/.test(key) ? ['request', key] : ['other', key];
}

export function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
