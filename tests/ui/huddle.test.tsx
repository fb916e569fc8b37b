/** The huddle's page: two cards, one commitment, and the room. */
import { screen, waitFor, within } from '@testing-library/react';
import axeCore from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readHuddle } from '../../src/actions/readHuddle.ts';
import { noteCommitment, passItem } from '../../src/actions/saveHuddle.ts';
import { HuddleScreen } from '../../src/ui/huddle/HuddleScreen.tsx';
import { day, said } from '../actions/huddleWorld.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { createTestApp, createTestHub } from '../testApp.ts';
import { createReadyWorkspace, openApp, show } from './render.tsx';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
});

const card = (name: string) => screen.findByRole('article', { name });
const good = 'What went well';
const constructive = 'What we can learn from';

async function morning() {
  await said(workspace, { csat: 5, comment: 'Quick and kind.', bucket: 'agent' });
  await said(workspace, {
    csat: 1,
    comment: 'Four people asked me the same.',
    bucket: 'process',
    topic: 'transfers',
  });
  await said(workspace, { csat: 2, comment: 'It broke twice.', bucket: 'root_cause' });
  workspace.world.advance(day);
}

async function open(hub = createTestHub()()) {
  const opened = await openApp(workspace, 'admin', hub);
  return { ...opened, ...show(opened.app, <HuddleScreen onPage={() => {}} />) };
}

describe('the huddle’s page', () => {
  it('shows one of each with why, and nothing axe complains of', async () => {
    await morning();
    const { user, container } = await open();
    expect((await card(good)).textContent).toContain('Quick and kind.');
    expect((await card(good)).textContent).toContain('Thanks to');
    const other = within(await card(constructive));
    expect(other.getByText('1 of 5 · Process, ⁨transfers⁩')).toBeTruthy();
    expect(other.getByText('Yesterday')).toBeTruthy();
    await user.click(other.getByRole('button', { name: 'Why this one?' }));
    expect(other.getByText('Of this kind that day: 2.')).toBeTruthy();
    const { violations } = await axeCore.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });

  it('says that the teams could not be read, and has them after another try', async () => {
    workspace.setFaults([{ path: '/api/v2/groups', kind: '503' }]);
    const { user } = await open();
    await screen.findByText('The teams could not be read.');
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Everybody']);
    workspace.setFaults([]);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.getAllByRole('option').length).toBeGreaterThan(1));
    expect(screen.queryByText('The teams could not be read.')).toBeNull();
  });

  it('says so where nothing was said', async () => {
    await open();
    expect((await card(good)).textContent).toContain(
      'Nothing good that may be shown was said in the last 14 days.',
    );
    expect(screen.queryByRole('button', { name: 'Replace' })).toBeNull();
  });

  it('says which day it is of where yesterday had nothing', async () => {
    await morning();
    workspace.world.advance(2 * day);
    await open();
    expect((await card(constructive)).textContent).toContain('nothing of this kind was said since');
  });

  it('replaces, and leaves out until somebody wants one after all', async () => {
    await morning();
    const { user } = await open();
    await user.click(within(await card(constructive)).getByRole('button', { name: 'Replace' }));
    expect(await screen.findByText('It broke twice.')).toBeTruthy();
    await user.click(within(await card(good)).getByRole('button', { name: 'Leave out' }));
    expect((await screen.findAllByText('Left out today.'))[0]).toBeTruthy();
    await waitFor(async () =>
      expect(within(await card(good)).getByRole('button', { name: 'Show an item after all' })).toBeTruthy(),
    );
  });

  it('tells that a colleague was first', async () => {
    await morning();
    const { user, app } = await open();
    await card(constructive);
    const colleague = await createTestApp(workspace, 'admin');
    await passItem(colleague, await readHuddle(colleague, 'all'), 'constructive', 'replace');
    await user.click(within(await card(constructive)).getByRole('button', { name: 'Replace' }));
    expect(await screen.findByText(/A colleague changed it first/)).toBeTruthy();
    expect((await card(constructive)).textContent).toContain('It broke twice.');
    expect(app.user.isAdmin).toBe(true);
  });

  it('is for the room without anything to press but the way back', async () => {
    await morning();
    const { user } = await open();
    await card(good);
    const opener = screen.getByRole('button', { name: 'Show to the room' });
    await user.click(opener);
    const room = screen.getByRole('dialog', { name: 'Huddle' });
    expect(within(room).getAllByRole('article')).toHaveLength(2);
    expect(within(room).getAllByRole('button')).toHaveLength(1);
    expect(document.activeElement).toBe(within(room).getByRole('button', { name: 'Leave (Escape)' }));
    await user.keyboard('{Tab}');
    expect(document.activeElement).toBe(within(room).getByRole('button'));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(opener);
  });
});

describe('the commitment', () => {
  it('opens the next morning, and can be called done', async () => {
    await morning();
    const first = await open();
    await first.user.type(await screen.findByRole('textbox', { name: 'Today’s commitment' }), 'Call back');
    await first.user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Commitment saved')).toBeTruthy();
    first.unmount();
    workspace.world.advance(day);
    const { user } = await open();
    const before = within(await screen.findByRole('region', { name: 'The last commitment' }));
    expect(before.getByText('Yesterday we said: ⁨Call back⁩')).toBeTruthy();
    await user.click(before.getByRole('button', { name: 'Done' }));
    await waitFor(() =>
      expect(before.getByRole('button', { name: 'Done' }).getAttribute('aria-pressed')).toBe('true'),
    );
  });

  it('half typed is there again after a reload', async () => {
    await morning();
    const hub = createTestHub();
    const first = await open(hub());
    await first.user.type(await screen.findByRole('textbox', { name: 'Today’s commitment' }), 'Call ba');
    await first.user.tab();
    first.unmount();
    await open(hub());
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Today’s commitment' }).value).toBe(
        'Call ba',
      ),
    );
  });

  it('of a colleague is shown, with one’s own kept, before it is written over', async () => {
    await morning();
    const { user } = await open();
    const field = await screen.findByRole('textbox', { name: 'Today’s commitment' });
    const colleague = await createTestApp(workspace, 'admin');
    await noteCommitment(colleague, await readHuddle(colleague, 'all'), 'Theirs');
    await user.type(field, 'Mine');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/A colleague wrote meanwhile: ⁨Theirs⁩/)).toBeTruthy();
    expect((field as HTMLInputElement).value).toBe('Mine');
  });

  it('that could not be saved stays where it was typed', async () => {
    await morning();
    const { user, app } = await open();
    const field = await screen.findByRole('textbox', { name: 'Today’s commitment' });
    await user.type(field, 'Mine');
    vi.spyOn(app.zendesk.http, 'send').mockRejectedValue(new Error('gone'));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('That was not saved')).toBeTruthy();
    expect((field as HTMLInputElement).value).toBe('Mine');
  });
});
