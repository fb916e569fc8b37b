/** Drives the probe: an app in `probe/` that does what a story asks of it and tells what it heard. */
import type { Frame, Page } from '@playwright/test';
import { expect } from '../emulator.ts';

export const probeFolder = 'tests/browser/host/probe';

type Values = Record<string, unknown>;

/** How `client.request` ended. */
export interface Asked {
  done?: unknown;
  failed?: unknown;
}

/** The functions of `window.drive` in the probe's frame. */
interface Drive {
  context(): Promise<Values>;
  /** One path's value. Rejects with the SDK's error. */
  get(path: string): Promise<unknown>;
  getAll(paths: string[]): Promise<Values>;
  set(path: string | Values, value?: unknown): Promise<Values>;
  invoke(path: string | Values, ...args: unknown[]): Promise<Values>;
  /** As `client.instance(guid).invoke`. */
  invokeOn(guid: string, path: string, ...args: unknown[]): Promise<Values>;
  /** As `client.instance(guid).trigger`. */
  trigger(guid: string, event: string, data?: unknown): Promise<void>;
  /** With a guid, of another instance. */
  listen(event: string, guid?: string): Promise<void>;
  /** `allow`, `silence`, or the words to refuse with. */
  answerSaves(answer: string): Promise<void>;
  /** When asked to save, first sets this. */
  setOnSave(path: string, value: unknown): Promise<void>;
  request(options: unknown): Promise<Asked>;
  /** Names of everything heard since the page loaded, in order. */
  events(): Promise<string[]>;
  /** What came with each event of this name. */
  heard(event: string): Promise<unknown[]>;
  /** Messages of the workspace as they came, the SDK not asked. */
  wire(): Promise<{ key?: string; id?: number }[]>;
}

export interface Probe extends Drive {
  frame: Frame;
  guid: string;
}

const verbs: (keyof Drive)[] = [
  'context',
  'get',
  'getAll',
  'set',
  'invoke',
  'invokeOn',
  'trigger',
  'listen',
  'answerSaves',
  'setOnSave',
  'request',
  'events',
  'heard',
  'wire',
];

/** The probe at a location, of one ticket where each has its own; waits until the workspace has greeted it. */
export async function probeAt(page: Page, location: string, ticketId?: number): Promise<Probe> {
  const place = `${location} ${ticketId ?? ''}`;
  let found: Probe | undefined;
  await expect(async () => {
    found = await findProbe(page, location, place);
    expect(found, `a probe at ${place}`).toBeDefined();
  }).toPass({ intervals: [50], timeout: 10_000 });
  if (!found) throw new Error(`There is no probe at ${place}.`);
  return found;
}

async function findProbe(page: Page, location: string, place: string): Promise<Probe | undefined> {
  for (const element of await page.locator(`iframe[data-app-location="${location}"]`).elementHandles()) {
    const frame = await element.contentFrame();
    const text = await frame?.evaluate(() => document.getElementById('place')?.textContent);
    const guid = await element.getAttribute('data-instance-guid');
    if (frame && guid && text === place) return { ...driverOf(frame), frame, guid };
  }
  return undefined;
}

function driverOf(frame: Frame): Drive {
  const call =
    (verb: keyof Drive) =>
    (...args: unknown[]) =>
      frame.evaluate(
        ([name, given]) => {
          const { drive } = window as unknown as { drive: Record<string, (...all: unknown[]) => unknown> };
          return drive[name]?.(...given);
        },
        [verb, args] as const,
      );
  return Object.fromEntries(verbs.map((verb) => [verb, call(verb)])) as unknown as Drive;
}
