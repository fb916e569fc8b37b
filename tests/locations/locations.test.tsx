// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { start as startBackground } from '../../src/locations/background.ts';
import { start as startTriage } from '../../src/locations/nav_bar.tsx';
import { start as startSidebar } from '../../src/locations/ticket_sidebar.tsx';
import { showStartFailure } from '../../src/startFailure.ts';
import type { Connection, ZafClient } from '../../src/zendesk/zaf.ts';
import { solvedTicket } from '../actions/tickets.ts';
import { createWorkspace } from '../emulator/inProcess.ts';
import { requestOver } from '../testApp.ts';

const apps = [{ appId: 7, installationId: 70, settings: {} }];
const user = { id: 361_000_000_003, name: 'Mia Keller', role: 'agent', locale: 'en-US', timeZone: {} };

beforeEach(() => {
  document.body.innerHTML = '<div id="root"></div>';
});
afterEach(() => {
  delete document.documentElement.dataset.ready;
});

function connectionTo(location: string, request: ZafClient['request'], more: object = {}): Connection {
  const client = {
    request,
    get: async (path: string) => ({ [path]: { currentUser: user, instances: {} }[path] }),
    invoke: async () => ({}),
    on: vi.fn(),
    off: vi.fn(),
    trigger: vi.fn(),
  } as unknown as ZafClient;
  const context = { instanceGuid: 'guid', product: 'support', location, ...more };
  return { client, context, metadata: { appId: 7, installationId: 70, version: '1', settings: {} } };
}

describe('a frame in its location', () => {
  it('shows the ticket’s feedback in the ticket sidebar and says that it can be used', async () => {
    const workspace = createWorkspace({ apps });
    const ticketId = solvedTicket(workspace.world, { csat: 2 });
    await startSidebar(connectionTo('ticket_sidebar', requestOver(workspace.fetchAs('agent')), { ticketId }));
    expect(await screen.findByText('Bad')).toBeTruthy();
    expect(document.documentElement.dataset.ready).toBe('true');
    await screen.findByText(/An admin does it once/);
  });

  it('shows the triage page in the navigation bar', async () => {
    const workspace = createWorkspace({ apps });
    await startTriage(connectionTo('nav_bar', requestOver(workspace.fetchAs('lead'))));
    expect(await screen.findByText(/An admin does it once/)).toBeTruthy();
    await waitFor(() => expect(document.documentElement.dataset.ready).toBe('true'));
  });

  it('serves the tab’s hub in the background, without a screen', async () => {
    const connection = connectionTo('background', vi.fn());
    await startBackground(connection);
    const heard = vi.mocked(connection.client.on).mock.calls.map(([event]) => event);
    expect(heard).toEqual(expect.arrayContaining(['fl.ask', 'fl.keep', 'fl.tell']));
    expect(document.getElementById('root')?.childElementCount).toBe(0);
  });
});

describe('a start that failed', () => {
  it('says one sentence and offers to try again', () => {
    const onRetry = vi.fn();
    showStartFailure((key) => key, onRetry);
    expect(screen.getByRole('alert').textContent).toBe('start.failed');
    screen.getByRole('button', { name: 'failure.retry' }).click();
    expect(onRetry).toHaveBeenCalledOnce();
  });
});
