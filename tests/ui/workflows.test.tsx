/** Workflows, leads and the pilot as an admin sets them: what is said, what is refused, what Zendesk gets. */
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { configure } from '../../src/actions/configure.ts';
import { readStoredConfiguration } from '../../src/actions/readStoredConfiguration.ts';
import { type Configuration, parseConfiguration } from '../../src/care/configuration.ts';
import { newWorkflow } from '../../src/care/workflows/workflow.ts';
import { loadMoreWords } from '../../src/i18n.ts';
import { SetUp } from '../../src/ui/setup/SetUp.tsx';
import type { Workspace } from '../emulator/inProcess.ts';
import { noteUse } from '../emulator/rules/usage.ts';
import { groupIds, personas } from '../emulator/world/people.ts';
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
const ownTriggers = () =>
  workspace.world.triggers
    .filter(({ title }) => title.startsWith('Feedback Loop: '))
    .map(({ title }) => title);

async function openSection(section: 'Workflows' | 'People') {
  const opened = await openApp(workspace, 'admin', join());
  await loadMoreWords();
  const shown = show(opened.app, <SetUp isFirst={false} onStart={() => {}} onEnd={() => {}} />);
  const user = userEvent.setup({ pointerEventsCheck: 0, delay: null });
  await user.click(button(section));
  await screen.findByRole('heading', { level: 1, name: section });
  await screen.findByText(section === 'People' ? 'Who leads which group' : /^A workflow says which feedback/);
  return { ...opened, ...shown, user };
}
type User = Awaited<ReturnType<typeof openSection>>['user'];

const plain = (text: string | null | undefined) => (text ?? '').replace(/[\u2068\u2069]/g, '');
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
const radio = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('radio', { name });
const said = (text: RegExp) =>
  screen.findByText((_, node) => node?.tagName === 'P' && text.test(plain(node.textContent)));

async function add(user: User, kind: 'Customer rescue' | 'Phrase or score' | 'Employee recognition') {
  await user.click(button('Add a workflow'));
  await user.click(button(`Add: ${kind}`));
}

async function type(user: User, name: string | RegExp, text: string) {
  await user.clear(box(name));
  if (!text) return;
  await user.click(box(name));
  await user.paste(text);
}

/** Answers what was said to change. */
async function save(user: User): Promise<string[]> {
  await user.click(button('Save…'));
  const confirm = await screen.findByRole('region', { name: 'This will change' });
  const lines = within(confirm).getAllByRole('listitem');
  await user.click(button('Save these changes'));
  return lines.map(({ textContent }) => plain(textContent));
}

async function alreadyIs(own: Partial<Configuration>) {
  const admin = await createTestApp(workspace, 'admin');
  const basis = await readStoredConfiguration(admin);
  await configure(admin, { ...basis, ...own }, basis);
}

const leadId = String(personas.lead);
const rescue = newWorkflow('rescue1', 'rescue', 'Low scores', 3);

describe('workflows', () => {
  it('are none at first; one is added by what it is for, and says in a sentence what it does', {
    timeout: 60_000,
  }, async () => {
    const { user } = await openSection('Workflows');
    expect(screen.getByText('There is no workflow yet: nobody is alerted.')).toBeTruthy();
    await add(user, 'Customer rescue');
    expect(document.activeElement).toBe(box('Name'));
    expect(
      await said(/^When CSAT is below 3: mail to the leads of the ticket’s group, at any hour\.$/),
    ).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: 'Process' }));
    await type(user, 'Tags on the ticket', 'VIP, late');
    await type(user, /^Alerts for one lead a day/, '3');
    expect(
      await said(
        /^When CSAT is below 3, it was about Process, and the ticket is tagged vip or late: mail to .*, at any hour, at most 3 a day for each lead, the rest as a digest\.$/,
      ),
    ).toBeTruthy();
  });

  it('are five at most; a sixth is refused with the reason, and the button stays', async () => {
    const five = ['one1', 'two2', 'thr3', 'fou4', 'fiv5'].map((id) => ({ ...rescue, id, name: id }));
    await alreadyIs({ workflows: five });
    const { user } = await openSection('Workflows');
    await screen.findAllByRole('button', { name: /^Edit:/ });
    await user.click(button('Add a workflow'));
    expect((await screen.findByRole('alert')).textContent).toMatch(
      /^Five are the most\. More alerts would not be read/,
    );
    expect(screen.queryByRole('button', { name: 'Add: Customer rescue' })).toBeNull();
    await user.click(button(/^Remove: .*thr3/));
    expect(screen.getByRole('button', { name: 'Add: Customer rescue' })).toBeTruthy();
  });

  it('show only the fields that mean something to their kind and channel', async () => {
    const { user } = await openSection('Workflows');
    await add(user, 'Employee recognition');
    expect(screen.queryByRole('textbox', { name: 'CSAT below, of 5' })).toBeNull();
    expect(box('CSAT of at least, of 5').value).toBe('5');
    expect(screen.queryByRole('radio', { name: /only ones that alert/ })).toBeNull();
    const visible = () => ({
      quoting: screen.queryByRole('checkbox', { name: /may quote/ }) !== null,
      people: screen.queryByText('Named people') !== null,
      webhook: screen.queryByRole('combobox', { name: 'Webhook' }) !== null,
      slack: screen.queryByRole('textbox', { name: 'Slack channel id' }) !== null,
    });
    const none = { quoting: false, people: false, webhook: false, slack: false };
    expect(visible()).toEqual({ ...none, people: true });
    await user.click(radio('E-mail from Zendesk'));
    expect(visible()).toEqual({ ...none, quoting: true, people: true });
    await user.click(radio('Webhook'));
    expect(visible()).toEqual({ ...none, webhook: true });
    await user.click(radio('Slack or Microsoft Teams'));
    expect(visible()).toEqual({ ...none, slack: true });
    await user.click(radio('Microsoft Teams'));
    expect(screen.queryByRole('textbox', { name: 'Slack workspace id' })).toBeNull();
    expect(box('Teams channel id')).toBeTruthy();
  });

  it('choose a webhook among those triggers may call', async () => {
    const post = (webhook: object) =>
      workspace.fetchAs('admin')('/api/v2/webhooks', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          webhook: {
            endpoint: 'https://example.com/x',
            http_method: 'POST',
            request_format: 'json',
            status: 'active',
            ...webhook,
          },
        }),
      });
    expect((await post({ name: 'Text message', subscriptions: ['conditional_ticket_events'] })).status).toBe(
      201,
    );
    expect((await post({ name: 'Events', subscriptions: ['zen:event-type:ticket.created'] })).status).toBe(
      201,
    );
    const { user } = await openSection('Workflows');
    await add(user, 'Customer rescue');
    await user.click(radio('Webhook'));
    const choice = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Webhook' });
    await within(choice).findByRole('option', { name: 'Text message' });
    expect(within(choice).queryByRole('option', { name: 'Events' })).toBeNull();
    await user.selectOptions(choice, 'Text message');
    expect(await said(/a call of the webhook Text message, at any hour\.$/)).toBeTruthy();
    await save(user);
    await waitFor(() => expect(stored().workflows[0]).toMatchObject({ channel: 'webhook' }));
    expect(stored().workflows[0]?.webhookId).toBe(choice.value);
  });

  it('say at the field what is wrong, in the section it is in, and lose nothing typed', async () => {
    const { user } = await openSection('Workflows');
    await add(user, 'Phrase or score');
    await type(user, /^Reminder after so many hours/, '200');
    await user.click(button('Done'));
    await user.click(button('Rules'));
    await user.click(button('Save…'));
    expect(await screen.findByText('2 fields need attention before this can be saved.')).toBeTruthy();
    expect(document.activeElement).toBe(box('Words of the customer'));
    expect(screen.getByText(/^Say what it is about: a score, a bucket/)).toBeTruthy();
    expect(screen.getByText(/^Give a whole number of hours from 1 to 168/)).toBeTruthy();
    expect(box(/^Reminder after so many hours/).value).toBe('200');
  });

  it('survive the reload of the frame while they are unsaved', async () => {
    const { user, unmount } = await openSection('Workflows');
    await add(user, 'Phrase or score');
    await type(user, 'Words of the customer', 'lawyer');
    await user.click(button('Done'));
    unmount();
    await openSection('Workflows');
    expect(await said(/^When the customer wrote “lawyer”/)).toBeTruthy();
  });

  it('once saved and on are rules in Zendesk, with what became of them; off again, they are gone', async () => {
    await alreadyIs({ otherLeads: [leadId] });
    const { user } = await openSection('Workflows');
    await add(user, 'Customer rescue');
    await user.click(radio(/^alert like all others/));
    await user.click(screen.getByRole('checkbox', { name: /Low scores.* is switched on/ }));
    expect(await save(user)).toEqual(['Workflow Low scores added', 'Workflow Low scores switched on']);
    expect(await screen.findByText(/^\d+ rules in Zendesk renewed$/)).toBeTruthy();
    expect(ownTriggers().filter((title) => title.startsWith('Feedback Loop: Low scores'))).not.toEqual([]);
    expect(stored().made.filter(({ kind }) => kind === 'trigger')).not.toEqual([]);
    await user.click(screen.getByRole('checkbox', { name: /Low scores.* is switched on/ }));
    expect(await save(user)).toEqual(['Workflow Low scores switched off']);
    expect(await screen.findByText(/of them were taken away/)).toBeTruthy();
    expect(ownTriggers()).toEqual([]);
  });

  it('that Zendesk did not take over say so, and are tried again in one press', async () => {
    await alreadyIs({ otherLeads: [leadId] });
    const { user } = await openSection('Workflows');
    await add(user, 'Customer rescue');
    await user.click(screen.getByRole('checkbox', { name: /Low scores.* is switched on/ }));
    workspace.setFaults([{ path: '/api/v2/triggers', method: 'POST', kind: '500' }]);
    await save(user);
    expect(await screen.findByText(/^The settings are saved, but the rules/)).toBeTruthy();
    expect(stored().workflows).toHaveLength(1);
    await user.click(button('Rules'));
    expect(screen.getByText(/^The settings are saved, but the rules/)).toBeTruthy();
    workspace.setFaults([]);
    await user.click(button('Try again'));
    expect(await screen.findByText(/rules? in Zendesk renewed$/)).toBeTruthy();
    expect(ownTriggers()).not.toEqual([]);
  });

  it('removed come back in one press while nothing is saved', async () => {
    await alreadyIs({ workflows: [rescue, { ...rescue, id: 'other1', name: 'Other' }] });
    const { user } = await openSection('Workflows');
    await user.click(await screen.findByRole('button', { name: /^Remove: .*Low scores/ }));
    expect(document.activeElement).toBe(button('Add a workflow'));
    expect(screen.queryByRole('button', { name: /^Edit: .*Low scores/ })).toBeNull();
    await user.click(button(/^Undo removing .*Low scores/));
    const names = screen
      .getAllByRole('button', { name: /^Edit:/ })
      .map((one) => plain(one.getAttribute('aria-label')));
    expect(names).toEqual(['Edit: Low scores', 'Edit: Other']);
    expect(screen.queryByRole('button', { name: /^Undo removing/ })).toBeNull();
  });

  it('say when they last fired and how often this week', async () => {
    await alreadyIs({ otherLeads: [leadId], workflows: [{ ...rescue, isOn: true }] });
    const { user } = await openSection('Workflows');
    expect(await screen.findByText('Has no rules in Zendesk yet.')).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: /^Edit:/ }));
    await type(user, 'Name', 'Bad scores');
    await save(user);
    expect(await screen.findByText('Has not fired this week.')).toBeTruthy();
    const [alerting] = workspace.world.triggers.filter(({ title }) =>
      title.startsWith('Feedback Loop: Bad scores'),
    );
    const { world } = workspace;
    for (const hours of [30, 40])
      noteUse(world, 'trigger', alerting?.id ?? 0, world.now() - hours * 3_600_000);
    screen.getByRole('checkbox', { name: /switched on/ }).focus();
    await user.click(button('Rules'));
    await user.click(button('Workflows'));
    expect(await screen.findByText('Last fired within the last week · 2 times this week')).toBeTruthy();
  });

  it('say how soon they fire, and whom nobody would hear of', async () => {
    await alreadyIs({
      leads: [{ groupId: String(groupIds.billing), userIds: [leadId] }],
      workflows: [{ ...rescue, when: { ...rescue.when, suspects: 'any' } }],
    });
    await openSection('Workflows');
    const soon = await screen.findByRole('list', { name: 'How soon' });
    expect(within(soon).getByText(/^At once, by Zendesk itself/)).toBeTruthy();
    expect(within(soon).getByText(/^On every “bad”/)).toBeTruthy();
    expect(screen.getByText(/^Tickets of groups without a lead reach nobody/)).toBeTruthy();
  });

  it('lead to the rehearsal', async () => {
    await alreadyIs({ workflows: [rescue] });
    const { user } = await openSection('Workflows');
    await user.click(await screen.findByRole('button', { name: /^Rehearse .*Low scores/ }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Rehearsal' })).toBeTruthy();
  });

  it('have no fault axe could find, with a form open', async () => {
    const { user } = await openSection('Workflows');
    await add(user, 'Customer rescue');
    await user.click(button(/^Add a person/));
    await user.click(button('Save…'));
    await noFaults();
  });
});

async function noFaults() {
  const options = { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } };
  const { violations } = await axe.run(document.body, options);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
}

describe('people', () => {
  it('show every group, who leads it, and who hears of the others', async () => {
    await alreadyIs({
      leads: [{ groupId: String(groupIds.billing), userIds: [leadId] }],
      otherLeads: [String(personas.admin)],
    });
    await openSection('People');
    expect(await said(/^3 groups have no lead: alerts go to Noor Haddad\.$/)).toBeTruthy();
    const billing = await screen.findByRole('list', { name: /^Leads of .*Billing/ });
    await waitFor(() => expect(plain(billing.textContent)).toContain('Ola Thorsen'));
  });

  it('are found by name and added; the change is told by names and reaches Zendesk’s rules', async () => {
    await alreadyIs({ workflows: [{ ...rescue, isOn: true }] });
    const { user } = await openSection('People');
    expect(await said(/^4 groups have no lead, and nobody leads the others/)).toBeTruthy();
    await user.click(button(/^Add a person: Leads of .*Billing/));
    await user.click(box('Colleague’s name'));
    await user.paste('Ola');
    await user.click(await screen.findByRole('button', { name: 'Ola Thorsen' }));
    expect(document.activeElement).toBe(box('Colleague’s name'));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Groups' }), 'Billing');
    expect(
      await said(/^Alerts go out for Billing only\. Elsewhere ratings are recorded for comparison/),
    ).toBeTruthy();
    await user.click(button('Save…'));
    await screen.findByRole('region', { name: 'This will change' });
    const line = (text: string) =>
      screen.findByText((_, node) => node?.tagName === 'LI' && plain(node.textContent) === text);
    expect(await line('Leads: none → Billing: Ola Thorsen')).toBeTruthy();
    expect(await line('Pilot: none → Billing')).toBeTruthy();
    await user.click(button('Save these changes'));
    expect(await screen.findByText(/rules? in Zendesk renewed$/)).toBeTruthy();
    expect(stored()).toMatchObject({
      leads: [{ groupId: String(groupIds.billing), userIds: [leadId] }],
      pilot: { groupIds: [String(groupIds.billing)], brandIds: [] },
    });
    expect(ownTriggers()).not.toEqual([]);
  });

  it('can be oneself, and taken away again', async () => {
    const { user } = await openSection('People');
    await user.click(button('Add a person: Leads of all other groups'));
    await user.click(button('Add yourself'));
    const others = screen.getByRole('list', { name: 'Leads of all other groups' });
    expect(plain(others.textContent)).toContain('Noor Haddad');
    await user.click(button(/^Take away: .*Noor Haddad/));
    expect(screen.queryByRole('list', { name: 'Leads of all other groups' })).toBeNull();
  });

  it('whose groups cannot be read say so, and are read again', async () => {
    workspace.setFaults([{ path: '/api/v2/groups', kind: '403' }]);
    const { user } = await openSection('People');
    expect(await screen.findByText('The groups could not be read')).toBeTruthy();
    workspace.setFaults([]);
    await user.click(screen.getAllByRole('button', { name: 'Try again' })[0] as HTMLElement);
    expect(await said(/^4 groups have no lead/)).toBeTruthy();
  });

  it('have no fault axe could find, with the field for a name open', async () => {
    const { user } = await openSection('People');
    await user.click(button('Add a person: Leads of all other groups'));
    await noFaults();
  });
});

describe('alerts this browser could not hand over', () => {
  it('are told with their number and reason, and nothing is said where all went out', async () => {
    const { unmount } = await openSection('Workflows');
    expect(screen.queryByText('Some alerts did not go out from this browser')).toBeNull();
    unmount();
    join().keep('alerts', { forbidden: 0, refused: 2, waiting: 1, failure: 'offline' });
    await openSection('Workflows');
    await screen.findByText('Some alerts did not go out from this browser');
    expect(screen.getByText(/^2 tickets did not take the tag/)).toBeTruthy();
    expect(screen.getByText(/The last round ended early.*no connection to Zendesk/)).toBeTruthy();
    expect(screen.getByText('1 more waits for business hours or the next digest.')).toBeTruthy();
    expect(screen.queryByText(/may not be tagged/)).toBeNull();
  });
});
