/** The issues page over the emulated account: the month's list, one issue, its meeting. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readIssues } from '../../src/actions/readIssues.ts';
import { saveIssue } from '../../src/actions/saveIssue.ts';
import { emptyIssueDraft, type IssueDraft, type StoredIssue } from '../../src/care/issues/issue.ts';
import { IssuesScreen } from '../../src/ui/issues/IssuesScreen.tsx';
import type { Hub } from '../../src/zendesk/hub.ts';
import type { PersonaKey } from '../emulator/control.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { personas } from '../emulator/world/people.ts';
import { createTestApp, createTestHub } from '../testApp.ts';
import { liveThroughMonths } from './issuesMonth.ts';
import { callsSince, createReadyWorkspace, openApp, show } from './render.tsx';

// Whole pages in jsdom: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const patient = { timeout: 20_000 };
let workspace: Workspace;

beforeEach(async () => {
  workspace = await createReadyWorkspace();
});

const leading = { version: 2, otherLeads: [String(personas.lead)] };
const seedApp = (persona: PersonaKey = 'admin') =>
  createTestApp(workspace, persona, { timeoutMs: 20_000, configuration: leading });

const live = async () => liveThroughMonths(await seedApp(), workspace.world);

async function issue(draft: Partial<IssueDraft>, persona: PersonaKey = 'admin'): Promise<StoredIssue> {
  const written = await saveIssue(await seedApp(persona), { ...emptyIssueDraft, ...draft }, null);
  if (written.kind !== 'saved') throw new Error('not saved');
  return written.issue;
}

const login = () => issue({ name: 'Login page', topics: ['Login page'] });

async function open(persona: PersonaKey = 'admin', hub: Hub = createTestHub()()) {
  const opened = await openApp(workspace, persona, hub);
  return { ...opened, ...show(opened.app, <IssuesScreen onPage={() => {}} />) };
}

const section = async (name: string | RegExp) => {
  const heading = await screen.findByRole('heading', { name }, patient);
  const found = heading.parentElement;
  if (!(found instanceof HTMLElement)) throw new Error(`no section ${name}`);
  return found;
};
const button = (name: string | RegExp) => screen.findByRole('button', { name }, patient);
const field = (name: string | RegExp) => screen.findByLabelText(name, {}, patient);

async function expectNoFaults(): Promise<void> {
  // jsdom draws nothing: contrast is looked at in the browser.
  const options = { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } };
  const { violations } = await axe.run(document.body, options);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
}

describe('the month’s list', () => {
  it('opens on the last full month: promises, what weighs most, topics nobody took up, what has none', async () => {
    await live();
    await login();
    await open();
    await section('Without a topic');
    const heads = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(heads).toEqual([
      'Promised in October 2026',
      'What weighs most',
      'Topics nobody has made an issue of',
      'Without a topic',
      'All other issues',
    ]);
    expect((await field('Month')) as HTMLSelectElement).toHaveProperty(
      'selectedOptions.0.textContent',
      'October 2026',
    );
    const ranked = await section('What weighs most');
    expect(within(ranked).getByText('−4.3')).toBeTruthy();
    expect(within(ranked).getByText(/could be chance/)).toBeTruthy();
    const unclaimed = await section('Topics nobody has made an issue of');
    expect(within(unclaimed).getByText('App crashes').closest('li')?.textContent).toMatch(
      /6 tickets.*too few ratings for a place/,
    );
    await expectNoFaults();
  });

  it('says that the month of today is not over', async () => {
    await live();
    const { user } = await open();
    await section('Without a topic');
    await user.selectOptions(await field('Month'), 'November 2026, not over');
    expect(await screen.findByText(/The month is not over/, {}, patient)).toBeTruthy();
  });

  it('is counted anew on request, with what came since', async () => {
    const october = { month: 9, rated: 3, good: 1 };
    await liveThroughMonths(await seedApp(), workspace.world, [{ ...october, topic: 'Gift cards' }]);
    const { user } = await open();
    await button('Make it an issue: Gift cards');
    await liveThroughMonths(await seedApp(), workspace.world, [{ ...october, topic: 'App crashes' }]);
    workspace.world.advance(60_000);
    await user.click(await button('Refresh'));
    await button('Make it an issue: App crashes');
    expect(screen.queryByText('The month could not be counted')).toBeNull();
  });

  it('makes an issue of a topic by one press and opens it', async () => {
    await live();
    const { user, app } = await open();
    await user.click(await button('Make it an issue: Gift cards'));
    const title = await screen.findByRole('heading', { name: 'Gift cards' }, patient);
    await waitFor(() => expect(document.activeElement).toBe(title));
    expect((await readIssues(app)).issues).toMatchObject([{ name: 'Gift cards', topics: ['Gift cards'] }]);
  });

  it('opens the tickets behind a number', async () => {
    await live();
    await login();
    const { user } = await open();
    await user.click(await button('32, open: Login page: rated good'));
    const list = await screen.findByRole('dialog', { name: 'Login page: rated good' }, patient);
    expect(await within(list).findByText(/of 32/, {}, patient)).toBeTruthy();
  });

  it('tells how to begin where nothing has a topic', async () => {
    await open();
    expect(await screen.findByText('No feedback in this month has a topic', {}, patient)).toBeTruthy();
    await expectNoFaults();
  });

  it('tells whoever leads nobody, and asks Zendesk for nothing', async () => {
    const before = workspace.exchanges().length;
    await open('agent');
    expect(await screen.findByText('Issues are for leads.', {}, patient)).toBeTruthy();
    expect(callsSince(workspace, before).filter((call) => call.includes('fl_'))).toEqual([]);
  });

  it('says what failed, and has it all after another try', async () => {
    await live();
    await login();
    workspace.setFaults([
      { path: '/api/v2/custom_objects/fl_doc/records/search', kind: '503', retryAfter: null },
    ]);
    const { user } = await open();
    await screen.findByText('The register of issues could not be read', {}, { timeout: 40_000 });
    workspace.setFaults([]);
    await user.click((await screen.findAllByRole('button', { name: 'Try again' }))[0] as HTMLElement);
    await section('What weighs most');
    expect(screen.queryByText('The register of issues could not be read')).toBeNull();
  });
});

async function openIssue(name: string, hub?: Hub) {
  const opened = await open('admin', hub);
  await opened.user.click(await button(name));
  await section(/^What may be said/);
  return opened;
}

describe('an issue', () => {
  it('claims what the data allow, every number a way to its tickets', async () => {
    await live();
    await login();
    await openIssue('Login page');
    await screen.findByText(/points, 21% lower/, {}, patient);
    const said = (await section(/^What may be said/)).textContent;
    expect(said).toContain('We handled 50 tickets in October 2026 about ⁨Login page⁩.');
    expect(said).toContain(
      'CSAT of these is 64% (32 of 50 rated; 95 %: 50% to 76%) against 81% for the rest',
    );
    for (const number of ['50', '32', '64%', '81%', '120', '148', '17'])
      expect(screen.getAllByRole('button', { name: new RegExp(`^${number}, open:`) }).length).toBeGreaterThan(
        0,
      );
    await expectNoFaults();
  });

  it('refuses in full words where they do not', async () => {
    await live();
    await issue({ name: 'Returns', topics: ['Returns'] });
    await openIssue('Returns');
    const said = await screen.findByText(/^Not yet: with/, {}, patient);
    expect(said.textContent).toMatch(
      /Not yet: with 25 ratings the difference could be chance; about \d+ are needed/,
    );
    expect(document.body.textContent).not.toMatch(/lower/);
  });

  it('keeps what was typed until it is saved, also when the page is opened again', async () => {
    await live();
    await login();
    const hub = createTestHub()();
    const { user } = await openIssue('Login page', hub);
    await user.type(await field('Ask'), 'Keep people signed in.');
    await user.click(screen.getByLabelText('Somebody without a seat in Zendesk'));
    await user.type(await field('Owner’s name'), 'Product');
    await user.tab();
    cleanup();
    const again = await openIssue('Login page', hub);
    await waitFor(async () => expect(await field('Ask')).toHaveProperty('value', 'Keep people signed in.'));
    await again.user.click(await button('Save'));
    expect(await screen.findByText('We ask: ⁨Keep people signed in.⁩', {}, patient)).toBeTruthy();
    expect(screen.getByText('Owner: ⁨Product⁩.')).toBeTruthy();
  });

  it('tells who saved first, and loses neither’s words', async () => {
    await live();
    const made = await login();
    const { user, app } = await openIssue('Login page');
    await user.type(await field('Ask'), 'Mine.');
    const lead = await seedApp('lead');
    await saveIssue(lead, { ...made, ask: 'Theirs.' }, made);
    await user.click(await button('Save'));
    const note = await screen.findByText(new RegExp(`${lead.user.name}.* changed this issue`), {}, patient);
    expect(note.closest('[role="alert"]')?.textContent).toContain('Changed: Ask.');
    expect(await field('Ask')).toHaveProperty('value', 'Mine.');
    expect((await readIssues(app)).issues[0]?.ask).toBe('Theirs.');
    await user.click(await button('Save mine over it'));
    await waitFor(async () => expect((await readIssues(app)).issues[0]?.ask).toBe('Mine.'), patient);
  });

  it('moves on, and back again', async () => {
    await live();
    await login();
    const { user, app } = await openIssue('Login page');
    await user.click(await button('Agreed in the meeting'));
    await user.click(await button('Undo'));
    await waitFor(
      async () => expect((await readIssues(app)).issues[0]).toMatchObject({ status: 'open' }),
      patient,
    );
  });

  it('is fixed with what changed, and with no address but a safe one', async () => {
    await live();
    await login();
    const { user, app } = await openIssue('Login page');
    await user.click(await button('Mark as fixed'));
    await user.click(await button('Mark as fixed'));
    expect(await screen.findByText('Say what changed.')).toBeTruthy();
    await user.type(await field('What changed'), 'The page remembers people.');
    await user.type(await field('Link to read more'), 'javascript:alert(1)');
    await user.click(await button('Mark as fixed'));
    expect(await screen.findByText('That is no https address.')).toBeTruthy();
    await user.clear(await field('Link to read more'));
    await user.click(await button('Mark as fixed'));
    expect(await screen.findByText('Did the fix hold?', {}, patient)).toBeTruthy();
    expect(screen.getByText(/Too early to tell\./)).toBeTruthy();
    expect((await readIssues(app)).issues[0]).toMatchObject({
      status: 'fixed',
      whatChanged: 'The page remembers people.',
    });
  });

  it('holds links and notes, and gives back what was removed', async () => {
    await live();
    await login();
    const { user, app } = await openIssue('Login page');
    await user.type(await field('Note'), 'Seen in the log.');
    await user.click(await button('Add as evidence'));
    await user.click(await button('Remove: Seen in the log.'));
    await user.click(await button('Undo'));
    await waitFor(
      async () =>
        expect((await readIssues(app)).issues[0]?.evidence).toEqual([
          { url: null, text: 'Seen in the log.' },
        ]),
      patient,
    );
  });
});

describe('the meeting', () => {
  const openPack = async () => {
    const opened = await open();
    await section('What weighs most');
    await opened.user.click(await button('Prepare the meeting'));
    await screen.findByRole('heading', { name: 'Customer feedback: October 2026' }, patient);
    await button('Copy as Markdown');
    return opened;
  };

  it('is a page of promises and sentences, without comments until somebody asks', async () => {
    await live();
    await login();
    const { user } = await openPack();
    const before = workspace.exchanges().length;
    expect(screen.getByText(/points, 21% lower/)).toBeTruthy();
    expect(screen.queryByText(/asks for my password/)).toBeNull();
    await expectNoFaults();
    await user.click(await button('Add what customers wrote'));
    expect((await screen.findAllByText(/asks for my password/, {}, patient)).length).toBeGreaterThan(0);
    expect(callsSince(workspace, before).filter((call) => call.includes('show_many')).length).toBeLessThan(6);
  });

  it('is copied as Markdown, or shown where the browser forbids copying', async () => {
    await live();
    await login();
    document.execCommand = () => false;
    const { user } = await openPack();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
    await user.click(await button('Copy as Markdown'));
    const text = (await field('The page as Markdown')) as HTMLTextAreaElement;
    expect(text.value).toMatch(/^# .*October 2026/);
    expect(text.value).toMatch(/21% lower/);
  });

  it('says what to do where the browser does not print', async () => {
    await live();
    await login();
    window.print = () => {};
    const { user } = await openPack();
    await user.click(await button('Print or save as PDF'));
    expect((await screen.findAllByText(/does not let this page print/)).length).toBeGreaterThan(0);
  });
});
