import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keepTeamSheets } from '../../src/actions/keepTeamSheets.ts';
import { protectSheets } from '../../src/actions/protectSheets.ts';
import { readSheetItems } from '../../src/actions/readSheetItems.ts';
import { addSheetItem, changeSheetItem } from '../../src/actions/writeSheetItem.ts';
import type { App } from '../../src/app.ts';
import { noSums } from '../../src/care/coaching/sums.ts';
import { CoachingScreen } from '../../src/ui/coaching/CoachingScreen.tsx';
import {
  agent,
  appOf as bareAppOf,
  billing,
  grantStaff,
  lead,
  openCoaching,
  rated,
} from '../actions/coachingWorld.ts';
import type { PersonaKey } from '../emulator/control.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { agentIds } from '../emulator/world/people.ts';
import { createTestHub } from '../testApp.ts';
import { callsSince, openApp, show } from './render.tsx';

const kwame = String(agentIds.kwame);
const ines = String(agentIds.ines);
const leading = { leads: [{ groupId: billing, userIds: [lead] }] };
const typedIn = (field: HTMLElement) => (field as HTMLTextAreaElement).value;
let workspace: Workspace;
let admin: App;

beforeAll(() => import('../../src/ui/coaching/AgentSheet.tsx'), 120_000);
beforeEach(async () => {
  workspace = await openCoaching();
  admin = await bareAppOf(workspace, 'admin');
});

async function open(
  persona: PersonaKey,
  change: Partial<App['configuration']> = {},
  hub = createTestHub()(),
) {
  const { app } = await openApp(workspace, persona, hub);
  const own = { ...app, configuration: { ...app.configuration, ...change } };
  const before = workspace.exchanges().length;
  return { app: own, before, hub, ...show(own, <CoachingScreen onPage={() => {}} />) };
}

describe('an agent opens coaching', () => {
  it('sees the own sheet, praise first, with the customer’s words and every figure’s n', async () => {
    await rated(admin, workspace, { agentId: agent, csat: 5, ces: 5, comment: 'So kind' });
    await rated(admin, workspace, { agentId: agent, csat: 1, bucket: 'agent', topic: 'tone' });
    await rated(admin, workspace, { agentId: agent, csat: 2, bucket: 'agent', topic: 'tone' });
    await open('agent');
    expect(await screen.findByRole('heading', { name: 'My own sheet' })).toBeTruthy();
    expect(await screen.findByText('So kind')).toBeTruthy();
    const titles = screen.getAllByRole('heading').map(({ textContent }) => textContent?.replace(/^\W+/, ''));
    expect(titles.indexOf('Praise')).toBeLessThan(titles.findIndex((text) => text?.startsWith('Figures')));
    expect(screen.getByText('33% (1 of 3)')).toBeTruthy();
    expect(screen.getByRole('button', { name: /tone.*: 2$/ })).toBeTruthy();
    expect(screen.getByText(/No comparison with the team/)).toBeTruthy();
  });

  it('asks for nobody else’s feedback: five calls, and no list of agents', async () => {
    await rated(admin, workspace, { agentId: agent, csat: 5 });
    await rated(admin, workspace, { agentId: kwame, csat: 1 });
    const { before } = await open('agent');
    await screen.findByText('Nothing is agreed yet.');
    await waitFor(() => expect(callsSince(workspace, before)).toHaveLength(5));
    expect(JSON.stringify(workspace.exchanges().slice(before))).not.toContain(kwame);
    expect(screen.queryByRole('button', { name: /Kwame/ })).toBeNull();
  });

  it('compares with a team of enough people, from the sums a lead left', async () => {
    await rated(admin, workspace, { agentId: agent, csat: 1 });
    const period = { from: workspace.world.now() - 30 * 86_400_000, to: workspace.world.now() };
    const sums = { ...noSums, n: 41, rated: 41, good: 40 };
    await keepTeamSheets(admin, '90', period, { [billing]: { sums, agents: 5 } });
    await open('agent');
    expect(await screen.findByText('Colleagues: 100% (40 of 40)')).toBeTruthy();
    expect(screen.getByText(/Compared with 40 feedbacks of colleagues/)).toBeTruthy();
  });

  it('is told where the team’s sums could not be read, instead of that there are none', async () => {
    await rated(admin, workspace, { agentId: agent, csat: 1 });
    const period = { from: workspace.world.now() - 30 * 86_400_000, to: workspace.world.now() };
    const sums = { ...noSums, n: 41, rated: 41, good: 40 };
    await keepTeamSheets(admin, '90', period, { [billing]: { sums, agents: 5 } });
    workspace.setFaults([{ method: 'GET', path: '/api/v2/custom_objects/fl_doc/records', kind: '503' }]);
    const { user } = await open('agent');
    const title = await screen.findByText('The comparison with the team could not be read');
    expect(screen.queryByText(/No comparison with the team/)).toBeNull();
    workspace.setFaults([]);
    const note = title.closest('[data-garden-id="notifications.alert"]');
    await user.click(within(note as HTMLElement).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Colleagues: 100% (40 of 40)')).toBeTruthy();
  });

  it('is told where nothing is credited to them', async () => {
    await open('agent');
    expect(await screen.findByText('No feedback credited to you in this period.')).toBeTruthy();
  });

  it('is told what is missing where Zendesk does not answer, and reads again', async () => {
    workspace.setFaults([{ path: '/api/v2/custom_objects/fl_feedback/records/search', kind: '503' }]);
    const { user } = await open('agent');
    expect(await screen.findByText('The sheet could not be read')).toBeTruthy();
    workspace.setFaults([]);
    const [again] = screen.getAllByRole('button', { name: 'Try again' });
    if (again) await user.click(again);
    expect(await screen.findByText('No feedback credited to you in this period.')).toBeTruthy();
  });
});

it('where a works council hides agents’ figures, nobody sees a sheet and nothing is read', async () => {
  for (const persona of ['agent', 'lead', 'admin'] as const) {
    const { before, unmount } = await open(persona, { hidesAgents: true, ...leading });
    expect(screen.getByText(/Figures of single agents are switched off/)).toBeTruthy();
    expect(callsSince(workspace, before)).toEqual([]);
    unmount();
  }
});

describe('a lead opens coaching', () => {
  it('lists the agents of the groups they lead by name, and opens the sheet of one', async () => {
    await rated(admin, workspace, { agentId: kwame, csat: 1, comment: 'Rude' });
    await rated(admin, workspace, { agentId: agent, csat: 5 });
    await rated(admin, workspace, { agentId: ines, csat: 5, groupId: '360000100002' });
    const { user } = await open('lead', leading);
    const row = await screen.findByRole('button', { name: /Kwame Mensah/ });
    const names = screen.getAllByRole('listitem').map((item) => within(item).getByRole('button').textContent);
    expect(names.map((name) => name?.replace(/[\u2068\u2069]/g, ''))).toEqual(['Kwame Mensah', 'Mia Keller']);
    expect(screen.queryByText('Order')).toBeNull();
    await user.click(row);
    const title = await screen.findByRole('heading', { name: /Sheet of .*Kwame Mensah/ });
    expect(document.activeElement).toBe(title);
    expect(await screen.findByText('0% (0 of 1)')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Back to the agents' }));
    expect(document.activeElement).toBe(await screen.findByRole('button', { name: /Kwame Mensah/ }));
  });

  it('is told before the first word that Zendesk would not guard it, and why there are no coach-only notes', async () => {
    await rated(admin, workspace, { agentId: kwame, csat: 1 });
    const { user } = await open('lead', leading);
    await user.click(await screen.findByRole('button', { name: /Kwame Mensah/ }));
    expect(await screen.findByText(/any agent of this account could read it through the API/)).toBeTruthy();
    expect(screen.getByText(/There are no coach-only notes/)).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: /for you and admins alone/ })).toBeNull();
  });
});

describe('what is agreed', () => {
  const openOwn = async (hub = createTestHub()()) => {
    const opened = await open('agent', {}, hub);
    await screen.findByRole('textbox', { name: 'New action' });
    return opened;
  };

  it('is written with a day, ticked off, and keeps who did what', async () => {
    const { user } = await openOwn();
    await user.type(screen.getByRole('textbox', { name: 'New action' }), 'Shadow Yuki');
    await user.type(screen.getByLabelText('By'), '2027-01-15');
    const [add] = screen.getAllByRole('button', { name: 'Add' });
    if (add) await user.click(add);
    expect(await screen.findByText('open · by Jan 15, 2027')).toBeTruthy();
    expect(typedIn(screen.getByRole('textbox', { name: 'New action' }))).toBe('');
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(await screen.findByText('Done: 100% (1 of 1) of those decided or past their date')).toBeTruthy();
    const { items } = await readSheetItems(admin, agent, false);
    expect(items.map(({ text, log }) => [text, log.map(({ act }) => act)])).toEqual([
      ['Shadow Yuki', ['written', 'done']],
    ]);
  });

  it('is asked for where nothing was typed, and stays where the frame reloads', async () => {
    const hub = createTestHub()();
    const { user, unmount } = await openOwn(hub);
    const [add] = screen.getAllByRole('button', { name: 'Add' });
    if (add) await user.click(add);
    expect(await screen.findByText('Write what it is.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'New action' }));
    await user.type(screen.getByRole('textbox', { name: 'New action' }), 'Half a thou');
    unmount();
    await openOwn(hub);
    await waitFor(() =>
      expect(typedIn(screen.getByRole('textbox', { name: 'New action' }))).toBe('Half a thou'),
    );
  });

  it('two at once: the second sees what the first wrote and keeps what they typed', async () => {
    const place = { agentId: agent, isGuarded: false, groupIds: [] };
    const written = await addSheetItem(admin, place, { kind: 'agreed', text: 'One', dueOn: null });
    const { user } = await openOwn();
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    const field = screen.getByRole('textbox', { name: 'Text' });
    expect(document.activeElement).toBe(field);
    await user.clear(field);
    await user.type(field, 'Three');
    if ('item' in written) await changeSheetItem(admin, agent, written.item, { text: 'Two' });
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/changed this meanwhile/)).toBeTruthy();
    expect(typedIn(screen.getByRole('textbox', { name: 'Text' }))).toBe('Three');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Three')).toBeTruthy();
  });
});

it('on Enterprise an admin sets guarded sheets up from the page, and writes a note of their own', async () => {
  workspace = await openCoaching({ plan: 'suite_enterprise' });
  await grantStaff(workspace);
  admin = await bareAppOf(workspace, 'admin');
  await rated(admin, workspace, { agentId: kwame, csat: 1 });
  const { user } = await open('admin');
  await user.click(await screen.findByRole('button', { name: /Kwame Mensah/ }));
  await user.click(await screen.findByRole('button', { name: 'Set up guarded sheets' }));
  const field = await screen.findByRole('textbox', { name: /for you and admins alone/ });
  await user.type(field, 'Worn out');
  const adds = screen.getAllByRole('button', { name: 'Add' });
  const last = adds.at(-1);
  if (last) await user.click(last);
  expect(await screen.findByText('Worn out')).toBeTruthy();
  await protectSheets(admin);
});
