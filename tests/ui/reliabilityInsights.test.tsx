/**
 * Insights, issues, huddle and coaching while each of their calls fails: what is there is shown, what is missing is
 * said in a sentence beside the way to try again, which then brings the whole screen. What was shown last stays.
 */
import { cleanup, screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { saveIssue } from '../../src/actions/saveIssue.ts';
import { addSheetItem } from '../../src/actions/writeSheetItem.ts';
import { failureKinds } from '../../src/care/failure.ts';
import { emptyIssueDraft } from '../../src/care/issues/issue.ts';
import { CoachingScreen } from '../../src/ui/coaching/CoachingScreen.tsx';
import { HuddleScreen } from '../../src/ui/huddle/HuddleScreen.tsx';
import { InsightsScreen } from '../../src/ui/insights/InsightsScreen.tsx';
import { IssuesScreen } from '../../src/ui/issues/IssuesScreen.tsx';
import english from '../../translations/en.json';
import { agent, appOf, billing, openCoaching, rated } from '../actions/coachingWorld.ts';
import type { FaultKind, PersonaKey } from '../emulator/control.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { endpointsSince } from '../faultMatrix.ts';
import { whenIdle } from '../testApp.ts';
import { openApp, show } from './render.tsx';

// Whole pages in jsdom: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
const patient = { timeout: 10_000 };
/** One of each sort a screen can tell apart; that every answer becomes one of them is tried elsewhere. */
const ways: FaultKind[] = ['403', 'truncated'];

let survived = 0;
afterAll(() => {
  process.stdout.write(`reliability: ${survived} combinations of screen, call and failure survived\n`);
});

// Compiled before the first test, not within its time.
beforeAll(async () => {
  await Promise.all([
    import('../../src/ui/insights/Pictures.tsx'),
    import('../../src/ui/insights/StatusTimes.tsx'),
    import('../../src/ui/coaching/AgentSheet.tsx'),
    import('../../src/ui/issues/PackPage.tsx'),
  ]);
}, 120_000);

let workspace: Workspace;
let told: ReturnType<typeof vi.spyOn>;
beforeEach(async () => {
  told = vi.spyOn(console, 'error');
  workspace = await openCoaching({ hasStory: false });
  const admin = await appOf(workspace, 'admin');
  const own = { agentId: agent, groupId: billing };
  await rated(admin, workspace, { ...own, csat: 5, comment: 'So kind.', bucket: 'agent' });
  await rated(admin, workspace, {
    ...own,
    csat: 1,
    comment: 'Too slow.',
    bucket: 'process',
    topic: 'transfers',
  });
  await rated(admin, workspace, { ...own, csat: 2, bucket: 'root_cause', topic: 'transfers', ago: 25 });
  await saveIssue(admin, { ...emptyIssueDraft, name: 'Handing over', topics: ['transfers'] }, null);
  const place = { agentId: agent, isGuarded: false, groupIds: [billing] };
  await addSheetItem(admin, place, { kind: 'action', text: 'Shadow Yuki', dueOn: null });
});
afterEach(() => {
  expect(told.mock.calls).toEqual([]);
  told.mockRestore();
});

const text = () => document.body.textContent ?? '';
const isSaid = () => failureKinds.some((kind) => text().includes(english.failure[kind]));
const again = () => screen.queryAllByRole('button', { name: english.failure.retry });

interface Looked {
  element: ReactElement;
  persona: PersonaKey;
  /** All of it is there once the screen is whole. */
  whole: (string | RegExp)[];
  /** Presses to get there. */
  reach?: (user: ReturnType<typeof show>['user']) => Promise<void>;
}
const isWhole = ({ whole }: Looked) =>
  whole.every((part) => (typeof part === 'string' ? text().includes(part) : part.test(text())));

const screens: Record<string, Looked> = {
  insights: {
    element: <InsightsScreen onPage={() => {}} />,
    persona: 'admin',
    whole: ['All figures', 'In pictures', '1 of 3'],
  },
  issues: {
    element: <IssuesScreen onPage={() => {}} />,
    persona: 'admin',
    whole: ['Handing over', 'Promised in October 2026', 'All other issues'],
  },
  'the month’s meeting': {
    element: <IssuesScreen onPage={() => {}} />,
    persona: 'admin',
    whole: ['Handing over', 'Promised in October 2026', 'Copy as Markdown'],
    reach: (user) => screen.findByRole('button', { name: english.issues.prepare }, patient).then(user.click),
  },
  huddle: {
    element: <HuddleScreen onPage={() => {}} />,
    persona: 'admin',
    whole: ['So kind.', 'Too slow.'],
  },
  'the list of agents': {
    element: <CoachingScreen onPage={() => {}} />,
    persona: 'admin',
    whole: [/33% \(1 of 3\)/],
  },
  'the own sheet': {
    element: <CoachingScreen onPage={() => {}} />,
    persona: 'agent',
    whole: ['So kind.', '33% (1 of 3)', 'Shadow Yuki'],
  },
};

async function open({ element, persona, reach }: Looked) {
  const { app } = await openApp(workspace, persona);
  const shown = show(app, element);
  await reach?.(shown.user);
  return shown;
}

describe.each(Object.entries(screens))('%s', (_, looked) => {
  it('says what is missing, whichever of its calls failed, and is whole once tried again', async () => {
    const before = workspace.exchanges().length;
    await open(looked);
    await waitFor(() => expect(isWhole(looked), text()).toBe(true), patient);
    await whenIdle(workspace);
    cleanup();
    for (const endpoint of endpointsSince(workspace, before))
      for (const kind of ways) {
        const [method = '', path = ''] = endpoint.split(' ');
        const label = `${endpoint} answering ${kind}`;
        workspace.setFaults([{ method, path, kind }]);
        const { user } = await open(looked);
        const isEither = () => isWhole(looked) || (isSaid() && again().length > 0);
        await waitFor(() => expect([label, isEither(), text()]).toEqual([label, true, text()]), patient);
        await whenIdle(workspace);
        workspace.setFaults([]);
        for (let press = 0; press < 5 && again()[0]; press += 1) {
          await user.click(again()[0] as HTMLElement);
          await whenIdle(workspace);
        }
        await waitFor(() => expect([label, isWhole(looked)], text()).toEqual([label, true]), patient);
        await waitFor(() => expect([label, isSaid()]).toEqual([label, false]), patient);
        cleanup();
        survived += 1;
      }
  });
});

it.each([
  ['insights', screens.insights],
  ['issues', screens.issues],
])('%s read again in vain keeps what was read last, and says so', async (_, looked) => {
  if (!looked) throw new Error('no such screen');
  const { user } = await open(looked);
  await waitFor(() => expect(isWhole(looked), text()).toBe(true), patient);
  await whenIdle(workspace);
  for (const kind of ['503', 'html'] as const) {
    workspace.setFaults([{ path: '/**', kind }]);
    await user.click(screen.getByRole('button', { name: english.triage.refresh }));
    await waitFor(() => expect(isSaid()).toBe(true), patient);
    await whenIdle(workspace);
    expect(isWhole(looked)).toBe(true);
    workspace.setFaults([]);
    for (let press = 0; press < 5 && again()[0]; press += 1) {
      await user.click(again()[0] as HTMLElement);
      await whenIdle(workspace);
    }
    await waitFor(() => expect(isSaid()).toBe(false), patient);
    survived += 1;
  }
});
