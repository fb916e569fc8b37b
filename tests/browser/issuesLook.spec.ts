/** The issues page: sound to a screen reader, in both schemes, on a desk and on a phone. */
import type { FrameLocator } from '@playwright/test';
import { liveThroughMonths, widePiles } from '../ui/issuesMonth.ts';
import { axe, expect, navBar, test } from './emulator.ts';
import { atRest, overflow } from './look.ts';
import { adminApp, arranged, setUpWith, takeTime } from './workflows.ts';

const press = (app: FrameLocator, name: string | RegExp) =>
  app.getByRole('button', { name, exact: true }).first().click();

/** Screens in the order somebody meets them: what leads there, and what says that it is there. */
const screens: [name: string, go: (app: FrameLocator) => Promise<unknown>, sign: string | RegExp][] = [
  ['the list', (app) => press(app, 'Issues'), 'Topics nobody has made an issue of'],
  ['a claim', (app) => press(app, 'Make it an issue: Login page'), /points, \d+% lower/],
  ['what changed', (app) => press(app, 'Mark as fixed'), 'What changed'],
  ['the list with an issue', (app) => press(app, 'All issues'), 'What weighs most'],
  ['a refusal', (app) => press(app, 'Make it an issue: Returns'), /^Not yet: with/],
  ['the list again', (app) => press(app, 'All issues'), 'What weighs most'],
  ['the tickets behind a number', (app) => press(app, /^24, open:/), /^Close$/],
  ['the list once more', (app) => press(app, 'Close'), 'What weighs most'],
  ['the meeting', (app) => press(app, 'Prepare the meeting'), 'Copy as Markdown'],
];

for (const scheme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test(`the issues page is sound in ${scheme} colours, ${width} pixels wide`, async ({
      page,
      workspace,
      emulator,
    }) => {
      test.setTimeout(150_000);
      await page.setViewportSize({ width, height: 800 });
      await setUpWith(emulator, arranged);
      takeTime(emulator, 120_000);
      await liveThroughMonths(await adminApp(emulator), emulator.world(), widePiles);
      takeTime(emulator, 120_000);
      await workspace.openTriage({ persona: 'lead', scheme });
      const app = navBar(page);
      if (width === 360) await press(app, 'More');
      const faults: Record<string, string[]> = {};
      for (const [name, go, sign] of screens) {
        await go(app);
        await expect(app.getByText(sign).first()).toBeVisible({ timeout: 30_000 });
        await atRest(app);
        const found = await axe(app);
        if ((await overflow(app)) > 0) found.push('sticks out');
        if (found.length > 0) faults[name] = found;
      }
      expect(faults).toEqual({});
    });
  }
}
