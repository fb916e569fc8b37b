/** The rules an admin sets for cases: the hours of the clock, how a case moves and ends, who goes first. */
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { configure } from '../../src/actions/configure.ts';
import { readStoredConfiguration } from '../../src/actions/readStoredConfiguration.ts';
import { type Configuration, parseConfiguration } from '../../src/care/configuration.ts';
import { loadMoreWords } from '../../src/i18n.ts';
import { SetUp } from '../../src/ui/setup/SetUp.tsx';
import type { Workspace } from '../emulator/inProcess.ts';
import { organizationIds } from '../emulator/world/people.ts';
import { scheduleIds } from '../emulator/world/schedules.ts';
import { createTestApp, createTestHub } from '../testApp.ts';
import { createReadyWorkspace, openApp, show } from './render.tsx';

let workspace: Workspace;
let join: ReturnType<typeof createTestHub>;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
  join = createTestHub();
});

const stored = () => {
  const [installation] = workspace.world.installations.values();
  return parseConfiguration(installation?.settings.configuration);
};

async function openRules() {
  const opened = await openApp(workspace, 'admin', join());
  await loadMoreWords();
  const shown = show(opened.app, <SetUp isFirst={false} onStart={() => {}} onEnd={() => {}} />);
  // The page is long: whether something lies over a button is not looked up for each press.
  const user = userEvent.setup({ pointerEventsCheck: 0, delay: null });
  await user.click(button('Rules'));
  await screen.findByLabelText('CSAT below, of 5');
  return { ...opened, ...shown, user };
}
type User = Awaited<ReturnType<typeof openRules>>['user'];

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
const tick = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const clock = () => within(screen.getByRole('region', { name: 'The hours the clock counts in' }));
const choice = () => clock().getByRole<HTMLSelectElement>('combobox', { name: 'Schedule' });

async function type(user: User, name: string | RegExp, text: string) {
  await user.clear(box(name));
  if (!text) return;
  await user.click(box(name));
  await user.paste(text);
}

/** Answers what was said to change. */
async function save(user: User): Promise<string[]> {
  await user.click(button('Save…'));
  const said = await screen.findByRole('region', { name: 'This will change' });
  const lines = within(said)
    .getAllByRole('listitem')
    .map(({ textContent }) => (textContent ?? '').replace(/[\u2068\u2069]/g, ''));
  await user.click(button('Save these changes'));
  await screen.findByText(/tabs use it now/);
  return lines;
}

async function alreadyIs(own: Partial<Configuration>) {
  const admin = await createTestApp(workspace, 'admin');
  const basis = await readStoredConfiguration(admin);
  await configure(admin, { ...basis, ...own }, basis);
}

async function chooseOffice(user: User) {
  await clock().findByRole('option', { name: /Office Berlin/ });
  await user.selectOptions(choice(), String(scheduleIds.office));
}

const office = () => {
  const found = workspace.world.schedules.get(scheduleIds.office);
  if (!found) throw new Error('the account has no office hours');
  return found;
};

describe('the hours the clock counts in', () => {
  it('are the calendar at first, with what that means', async () => {
    await openRules();
    expect(choice().value).toBe('');
    await waitFor(() => expect(clock().getAllByRole('option')).toHaveLength(3));
    expect(
      clock().getByText('A rating below 3 of 5 on Friday 5:40 PM would be due Saturday 5:40 PM.'),
    ).toBeTruthy();
  });

  it('are a schedule of the account, told in words and by ratings while it is chosen, and kept as a copy', async () => {
    const { user, app } = await openRules();
    await chooseOffice(user);
    expect(
      clock().getByText(/^Open: Mon–Thu 9:00 AM–6:00 PM, Fri 9:00 AM–4:00 PM, Europe\/Berlin$/),
    ).toBeTruthy();
    expect(clock().getByText(/^Closed: .*Works outing.* \(Nov 26, 2026\).* and one more/)).toBeTruthy();
    await type(user, 'Hours to act, 4-24', '4');
    await type(user, /^Minutes to the first contact/, '60');
    expect(
      clock().getByText(
        'A rating below 3 of 5 on Friday 5:40 PM would be due Monday 1:00 PM, the first contact by Monday 10:00 AM.',
      ),
    ).toBeTruthy();
    expect(await save(user)).toEqual([
      'Hours until a case is due: 24 → 4',
      'Minutes until the first contact: none → 60',
      'Hours the clock counts in: By the calendar, day and night → Office Berlin (Europe/Berlin)',
    ]);
    expect(stored()).toMatchObject({
      targetHours: 4,
      firstActionMinutes: 60,
      schedule: {
        id: String(scheduleIds.office),
        name: 'Office Berlin',
        timeZone: 'Europe/Berlin',
        readAt: app.now(),
      },
    });
    expect(stored().schedule?.holidays).toHaveLength(5);
    expect(app.configuration.schedule?.name).toBe('Office Berlin');
  });

  it('open round the clock say so', async () => {
    const { user } = await openRules();
    await clock().findByRole('option', { name: /Emergency desk/ });
    await user.selectOptions(choice(), String(scheduleIds.always));
    expect(clock().getByText('Open round the clock, every day')).toBeTruthy();
    expect(clock().getByText('No holidays are ahead.')).toBeTruthy();
  });

  it('chosen back to what is stored are no change', async () => {
    const { user } = await openRules();
    await chooseOffice(user);
    await save(user);
    workspace.world.advance(3_600_000);
    await user.selectOptions(choice(), '');
    await user.selectOptions(choice(), String(scheduleIds.office));
    await user.click(button('Save…'));
    const said = await screen.findByRole('region', { name: 'This will change' });
    expect(within(said).queryAllByRole('listitem')).toEqual([]);
  });

  it('that changed in Zendesk meanwhile are told part by part, and taken over in one press', async () => {
    const { user } = await openRules();
    await chooseOffice(user);
    await save(user);
    expect(clock().getByText(/^The same as in Zendesk now/)).toBeTruthy();
    workspace.world.schedules.put({ ...office(), holidays: [], time_zone: 'Vienna' });
    await user.click(button('Read the schedules again'));
    const note = await clock().findByRole('note');
    expect(note.textContent).toContain('The schedule has changed in Zendesk');
    expect(note.textContent).toContain('its time zone and its holidays');
    await user.click(within(note).getByRole('button', { name: /^Take the change over/ }));
    expect(document.activeElement).toBe(choice());
    expect(clock().queryByRole('note')).toBeNull();
    expect(await save(user)).toEqual(['The copy of the schedule “Office Berlin” is renewed']);
    expect(stored().schedule).toMatchObject({ timeZone: 'Europe/Vienna', holidays: [] });
  });

  it('deleted in Zendesk go on counting by their copy, and say so', async () => {
    const first = await openRules();
    await chooseOffice(first.user);
    await save(first.user);
    first.unmount();
    workspace.world.schedules.remove(scheduleIds.office);
    await openRules();
    expect(await clock().findByText(/^This schedule is no longer in Zendesk/)).toBeTruthy();
    expect(choice().selectedOptions[0]?.textContent).toContain('(the kept copy)');
    expect(clock().getByText(/Europe\/Berlin$/)).toBeTruthy();
  });

  it('are the calendar where the plan has none, in a sentence', async () => {
    workspace.world.plan = 'suite_team';
    await openRules();
    expect(
      await clock().findByText(/Suite Growth or Support Professional.*Time counts by the calendar\.$/),
    ).toBeTruthy();
    expect(clock().getAllByRole('option')).toHaveLength(1);
    expect(clock().queryByRole('alert')).toBeNull();
  });

  it('of a plan that has none any more keep their copy until somebody chooses', async () => {
    const first = await openRules();
    await chooseOffice(first.user);
    await save(first.user);
    first.unmount();
    workspace.world.plan = 'suite_team';
    const { user } = await openRules();
    expect(await clock().findByText(/The kept copy of “.*Office Berlin.*” still counts/)).toBeTruthy();
    await user.selectOptions(choice(), '');
    await save(user);
    expect(stored().schedule).toBeNull();
  });

  it('in a zone nobody knows cannot be chosen, and say why', async () => {
    workspace.world.schedules.put({ ...office(), time_zone: 'Middle-earth' });
    await openRules();
    const option = await clock().findByRole<HTMLOptionElement>('option', { name: /Office Berlin/ });
    expect(option.disabled).toBe(true);
    expect(clock().getByText(/does not know its time zone “.*Middle-earth.*”/)).toBeTruthy();
  });

  it('that cannot be read now say so, and can be read again', async () => {
    workspace.setFaults([{ path: '/api/v2/business_hours/**', kind: 'offline' }]);
    const { user } = await openRules();
    expect((await clock().findByRole('alert')).textContent).toContain('schedules could not be read');
    workspace.setFaults([]);
    await user.click(within(clock().getByRole('alert')).getByRole('button', { name: 'Try again' }));
    expect(await clock().findByRole('option', { name: /Office Berlin/ })).toBeTruthy();
    expect(clock().queryByRole('alert')).toBeNull();
  });

  it('of an account without a schedule say where to add one', async () => {
    for (const id of Object.values(scheduleIds)) workspace.world.schedules.remove(id);
    await openRules();
    expect(await clock().findByText(/^This account has no schedule yet/)).toBeTruthy();
  });

  it('that never open count as the calendar, and say so', async () => {
    workspace.world.schedules.put({ ...office(), intervals: [] });
    const { user } = await openRules();
    await chooseOffice(user);
    expect(clock().getByText('This schedule never opens. Time counts by the calendar.')).toBeTruthy();
  });
});

describe('targets', () => {
  it.each([
    [/^Minutes to the first contact/, '20.5', /from 15 to 240/],
    [/^Organizations/, 'northwind', /by their numbers/],
  ])('%s refuse %s in plain words', async (name, typed, said) => {
    const { user } = await openRules();
    await type(user, name, typed);
    await user.click(button('Save…'));
    expect(screen.getByText(said)).toBeTruthy();
    expect(document.activeElement).toBe(box(name));
  });

  it('of the first contact are taken back by leaving the field empty', async () => {
    await alreadyIs({ firstActionMinutes: 60 });
    const { user } = await openRules();
    expect(screen.getByText(/contacted within 60 minutes/)).toBeTruthy();
    await type(user, /^Minutes to the first contact/, '');
    expect(await save(user)).toEqual(['Minutes until the first contact: 60 → none']);
    expect(stored().firstActionMinutes).toBeNull();
  });
});

describe('who goes first', () => {
  it('is told by tags in small letters, organizations and days, each once', async () => {
    const { user } = await openRules();
    await type(user, 'Tags on the ticket', ' VIP, key_account vip ');
    await type(user, /^Organizations/, '360001; 360002');
    await type(user, /^Days within which/, '30');
    expect(await save(user)).toEqual([
      'Days within which another ticket is a repeat: 14 → 30',
      'Tags that go first: none → vip, key_account',
      'Organizations that go first: none → 360001, 360002',
    ]);
    expect(stored()).toMatchObject({
      vipTags: ['vip', 'key_account'],
      vipOrganizations: ['360001', '360002'],
      repeatDays: 30,
    });
  });

  it('names the organizations, and says which number is none’s', async () => {
    const { user } = await openRules();
    await type(user, /^Organizations/, `${organizationIds.northwind}, 42`);
    const named = await screen.findByText(/no organization has this number/);
    expect(named.textContent).toMatch(/Northwind.*, 42 \(no organization/);
  });

  it('says why names could not be read, and keeps the numbers', async () => {
    workspace.setFaults([{ path: '/api/v2/organizations/**', kind: 'offline' }]);
    const { user } = await openRules();
    await type(user, /^Organizations/, String(organizationIds.northwind));
    expect(await screen.findByText(/^Their names could not be read\. There is no connection/)).toBeTruthy();
    expect(box(/^Organizations/).value).toBe(String(organizationIds.northwind));
  });
});

describe('how a case moves', () => {
  it('is forward only where an admin says so, and asks the notes that were ticked', async () => {
    const { user } = await openRules();
    await user.click(tick('Closed cases stay closed'));
    await user.click(tick('Reopening'));
    await user.click(tick('Giving a case to somebody'));
    expect(await save(user)).toEqual([
      'Closed cases stay closed: off → on',
      'A note is needed for: Closing, Reopening → Giving a case to somebody, Closing',
    ]);
    expect(stored()).toMatchObject({ isForwardOnly: true, requiredNotes: ['assign', 'close'] });
  });
});

describe('what closing asks', () => {
  it('can be switched off; the own mood is off until an admin who knows who could read it says otherwise', async () => {
    const { user } = await openRules();
    expect(tick(/^Ask whoever closes/).checked).toBe(true);
    expect(tick(/^Ask how they are/).checked).toBe(false);
    expect(screen.getByText(/below Enterprise every agent could read a colleague’s answer/)).toBeTruthy();
    await user.click(tick(/^Ask how they are/));
    expect(await save(user)).toEqual(['Question about their own mood: off → on']);
    await user.click(tick(/^Ask whoever closes/));
    expect(screen.queryByRole('checkbox', { name: /^Ask how they are/ })).toBeNull();
    expect(await save(user)).toEqual(['Questions to whoever closes a case: on → off']);
    expect(stored()).toMatchObject({ asksVoice: false, asksOwnMood: true });
  });
});

describe('the fields on the ticket', () => {
  it('can be switched off, and keep which fields they are', async () => {
    const mirror = { isOn: true, status: '1', bucket: '2', due: '3', score: '4' };
    await alreadyIs({ mirror });
    const { user } = await openRules();
    await user.click(tick(/in ticket fields$/));
    expect(await save(user)).toEqual(['Fields on the ticket: on → off']);
    expect(stored().mirror).toEqual({ ...mirror, isOn: false });
  });
});

describe('how a case ends', () => {
  const outcomes = () => within(screen.getByRole('region', { name: 'How a case may end' }));
  const names = () =>
    outcomes()
      .getAllByRole('listitem')
      .map((item) =>
        within(item)
          .getAllByText(/./)[0]
          ?.textContent?.replace(/[\u2068\u2069]/g, ''),
      );

  it('can be called otherwise, added to, put in another order and no longer offered', async () => {
    const { user } = await openRules();
    expect(names()).toEqual(['Recovered', 'Not recovered', 'No contact made', 'Not ours to solve']);
    await user.click(button('Add an outcome'));
    expect(document.activeElement).toBe(box('Name'));
    await user.paste('Voucher sent');
    await user.click(button('Done'));
    await user.click(button(/^Edit: .*No contact made/));
    await user.paste('Nobody there');
    await user.click(button(/^Up: .*Voucher sent/));
    await user.click(button(/^Remove: .*Not ours/));
    expect(document.activeElement).toBe(button('Add an outcome'));
    expect(names()).toEqual(['Recovered', 'Not recovered', 'Nobody there', 'Voucher sent']);
    expect(await save(user)).toEqual([
      'Outcome renamed: “No contact made” → “Nobody there”',
      'Outcome added: “Voucher sent”, counts as “Recovered”',
      'Outcome no longer offered: “Not ours to solve”',
    ]);
    expect(stored().outcomes.map(({ kind, label }) => [kind, label])).toEqual([
      ['recovered', null],
      ['not_recovered', null],
      ['no_contact', 'Nobody there'],
      ['recovered', 'Voucher sent'],
    ]);
    expect(stored().formerOutcomes).toEqual([{ id: 'not_ours', kind: 'not_ours', label: null }]);
  });

  it('can be offered again with the name it had', async () => {
    await alreadyIs({ formerOutcomes: [{ id: 'x1', kind: 'recovered', label: 'Voucher' }] });
    const { user } = await openRules();
    await user.click(button(/^Offer again: .*Voucher/));
    expect(await save(user)).toEqual(['Outcome added: “Voucher”, counts as “Recovered”']);
    expect(stored().outcomes.at(-1)).toEqual({ id: 'x1', kind: 'recovered', label: 'Voucher' });
    expect(stored().formerOutcomes).toEqual([]);
  });

  it('of one’s own can count as another kind, and says what that does to closed cases', async () => {
    const outcome = { id: 'x1', kind: 'recovered' as const, label: 'Voucher' };
    await alreadyIs({ outcomes: [outcome] });
    const { user } = await openRules();
    await user.click(button(/^Edit: .*Voucher/));
    await user.selectOptions(outcomes().getByRole('combobox', { name: /^Counts as/ }), 'not_recovered');
    expect(outcomes().getByText('Closed cases that name it count this way, too.')).toBeTruthy();
    expect(outcomes().getByText(/^No outcome counts as recovered/)).toBeTruthy();
    expect(await save(user)).toEqual(['Outcome “Voucher” counts as: “Recovered” → “Not recovered”']);
  });

  it('of the app’s own four always count as what they are', async () => {
    const { user } = await openRules();
    await user.click(button(/^Edit: .*No contact made/));
    expect(outcomes().queryByRole('combobox')).toBeNull();
    expect(outcomes().getByText(/^Empty: “No contact made”/)).toBeTruthy();
  });

  it('is never nothing: the last one stays', async () => {
    await alreadyIs({ outcomes: [{ id: 'recovered', kind: 'recovered', label: null }] });
    const { user } = await openRules();
    await user.click(button(/^Remove: .*Recovered/));
    expect(names()).toEqual(['Recovered']);
    expect(outcomes().getByText('At least one outcome stays.')).toBeTruthy();
  });

  it('needs a name of its own: saving opens the form that lacks one', async () => {
    const { user } = await openRules();
    await user.click(button('Add an outcome'));
    await user.click(button('Done'));
    await user.click(button('Score sources'));
    await user.click(button('Save…'));
    expect(await screen.findByText('Give the outcome a name.')).toBeTruthy();
    expect(document.activeElement).toBe(box('Name'));
    await user.paste('recovered, at last');
    expect(screen.queryByText('Give the outcome a name.')).toBeNull();
  });

  it('keeps the focus on the button while the keyboard moves one down and up', async () => {
    const { user } = await openRules();
    button(/^Down: .*Not recovered/).focus();
    await user.keyboard('{Enter}');
    expect(names()[2]).toBe('Not recovered');
    expect(document.activeElement).toBe(button(/^Down: .*Not recovered/));
    expect(screen.getByRole('status').textContent).toMatch(/Not recovered.* is number 3 now/);
  });
});

describe('two admins', () => {
  it('who set different fields of the ticket’s mirror both get what they wanted', async () => {
    const { user } = await openRules();
    await user.click(tick(/in ticket fields$/));
    await alreadyIs({ mirror: { isOn: true, status: '1', bucket: '2', due: '3', score: '4' } });
    await user.click(button('Save…'));
    await user.click(await screen.findByRole('button', { name: 'Save these changes' }));
    expect(await screen.findAllByText('Somebody saved other changes meanwhile')).not.toHaveLength(0);
    expect(screen.getByText(/^Ticket fields written to: .+ → #1, #2, #3, #4$/)).toBeTruthy();
    await save(user);
    expect(stored().mirror).toEqual({ isOn: false, status: '1', bucket: '2', due: '3', score: '4' });
  });
});

describe('the rules of cases', () => {
  it('have no fault axe could find, with a form open and a schedule that changed', {
    timeout: 60_000,
  }, async () => {
    const { user } = await openRules();
    await chooseOffice(user);
    await user.click(button('Add an outcome'));
    workspace.world.schedules.put({ ...office(), name: 'Office' });
    await user.click(button('Read the schedules again'));
    await clock().findByRole('note');
    const options = { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } };
    const { violations } = await axe.run(document.body, options);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
  });
});
