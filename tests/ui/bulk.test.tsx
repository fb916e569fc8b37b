/** Several cases at once: ticks, what is done to them, what became of each, and the way back. */
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { setUp } from '../../src/actions/setUp.ts';
import { takeCase } from '../../src/actions/takeCase.ts';
import { createHttp } from '../../src/zendesk/http.ts';
import { rowsIn } from '../actions/bulkWorld.ts';
import { listedIn } from '../actions/syncWorld.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { makeRecords } from '../emulator/world/madeRecords.ts';
import { personas } from '../emulator/world/people.ts';
import { createTestApp } from '../testApp.ts';
import { apps, listedRows, openApp, showTriage } from './render.tsx';

let workspace: Workspace;
beforeEach(async () => {
  workspace = createWorkspace({ apps, scale: 1200, hasStory: false });
  await setUp(await createTestApp(workspace, 'admin', { timeoutMs: 5_000 }), () => {});
  makeRecords(workspace.world, 120);
});

/** The triage page of a lead, with time enough for jobs of a hundred. */
async function openQueue() {
  const opened = await openApp(workspace, 'lead');
  const clock = { now: () => workspace.world.now(), correct: () => {} };
  opened.app.zendesk.http = createHttp(opened.app.zendesk.client, {
    clock,
    timeoutMs: 5_000,
    wait: async () => {},
  });
  const shown = showTriage(opened.app);
  const rows = await listedRows();
  return { ...opened, ...shown, rows };
}

const box = (row: HTMLElement | undefined) => within(row as HTMLElement).getByRole('checkbox');
const bar = () => screen.findByRole('region', { name: 'Several cases at once' });
const press = async (name: string | RegExp) =>
  userEvent.click(await within(await bar()).findByRole('button', { name }));
const says = (text: string | RegExp) =>
  waitFor(async () => expect((await bar()).textContent).toMatch(text), { timeout: 8_000 });

async function expectNoFault() {
  const options = { rules: { 'color-contrast': { enabled: false } } };
  const { violations } = await axe.run(document.body, options);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

describe('ticks', () => {
  it('bring the bar with the first one, count what is ticked and shown, and go with Escape', async () => {
    const { user, rows } = await openQueue();
    expect(screen.queryByRole('region', { name: 'Several cases at once' })).toBeNull();
    await user.click(box(rows[1]));
    await says('One case ticked, of 90 shown. More are not read yet.');
    expect(screen.queryByRole('complementary')).toBeNull();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Several cases at once' })).toBeNull());
    expect(box(rows[1])).toHaveProperty('checked', false);
  });

  it('take all between two presses with Shift, and all shown', async () => {
    const { user, rows } = await openQueue();
    await user.click(box(rows[1]));
    await user.keyboard('{Shift>}');
    await user.click(box(rows[5]));
    await user.keyboard('{/Shift}');
    await says('5 cases ticked, of 90 shown.');
    expect([0, 1, 3, 5, 6].map((index) => (box(rows[index]) as HTMLInputElement).checked)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    await press('Tick all 90 shown');
    await says('90 cases ticked, of 90 shown. More are not read yet.');
    await user.click(screen.getByRole('checkbox', { name: 'Tick all shown' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Several cases at once' })).toBeNull());
  });

  it('come by the key x on the highlighted row, also while a box has the focus', async () => {
    const { user } = await openQueue();
    await user.keyboard('jxjx');
    await says('2 cases ticked');
    const first = (await listedRows())[0];
    await user.click(box(first));
    await says('One case ticked');
    await user.keyboard('jx');
    await says('2 cases ticked');
  });

  it('end with the view they were set in', async () => {
    const { user, rows } = await openQueue();
    await user.click(box(rows[0]));
    await bar();
    await user.click(screen.getByRole('button', { name: /^Mine/ }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Several cases at once' })).toBeNull());
  });
});

describe('work on all that is ticked', () => {
  it('takes them, shows it in the list, says the result, and gives them back', async () => {
    const { user, rows } = await openQueue();
    await user.click(box(rows[0]));
    await press('Tick all 90 shown');
    const owners = () =>
      [...listedIn(workspace.world).values()].filter(
        ({ case: one }) => one?.ownerId === String(personas.lead),
      );
    await press('Take');
    await says(/\d+ cases are yours now\./);
    const taken = owners().length;
    expect(taken).toBeGreaterThan(40);
    await expectNoFault();
    await press('Undo');
    await says(/\d+ cases are as they were\./);
    expect(owners().length).toBe(0);
    expect(within(await bar()).queryByRole('button', { name: 'Undo' })).toBeNull();
    await press('Hide');
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('row'));
  });

  it('says of each row that was left alone who was first, and when', async () => {
    const { user, rows } = await openQueue();
    const agent = await createTestApp(workspace, 'agent', { timeoutMs: 5_000 });
    const free = (await rowsIn(agent)).slice(0, 10).find(({ feedback }) => !feedback.case?.ownerId);
    if (!free) throw new Error('no free case');
    await act(async () => {
      await takeCase(agent, free.feedback, free, 'a');
    });
    await user.click(box(rows[0]));
    await press('Tick all 90 shown');
    await press('Take');
    await says(/Mia Keller changed who has it at/);
  });

  it('closes with an outcome and a note, says before that there is no way back, and offers none', async () => {
    const { user, rows } = await openQueue();
    await user.click(box(rows[0]));
    await user.click(box(rows[1]));
    await press('Close');
    await says('This cannot be undone: a case opened again counts as reopened.');
    expect(document.activeElement?.getAttribute('type')).toBe('radio');
    await expectNoFault();
    await press('Close 2 cases');
    await user.click(within(await bar()).getByRole('radio', { name: 'Recovered' }));
    await press('Close 2 cases');
    await says('This account wants a note.');
    await user.type(within(await bar()).getByRole('textbox'), 'Called both.');
    await press('Close 2 cases');
    await says('2 cases closed.');
    expect(within(await bar()).queryByRole('button', { name: 'Undo' })).toBeNull();
    const closed = [...listedIn(workspace.world).values()].filter(
      ({ case: one }) => one?.status === 'closed',
    );
    expect(closed.map(({ case: one }) => [one?.outcome, one?.note])).toEqual([
      ['recovered', 'Called both.'],
      ['recovered', 'Called both.'],
    ]);
  });

  it('tries again only what failed', async () => {
    const { user, rows } = await openQueue();
    await user.click(box(rows[0]));
    await user.click(box(rows[1]));
    workspace.setFaults([{ path: '/api/v2/custom_objects/fl_event/jobs', kind: '403' }]);
    await press('Root cause');
    await says('2 were not written.');
    await says('Your role may not see or change this.');
    workspace.setFaults([]);
    await press('Try those 2 again');
    await says('2 cases are Root cause now.');
  });

  it('hands them to a colleague found by name', async () => {
    const { user, rows } = await openQueue();
    await user.click(box(rows[0]));
    await press('Hand to a colleague');
    await press('Hand one case over');
    await says('Choose a colleague first.');
    await user.type(within(await bar()).getByRole('textbox', { name: 'Colleague’s name' }), 'Tom');
    await press(/Tomáš/);
    await expectNoFault();
    await press('Hand one case over');
    await says(/One case is with Tomáš Novák now\./);
  });

  it('opens no case beside the list when a box is pressed', async () => {
    const { user, rows } = await openQueue();
    await user.click(box(rows[2]));
    await bar();
    expect(screen.queryByRole('button', { name: 'Open ticket' })).toBeNull();
  });
});
