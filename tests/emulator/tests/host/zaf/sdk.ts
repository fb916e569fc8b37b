/** Loads the real SDK from npm into a stand-in window, a copy of its own for each page as in a browser. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface SdkClient {
  get(path: string | string[]): Promise<Record<string, unknown>>;
  set(path: string | Record<string, unknown>, value?: unknown): Promise<Record<string, unknown>>;
  invoke(path: string | Record<string, string[]>, ...args: unknown[]): Promise<Record<string, unknown>>;
  request(options: unknown): Promise<unknown>;
  on(event: string, handler: (data: never) => unknown): void;
  off(event: string, handler: (data: never) => unknown): void;
  trigger(event: string, data?: unknown): void;
  postMessage(name: string, data?: unknown): void;
  instance(guid: string): SdkClient;
  metadata(): Promise<Record<string, unknown>>;
  context(): Promise<Record<string, unknown>>;
}

export interface Sdk {
  init(onRegistered?: (data: { metadata: unknown; context: unknown }) => void): SdkClient | false;
}

type Load = (...scope: unknown[]) => void;

const entry = createRequire(import.meta.url).resolve('@zendesk/zaf-client');
const sources = new Map<string, string>();

export function loadSdk(window: object, document: object): Sdk {
  const modules = new Map<string, { exports: unknown }>();
  const requireFrom = (file: string): unknown => {
    const known = modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    modules.set(file, module);
    const load = new Function('require', 'module', 'exports', 'window', 'document', source(file)) as Load;
    load((name: string) => requireFrom(beside(file, name)), module, module.exports, window, document);
    return module.exports;
  };
  return requireFrom(entry) as Sdk;
}

function source(file: string): string {
  const text = sources.get(file) ?? readFileSync(file, 'utf8');
  sources.set(file, text);
  return text;
}

function beside(file: string, name: string): string {
  return createRequire(file).resolve(name);
}
