/** How current the scores are: what each role reads, what a lead's page does about it, what an admin may ask. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { type BackfillPlace, type IncrementPlace, newIncrement } from '../../src/care/syncing.ts';
import { type Place, writePlace } from '../../src/zendesk/syncRecords.ts';
import { solvedTicket } from '../actions/tickets.ts';
import type { PersonaKey } from '../emulator/control.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { personas } from '../emulator/world/people.ts';
import { createTestApp, createTestHub } from '../testApp.ts';
import { createReadyWorkspace, openApp, showTriage } from './render.tsx';

const minute = 60_000;
let workspace: Workspace;
let admin: App;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
  admin = await createTestApp(workspace, 'admin');
});

const put = (place: Place) => writePlace(admin.zendesk.http, place, 'interactive');
const who = (ago: number) => ({
  at: workspace.world.now() - ago,
  byId: String(personas.admin),
  byName: 'Noor Haddad',
});
const synced = (ago: number, more: Partial<IncrementPlace> = {}) =>
  put({
    name: 'tickets',
    state: {
      ...newIncrement(who(ago), workspace.world.now() - ago),
      cursor: 'x',
      ...more,
    },
  });
const history = (more: Partial<BackfillPlace> = {}) => {
  const now = workspace.world.now();
  const state: BackfillPlace = {
    ...who(minute),
    id: 'w1',
    state: 'running',
    phase: 'surveys',
    from: now - 90 * 24 * 60 * minute,
    to: now,
    reachedAt: now - 45 * 24 * 60 * minute,
    after: null,
    done: 500,
    startedAt: now - 10 * minute,
    spent: 10 * minute,
    tally: null,
    broken: [],
    failure: null,
    ...more,
  };
  return put({ name: 'backfill', state });
};

/** Priorities of the looks at the sync's places, in their order. */
function looksOf({ zendesk }: App): unknown[] {
  const looks: unknown[] = [];
  const { get } = zendesk.http;
  zendesk.http.get = (url, schema, options) => {
    if (String(options?.params?.['filter[external_ids]']).startsWith('sync:')) looks.push(options?.priority);
    return get(url, schema, options);
  };
  return looks;
}

async function openTriage(persona: PersonaKey) {
  const opened = await openApp(workspace, persona, createTestHub()());
  const shown = showTriage(opened.app);
  const line = await screen.findByRole('button', { name: /scores|synced/i, expanded: false });
  return { ...opened, ...shown, line };
}

describe('the line under the title', () => {
  it('says as of when, and whose app keeps it', async () => {
    await synced(2 * minute);
    const { line } = await openTriage('lead');
    expect(line.textContent).toContain('Scores as of 9:10 AM, kept by Noor Haddad’s app');
  });

  it('says how long nobody has synced, and opens to the way to change it', async () => {
    await synced(180 * minute);
    const { line, user } = await openTriage('lead');
    expect(line.textContent).toContain('Not synced for 3 hr: numbers may be missing');
    await user.click(line);
    expect(await screen.findByText(/by having Zendesk open with this app installed/)).toBeTruthy();
    expect(await screen.findByText(/^Looked from here at 9:12 AM: .* that nobody had opened/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Sync now' })).toBeNull();
  });

  it('says that it never happened', async () => {
    const { line } = await openTriage('agent');
    expect(line.textContent).toContain('No admin’s app has synced scores yet');
  });

  it('says what could not be read and leaves the list as it is', async () => {
    workspace.setFaults([{ method: 'GET', path: '/api/v2/custom_objects/fl_feedback/records', kind: '503' }]);
    const { app } = await openApp(workspace, 'lead', createTestHub()());
    workspace.setFaults([]);
    showTriage(app);
    await screen.findByText('Nothing waiting.');
    workspace.setFaults([{ method: 'GET', path: '/api/v2/custom_objects/fl_feedback/records', kind: '503' }]);
    expect(await screen.findByText(/How current the scores are could not be read/)).toBeTruthy();
    expect(screen.getByText('Nothing waiting.')).toBeTruthy();
  });

  it('tells somebody who sees their groups’ tickets only, and who can change that', async () => {
    const lead = workspace.world.users.get(personas.lead);
    if (lead) Object.assign(lead, { ticket_restriction: 'groups' });
    await synced(minute);
    const { line, user } = await openTriage('lead');
    await waitFor(() => expect(line.textContent).toContain('your groups’ tickets only'));
    await user.click(line);
    expect(await screen.findByText(/cases of others may be missing or without text/)).toBeTruthy();
  });
});

describe('a lead’s page without an admin’s sync', () => {
  it('finds the bad rating nobody had opened, says so and lists its case', async () => {
    const ticket = solvedTicket(workspace.world, { csat: 1 });
    const { line } = await openTriage('lead');
    await waitFor(() => expect(line.textContent).toMatch(/\d+ bad ratings found that nobody had opened/));
    expect(await screen.findByText(new RegExp(`#${ticket}$`))).toBeTruthy();
    expect(screen.getAllByText('Bad').length).toBeGreaterThan(1);
  });

  it('does not look while an admin’s app does', async () => {
    solvedTicket(workspace.world, { csat: 1 });
    await synced(minute);
    const { line, user } = await openTriage('lead');
    await user.click(line);
    await screen.findByText(/it looks for new scores every minute/);
    expect(workspace.exchanges().some(({ url }) => url.includes('search/export'))).toBe(false);
  });

  it('says that it could not look, in one line', async () => {
    workspace.setFaults([
      { path: '/api/v2/search/export*', kind: '403' },
      { path: '/api/v2/search/**', kind: '403' },
    ]);
    const { line, user } = await openTriage('lead');
    await waitFor(() => expect(line.textContent).toContain('bad ratings could not all be looked for'));
    await user.click(line);
    expect(
      await screen.findByText(/Bad ratings could not all be looked for from here: Your role/),
    ).toBeTruthy();
  });
});

describe('an admin', () => {
  it('chooses how far back and starts, holds, goes on and stops', async () => {
    await synced(minute);
    const { line, user } = await openTriage('admin');
    await user.click(line);
    await user.click(await screen.findByRole('radio', { name: '365 days' }));
    await user.click(screen.getByRole('button', { name: 'Read earlier scores' }));
    expect(await screen.findByText(/An admin’s app begins/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    await user.click(await screen.findByRole('button', { name: 'Go on' }));
    await user.click(await screen.findByRole('button', { name: 'Stop' }));
    expect(await screen.findByText(/^Stopped\. Scores since Nov 18, 2025/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Read earlier scores' })).toBeTruthy();
  });

  it('sees how far along it is, what is left and what was set apart', async () => {
    await synced(minute);
    await history({
      broken: [
        { reason: 'RecordInvalid', count: 3 },
        { reason: 'survey_response', count: 1 },
      ],
    });
    const { line, user } = await openTriage('admin');
    expect(line.textContent).toContain('reading earlier scores, 50 %');
    await user.click(line);
    const bar = await screen.findByRole('progressbar');
    expect(bar.getAttribute('aria-valuenow')).toBe('50');
    expect(screen.getByText(/500 of about 1000 read · about 10 min left/)).toBeTruthy();
    expect(screen.getByText('4 rows could not be used and were set apart:')).toBeTruthy();
    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(rows).toEqual(expect.arrayContaining(['3 × RecordInvalid', '1 × survey that could not be read']));
  });

  it('is told when nobody’s app goes on with the earlier scores', async () => {
    await synced(minute);
    await history({ at: workspace.world.now() - 180 * minute });
    const { line, user } = await openTriage('admin');
    expect(line.textContent).toContain('earlier scores: nobody’s app is reading them');
    await user.click(line);
    expect(await screen.findByText(/^No admin’s app has worked on it for 3 hr/)).toBeTruthy();
    expect(screen.queryByText(/about 10 min left/)).toBeNull();
  });

  it('does not hold the sync up by watching it', async () => {
    await synced(minute);
    await history();
    const { app } = await openApp(workspace, 'admin', createTestHub()());
    const looks = looksOf(app);
    showTriage(app);
    await waitFor(() => expect(looks.length).toBeGreaterThan(1), { timeout: 10_000 });
    expect(looks).toEqual(['interactive', ...looks.slice(1).map(() => 'background')]);
  }, 15_000);

  it('reads why the last try did not work', async () => {
    await synced(20 * minute, { failure: { kind: 'rateLimited', at: workspace.world.now() } });
    const { line, user } = await openTriage('admin');
    expect(line.textContent).toContain('the last try did not work');
    await user.click(line);
    expect(
      await screen.findByText(/Zendesk is receiving too many requests.*It is repeated by itself/),
    ).toBeTruthy();
  });

  it('keeps the choice and says so when a wish could not be written', async () => {
    const { line, user } = await openTriage('admin');
    await user.click(line);
    await screen.findByRole('radio', { name: '30 days' });
    workspace.setFaults([{ method: 'PATCH', path: '/api/v2/custom_objects/**', kind: '403' }]);
    await user.click(screen.getByRole('button', { name: 'Read earlier scores' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('That was not done');
    workspace.setFaults([]);
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/An admin’s app begins/)).toBeTruthy();
  });
});
