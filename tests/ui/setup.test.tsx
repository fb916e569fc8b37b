/** The admin's settings: where scores come from, the rules, who changed them. */
import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { configure } from '../../src/actions/configure.ts';
import { readStoredConfiguration } from '../../src/actions/readStoredConfiguration.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { parseConfiguration } from '../../src/care/configuration.ts';
import { loadMoreWords } from '../../src/i18n.ts';
import { SetUp } from '../../src/ui/setup/SetUp.tsx';
import { solvedTicket } from '../actions/tickets.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { changeTicket } from '../emulator/world/changeTicket.ts';
import { personas } from '../emulator/world/people.ts';
import { createTestApp, createTestHub, whenIdle } from '../testApp.ts';
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

/** The page comes later than the first screen, and its words with it. */
async function showSetUp() {
  const opened = await openApp(workspace, 'admin', join());
  await loadMoreWords();
  return { ...opened, ...show(opened.app, <SetUp isFirst={false} onStart={() => {}} onEnd={() => {}} />) };
}

async function openSettings(section: 'Score sources' | 'Rules' | 'Changes') {
  const shown = await showSetUp();
  await shown.user.click(screen.getByRole('button', { name: section }));
  if (section === 'Score sources') await screen.findAllByText('From your own tickets');
  if (section === 'Rules') await screen.findByLabelText('CSAT below, of 5');
  return shown;
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });

function tagged(...tags: string[]): string {
  const ticket = solvedTicket(workspace.world);
  changeTicket(workspace.world, Number(ticket), { tags }, { authorId: personas.agent, channel: 'api' });
  return ticket;
}

async function addTag(user: Awaited<ReturnType<typeof openSettings>>['user'], pattern: string, name: string) {
  await user.click(button('Add a tag'));
  await user.click(box('How the tag is written'));
  await user.paste(pattern);
  await user.type(box('Name on screens'), name);
}

async function save(user: Awaited<ReturnType<typeof openSettings>>['user']) {
  await user.click(button('Save…'));
  await user.click(await screen.findByRole('button', { name: 'Save these changes' }));
}

describe('score sources', () => {
  it('show the survey’s questions, and how answers to them count', async () => {
    solvedTicket(workspace.world, { csat: 3, ces: 1 });
    await openSettings('Score sources');
    expect(screen.getByText(/CSAT. Zendesk itself marks this question/)).toBeTruthy();
    expect(await screen.findAllByText('bad (1-3), not below 3 of 5')).not.toHaveLength(0);
    expect(await screen.findAllByText('hard, below 3 of 5: opens a case')).not.toHaveLength(0);
  });

  it('give examples while somebody types, and turn them round with the direction', async () => {
    const ticket = tagged('stars-2');
    const { user } = await openSettings('Score sources');
    await addTag(user, 'stars-{score}', 'Stars');
    const group = screen.getByRole('region', { name: 'Tags' });
    expect(await within(group).findByText(`Ticket #${ticket}`)).toBeTruthy();
    expect(within(group).getByText('2 of 5')).toBeTruthy();
    await user.click(within(group).getByRole('radio', { name: /lower = better/ }));
    expect(await within(group).findByText('2 of 5, counts as 4')).toBeTruthy();
    expect(within(group).getByText('good (4-5), not below 3 of 5')).toBeTruthy();
  });

  it('are saved after saying once what will change, and count in this page at once', async () => {
    const { user, app } = await openSettings('Score sources');
    await addTag(user, 'stars-{score}', 'Stars');
    await user.click(button('Save…'));
    const said = await screen.findByRole('region', { name: 'This will change' });
    expect(within(said).getByText(/Added: .*Stars.*CSAT 1-5, stars-\{score\}/)).toBeTruthy();
    expect(stored().scoreSources).toEqual([]);
    await user.click(button('Save these changes'));
    expect(await screen.findByText(/tabs use it now/)).toBeTruthy();
    expect(stored().scoreSources).toMatchObject([{ pattern: 'stars-{score}', headline: 'Stars' }]);
    expect(app.configuration.scoreSources).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Save…' })).toBeNull();
  });

  it('say at the field what is missing, and take one there', async () => {
    const { user } = await openSettings('Score sources');
    await user.click(button('Add a tag'));
    await user.click(button('Done'));
    await user.click(button('Rules'));
    await user.click(button('Save…'));
    expect(await screen.findByText('2 fields need attention before this can be saved.')).toBeTruthy();
    expect(screen.getByText(/Say how it is written/)).toBeTruthy();
    expect(document.activeElement).toBe(box('How the tag is written'));
    expect(screen.queryByRole('region', { name: 'This will change' })).toBeNull();
  });

  it('lose nothing typed when saving fails, and can be saved again', async () => {
    const { user } = await openSettings('Score sources');
    await addTag(user, 'stars-{score}', 'Stars');
    workspace.setFaults([{ path: '/api/v2/apps/**', kind: '403' }]);
    await save(user);
    expect((await screen.findByRole('alert')).textContent).toContain('what you typed is still here');
    workspace.setFaults([]);
    await user.click(button('Save these changes'));
    await waitFor(() => expect(stored().scoreSources).toHaveLength(1));
  });

  it('survive the reload of the frame while they are unsaved, and can be thrown away', async () => {
    const { user, unmount } = await openSettings('Score sources');
    await addTag(user, 'stars-{score}', 'Stars');
    unmount();
    const again = await openSettings('Score sources');
    await again.user.click(await screen.findByRole('button', { name: /Edit: .*Stars/ }));
    expect(box('How the tag is written').value).toBe('stars-{score}');
    await again.user.click(button('Discard changes'));
    expect(screen.queryByText(/Stars/)).toBeNull();
  });

  it('can be put in another order and removed by keyboard, with the result said', async () => {
    const { user } = await openSettings('Score sources');
    await addTag(user, 'a-{score}', 'Alpha');
    await user.click(button('Done'));
    await addTag(user, 'b-{score}', 'Beta');
    await user.click(button('Done'));
    button(/Up: .*Beta/).focus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('status').textContent).toMatch(/Beta.* is number 1 now/);
    button(/Remove: .*Alpha/).focus();
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(button('Add a tag'));
    await save(user);
    await waitFor(() => expect(stored().scoreSources.map(({ headline }) => headline)).toEqual(['Beta']));
  });

  it('are offered by what stands on recent tickets, never assumed', async () => {
    tagged('csat_3', 'csat_5');
    const { user } = await openSettings('Score sources');
    const use = (await screen.findAllByRole('button', { name: /Use it: .*csat/ }))[0];
    expect(stored().scoreSources).toEqual([]);
    if (use) await user.click(use);
    expect(box('How the tag is written').value).toBe('csat_{score}');
  });

  it('show hostile names as text', async () => {
    const hostile = '<img src=x onerror=alert(1)> CSAT';
    await workspace.fetchAs('admin')('/api/v2/ticket_fields', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ticket_field: { type: 'text', title: hostile } }),
    });
    await openSettings('Score sources');
    expect(await screen.findByText((text) => text.includes(hostile))).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('a change of direction', () => {
  it('says how many recorded answers are read the other way round', async () => {
    const admin = await createTestApp(workspace, 'admin');
    const rated = solvedTicket(workspace.world, { csat: 4, ces: 2 });
    await recordSighting(admin, await readTicketFeedback(admin, rated));
    await whenIdle(workspace);
    const { user } = await openSettings('Score sources');
    await user.click(screen.getByRole('radio', { name: /lower = easier/ }));
    await user.click(button('Save…'));
    expect(await screen.findByText(/from now on lower is the good end/)).toBeTruthy();
    expect(await screen.findByText(/^One recorded answer is read the other way round/)).toBeTruthy();
    await user.click(button('Save these changes'));
    await waitFor(() =>
      expect(stored().questions.at(-1)).toMatchObject({ metric: 'ces', isLowerBetter: true }),
    );
  });
});

describe('two admins', () => {
  it('do not write over each other: the second sees what the first saved, and keeps the own', async () => {
    const { user } = await openSettings('Rules');
    await user.clear(box('CSAT below, of 5'));
    await user.type(box('CSAT below, of 5'), '4');
    const other = await createTestApp(workspace, 'admin');
    const basis = await readStoredConfiguration(other);
    await configure(other, { ...basis, targetHours: 8 }, basis);
    await save(user);
    expect(await screen.findAllByText('Somebody saved other changes meanwhile')).not.toHaveLength(0);
    expect(screen.getByText(/Hours until a case is due: .*24.* → .*8/)).toBeTruthy();
    expect(stored()).toMatchObject({ targetHours: 8, csatThreshold: 3 });
    expect(box('CSAT below, of 5').value).toBe('4');
    await save(user);
    await waitFor(() => expect(stored()).toMatchObject({ targetHours: 8, csatThreshold: 4 }));
  });
});

describe('rules', () => {
  it('are summed up in a sentence while somebody types', async () => {
    const { user } = await openSettings('Rules');
    await user.clear(box('Hours to act, 4-24'));
    await user.type(box('Hours to act, 4-24'), '6');
    expect(screen.getByText(/due within 6 hours/)).toBeTruthy();
  });

  it('refuse what is out of range in plain words', async () => {
    const { user } = await openSettings('Rules');
    await user.clear(box('Hours to act, 4-24'));
    await user.type(box('Hours to act, 4-24'), '48');
    await user.tab();
    expect(screen.getByText('Give a number of hours from 4 to 24.')).toBeTruthy();
  });

  it('say who changed what under Changes', async () => {
    const { user } = await openSettings('Rules');
    await user.click(screen.getByRole('radio', { name: /Most public replies/ }));
    await user.click(screen.getByRole('radio', { name: /Admins only/ }));
    await save(user);
    await screen.findByText(/tabs use it now/);
    await user.click(button('Changes'));
    expect(await screen.findByText('Credit: Assignee when solved → Most public replies')).toBeTruthy();
    expect(screen.getByText('Setting aside: Every agent → Admins only')).toBeTruthy();
    expect(screen.getAllByText(/Noor Haddad/)).not.toHaveLength(0);
  });
});

describe('the settings', () => {
  it('that cannot be read say so, and can be read again', async () => {
    workspace.setFaults([{ path: '/api/v2/apps/**', kind: '403' }]);
    const { user } = await showSetUp();
    await user.click(button('Rules'));
    expect((await screen.findByRole('alert')).textContent).toContain('The settings could not be read');
    workspace.setFaults([]);
    await user.click(button('Try again'));
    expect(await screen.findByLabelText('CSAT below, of 5')).toBeTruthy();
  });

  it.each(['Score sources', 'Rules', 'Changes'] as const)(
    '%s have no fault axe could find',
    async (section) => {
      const { user } = await openSettings(section);
      if (section === 'Score sources') await user.click(button('Add a note'));
      await screen.findByRole('heading', { level: 1, name: section });
      // jsdom draws nothing: contrast is looked at in the browser.
      const options = { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } };
      const { violations } = await axe.run(document.body, options);
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
    },
  );
});
