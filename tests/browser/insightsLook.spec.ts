/** The insights page and what opens from it: sound to a screen reader, in both schemes, on a desk and on a phone. */
import type { FrameLocator, Page } from '@playwright/test';
import { axe, expect, test, type Workspace } from './emulator.ts';
import { atRest, overflow, tooSmall } from './look.ts';
import { setUpByAdmin } from './story.ts';

test.use({ scale: 600 });

const press = (place: Pick<FrameLocator, 'getByRole'>, name: string | RegExp) =>
  place.getByRole('button', { name, exact: true }).first().click();

/** The page as an admin opens it. */
async function openInsights(page: Page, workspace: Workspace, scheme: 'light' | 'dark') {
  const app = await workspace.openTriage({ persona: 'admin', scheme });
  const tab = app.getByRole('button', { name: 'Insights', exact: true });
  const more = app.getByRole('button', { name: 'More', exact: true });
  await expect(tab.or(more).first()).toBeVisible();
  if (!(await tab.isVisible())) await more.click();
  await tab.click();
  await page.mouse.move(0, 0);
  return app;
}

/** What is pointed at in a picture is as big as it is drawn: its values stand in the table below it, too. */
const isInPicture = (one: string) => /: .* · |^button: Download /.test(one);

/** Screens in the order somebody meets them: what leads there, and what says that it is there. */
const screens: [name: string, go: (app: FrameLocator) => Promise<unknown>, sign: string | RegExp][] = [
  ['the figures', async () => {}, 'All figures'],
  ['what a figure means', (app) => press(app, 'What CSAT means'), /CSAT/],
  ['the tickets behind it', (app) => press(app, /^CSAT: .*Show the tickets/), 'Those that count'],
  [
    'the parts by group',
    async (app) => {
      await press(app, 'Close');
      await app.getByLabel('Break down by').selectOption('group');
    },
    'By group',
  ],
  [
    'a filter',
    async (app) => {
      await app.getByLabel('that is', { exact: true }).selectOption('Process');
      await press(app, 'Add');
    },
    'Clear all filters',
  ],
  [
    'how the numbers are kept',
    async (app) => {
      await press(app, 'Clear all filters');
      await app.getByText('How these numbers are kept').click();
    },
    'Rebuild all rows',
  ],
  [
    'nothing in a period',
    async (app) => {
      await app.getByLabel('Period', { exact: true }).selectOption('own');
      for (const end of ['From', 'To']) await app.getByLabel(end, { exact: true }).fill('2020-01-01');
      await press(app, 'Show these days');
    },
    'No rating of this period is known.',
  ],
];

for (const scheme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test(`every screen of the insights is sound in ${scheme} colours, ${width} pixels wide`, async ({
      page,
      workspace,
    }) => {
      test.setTimeout(150_000);
      await setUpByAdmin(page, workspace);
      await workspace.makeCases(12);
      await page.setViewportSize({ width, height: 800 });
      const app = await openInsights(page, workspace, scheme);
      const faults: Record<string, string[]> = {};
      for (const [name, go, sign] of screens) {
        await go(app);
        await expect(app.getByText(sign).first()).toBeVisible({ timeout: 20_000 });
        await atRest(app);
        const found = await axe(app);
        if ((await overflow(app)) > 0) found.push('sticks out');
        const small = width === 360 ? await tooSmall(app) : [];
        found.push(...small.filter((one) => !isInPicture(one)).map((one) => `too small: ${one}`));
        if (found.length > 0) faults[name] = found;
      }
      expect(faults).toEqual({});
    });
  }
}
