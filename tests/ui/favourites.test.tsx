/** Favourites, and the triage page on a phone: what a thumb reaches. */
import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { collect } from '../../src/actions/collect.ts';
import { readCollectedKeys } from '../../src/actions/readCollected.ts';
import { readCollections } from '../../src/actions/readCollections.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { removeCollection, saveCollection } from '../../src/actions/saveCollection.ts';
import { solvedTicket } from '../actions/tickets.ts';
import type { PersonaKey } from '../emulator/control.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import { onPhone } from './phone.ts';
import { createReadyWorkspace, listedRows, openTriageOn } from './render.tsx';

// Whole pages in jsdom: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 60_000 });

let workspace: Workspace;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
});

const patient = { timeout: 15_000 };

async function feedback(csat: number): Promise<string> {
  const ticket = solvedTicket(workspace.world, { csat, comment: 'Four people!' });
  const admin = await createTestApp(workspace, 'admin');
  const { key } = await recordSighting(admin, await readTicketFeedback(admin, ticket));
  await whenIdle(workspace);
  return key;
}

async function collectionOf(persona: PersonaKey, keys: readonly string[], isShared = true) {
  const app = await createTestApp(workspace, persona);
  const made = await saveCollection(app, { name: 'Praise', ownerId: app.user.id, isShared });
  for (const key of keys) await collect(app, made.id, key);
  return made;
}

const button = (name: RegExp | string) => screen.getByRole('button', { name });
const openedPanel = () =>
  waitFor(() => {
    const panel = screen.getByRole('complementary');
    expect(panel.getAttribute('aria-busy')).toBeNull();
    return panel;
  }, patient);

async function expectNoFaults(place: Element = document.body): Promise<void> {
  // jsdom draws nothing: contrast is looked at in the browser.
  const options = { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } };
  const { violations } = await axe.run(place, options);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
}

describe('favourites', () => {
  it('are made, filled from the panel’s star, and found again', async () => {
    const key = await feedback(1);
    const { user, app } = await openTriageOn(workspace);
    await user.click((await listedRows())[0] as HTMLElement);
    await user.click(within(await openedPanel()).getByRole('button', { name: 'Star' }));
    const sheet = await screen.findByRole('dialog', { name: 'Favourites' });
    await user.click(await within(sheet).findByRole('button', { name: 'New collection' }));
    await user.paste('Lessons');
    await user.keyboard('{Enter}');
    const box = await within(sheet).findByRole('checkbox', { name: /Lessons/ });
    await waitFor(() => expect((box as HTMLInputElement).checked).toBe(true));
    await expectNoFaults(sheet);
    const [collection] = await readCollections(app);
    expect((await readCollectedKeys(app, collection?.id ?? '')).keys).toEqual([key]);
    await user.click(box);
    await waitFor(() => expect((box as HTMLInputElement).checked).toBe(false));
    expect((await readCollectedKeys(app, collection?.id ?? '')).keys).toEqual([]);
  });

  it('open by a link with praise in them, and each feedback opens in the panel', async () => {
    const { id } = await collectionOf('agent', [await feedback(5)]);
    const { user } = await openTriageOn(workspace, 'lead', { appRoute: `favourites/${id}` });
    expect(await screen.findByRole('heading', { name: 'Praise' }, patient)).toBeTruthy();
    const card = await screen.findByRole(
      'button',
      { name: /^5\/5.*Ines Prado.*Where is my parcel/ },
      patient,
    );
    await expectNoFaults();
    await user.click(card);
    expect(await within(await openedPanel()).findByRole('button', { name: 'Open a case' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Take out/ }));
    expect(await screen.findByText(/Nothing is in it yet/)).toBeTruthy();
  });

  it('say when a link leads to one that is gone or not shared', async () => {
    const gone = await collectionOf('agent', []);
    await removeCollection(await createTestApp(workspace, 'agent'), gone.id);
    const own = await collectionOf('agent', [], false);
    const { host } = await openTriageOn(workspace, 'lead', { appRoute: `favourites/${gone.id}` });
    expect(await screen.findByText(/was deleted/, {}, patient)).toBeTruthy();
    act(() => host.emit('app.route.changed', { appRoute: `favourites/${own.id}` }));
    expect(await screen.findByText(/is not shared/, {}, patient)).toBeTruthy();
  });
});

describe('on a phone', () => {
  beforeEach(onPhone);

  it('the bar at the foot holds what there is no room for above, and has no fault axe could find', async () => {
    await feedback(1);
    const { user } = await openTriageOn(workspace);
    await listedRows();
    const bar = await screen.findByRole('navigation', { name: 'This page' }, patient);
    expect(
      within(bar)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Saved', 'Favourites', 'New case', 'More']);
    expect(screen.getByRole('combobox', { name: 'Which cases' })).toBeTruthy();
    await screen.findByRole('button', { name: /^Favourites: .*Ines Prado/ }, patient);
    await expectNoFaults();
    await user.click(within(bar).getByRole('button', { name: 'More' }));
    const more = await screen.findByRole('dialog', { name: 'More' });
    await user.click(within(more).getByRole('button', { name: 'Scores' }));
    expect(await screen.findByRole('heading', { name: /Scores/ }, patient)).toBeTruthy();
  });

  it('a case is taken, closed and left with the thumb, and the browser’s own way back leads to the list', async () => {
    await feedback(1);
    const { user } = await openTriageOn(workspace);
    await user.click((await listedRows())[0] as HTMLElement);
    await openedPanel();
    const bar = screen.getByRole('navigation', { name: 'This case' });
    await user.click(within(bar).getByRole('button', { name: 'Take' }));
    await screen.findByText('You have it.');
    expect(within(bar).queryByRole('button', { name: 'Take' })).toBeNull();
    await user.click(within(bar).getByRole('button', { name: 'Close' }));
    expect(await screen.findByRole('group', { name: /How did it end|outcome/i }, patient)).toBeTruthy();
    act(() => window.history.back());
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
    await user.click((await listedRows())[0] as HTMLElement);
    await openedPanel();
    await user.click(button('Back'));
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
  });

  it('a feedback is set aside in two presses from the list', async () => {
    await feedback(1);
    const { user } = await openTriageOn(workspace);
    await user.click((await listedRows())[0] as HTMLElement);
    await user.click(within(await openedPanel()).getByRole('button', { name: /^Set aside/ }));
    expect(await screen.findByRole('radio', { name: 'answered by somebody else' }, patient)).toBeTruthy();
  });
});
