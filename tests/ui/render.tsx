/** Screens over a person's App in the emulated account: the real data layer, and a host page of a few lines. */
import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { beforeAll, expect } from 'vitest';
import { setUp } from '../../src/actions/setUp.ts';
import type { App } from '../../src/app.ts';
import { Frame } from '../../src/ui/Frame.tsx';
import { Sidebar } from '../../src/ui/sidebar/Sidebar.tsx';
import { Triage } from '../../src/ui/triage/Triage.tsx';
import type { Hub } from '../../src/zendesk/hub.ts';
import type { PersonaKey } from '../emulator/control.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { createTestApp, createTestHub } from '../testApp.ts';

configure({ asyncUtilTimeout: 5_000 });
// Parts of the page are loaded when asked for, and here compiled then: before the first test, not within its time.
beforeAll(async () => {
  await Promise.all([
    import('../../src/ui/triage/CasePanel.tsx'),
    import('../../src/ui/closing/QueuePanel.tsx'),
  ]);
}, 120_000);

export const apps = [{ appId: 7, installationId: 70, settings: {} }];

/** What the host page was asked to do, and the way to make things happen in it. */
export interface Host {
  invoked: unknown[][];
  emit(event: string, data?: unknown): void;
}

export interface Opened {
  app: App;
  host: Host;
  hub: Hub;
}

/** An account an admin has set up, whose search index does not lag. */
export async function createReadyWorkspace(): Promise<Workspace> {
  const workspace = createWorkspace({ apps });
  await setUp(await createTestApp(workspace, 'admin'), () => {});
  workspace.world.unknowns.indexLagSeconds = 0;
  return workspace;
}

/** A persona's App; `hub` joins it to another frame's tab. */
export async function openApp(
  workspace: Workspace,
  persona: PersonaKey,
  hub: Hub = createTestHub()(),
): Promise<Opened> {
  const app = await createTestApp(workspace, persona, { hub });
  const host = fakeHost(app);
  return { app, host, hub };
}

function fakeHost(app: App): Host {
  const handlers = new Map<string, Set<(data: never) => unknown>>();
  const invoked: unknown[][] = [];
  Object.assign(app.zendesk.client, {
    on: (event: string, handler: (data: never) => unknown) =>
      handlers.set(event, (handlers.get(event) ?? new Set()).add(handler)),
    off: (event: string, handler: (data: never) => unknown) => handlers.get(event)?.delete(handler),
    get: async (path: string) => ({ [path]: path === 'colorScheme' ? 'light' : undefined }),
    invoke: async (...call: unknown[]) => {
      invoked.push(call);
      return {};
    },
  });
  return {
    invoked,
    emit: (event, data) => {
      for (const handler of handlers.get(event) ?? []) handler(data as never);
    },
  };
}

/** jsdom lays nothing out: without a size the list would show no row. */
function giveSize(): void {
  Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, value: 600 });
  Object.defineProperty(Element.prototype, 'clientWidth', { configurable: true, value: 1000 });
  Element.prototype.scrollTo ??= () => {};
}

export function show(app: App, element: ReactElement) {
  giveSize();
  const user = userEvent.setup();
  return { user, ...render(<Frame app={app}>{element}</Frame>) };
}

export const showSidebar = (app: App, ticketId: string) => show(app, <Sidebar ticketId={ticketId} />);
export const showTriage = (app: App, route: unknown = undefined) => show(app, <Triage route={route} />);

/** The sidebar with its bucket buttons, the last thing of a whole screen to come. */
export async function openSidebar(workspace: Workspace, persona: PersonaKey, ticketId: string, hub?: Hub) {
  const opened = await openApp(workspace, persona, hub);
  const shown = showSidebar(opened.app, ticketId);
  await screen.findByRole('group', { name: 'What was it about?' });
  return { ...opened, ...shown };
}

/** The triage page as it begins. */
export async function openTriageOn(
  workspace: Workspace,
  persona: PersonaKey = 'lead',
  route?: unknown,
  hub: Hub = createTestHub()(),
) {
  const opened = await openApp(workspace, persona, hub);
  return { ...opened, ...showTriage(opened.app, route) };
}

/** Its rows, once there are some. */
export const listedRows = () =>
  waitFor(() => {
    const found = screen.getAllByRole('row').filter((row) => row.getAttribute('aria-selected') !== null);
    expect(found.length).toBeGreaterThan(0);
    return found;
  });

export const bucketButton = (name: string) => screen.getByRole('button', { name });

/** Calls of the account since `before` of them were made, as `METHOD path`. */
export const callsSince = (workspace: Workspace, before: number) =>
  workspace
    .exchanges()
    .slice(before)
    .map(({ method, url }) => `${method} ${url.split('?')[0]}`);
