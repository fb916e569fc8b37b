/** Set-up's rehearsal and pilot: what an admin reads before anything is switched on, and once it is. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { parseConfiguration } from '../../src/care/configuration.ts';
import { newWorkflow } from '../../src/care/workflows/workflow.ts';
import { loadMoreWords } from '../../src/i18n.ts';
import { SetUp } from '../../src/ui/setup/SetUp.tsx';
import { solvedTicket } from '../actions/tickets.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import { createReadyWorkspace, openApp, show } from './render.tsx';

let workspace: Workspace;
beforeAll(loadMoreWords);
beforeEach(async () => {
  workspace = await createReadyWorkspace();
});

/** Changes what is stored, as an admin would have. */
function store(own: object): void {
  const [installation] = workspace.world.installations.values();
  if (!installation) throw new Error('no app');
  const now = parseConfiguration(installation.settings.configuration);
  installation.settings.configuration = JSON.stringify({ ...now, ...own, version: now.version + 1 });
}

async function open(section: 'Rehearsal' | 'Pilot') {
  const { app: quick } = await openApp(workspace, 'admin');
  // A hundred tickets take longer to answer than a click.
  const { http } = (await createTestApp(workspace, 'admin', { timeoutMs: 10_000 })).zendesk;
  const app = { ...quick, zendesk: { ...quick.zendesk, http } };
  await loadMoreWords();
  const shown = show(app, <SetUp isFirst={false} onStart={() => {}} onEnd={() => {}} />);
  await shown.user.click(screen.getByRole('button', { name: section }));
  return shown;
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });

async function rehearse() {
  const shown = await open('Rehearsal');
  await shown.user.click(await button('Rehearse'));
  await screen.findByRole('heading', { name: 'What would have happened' }, { timeout: 15_000 });
  return shown;
}

const rescue = {
  ...newWorkflow('resc', 'rescue', 'Rescue', 3),
  when: { ...newWorkflow('resc', 'rescue', 'Rescue', 3).when, suspects: 'any' },
};

describe('the rehearsal', () => {
  it('says first what it takes', async () => {
    await open('Rehearsal');
    await screen.findByText(/About \d+ rated tickets changed in the last 30 days/);
    screen.getByText(/about \d+ calls, a minute or less/);
    screen.getByText(/nothing is written and nobody is alerted/);
  });

  it('tells in one sentence what the offered workflow would have done where there is none', async () => {
    await rehearse();
    screen.getByText(/You have no workflow yet/);
    const [item] = screen.getAllByRole('listitem').filter((one) => one.textContent?.includes('Low scores'));
    expect(item?.textContent).toMatch(
      /Low scores.*: \d+ alerts, worst day \d+ \(\w+ \d+\), \d+ likely false, \d+ at night, (\d+|none) had to wait for an open app\./,
    );
    expect(item?.textContent).toMatch(/nobody is named/);
  });

  it('shows who would have heard on which day, in words as well', async () => {
    store({ workflows: [rescue], leads: [], otherLeads: [String(361_000_000_002)] });
    const { user } = await rehearse();
    await screen.findByRole('heading', { name: 'Ola Thorsen' });
    screen.getByText(/^\d+ alerts · on \d+ days · worst day \d+/);
    await user.click(await button(/^Day by day/));
    expect(screen.getAllByText(/^November \d+: \d+$/).length).toBeGreaterThan(1);
    expect((await axe.run(document.body, { rules: { region: { enabled: false } } })).violations).toEqual([]);
  });

  it('says by which night it counted', async () => {
    const { user } = await rehearse();
    await user.click(await button(/^How this is counted/));
    screen.getByText(/from 20:00 to 07:00 in the time zone UTC/);
  });

  it('is kept while somebody looks elsewhere, and counts anew what they change there', async () => {
    store({ workflows: [rescue] });
    const { user } = await rehearse();
    const alerts = () =>
      Number(/(\d+) alerts/.exec(screen.getByText(/alerts, worst day/).textContent ?? '')?.[1]);
    const before = alerts();
    await user.click(await button('Workflows'));
    await user.click(await button(/^Edit.*Rescue/));
    const field = await screen.findByLabelText(/CSAT below/);
    fireEvent.change(field, { target: { value: '5' } });
    const calls = workspace.exchanges().length;
    await user.click(await button('Rehearsal'));
    await waitFor(() => expect(alerts()).toBeGreaterThan(before));
    expect(workspace.exchanges().length - calls).toBeLessThanOrEqual(1);
  }, 60_000);

  it('has a sentence for an account without a rating', async () => {
    for (const ticket of workspace.world.tickets.stored())
      ticket.rating = { ...ticket.rating, score: 'unoffered' };
    await open('Rehearsal');
    await screen.findByText('No rating in the last 30 days.');
    expect(screen.queryByRole('button', { name: 'Rehearse' })).toBeNull();
  });

  it('says why it stopped, and tries again', async () => {
    const { user } = await open('Rehearsal');
    workspace.setFaults([{ path: '/api/v2/guide/survey_responses', kind: '403' }]);
    await user.click(await button('Rehearse'));
    await screen.findByText('The rehearsal could not be finished');
    workspace.setFaults([]);
    await user.click(await button('Try again'));
    await screen.findByRole('heading', { name: 'What would have happened' });
  });
});

describe('the pilot', () => {
  it('says how to begin one while there is none', async () => {
    const { user } = await open('Pilot');
    await screen.findByText(/switched on everywhere/);
    await user.click(await button('Choose groups or brands'));
    await screen.findByRole('heading', { name: 'People', level: 1 });
  });

  it('has a sentence for a time without feedback', async () => {
    store({ pilot: { groupIds: ['360000100001'], brandIds: [] } });
    await open('Pilot');
    await screen.findByText('No feedback was recorded in this time.');
    await screen.findByText(/Pilot: .*Billing/);
  });

  it('compares both sides with n, interval and a word on chance', async () => {
    const [one, other] = [
      solvedTicket(workspace.world, { csat: 5 }),
      solvedTicket(workspace.world, { csat: 1 }),
    ];
    const group = String(workspace.world.tickets.get(Number(one))?.group_id);
    const admin = await createTestApp(workspace, 'admin');
    for (const ticket of [one, other]) await recordSighting(admin, await readTicketFeedback(admin, ticket));
    await whenIdle(workspace);
    store({ pilot: { groupIds: [group], brandIds: [] } });
    const { user } = await open('Pilot');
    const table = await screen.findByRole('table', { name: 'Pilot and the rest' });
    const csat = within(table).getByRole('row', { name: /^CSAT/ });
    expect(csat.textContent).toContain('50% (1 of 2)');
    expect(csat.textContent).toContain('95% interval 9% to 91%');
    expect(csat.textContent).toContain('fewer than 10');
    expect(csat.textContent).toContain('Nothing to compare yet');
    screen.getByText(/2 feedbacks in the pilot, 0 in the rest/);
    await user.click(await button(/^What the figures mean/));
    screen.getByText(/by Wilson; of the difference by Newcombe/);
    expect((await axe.run(document.body, { rules: { region: { enabled: false } } })).violations).toEqual([]);
  });
});
