/** What every call is tried with: all ways Zendesk or the network can fail. */
import { expect } from 'vitest';
import type { App } from '../src/app.ts';
import { Failure, failureKinds } from '../src/care/failure.ts';
import { type Fault, faultKinds } from './emulator/control.ts';
import type { Workspace } from './emulator/inProcess.ts';

/** The ways a call fails; 429 with and without `Retry-After`. */
export type Way = Pick<Fault, 'kind' | 'retryAfter'>;
export const ways = faultKinds.flatMap((kind): Way[] =>
  kind === '429'
    ? [
        { kind, retryAfter: 1 },
        { kind, retryAfter: null },
      ]
    : [{ kind }],
);

/** Where a request goes, ids replaced by `*`: what a fault can be put on. */
export function endpointOf(method: string, url: string): string {
  const path = (url.split('?')[0] ?? '').replace(/\/(\d+|[0-9A-HJKMNP-TV-Z]{26})(?=[/.]|$)/g, '/*');
  return `${method} ${path}`;
}

/** The endpoints used since `before` calls were made. */
export const endpointsSince = ({ exchanges }: Workspace, before: number) => [
  ...new Set(
    exchanges()
      .slice(before)
      .map(({ method, url }) => endpointOf(method, url)),
  ),
];

export interface Begun {
  workspace: Workspace;
  work(): Promise<unknown>;
  /** What there is in the account, as far as the work is about it. */
  state(): unknown;
  /** What may never be, whatever failed. */
  always?(): void;
}

export interface Use {
  begin(): Promise<Begun>;
  /** Presses after the failure is over; one where the work is a press. */
  again?: number;
  ways?: readonly Way[];
  /** What the last press tells. */
  check?(answer: unknown): void;
}

/** Fails, if at all, in a way there is a sentence for. */
export async function settle({ work }: Begun): Promise<void> {
  const outcome = await work().catch((cause: unknown) => ({ cause }));
  if (outcome !== null && typeof outcome === 'object' && 'cause' in outcome) {
    expect(outcome.cause).toBeInstanceOf(Failure);
    expect(failureKinds).toContain((outcome.cause as Failure).kind);
  }
}

/** A read leaves nothing half done: one way of each sort is enough. A thing that is said to be gone is gone. */
const isTried = (method: string, path: string, { kind, retryAfter }: Way) => {
  if (method === 'GET' || path.endsWith('/search')) return ['403', '404', '503', 'truncated'].includes(kind);
  return retryAfter !== null && !(kind === '404' && path.endsWith('/*'));
};

/** Ends where it would have, whichever of its calls failed in whatever way; how many combinations that were. */
export async function tryEachWay({ begin, again = 1, ways: chosen = ways, check }: Use): Promise<number> {
  const whole = await begin();
  const before = whole.workspace.exchanges().length;
  const untouched = JSON.stringify(whole.state());
  for (let press = 0; press <= again; press += 1) await whole.work();
  const wanted = whole.state();
  expect(JSON.stringify(wanted)).not.toBe(untouched);
  let survived = 0;
  for (const endpoint of endpointsSince(whole.workspace, before))
    for (const way of chosen) {
      const [method = '', path = ''] = endpoint.split(' ');
      if (!isTried(method, path, way)) continue;
      const label = `${endpoint} answering ${way.kind}`;
      const begun = await begin();
      begun.workspace.setFaults([{ method, path, ...way }]);
      await settle(begun);
      begun.always?.();
      begun.workspace.setFaults([]);
      let answer: unknown;
      for (let press = 0; press < again; press += 1) answer = await begun.work();
      check?.(answer);
      begun.always?.();
      expect(begun.state(), label).toEqual(wanted);
      survived += 1;
    }
  return survived;
}

export interface Reading {
  read(app: App): Promise<unknown>;
  /** May this be told where that is so? */
  mayTell?(told: unknown, whole: unknown): boolean;
}

export const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Tells all there is, or what is missing, whichever of its calls failed in whatever way. */
export async function readEachWay(
  workspace: Workspace,
  openApp: () => Promise<App>,
  { read, mayTell = isEqual }: Reading,
): Promise<number> {
  const before = workspace.exchanges().length;
  const whole = await read(await openApp());
  const endpoints = endpointsSince(workspace, before);
  expect(endpoints.length).toBeGreaterThan(0);
  for (const endpoint of endpoints)
    for (const way of ways) {
      const [method = '', path = ''] = endpoint.split(' ');
      const app = await openApp();
      workspace.setFaults([{ method, path, ...way }]);
      const outcome = await read(app).then(
        (told) => ({ told }),
        (cause: unknown) => ({ cause }),
      );
      workspace.setFaults([]);
      const label = `${endpoint} answering ${way.kind}`;
      if ('cause' in outcome) expect(outcome.cause, label).toBeInstanceOf(Failure);
      else expect([label, mayTell(outcome.told, whole)]).toEqual([label, true]);
    }
  return endpoints.length * ways.length;
}
