/**
 * What an address may set before the page starts (`?persona=lead&scheme=dark&width=320&locale=de&saveHookTimeout=5`).
 * It is remembered for the browser tab, and taken out of the address, so that a reload keeps later choices.
 */
import type { ColorScheme } from './desk.ts';

export interface Presets {
  persona?: string;
  scheme?: ColorScheme;
  /** Pixels of the app tray. */
  width?: number;
  locale?: string;
  /** Seconds. */
  saveHookTimeout?: number;
}

export type PresetStorage = Pick<Storage, 'getItem' | 'setItem'>;

const storageKey = 'emulator.presets';
const names = ['persona', 'scheme', 'width', 'locale', 'saveHookTimeout'] as const;
export const narrowestTray = 280;

/** The address wins over what the tab remembers; values that make no sense are left out. */
export function readPresets(search: string, storage: PresetStorage): Presets {
  const query = new URLSearchParams(search);
  const given = Object.fromEntries(names.flatMap((name) => [...pair(name, query.get(name))]));
  return { ...remembered(storage), ...parsePresets(given) };
}

export function rememberPresets(presets: Presets, storage: PresetStorage): void {
  storage.setItem(storageKey, JSON.stringify(presets));
}

/** The rest of the query, with its `?` when there is one. */
export function withoutPresets(search: string): string {
  const query = new URLSearchParams(search);
  for (const name of names) query.delete(name);
  const rest = query.toString();
  return rest ? `?${rest}` : '';
}

function remembered(storage: PresetStorage): Presets {
  try {
    return parsePresets(JSON.parse(storage.getItem(storageKey) ?? '{}'));
  } catch {
    return {};
  }
}

function parsePresets(raw: Record<string, unknown>): Presets {
  const presets: Presets = {};
  const width = Number(raw.width);
  const timeout = Number(raw.saveHookTimeout);
  if (typeof raw.persona === 'string' && raw.persona) presets.persona = raw.persona;
  if (raw.scheme === 'light' || raw.scheme === 'dark') presets.scheme = raw.scheme;
  if (Number.isFinite(width) && width >= narrowestTray) presets.width = width;
  if (typeof raw.locale === 'string' && raw.locale) presets.locale = raw.locale;
  if (Number.isFinite(timeout) && timeout > 0) presets.saveHookTimeout = timeout;
  return presets;
}

function pair(name: string, value: string | null): [string, string][] {
  return value === null ? [] : [[name, value]];
}
