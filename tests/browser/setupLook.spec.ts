/** Every section of set-up: sound to a screen reader, in both schemes, on a desk and on a phone. */
import type { FrameLocator } from '@playwright/test';
import { axe, expect, navBar, test } from './emulator.ts';
import { atRest, overflow } from './look.ts';
import { arranged, rescue, setUpWith } from './workflows.ts';

const press = (app: FrameLocator, name: string | RegExp) =>
  app.getByRole('button', { name, exact: true }).first().click();

const section = (app: FrameLocator, name: string) =>
  app.getByRole('group', { name: 'Settings' }).getByRole('button', { name, exact: true }).click();

/** Screens in the order somebody meets them: what leads there, and what says that it is there. */
const screens: [name: string, go: (app: FrameLocator) => Promise<unknown>, sign: string | RegExp][] = [
  ['the checklist', (app) => press(app, 'Check set-up'), /Alerts: 4 of 4 in place/],
  [
    'what was created',
    (app) => app.getByText('What was created, and how to remove it').click(),
    /^Removing the app in Admin Center leaves all of this/,
  ],
  ['the survey', (app) => section(app, 'Survey'), 'Ask as soon as a ticket is solved'],
  ['the leads', (app) => section(app, 'People'), 'Who leads which group'],
  ['a lead looked for', (app) => press(app, /^Add a person.*Returns/), 'Type at least two letters.'],
  ['the workflows', (app) => section(app, 'Workflows'), /^At once, by Zendesk itself/],
  ['a workflow', (app) => press(app, /^Edit: .*Low scores/), 'When it may disturb'],
  ['the kinds of workflow', (app) => press(app, 'Add a workflow'), 'What is it for?'],
  ['the rehearsal', (app) => section(app, 'Rehearsal'), /^About \d+ rated tickets/],
  ['what would have happened', (app) => press(app, 'Rehearse'), 'Who would have heard'],
  ['the pilot', (app) => section(app, 'Pilot'), /there is no pilot to compare/],
  ['the figures', (app) => section(app, 'Figures'), 'What a customer is worth'],
  ['privacy', (app) => section(app, 'Privacy'), 'What is stored where'],
];

for (const scheme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test(`every section of set-up is sound in ${scheme} colours, ${width} pixels wide`, async ({
      page,
      workspace,
      emulator,
    }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width, height: 800 });
      const faults: Record<string, string[]> = {};
      const look = async (app: FrameLocator, name: string) => {
        await atRest(app);
        const found = await axe(app);
        if ((await overflow(app)) > 0) found.push('sticks out');
        if (found.length > 0) faults[name] = found;
      };
      const first = await workspace.openTriage({ persona: 'admin', scheme });
      await expect(first.getByText('4 will be created')).toBeVisible();
      await look(first, 'before set-up');

      await setUpWith(emulator, { ...arranged, workflows: [rescue()] });
      await workspace.openTriage({ persona: 'admin', scheme });
      const app = navBar(page);
      if (width === 360) await press(app, 'More');
      for (const [name, go, sign] of screens) {
        await go(app);
        await expect(app.getByText(sign).first()).toBeVisible();
        await look(app, name);
      }
      expect(faults).toEqual({});
    });
  }
}
