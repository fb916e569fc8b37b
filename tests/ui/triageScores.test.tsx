/** The scores screen over what a real backfill counted. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { backfill, newBackfill } from '../../src/actions/backfill.ts';
import { readCoverage } from '../../src/actions/readCoverage.ts';
import type { App } from '../../src/app.ts';
import { figuresOf } from '../../src/care/coverage.ts';
import { writeDoc } from '../../src/zendesk/docs.ts';
import type { PersonaKey } from '../emulator/control.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { createTestApp, createTestHub } from '../testApp.ts';
import { createReadyWorkspace, openApp, showTriage } from './render.tsx';

const day = 86_400_000;
let workspace: Workspace;
let admin: App;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
  admin = await createTestApp(workspace, 'admin');
});

async function count(): Promise<void> {
  const to = workspace.world.now();
  let ticks = 0;
  const control = { isStopped: () => false, clock: () => (ticks += 1) };
  await backfill(admin, newBackfill(admin, { id: 'w1', from: to - 60 * day, to }), control);
}

async function openScores(persona: PersonaKey = 'lead', change: (app: App) => void = () => {}) {
  const opened = await openApp(workspace, persona, createTestHub()());
  change(opened.app);
  const shown = showTriage(opened.app);
  await shown.user.click(await screen.findByRole('button', { name: 'Scores' }));
  await screen.findByRole('heading', { name: 'Scores' });
  return { ...opened, ...shown };
}

const november = async () => within(await screen.findByRole('table', { name: 'November 2026' }));
const rowOf = async (name: string) => {
  const table = await november();
  return table.getByRole('rowheader', { name }).closest('tr') as HTMLElement;
};

describe('the scores of a month', () => {
  beforeEach(count);

  it('stand beside how many were sent, answered, are open, set aside and credited to nobody', async () => {
    await openScores();
    const { months } = await readCoverage(admin, ['2026-11']);
    const total = months[0]?.total;
    if (!total) throw new Error('nothing was counted');
    const figures = figuresOf(total, admin.configuration, false);
    const text = (await rowOf('All groups')).textContent;
    expect(figures.satisfied.n).toBeGreaterThan(10);
    expect(text).toContain(`(${figures.satisfied.k} of ${figures.satisfied.n})`);
    expect(text).toContain(`(${figures.answered} of ${figures.offered - figures.open})`);
    expect(text).toContain(`${figures.open} are still open and not counted`);
    expect(text).toMatch(/95% interval \d+% to \d+%/);
    expect(text).toContain(`${figures.effort.n} answers`);
    expect(text).toContain('0 set aside');
    expect(text).toMatch(/credited to nobody/);
    expect(text).toMatch(/not proved/);
  });

  it('are there for every group by its name', async () => {
    await openScores();
    expect((await rowOf('Technical')).textContent).toMatch(/\(\d+ of \d+\)/);
    expect((await rowOf('Billing')).textContent).toMatch(/\(\d+ of \d+\)/);
  });

  it('can be had with the ratings that look like a mail scanner’s', async () => {
    const { user } = await openScores();
    const before = (await rowOf('All groups')).textContent;
    await user.click(screen.getByLabelText('Count ratings that look like a mail scanner’s'));
    const after = (await rowOf('All groups')).textContent;
    const n = (text: string | null) => Number(/\(\d+ of (\d+)\)/.exec(text ?? '')?.[1]);
    expect(n(after)).toBeGreaterThan(n(before));
  });

  it('are good and bad only in an account that asks so', async () => {
    await openScores('lead', (app) => Object.assign(app.configuration, { survey: 'legacy' }));
    const table = await november();
    expect(table.getByRole('columnheader', { name: 'Good' })).toBeTruthy();
    expect(table.queryByRole('columnheader', { name: /CSAT/ })).toBeNull();
  });

  it('say as of when and by whom, and what each figure means', async () => {
    await openScores();
    await november();
    expect(screen.getAllByText(/^As of 9:12 AM, counted by .*Noor Haddad/).length).toBeGreaterThan(0);
    expect(screen.getByText(/in universal time/)).toBeTruthy();
  });

  it('go without names where groups cannot be read, and say so', async () => {
    workspace.setFaults([{ path: '/api/v2/groups', kind: '403' }]);
    await openScores();
    expect(await screen.findByText(/Groups are shown without their names/)).toBeTruthy();
    const table = await november();
    expect(table.getAllByRole('rowheader', { name: /^Group \d+/ }).length).toBeGreaterThan(1);
  });

  it('leave a month out that cannot be read, and count it', async () => {
    await writeDoc(admin.zendesk.http, 'coverage', '2026-10', { at: 'yesterday' });
    await openScores();
    expect(await screen.findByText('One month could not be read and is left out.')).toBeTruthy();
    expect(screen.queryByText('October 2026')).toBeNull();
  });

  it('stay on the screen when they cannot be read anew', async () => {
    const { user } = await openScores();
    await november();
    workspace.setFaults([{ path: '/api/v2/custom_objects/**', kind: '503' }]);
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The scores could not be read');
    expect(screen.getByRole('table', { name: 'November 2026' })).toBeTruthy();
  });
});

it('says why there is nothing yet, to each role in its own words', async () => {
  await openScores('lead');
  expect(await screen.findByText('No scores have been counted yet.')).toBeTruthy();
  expect(screen.getByText(/when an admin has Zendesk open/)).toBeTruthy();
});

it('says so where the records are refused, and tries again when asked to', async () => {
  await count();
  workspace.setFaults([{ path: '/api/v2/custom_objects/fl_doc/**', kind: '403' }]);
  const { user } = await openScores();
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Your role may not see or change this');
  workspace.setFaults([]);
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));
  expect(await november()).toBeTruthy();
});

it('leads back to the cases, with the focus on their title', async () => {
  const { user } = await openScores();
  expect(document.activeElement?.textContent).toBe('Scores');
  await user.click(screen.getByRole('button', { name: 'Cases' }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Feedback Loop'));
});
