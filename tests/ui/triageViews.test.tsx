/** The views beside the open cases, and rows that are about a conversation. */
import { act, screen, waitFor, within } from '@testing-library/react';
import { type InferInput, parse } from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { newOperation } from '../../src/actions/newOperation.ts';
import { record } from '../../src/actions/record.ts';
import { setAside } from '../../src/actions/setAside.ts';
import type { App } from '../../src/app.ts';
import { emptyFeedback, type Feedback } from '../../src/care/feedback.ts';
import type { Entry, NewEvent } from '../../src/care/ledger.ts';
import { ratingSchema } from '../../src/care/rating.ts';
import { customerId, solvedTicket } from '../actions/tickets.ts';
import type { PersonaKey } from '../emulator/control.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { personas } from '../emulator/world/people.ts';
import { createTestApp, createTestHub, whenIdle } from '../testApp.ts';
import { createReadyWorkspace, openApp, showTriage } from './render.tsx';

let workspace: Workspace;
let admin: App;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
  admin = await createTestApp(workspace, 'admin');
});

const rated = (given: Partial<InferInput<typeof ratingSchema>> = {}): NewEvent => {
  const input = { metric: 'csat', value: 1, scale: 5, verdict: 'bad', source: 'survey_responses', ...given };
  const rating = parse(ratingSchema, { answeredAt: workspace.world.now() - 3_600_000, ...input });
  return { kind: 'rated', body: { ratings: [rating], isAlreadyRevised: false } };
};
const opened = (): NewEvent => ({
  kind: 'case_opened',
  body: {
    rule: 'csat_below',
    threshold: 3,
    dueAt: workspace.world.now() + 3_600_000,
    soonAt: null,
    firstDueAt: null,
    isProvisional: false,
  },
});
const suspected: NewEvent = {
  kind: 'suspected',
  body: { signs: ['seconds_after_sending', 'no_comment'] },
};

/** Written as the sync writes it: in one record. */
async function written(key: string, ...facts: Entry): Promise<Feedback> {
  const ticketId = /^ticket:(\d+)$/.exec(key)?.[1] ?? null;
  const subject = { ticketId, requesterId: String(customerId) };
  const done = await record(admin, emptyFeedback(key), subject, () => facts, newOperation(), false);
  await done.listed;
  await whenIdle(workspace);
  return done.feedback;
}

const ticketKey = () => `ticket:${solvedTicket(workspace.world)}`;

async function openTriage(persona: PersonaKey = 'lead', route?: unknown) {
  const opening = await openApp(workspace, persona, createTestHub()());
  const shown = showTriage(opening.app, route);
  await screen.findByRole('group', { name: 'Which cases' });
  return { ...opening, ...shown };
}

const tab = (name: RegExp) =>
  within(screen.getByRole('group', { name: 'Which cases' })).getByRole('button', { name });
const rows = () => screen.queryAllByRole('row').filter((row) => row.getAttribute('aria-selected') !== null);
const someRows = async (count: number) => {
  await waitFor(() => expect(rows()).toHaveLength(count));
  return rows();
};
/** The panel itself, not the empty one that holds its place while its code is on the way. */
const openPanel = () =>
  waitFor(() => {
    const panel = screen.getByRole('complementary');
    expect(panel.getAttribute('aria-busy')).toBeNull();
    return panel;
  });
const textOf = (row: HTMLElement | undefined) => row?.textContent?.replace(/[\u2068\u2069]/g, '');

describe('ratings to check first', () => {
  it('are counted on their own tab and wait in no other view', async () => {
    await written(ticketKey(), rated(), suspected, opened());
    await written(ticketKey(), rated(), opened());
    const { user } = await openTriage('admin');
    await someRows(1);
    expect(tab(/^Open/).textContent).toBe('Open1');
    expect(tab(/^Unassigned/).textContent).toBe('Unassigned1');
    expect(tab(/^Check first/).textContent).toBe('Check first1');
    await user.click(tab(/^Check first/));
    const [row] = await someRows(1);
    expect(textOf(row)).toContain('Check first');
  });

  it('go to the queue with one press, and back with another', async () => {
    await written(ticketKey(), rated(), suspected, opened());
    const { user } = await openTriage('admin');
    await user.click(tab(/^Check first/));
    await user.click((await someRows(1))[0] as HTMLElement);
    const panel = await openPanel();
    expect(
      await within(panel).findByText(
        'Looks like a mail scanner: rated within seconds of sending, no comment.',
      ),
    ).toBeTruthy();
    await user.click(within(panel).getByRole('button', { name: 'It is a person' }));
    await waitFor(() => expect(tab(/^Open/).textContent).toBe('Open1'));
    expect(tab(/^Check first/).textContent).toBe('Check first0');
    await user.click(await within(panel).findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(tab(/^Check first/).textContent).toBe('Check first1'));
  });

  it('are praised when there are none', async () => {
    const { user } = await openTriage('admin');
    await screen.findByText('Nothing waiting.');
    await user.click(tab(/^Check first/));
    expect(screen.getByText('Nothing to check.')).toBeTruthy();
  });
});

describe('what is set aside', () => {
  it('is asked for on its turn, also without a case, and comes back in its place', async () => {
    const key = ticketKey();
    const praise = await written(key, rated({ value: 5, verdict: 'good' }));
    const subject = { ticketId: key.slice(7), requesterId: String(customerId) };
    const choice = { reason: 'test' as const, note: 'our own try' };
    await (await setAside(admin, praise, subject, choice, newOperation())).listed;
    await whenIdle(workspace);
    const { user } = await openTriage();
    await screen.findByText('Nothing waiting.');
    expect(tab(/^Set aside/).textContent).toBe('Set aside');
    await user.click(tab(/^Set aside/));
    const [row] = await someRows(1);
    expect(textOf(row)).toContain('5/5');
    expect(textOf(row)).toContain('a test');
    await user.click(row as HTMLElement);
    const panel = await openPanel();
    expect(await within(panel).findByText(/Noor Haddad set this aside/)).toBeTruthy();
    expect(within(panel).getAllByText('our own try').length).toBeGreaterThan(0);
    await user.click(within(panel).getByRole('button', { name: 'Take back' }));
    await waitFor(() => expect(rows()).toHaveLength(0));
    expect(screen.getByRole('complementary')).toBe(panel);
    expect(await within(panel).findByText('Taken back into the figures')).toBeTruthy();
  });

  it('leaves the open cases as soon as somebody says so', async () => {
    await written(ticketKey(), rated(), opened());
    // A lead's page would go on to find the account's other bad ratings.
    const { user } = await openTriage('admin');
    await user.click((await someRows(1))[0] as HTMLElement);
    const panel = await openPanel();
    await user.click(await within(panel).findByRole('button', { name: 'Set aside…' }));
    await user.click(await within(panel).findByRole('radio', { name: 'a test' }));
    await user.click(within(panel).getByRole('button', { name: 'Set aside' }));
    expect(await within(panel).findByText(/You set this aside/)).toBeTruthy();
    await waitFor(() => expect(tab(/^Open/).textContent).toBe('Open0'));
  });
});

describe('feedback about a conversation whose ticket is not known', () => {
  const key = 'conversation:66f0a1b2c3d4e5f6';

  it('has its row, its panel and its link', async () => {
    await written(key, rated(), opened());
    const { user } = await openTriage('admin', { appParams: ['case', 'conversation-66f0a1b2c3d4e5f6'] });
    const panel = await openPanel();
    expect(within(panel).getByRole('heading', { name: /conversation whose ticket/ })).toBeTruthy();
    expect(within(panel).queryByRole('button', { name: 'Open ticket' })).toBeNull();
    await user.click(within(panel).getByRole('button', { name: 'Take' }));
    expect(await within(panel).findByText('You have it.')).toBeTruthy();
    await user.keyboard('{Escape}');
    const [row] = await someRows(1);
    expect(textOf(row)).toContain('A conversation whose ticket is not known yet');
    await user.keyboard('j{Enter}');
    expect(await openPanel()).toBeTruthy();
  });

  it('leads to the ticket once that is known', async () => {
    const ticketed = ticketKey();
    await written(ticketed, rated(), opened());
    await written(key, rated(), { kind: 'linked', body: { ticketId: ticketed.slice(7) } });
    workspace.world.unknowns.indexLagSeconds = 3600;
    await openTriage('admin', { appParams: ['case', 'conversation-66f0a1b2c3d4e5f6'] });
    const panel = await openPanel();
    expect(within(panel).getByRole('heading', { name: 'Where is my parcel?' })).toBeTruthy();
  });

  it('is said to be missing in its own words', async () => {
    const { host } = await openTriage('admin');
    await screen.findByText('Nothing waiting.');
    act(() => host.emit('app.route.changed', { appParams: ['case', 'conversation-nobody'] }));
    expect(await screen.findByText(/no case for this conversation/)).toBeTruthy();
  });
});

describe('the panel', () => {
  it('tells facts that were written together as one moment, with names', async () => {
    const attribution = {
      atSolve: String(personas.agent),
      atSurvey: 'nobody',
      atRating: 'not_proved',
      replies: null,
      groupId: null,
      isReassignedAfter: false,
    };
    await written(ticketKey(), rated(), suspected, opened(), { kind: 'attributed', body: attribution });
    const { user } = await openTriage('admin');
    await user.click(tab(/^Check first/));
    await user.click((await someRows(1))[0] as HTMLElement);
    const told = await screen.findByText('Credited to Mia Keller (assignee when solved)', {
      selector: 'li div',
    });
    const moment = told.closest('li');
    expect(moment?.textContent).toContain('Score seen: CSAT 1/5');
    expect(moment?.textContent).toContain('To be checked first: rated within seconds of sending, no comment');
    expect(moment?.textContent).toContain('Case opened: CSAT below 3 of 5');
    expect(moment?.textContent?.match(/Noor Haddad/g)).toHaveLength(1);
  });

  it.each([
    [
      { kind: 'ticket_changed', body: { state: 'deleted', into: null } },
      'The ticket was deleted. What was recorded stays.',
    ],
    [{ kind: 'ticket_changed', body: { state: 'merged', into: '77' } }, 'The ticket was merged into #77.'],
    [
      { kind: 'rating_removed', body: { metrics: ['csat'] } },
      /^The rating is gone since .*; what was seen stays\.$/,
    ],
  ] as [NewEvent, string | RegExp][])('says what became of it: %j', async (fact, sentence) => {
    await written(ticketKey(), rated(), opened(), fact);
    const { user } = await openTriage('admin');
    await user.click((await someRows(1))[0] as HTMLElement);
    const panel = await openPanel();
    expect((await within(panel).findAllByText(sentence)).length).toBeGreaterThan(0);
  });

  it('names what to change where the role may not see the ticket', async () => {
    await written(ticketKey(), rated(), opened());
    const lead = workspace.world.users.get(personas.lead);
    if (lead) Object.assign(lead, { ticket_restriction: 'assigned' });
    const { user } = await openTriage();
    await user.click((await someRows(1))[0] as HTMLElement);
    const panel = await openPanel();
    expect(within(panel).getByText(/An admin can change that under Team members › Roles/)).toBeTruthy();
  });
});

it('takes the sync’s own records for no rows and for nothing broken', async () => {
  const path = '/api/v2/custom_objects/fl_feedback/records?external_id=sync:tickets';
  const custom_object_record = {
    external_id: 'sync:tickets',
    name: '~ sync:tickets',
    custom_object_fields: { status: 'none', state: '{"cursor":null}' },
  };
  const response = await workspace.fetchAs('admin')(path, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ custom_object_record }),
  });
  expect(response.ok).toBe(true);
  await openTriage();
  expect(await screen.findByText('Nothing waiting.')).toBeTruthy();
  expect(screen.queryByText(/could not be read/)).toBeNull();
});
