import { expect, navBar, test } from './emulator.ts';
import { fresh, setUpByAdmin } from './story.ts';

test.use({ storage: 'blocked' });

test('where the browser blocks storage the whole loop works all the same', async ({ page, workspace }) => {
  await setUpByAdmin(page, workspace);
  await workspace.answer({ ticket: fresh, csat: 1, comment: 'Never again.' });
  const app = await workspace.openTicket(fresh, { persona: 'lead' });
  const isBlocked = await app.locator('html').evaluate(() => {
    try {
      return window.localStorage === null;
    } catch {
      return true;
    }
  });
  expect(isBlocked).toBe(true);
  await app.getByRole('button', { name: 'Root cause' }).click();
  await expect(app.getByText('You said so')).toBeVisible();
  await app.getByRole('button', { name: 'Take', exact: true }).click();
  await expect(app.getByText('You have it.')).toBeVisible();
  const list = await workspace.openTriage({ persona: 'lead' });
  await expect(list.getByRole('row').filter({ hasText: 'Care Plan' })).toContainText('Root cause');
  await expect(navBar(page).getByRole('row').filter({ hasText: 'Care Plan' })).toContainText('You');
});
