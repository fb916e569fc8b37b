/** The first section of set-up: what is in place, the one button, what somebody changed, and the way out. */
import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { offerOnSolved } from '../../src/actions/offerOnSolved.ts';
import { parseConfiguration } from '../../src/care/configuration.ts';
import { loadMoreWords } from '../../src/i18n.ts';
import { SetUp } from '../../src/ui/setup/SetUp.tsx';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { offerRule } from '../emulator/world/automations.ts';
import { createTestApp, createTestHub } from '../testApp.ts';
import { apps, createReadyWorkspace, openApp, show } from './render.tsx';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
});

async function open(isFirst = false) {
  const opened = await openApp(workspace, 'admin', createTestHub()());
  await loadMoreWords();
  const shown = show(opened.app, <SetUp isFirst={isFirst} onStart={() => {}} onEnd={() => {}} />);
  return { ...opened, ...shown };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const found = (name: string | RegExp) => screen.findByRole('button', { name });
const list = () => screen.getByRole('region', { name: 'In this account' });
const stored = () => {
  const [installation] = workspace.world.installations.values();
  return parseConfiguration(installation?.settings.configuration);
};
const views = () =>
  [...workspace.world.views.values()].filter(({ title }) => title.startsWith('Feedback Loop'));
const writes = () => workspace.exchanges().filter(({ method }) => method !== 'GET').length;

describe('the checklist', () => {
  it('is filled in when the page opens, folds what is in place and offers no press', async () => {
    const { user, container } = await open();
    expect(await screen.findByText('Everything is in place.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Create what is missing|Set up Feedback Loop/ })).toBeNull();
    const storage = within(list()).getByRole('button', { name: /Storage: 3 of 3 in place/ });
    expect(storage.getAttribute('aria-expanded')).toBe('false');
    await user.click(storage);
    expect(within(list()).getByText(/Feedback Loop event/)).toBeTruthy();
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });

  it('creates what is missing in one press, says what it made, and offers no second one', async () => {
    for (const { id } of views()) workspace.world.views.remove(id);
    const [installation] = workspace.world.installations.values();
    if (!installation) throw new Error('the app is not installed');
    const settings = { configuration: JSON.stringify({ ...stored(), made: [] }) };
    workspace.world.installations.put({ ...installation, settings });
    const { user } = await open();
    const create = await found('Create what is missing (2)');
    expect(screen.getByText('2 things are missing or out of date.')).toBeTruthy();
    await user.click(create);
    await user.click(await found(/^Created: 2/));
    expect(views()).toHaveLength(2);
    expect(screen.queryByRole('button', { name: /Create what is missing/ })).toBeNull();
    expect(document.activeElement?.tagName).not.toBe('BODY');
  });

  it('says that a set-up was begun and not finished, and goes on from there', async () => {
    workspace = createWorkspace({ apps });
    workspace.setFaults([{ method: 'POST', path: '/api/v2/custom_objects/fl_feedback/fields', kind: '403' }]);
    const { user } = await open(true);
    await user.click(await found('Set up Feedback Loop'));
    await screen.findByText(/Set-up stopped/);
    workspace.setFaults([]);
    expect(within(list()).getByRole('region', { name: 'Storage' }).textContent).toMatch(/Feedback/);
    await user.click(button('Try again'));
    expect(await screen.findByText('This account is ready', { selector: 'h1' })).toBeTruthy();
    expect(await screen.findByText('Everything is in place.')).toBeTruthy();
  });

  it('shows before the first press what will be created, in words and by name', async () => {
    workspace = createWorkspace({ apps });
    await open(true);
    expect(screen.getByText('Four ticket fields')).toBeTruthy();
    expect(screen.getByText('Triggers, automations and views')).toBeTruthy();
    expect(await within(list()).findByText(/Will be created: .*Feedback Loop: open cases/)).toBeTruthy();
    expect(writes()).toBe(0);
  });

  it('keeps the last list with its time when looking again fails, and can be asked again', async () => {
    const { user } = await open();
    await screen.findByText('Everything is in place.');
    workspace.setFaults([{ path: '/api/v2/**', kind: '503' }]);
    await user.click(button('Look again'));
    expect((await screen.findByRole('alert')).textContent).toContain('this is from the last time');
    expect(within(list()).getByText(/Storage: 3 of 3 in place/)).toBeTruthy();
    workspace.setFaults([]);
    await user.click(button('Look again'));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Looked again: nothing to do'));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('what somebody changed', () => {
  const edit = () => {
    const [view] = views();
    if (!view) throw new Error('set-up made no view');
    workspace.world.views.put({ ...view, title: `${view.title} (ours)` });
    return view.id;
  };

  it('is repaired on request', async () => {
    const id = edit();
    const { user } = await open();
    await user.click(await found(/^Repair: /));
    expect(await found(/^Repaired: one/)).toBeTruthy();
    expect(workspace.world.views.get(id)?.title).not.toContain('(ours)');
    expect(screen.queryByRole('button', { name: /^Repair: / })).toBeNull();
  });

  it('is left alone on request, and repaired after all', async () => {
    const id = edit();
    const { user } = await open();
    await user.click(await found(/^Leave as it is: /));
    await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^Left as it is: /));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'In this account' }));
    expect(workspace.world.views.get(id)?.title).toContain('(ours)');
    await user.click(button(/^Repair after all: /));
    await waitFor(() => expect(workspace.world.views.get(id)?.title).not.toContain('(ours)'));
  });

  it('is switched on again in its own section where it is the survey’s trigger', async () => {
    const admin = await createTestApp(workspace, 'admin');
    await offerOnSolved(admin, { subject: '', body: '' }, []);
    const [made] = stored().made.filter(({ key }) => key === 'survey:on_solved');
    const trigger = workspace.world.triggers.get(Number(made?.id));
    if (!trigger) throw new Error('no trigger was made');
    workspace.world.triggers.put({ ...trigger, active: false });
    const { user } = await open();
    expect(await within(list()).findByText(/Feedback Loop: survey on Solved/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Repair: / })).toBeNull();
    await user.click(button('Survey'));
    expect(await screen.findByText('This app’s trigger, switched off by somebody.')).toBeTruthy();
    await user.click(button('Ask on Solved'));
    await waitFor(() => expect(workspace.world.triggers.get(trigger.id)?.active).toBe(true));
  });
});

describe('what was created', () => {
  const unfold = async () => {
    const shown = await open();
    await shown.user.click(await found(/^What was created/));
    await found(/^4 ticket fields/);
    return shown;
  };

  it('is listed only when asked for, and can be taken along as a table', async () => {
    const copied = vi.fn(async (_text: string) => {});
    const { user } = await unfold();
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: copied } });
    await user.click(button('Copy the list'));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('List copied'));
    expect(copied.mock.calls[0]?.[0]).toMatch(/^Kind\tName\tNumber in Zendesk\tName in this app\n/);
    expect(copied.mock.calls[0]?.[0]).toContain('Custom object\tFeedback Loop event\tfl_event\tfl_event');
  });

  it('goes without its data: rules and views are removed after a second press, the rest stays', async () => {
    const { user } = await unfold();
    await user.click(button('Remove rules and views'));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Remove rules and views' }));
    expect(views()).toHaveLength(2);
    await user.click(button('Remove them'));
    expect(await found(/^Removed: 2/)).toBeTruthy();
    expect(views()).toEqual([]);
    expect(workspace.world.customObjects.get('fl_event')).toBeTruthy();
    expect(await found('Create what is missing (2)')).toBeTruthy();
  });

  it('puts the survey’s old rule back before the rules go', async () => {
    const admin = await createTestApp(workspace, 'admin');
    const stock = { kind: 'automation', id: String(offerRule.id) } as const;
    await offerOnSolved(admin, { subject: '', body: '' }, [stock]);
    const { user } = await unfold();
    await user.click(button('Remove rules and views'));
    await user.click(button('Remove them'));
    await found(/^Removed: 3/);
    expect(workspace.world.automations.get(offerRule.id)?.active).toBe(true);
    expect(stored()).toMatchObject({ made: [], surveyReplaced: [] });
  });

  it('loses its data only after the word was typed', async () => {
    const { user, app } = await unfold();
    await user.click(button('Remove everything, data too'));
    const sure = button('Remove everything for good') as HTMLButtonElement;
    expect(sure.disabled).toBe(true);
    await user.type(screen.getByLabelText('Type REMOVE to go on'), 'remov');
    expect(sure.disabled).toBe(true);
    await user.type(screen.getByLabelText('Type REMOVE to go on'), 'e');
    await user.click(sure);
    expect(await found(/^Removed: 10/)).toBeTruthy();
    expect(workspace.world.customObjects.get('fl_event')).toBeUndefined();
    expect(app.configuration.casesSince).toBeNull();
  });

  it('says thing by thing what could not be removed, and why', async () => {
    const { user } = await unfold();
    workspace.setFaults([{ method: 'DELETE', path: '/api/v2/ticket_fields/**', kind: '403' }]);
    await user.click(button('Remove ticket fields'));
    await user.click(button('Remove the fields and their values'));
    expect(await screen.findByText(/^Still there: .*Feedback status.*Your role may not/)).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('Removed: 0, still there: 4');
  });
});
