// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Fault } from '../../../control.ts';
import { drawScreens } from './drawScreens.tsx';
import { type ControlCall, fakeControl } from './fakeControl.ts';
import type { FakeDeskOptions } from './fakeDesk.ts';

const writes = (calls: ControlCall[]) => calls.filter(({ method }) => method !== 'GET');

async function openPanel(options: FakeDeskOptions = {}) {
  const drawn = drawScreens(options);
  await drawn.person.click(screen.getByRole('button', { name: 'Emulator panel' }));
  return { ...drawn, panel: within(screen.getByRole('region', { name: 'Emulator panel' })) };
}

test('plan, CSAT and an unknown are patched into the state, one member at a time', async () => {
  const calls = fakeControl();
  const { panel, person } = await openPanel();
  await person.selectOptions(panel.getByLabelText('Plan'), 'Suite Team');
  await person.selectOptions(panel.getByLabelText('CSAT'), 'Legacy, good or bad');
  await person.selectOptions(panel.getByLabelText('Status of a taken unique name'), '409');
  expect(writes(calls)).toEqual([
    { method: 'PATCH', path: 'state', body: { plan: 'suite_team' } },
    { method: 'PATCH', path: 'state', body: { csat: 'legacy' } },
    { method: 'PATCH', path: 'state', body: { unknowns: { duplicateStatus: 409 } } },
  ]);
});

test('+6 h moves the clock by six hours in milliseconds', async () => {
  const calls = fakeControl();
  const { panel, person } = await openPanel();
  await person.click(panel.getByRole('button', { name: '+6 h' }));
  expect(writes(calls)).toEqual([{ method: 'POST', path: 'clock', body: { advance: 21_600_000 } }]);
});

test('a new fault joins those already set, with its method and how often', async () => {
  const calls = fakeControl();
  const faults: Fault[] = [{ path: '/api/v2/search', kind: 'offline' }];
  const { panel, person } = await openPanel({ state: { faults } });
  const path = panel.getByLabelText('Path');
  await person.clear(path);
  await person.type(path, '/api/v2/custom_objects/**');
  await person.selectOptions(panel.getByLabelText('Method'), 'POST');
  await person.selectOptions(panel.getByLabelText('Fault'), '409 conflict');
  await person.type(panel.getByLabelText('Times'), '2');
  await person.click(panel.getByRole('button', { name: 'Add fault' }));
  const added = { method: 'POST', path: '/api/v2/custom_objects/**', kind: '409', times: 2 };
  expect(writes(calls)).toEqual([{ method: 'PUT', path: 'faults', body: [...faults, added] }]);
});

test('a fault with a path that cannot be one is refused in words and sent nowhere', async () => {
  const calls = fakeControl();
  const { panel, person } = await openPanel();
  await person.clear(panel.getByLabelText('Path'));
  await person.type(panel.getByLabelText('Path'), 'tickets');
  await person.click(panel.getByRole('button', { name: 'Add fault' }));
  expect(panel.getByRole('alert').textContent).toContain('A path starts with a slash');
  expect(writes(calls)).toEqual([]);
});

test('clearing one of two faults keeps the other', async () => {
  const calls = fakeControl();
  const faults: Fault[] = [
    { path: '/api/v2/search', kind: 'offline' },
    { path: '/api/v2/groups', kind: '403' },
  ];
  const { panel, person } = await openPanel({ state: { faults } });
  await person.click(panel.getByRole('button', { name: 'Clear the fault of /api/v2/search' }));
  expect(writes(calls)).toEqual([{ method: 'PUT', path: 'faults', body: [faults[1]] }]);
});

test('the world is reset only after the question is answered', async () => {
  const calls = fakeControl();
  const { panel, person } = await openPanel();
  await person.click(panel.getByRole('button', { name: 'Reset the world' }));
  expect(writes(calls)).toEqual([]);
  await person.click(panel.getByRole('button', { name: 'Yes, reset' }));
  expect(writes(calls)).toEqual([{ method: 'POST', path: 'reset', body: undefined }]);
});

test('what the emulator refuses is said in its own sentence', async () => {
  fakeControl(({ method }) =>
    method === 'PATCH' ? { status: 422, body: { error: 'No such plan.' } } : undefined,
  );
  const { panel, person } = await openPanel();
  await person.selectOptions(panel.getByLabelText('Plan'), 'Suite Team');
  expect(await panel.findByText('No such plan.')).toBeTruthy();
});

test('person, colours, language and width go to the desk, not to the world', async () => {
  const calls = fakeControl();
  const { desk, panel, person } = await openPanel();
  await person.selectOptions(panel.getByLabelText('Signed in as'), 'Ola Thomsen, Admin');
  await person.selectOptions(panel.getByLabelText('Colours'), 'Dark');
  await person.selectOptions(panel.getByLabelText('Language'), 'German (de)');
  await person.click(panel.getByRole('button', { name: '400' }));
  expect(desk.setPersona).toHaveBeenCalledExactlyOnceWith('admin');
  expect(desk.scheme()).toBe('dark');
  expect(desk.locale()).toBe('de');
  expect(desk.trayWidth()).toBe(400);
  expect(writes(calls)).toEqual([]);
});

test('the log shows the last exchange first, with who asked and what was answered', async () => {
  const exchange = { at: '2026-06-01T07:00:00Z', requestBody: null, role: 'agent', headers: {} };
  const log = [
    {
      ...exchange,
      method: 'GET',
      url: '/api/v2/groups',
      user: 'lead',
      status: 200,
      responseBody: { groups: [] },
    },
    {
      ...exchange,
      method: 'PUT',
      url: '/api/v2/tickets/101',
      user: 'agent',
      status: 409,
      responseBody: 'taken',
    },
  ];
  fakeControl(({ path }) => (path === 'log?limit=50' ? { body: log } : undefined));
  const { panel } = await openPanel();
  const lines = (await panel.findAllByText(/^\/api\/v2\//)).map((one) => one.closest('summary')?.textContent);
  expect(lines).toEqual(['409PUT/api/v2/tickets/101agent', '200GET/api/v2/groupslead']);
  expect(panel.getByText('Answered: taken')).toBeTruthy();
});

test('Escape closes the panel and gives the focus back to its button', async () => {
  fakeControl();
  const { person } = await openPanel();
  await person.keyboard('{Escape}');
  expect(screen.queryByRole('region', { name: 'Emulator panel' })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Emulator panel' }));
});

test('what rules and side conversations sent to other systems is listed, newest first', async () => {
  const call = {
    name: 'Alert',
    method: 'POST',
    url: 'https://hooks.example/a',
    ticketId: 7,
    body: '{"id":7}',
  };
  const message = { tool: 'slack', channelId: 'C7', ticketId: 8, subject: 'Help', body: 'Please look.' };
  fakeControl(({ path }) => {
    if (path === 'webhooks') return { body: [{ at: '2026-11-18T09:00:00.000Z', ...call }] };
    if (path === 'messages') return { body: [{ at: '2026-11-18T09:10:00.000Z', ...message }] };
  });
  const { panel } = await openPanel();
  await panel.findByText('Slack: C7');
  const lines = panel.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(lines).toEqual(['Slack: C7 #8Help\nPlease look.', 'Alert: POST https://hooks.example/a #7{"id":7}']);
});
