/** The month's meeting, prepared in three minutes: what was promised, what may be said, what is asked of whom. */
import { readFile } from 'node:fs/promises';
import { saveIssue } from '../../src/actions/saveIssue.ts';
import { emptyIssueDraft } from '../../src/care/issues/issue.ts';
import { liveThroughMonths, widePiles } from '../ui/issuesMonth.ts';
import { expect, navBar, test } from './emulator.ts';
import { adminApp, arranged, setUpWith, takeTime } from './workflows.ts';

test('a lead prepares the month’s meeting', async ({ page, workspace, emulator }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 1280, height: 900 });
  await setUpWith(emulator, arranged);
  takeTime(emulator, 120_000);
  const admin = await adminApp(emulator);
  await liveThroughMonths(admin, emulator.world(), widePiles);
  for (const name of ['Login page', 'Returns'])
    await saveIssue(admin, { ...emptyIssueDraft, name, topics: [name] }, null);
  takeTime(emulator, 120_000);
  await workspace.change({ unknowns: { ...(await workspace.unknowns()), indexLagSeconds: 0 } });
  await workspace.openTriage({ persona: 'lead' });
  const app = navBar(page);
  await app.getByRole('button', { name: 'Issues', exact: true }).click();

  // Promises stand before everything else.
  const heads = app.getByRole('heading', { level: 2 });
  await expect(heads.first()).toHaveText('Promised in October 2026', { timeout: 30_000 });
  await expect(heads.nth(1)).toHaveText('What weighs most');

  // The heaviest issue may be spoken of, and every number opens its tickets.
  await app.getByRole('button', { name: 'Login page', exact: true }).click();
  await expect(app.getByText(/points, \d+% lower/)).toBeVisible({ timeout: 30_000 });
  for (const what of ['tickets handled', 'rated good', 'rated tickets of the rest']) {
    const number = app.getByRole('button', { name: new RegExp(`^\\d+, open: ${what}$`) }).first();
    const count = await number.textContent();
    await number.click();
    const list = app.getByRole('dialog');
    await expect(list.getByText(new RegExp(`of ${count}\\b`)).first()).toBeVisible();
    await list.getByRole('button', { name: 'Close' }).click();
    await expect(number).toBeFocused();
  }

  // What is asked of whom until when stands in the sentence.
  await app.getByLabel('Ask', { exact: true }).fill('Keep people signed in for 30 days.');
  await app.getByText('Somebody without a seat in Zendesk').click();
  await app.getByLabel('Owner’s name').fill('Product: sign-in');
  await app.getByLabel('Due').fill('2026-12-10');
  await app.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(app.getByText(/We ask: .*Keep people signed in for 30 days/)).toBeVisible();
  await app.getByRole('button', { name: 'Agreed in the meeting' }).click();
  await expect(app.getByRole('button', { name: 'Undo' })).toBeVisible();
  await app.getByRole('button', { name: 'All issues' }).click();
  await expect(app.getByRole('button', { name: 'Login page', exact: true }).first()).toBeFocused();

  // Another is fixed, though its ratings allow no claim.
  await app.getByRole('button', { name: 'Returns', exact: true }).first().click();
  await expect(app.getByText(/^Not yet: with/)).toBeVisible({ timeout: 30_000 });
  await app.getByRole('button', { name: 'Mark as fixed' }).click();
  await app.getByLabel('What changed').fill('Refunds are paid within five days.');
  await app.getByRole('button', { name: 'Mark as fixed' }).click();
  await expect(app.getByText(/Too early to tell/)).toBeVisible({ timeout: 30_000 });
  await app.getByRole('button', { name: 'All issues' }).click();

  // The paper.
  await app.getByRole('button', { name: 'Prepare the meeting' }).click();
  await expect(app.getByRole('heading', { name: 'Customer feedback: October 2026' })).toBeVisible();
  await expect(app.getByText(/What changed: .*Refunds are paid within five days/)).toBeVisible();
  await app.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(app.getByText('Copied.').first()).toBeVisible();
  const saved = page.waitForEvent('download');
  await app.getByRole('button', { name: 'Save as CSV' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('issues-2026-10.csv');
  const csv = await readFile(await file.path(), 'utf8');
  expect(csv).toContain('Keep people signed in for 30 days.');
  expect(csv).toMatch(/points, \d+% lower/);
  expect(csv).toContain('Not yet: with 25 ratings');
});
