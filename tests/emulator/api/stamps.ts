/** Instants and addresses as every answer of Zendesk writes them. */
import type { World } from '../world/world.ts';

/** Epoch milliseconds as ISO 8601 in UTC, to the second. */
export const iso = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
export const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

/** `url` members name the account, wherever the emulator is served from. */
export const urlOf = (world: World, path: string): string =>
  `https://${world.subdomain}.zendesk.com/api/v2/${path}`;
