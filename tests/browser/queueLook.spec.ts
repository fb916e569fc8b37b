/** Every screen of the queue and of a case: sound to a screen reader, in both schemes, on a desk and on a phone. */
import type { FrameLocator, Page } from '@playwright/test';
import { axe, expect, test } from './emulator.ts';
import { atRest, overflow, tooSmall } from './look.ts';
import { openQueue, panel, rows, yearOfFeedbacks } from './queue.ts';

test.use({ scale: yearOfFeedbacks });

const press = (place: Pick<FrameLocator, 'getByRole'>, name: string | RegExp) =>
  place.getByRole('button', { name, exact: true }).first().click();

/** Screens in the order somebody meets them: what leads there, and what says that it is there. */
const screens: [
  name: string,
  go: (list: FrameLocator, page: Page) => Promise<unknown>,
  sign: string | RegExp,
][] = [
  ['the list', async () => {}, /Customer \d+/],
  ['the filters', (list) => press(list, /^Filter/), 'Half of the time is gone'],
  [
    'the saved views',
    async (list, page) => {
      await page.keyboard.press('Escape');
      await press(list, /^Saved/);
    },
    'Nothing saved yet.',
  ],
  ['the form that saves one', (list) => press(list, 'Save what is shown'), 'Share with colleagues'],
  [
    'the new case',
    async (list, page) => {
      await page.keyboard.press('Escape');
      await press(list, 'New case');
    },
    'Its number, or a link to it',
  ],
  [
    'the bar for several cases',
    async (list, page) => {
      await page.keyboard.press('Escape');
      for (const index of [0, 1]) await rows(list).nth(index).getByRole('checkbox').check();
    },
    /2 cases ticked/,
  ],
  ['the form that closes several', (list) => press(several(list), 'Close'), 'This cannot be undone'],
  [
    'the form that hands several on',
    async (list) => {
      await press(several(list), 'Cancel');
      await press(list, 'Hand to a colleague');
    },
    'Type at least two letters.',
  ],
  [
    'a case',
    async (list) => {
      await press(several(list), 'Cancel');
      await press(list, 'Clear ticks');
      await rows(list)
        .filter({ hasText: /Customer \d/ })
        .first()
        .click();
    },
    /Case opened: C/,
  ],
  ['the form that sets aside', (list) => press(list, 'Set aside…'), 'Why does it not count?'],
  [
    'the contact form',
    async (list) => {
      await press(panel(list), 'Cancel');
      await press(panel(list), 'Contact…');
    },
    'What came of it',
  ],
  [
    'the form that hands on',
    async (list) => {
      await press(panel(list), 'Cancel');
      await press(panel(list), 'Assign…');
    },
    'Who is to have it?',
  ],
  [
    'the escalation',
    async (list) => {
      await press(panel(list), 'Cancel');
      await press(panel(list), 'Escalate…');
    },
    'Who is to help?',
  ],
  [
    'the reply',
    async (list) => {
      await press(panel(list), 'Cancel');
      await press(panel(list), 'Reply…');
    },
    /It waits ten seconds before it goes out|Nothing is sent from here/,
  ],
  [
    'the closing form',
    async (list) => {
      await press(panel(list), 'Cancel');
      await press(panel(list), 'Close…');
    },
    'How did it end?',
  ],
  [
    'the closing questions',
    async (list) => {
      await panel(list).getByText('Recovered', { exact: true }).click();
      await panel(list).getByLabel('What was done').fill('Called.');
      await press(panel(list), 'Close the case');
    },
    'Closed. What did you see?',
  ],
  [
    'the star',
    async (list) => {
      await press(panel(list), /nothing to add/);
      await expect(panel(list).getByRole('button', { name: 'Back to the one just closed' })).toBeVisible();
      await press(list, /Star$/);
    },
    'There is no collection yet. Create one to put this in.',
  ],
  [
    'the favourites',
    async (list, page) => {
      await press(list, 'New collection');
      await list.getByLabel('Name of the collection').fill('For the huddle');
      await press(list, 'Create');
      await expect(list.getByRole('checkbox', { name: 'For the huddle' })).toBeChecked();
      await page.keyboard.press('Escape');
      await press(panel(list), 'Back to the list');
      await press(list, 'Favourites');
    },
    'Feedback worth coming back to',
  ],
  ['a collection', (list) => press(list, 'For the huddle'), /Customer \d+/],
];

const several = (list: FrameLocator) => list.getByRole('region', { name: 'Several cases at once' });

for (const scheme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test(`every screen of the queue is sound in ${scheme} colours, ${width} pixels wide`, async ({
      page,
      workspace,
    }) => {
      test.setTimeout(150_000);
      await openQueue(page, workspace, 12);
      await page.setViewportSize({ width, height: 800 });
      const list = await workspace.openTriage({ persona: 'lead', scheme });
      await expect(list.getByRole('searchbox', { name: 'Search the cases' })).toBeVisible();
      const faults: Record<string, string[]> = {};
      for (const [name, go, sign] of screens) {
        await go(list, page);
        await expect(list.getByText(sign).first()).toBeVisible();
        await atRest(list);
        const found = await axe(list);
        if ((await overflow(list)) > 0) found.push('sticks out');
        if (width === 360) found.push(...(await tooSmall(list)).map((one) => `too small: ${one}`));
        if (found.length > 0) faults[name] = found;
      }
      expect(faults).toEqual({});
    });
  }
}
