/** A huddle on two mornings: what is shown to the room, what the team sets itself, and how the next one opens. */
import type { FrameLocator, Page } from '@playwright/test';
import { storyTickets } from '../emulator/world/storyTickets.ts';
import { axe, expect, navBar, test, type Workspace } from './emulator.ts';
import { overflow } from './look.ts';
import { fresh } from './story.ts';
import { setUpAndSync, syncNow } from './syncing.ts';

const { offered } = storyTickets;

async function openHuddle(page: Page, workspace: Workspace): Promise<FrameLocator> {
  const app = await workspace.openTriage({ persona: 'admin' });
  await app.getByRole('button', { name: 'Huddle', exact: true }).click();
  await expect(navBar(page).getByRole('heading', { name: 'Huddle' })).toBeFocused();
  await expect(navBar(page).getByRole('article')).toHaveCount(2);
  return navBar(page);
}

const cardOf = (app: FrameLocator, name: string) => app.getByRole('article', { name });
const wordsOf = (app: FrameLocator, name: string) => cardOf(app, name).getByLabel('Customer’s comment');

test('a huddle on two mornings', async ({ page, workspace }) => {
  test.setTimeout(180_000);
  await setUpAndSync(page, workspace);
  await workspace.answer({
    ticket: offered,
    csat: 5,
    comment: 'Mia was wonderful. Call me on 0171 555 4433.',
  });
  await workspace.answer({ ticket: fresh, csat: 2, ces: 1, comment: 'I told my story to four people.' });
  await workspace.openTriage({ persona: 'admin' });
  await syncNow(page);

  // The first morning: one of each, of yesterday, and nothing that tells who the customer is.
  await workspace.moveClock(24);
  const first = await openHuddle(page, workspace);
  await expect(wordsOf(first, 'What went well')).toHaveText('Mia was wonderful. Call me on […].');
  await expect(cardOf(first, 'What went well')).toContainText('Yesterday');
  await expect(wordsOf(first, 'What we can learn from')).toHaveText('I told my story to four people.');
  expect(await axe(first)).toEqual([]);
  expect(await overflow(first)).toBe(0);

  // For the room: two cards and nothing to press but the way back.
  await first.getByRole('button', { name: 'Show to the room' }).click();
  const room = first.getByRole('dialog', { name: 'Huddle' });
  await expect(room.getByRole('article')).toHaveCount(2);
  await expect(room.getByRole('button')).toHaveCount(1);
  const letters = await wordsOf(first, 'What went well')
    .last()
    .evaluate((words) => Number.parseFloat(getComputedStyle(words).fontSize));
  expect(letters, 'read from three metres').toBeGreaterThanOrEqual(30);
  await page.keyboard.press('Escape');
  await expect(room).toHaveCount(0);
  await expect(first.getByRole('button', { name: 'Show to the room' })).toBeFocused();

  // Not this one: another takes its place, or an honest sentence.
  await cardOf(first, 'What we can learn from').getByRole('button', { name: 'Replace' }).click();
  await expect(cardOf(first, 'What we can learn from')).not.toContainText('four people');

  const commitment = first.getByRole('textbox', { name: 'Today’s commitment' });
  await commitment.fill('Say who comes next before we hand over');
  await first.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(first.getByText('Commitment saved').first()).toBeAttached();

  // The next morning opens with it, and shows nothing again.
  await workspace.moveClock(24);
  const second = await openHuddle(page, workspace);
  const before = second.getByRole('region', { name: 'The last commitment' });
  await expect(before).toContainText('Yesterday we said: ⁨Say who comes next before we hand over⁩');
  await before.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(before.getByRole('button', { name: 'Done', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(second.getByRole('main').or(second.locator('body')).first()).not.toContainText('four people');
  await expect(second.locator('body')).not.toContainText('Mia was wonderful');
  expect(await axe(second)).toEqual([]);

  // Nobody's words are kept.
  const written = (await workspace.log()).filter(
    ({ url, method }) => method !== 'GET' && url.includes('fl_doc'),
  );
  expect(JSON.stringify(written)).not.toContain('wonderful');
});
