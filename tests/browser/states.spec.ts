import type { FrameLocator, Page } from '@playwright/test';
import { storyTickets } from '../emulator/world/storyTickets.ts';
import { axe, expect, type Presets, test, type Workspace } from './emulator.ts';
import { fresh, setUpByAdmin } from './story.ts';

const looks: Presets[] = [
  { scheme: 'light', width: 320 },
  { scheme: 'dark', width: 320 },
  { scheme: 'light', width: 640 },
  { scheme: 'dark', width: 640 },
];

/** A state of the sidebar: how it comes about, and the sentence that says it. */
interface State {
  ticket: number;
  persona?: 'admin' | 'agent';
  isSetUp?: boolean;
  sentence: string | RegExp;
  prepare?(workspace: Workspace): Promise<void>;
}

const states: Record<string, State> = {
  'not set up': { ticket: fresh, sentence: /has not been set up in this account/, isSetUp: false },
  'no custom objects': {
    ticket: fresh,
    sentence: /plan has no custom objects/,
    isSetUp: false,
    prepare: (workspace) => workspace.change({ plan: 'support_professional' }),
  },
  offered: { ticket: fresh, sentence: 'Not answered yet' },
  'not rated yet': { ticket: storyTickets.loginBack, sentence: 'No survey sent yet' },
  'no survey': {
    ticket: fresh,
    sentence: 'No satisfaction survey on this ticket',
    prepare: (workspace) => workspace.change({ csat: 'none' }),
  },
  bad: { ticket: storyTickets.transfers, sentence: 'What was it about?' },
  'bad, number hidden': {
    ticket: storyTickets.waiting,
    persona: 'agent',
    sentence: /may not see the 1-5 score/,
  },
  praise: { ticket: storyTickets.praise, sentence: /good by Zendesk’s rule/ },
  'nice team, hard process': {
    ticket: storyTickets.niceTeamHardProcess,
    sentence: 'Nice team, hard process',
  },
  closed: { ticket: storyTickets.loginPage, sentence: /The ticket is closed/ },
  hostile: { ticket: storyTickets.arabic, sentence: 'What was it about?' },
  'ledger out of reach': {
    ticket: storyTickets.transfers,
    sentence: 'What was recorded could not be read',
    prepare: (workspace) =>
      workspace.fail({ path: '/api/v2/custom_objects/fl_event/**', kind: '503', retryAfter: 60 }),
  },
};

/** Nothing of the frame's width is out of sight. */
const overflow = (frame: FrameLocator) =>
  frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);

async function look(frame: FrameLocator): Promise<void> {
  expect(await axe(frame)).toEqual([]);
  expect(await overflow(frame)).toBeLessThanOrEqual(0);
}

for (const [name, state] of Object.entries(states)) {
  test(`the sidebar of a ticket that is ${name} says so, in every look`, async ({ page, workspace }) => {
    if (state.isSetUp !== false) await setUpByAdmin(page, workspace);
    await state.prepare?.(workspace);
    for (const presets of looks) {
      const frame = await workspace.openTicket(state.ticket, {
        persona: state.persona ?? 'admin',
        ...presets,
      });
      await expect(frame.getByText(state.sentence).first()).toBeVisible();
      await look(frame);
    }
  });
}

test('the sidebar keeps the last good answer, and says so, when Zendesk stops answering', async ({
  page,
  workspace,
}) => {
  await setUpByAdmin(page, workspace);
  for (const presets of looks) {
    const frame = await workspace.openTicket(storyTickets.transfers, { persona: 'admin', ...presets });
    await workspace.fail({ path: `/api/v2/tickets/${storyTickets.transfers}`, kind: '500' });
    await frame.getByRole('button', { name: 'Refresh' }).click();
    await expect(frame.getByText(/Zendesk does not answer/)).toBeVisible();
    await expect(frame.getByText(/could not refresh/)).toBeVisible();
    await expect(frame.getByText(/Explained it to four people/)).toBeVisible();
    await look(frame);
    await workspace.fail();
  }
});

async function openCases(page: Page, workspace: Workspace): Promise<void> {
  await setUpByAdmin(page, workspace);
  for (const ticket of [storyTickets.transfers, storyTickets.waiting, storyTickets.policy]) {
    const frame = await workspace.openTicket(ticket, { persona: 'admin' });
    await expect(frame.getByText('Nobody has it yet.')).toBeVisible();
  }
}

test('the triage page is sound in both schemes, wide and at 360 px, with list, panel and closing form', async ({
  page,
  workspace,
}) => {
  await openCases(page, workspace);
  for (const [scheme, width] of [
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    const triage = await workspace.openTriage({ persona: 'lead', scheme });
    await expect(triage.getByText('Ines Pereira').first()).toBeVisible();
    await look(triage);
    await triage.getByText('Ines Pereira').first().click();
    await expect(triage.getByText('Nobody has it yet.')).toBeVisible();
    await expect(triage.getByText('What happened')).toBeVisible();
    await look(triage);
    await triage.getByRole('button', { name: 'Close…' }).click();
    await expect(triage.getByText('How did it end?')).toBeVisible();
    await look(triage);
  }
});

test('the triage page says when there is nothing, when it fails, and when it was not set up', async ({
  page,
  workspace,
}) => {
  const before = await workspace.openTriage({ persona: 'lead' });
  await expect(before.getByText(/has not been set up/)).toBeVisible();
  await look(before);
  await setUpByAdmin(page, workspace);
  const empty = await workspace.openTriage({ persona: 'lead', scheme: 'dark' });
  await expect(empty.getByText('Nothing waiting.')).toBeVisible();
  await look(empty);
  await workspace.fail({ path: '/api/v2/custom_objects/fl_feedback/**', kind: '500' });
  const failed = await workspace.openTriage({ persona: 'lead' });
  await expect(failed.getByText('The cases could not be read')).toBeVisible();
  await expect(failed.getByText('Nothing waiting.')).toHaveCount(0);
  await look(failed);
});
