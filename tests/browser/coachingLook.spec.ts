/** Sheets, the huddle and a disputed score: sound to a screen reader, in both schemes, on a desk and on a phone. */
import type { FrameLocator, Page } from '@playwright/test';
import { personas } from '../emulator/world/people.ts';
import { storyTickets } from '../emulator/world/storyTickets.ts';
import { axe, expect, navBar, test, type Workspace, workspaceOn } from './emulator.ts';
import { atRest, overflow, tooSmall } from './look.ts';
import { syncNow } from './syncing.ts';
import { arranged, setUpWith, takeTime } from './workflows.ts';

const press = (place: Pick<FrameLocator, 'getByRole'>, name: string | RegExp) =>
  place.getByRole('button', { name, exact: true }).first().click();

/** By the tabs above the page, or where there is no room for them by what is under "More". */
async function openPage(app: FrameLocator, page: 'Coaching' | 'Huddle'): Promise<void> {
  const tab = app.getByRole('button', { name: page, exact: true }).first();
  const more = app.getByRole('button', { name: 'More', exact: true });
  await expect(tab.or(more).first()).toBeVisible();
  if (!(await tab.isVisible())) await more.click();
  await tab.click();
}

interface Tools {
  /** Opens the app anew as somebody. */
  as: (persona: 'lead' | 'agent') => Promise<FrameLocator>;
  beside: () => Promise<FrameLocator>;
  page: Page;
}

/** Screens in the order somebody meets them: what leads there, and what says that it is there. */
const screens: [name: string, go: (tools: Tools) => Promise<FrameLocator>, sign: string | RegExp][] = [
  [
    'the agents',
    async ({ as }) => {
      const app = await as('lead');
      await openPage(app, 'Coaching');
      return app;
    },
    'Kwame Mensah',
  ],
  [
    'a sheet',
    async ({ page }) => {
      await press(navBar(page), /Mia Keller/);
      await expect(navBar(page).getByRole('heading', { name: 'Praise' })).toBeVisible();
      await expect(navBar(page).getByText(/feedbacks of colleagues/)).toBeVisible();
      return navBar(page);
    },
    'New action',
  ],
  [
    'an action agreed, and another without a word',
    async ({ page }) => {
      const app = navBar(page);
      const action = app.getByRole('textbox', { name: 'New action' });
      await action.fill('Shadow Yuki for a morning');
      await press(app, 'Add');
      await expect(action).toHaveValue('');
      await press(app, 'Add');
      return app;
    },
    'Shadow Yuki for a morning',
  ],
  [
    'one’s own sheet',
    async ({ as }) => {
      const app = await as('agent');
      await openPage(app, 'Coaching');
      await expect(app.getByRole('heading', { name: 'Praise' })).toBeVisible();
      return app;
    },
    'New note, for you and those who lead you',
  ],
  [
    'the huddle',
    async ({ as }) => {
      const app = await as('lead');
      await openPage(app, 'Huddle');
      await press(app, 'Why this one?');
      return app;
    },
    /^Of this kind that day/,
  ],
  [
    'the huddle for the room',
    async ({ page }) => {
      await press(navBar(page), 'Show to the room');
      return navBar(page);
    },
    'Leave (Escape)',
  ],
  [
    'the dispute',
    async ({ beside }) => {
      const app = await beside();
      await press(app, 'This score is not mine…');
      await press(app, 'Ask a lead to decide');
      return app;
    },
    'Choose a reason.',
  ],
  [
    'a score disputed',
    async ({ page, beside }) => {
      await page.goto('about:blank');
      const app = await beside();
      await press(app, 'This score is not mine…');
      await app.getByText('somebody else’s work').click();
      await press(app, 'Ask a lead to decide');
      return app;
    },
    'A lead is to decide. It counts as before.',
  ],
];

/** The admin's tab has read the scores; the praise and the complaint of today are the next morning's. */
async function liveADay(page: Page, workspace: Workspace): Promise<void> {
  await workspace.answer({ ticket: storyTickets.offered, csat: 5, comment: 'Mia was wonderful.' });
  await workspace.answer({ ticket: storyTickets.fresh, csat: 2, comment: 'I told my story to four people.' });
  await workspaceOn(page, workspace.url).openTriage({ persona: 'admin' });
  await syncNow(page);
  await page.close();
  await workspace.moveClock(24);
}

const leads = [String(personas.admin), String(personas.lead)];

for (const scheme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test(`sheets, huddle and dispute are sound in ${scheme} colours, ${width} pixels wide`, async ({
      page,
      workspace,
      emulator,
      newPage,
    }) => {
      test.setTimeout(150_000);
      await setUpWith(emulator, { ...arranged, leads: [], otherLeads: leads });
      await liveADay(await newPage(), workspace);
      const tools: Tools = {
        page,
        as: async (persona) => {
          takeTime(emulator, 60_000);
          await page.setViewportSize({ width, height: 800 });
          return workspace.openTriage({ persona, scheme });
        },
        beside: async () => {
          takeTime(emulator, 60_000);
          await page.setViewportSize({ width: 1280, height: 800 });
          const presets = { persona: 'agent', scheme, width: width === 360 ? 320 : 480 } as const;
          return workspace.openTicket(storyTickets.fresh, presets);
        },
      };
      const faults: Record<string, string[]> = {};
      for (const [name, go, sign] of screens) {
        const app = await go(tools);
        await expect(app.getByText(sign).first(), name).toBeVisible({ timeout: 20_000 });
        await page.mouse.move(0, 0);
        await atRest(app);
        const found = await axe(app);
        if ((await overflow(app)) > 0) found.push('sticks out');
        const isPage = page.viewportSize()?.width === 360;
        if (isPage) found.push(...(await tooSmall(app)).map((one) => `too small: ${one}`));
        if (found.length > 0) faults[name] = found;
      }
      expect(faults).toEqual({});
    });
  }
}
