import { expect, sidebar, test } from './emulator.ts';
import { fresh, setUpByAdmin } from './story.ts';

const events = '/api/v2/custom_objects/fl_event/records';

test('a press that cannot be saved says why, keeps what was typed, and goes through when tried again', async ({
  page,
  workspace,
}) => {
  await setUpByAdmin(page, workspace);
  await workspace.answer({ ticket: fresh, csat: 2 });
  const app = await workspace.openTicket(fresh, { persona: 'agent' });
  await expect(app.getByText('Nobody has it yet.')).toBeVisible();
  await app.getByRole('button', { name: 'Process' }).click();
  await expect(app.getByText('You said so')).toBeVisible();

  await workspace.fail({ method: 'POST', path: events, kind: 'offline' });
  await app.getByLabel('Topic').fill('refunds');
  await app.getByRole('button', { name: '+ note' }).click();
  await app.getByLabel('Note for colleagues').fill('The chat never booked it.');
  await app.getByRole('button', { name: 'Save topic and note' }).click();
  await expect(app.getByText('Your choice was not saved')).toBeVisible();
  await expect(app.getByText(/no connection to Zendesk/)).toBeVisible();
  await expect(app.getByLabel('Note for colleagues')).toHaveValue('The chat never booked it.');

  await workspace.fail();
  await app.getByRole('button', { name: 'Try again' }).click();
  await expect(app.getByText('Your choice was not saved')).toHaveCount(0);
  const again = await workspace.openTicket(fresh, { persona: 'lead' });
  await expect(again.getByLabel('Topic')).toHaveValue('refunds');
});

test('a note typed and not saved is there when the ticket is opened again in the tab', async ({
  page,
  workspace,
}) => {
  await setUpByAdmin(page, workspace);
  await workspace.answer({ ticket: fresh, csat: 2 });
  const app = await workspace.openTicket(fresh, { persona: 'agent' });
  await app.getByRole('button', { name: '+ note' }).click();
  await app.getByLabel('Note for colleagues').fill('Half a thought');
  await page
    .getByRole('button', { name: /Close .*410|Close ticket/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Views' }).click();
  await page
    .getByRole('link', { name: /Care Plan renewed/ })
    .first()
    .click();
  await expect(sidebar(page).getByLabel('Note for colleagues')).toHaveValue('Half a thought');
});

test('what two agents say at once is shown, not written over', async ({ page, workspace, newPage }) => {
  await setUpByAdmin(page, workspace);
  await workspace.answer({ ticket: fresh, csat: 5 });
  const mine = await workspace.openTicket(fresh, { persona: 'agent' });
  const other = await newPage();
  const { workspaceOn } = await import('./emulator.ts');
  const theirs = await workspaceOn(other, workspace.url).openTicket(fresh, { persona: 'lead' });
  await expect(mine.getByRole('button', { name: 'Process' })).toBeEnabled();
  await theirs.getByRole('button', { name: 'Agent' }).click();
  await expect(theirs.getByText('You said so')).toBeVisible();
  await mine.getByRole('button', { name: 'Process' }).click();
  await expect(mine.getByText(/Ola Thorsen chose Agent/)).toBeVisible();
  await mine.getByRole('button', { name: 'Use mine instead: Process' }).click();
  await expect(mine.getByText('You said so')).toBeVisible();
});

test('keys 1 2 3 and u work beside the ticket, and not while typing', async ({ page, workspace }) => {
  await setUpByAdmin(page, workspace);
  await workspace.answer({ ticket: fresh, csat: 5 });
  const app = await workspace.openTicket(fresh, { persona: 'agent' });
  await app.getByRole('heading', { name: 'What was it about?' }).click();
  await page.keyboard.press('2');
  await expect(app.getByRole('button', { name: 'Process' })).toHaveAttribute('aria-pressed', 'true');
  await expect(app.getByText('You said so')).toBeVisible();
  await app.getByLabel('Topic').press('1');
  await expect(app.getByLabel('Topic')).toHaveValue('1');
  await expect(app.getByRole('button', { name: 'Process' })).toHaveAttribute('aria-pressed', 'true');
  await app.getByLabel('Topic').fill('');
  await app.getByRole('heading', { name: 'What was it about?' }).click();
  await page.keyboard.press('u');
  await expect(app.getByRole('button', { name: 'Process' })).toHaveAttribute('aria-pressed', 'false');
});
