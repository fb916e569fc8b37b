import type { Page } from '@playwright/test';
import { storyTickets } from '../../emulator/world/storyTickets.ts';
import { expect, type Presets, test, type Workspace } from '../emulator.ts';
import { probeAt, probeFolder } from './probe.ts';
import { api, submitAs } from './walk.ts';

test.use({ appDir: probeFolder });

const ticketId = storyTickets.vip;
const ticketPath = `/api/v2/tickets/${ticketId}.json`;

async function writeReply(page: Page, workspace: Workspace, presets: Presets = {}) {
  await workspace.open(`/agent/tickets/${ticketId}`, presets);
  const app = await probeAt(page, 'ticket_sidebar', ticketId);
  await page.getByRole('textbox', { name: /^Public reply/ }).fill('The doors open again.');
  return app;
}

const composer = (page: Page) => page.getByRole('textbox', { name: /^Public reply/ });
const hooks = ['ticket.save', 'ticket.submit.start', 'ticket.submit.done', 'ticket.submit.always'];

test('an app that allows it is asked first, then told, and the ticket is saved', async ({
  page,
  workspace,
}) => {
  const app = await writeReply(page, workspace);
  await app.answerSaves('allow');
  await submitAs(page, 'Pending');
  await expect(composer(page)).toHaveValue('');
  await expect(page.getByRole('region', { name: 'Conversation' })).toContainText('The doors open again.');
  const events = (await app.events()).filter((name) => name.startsWith('ticket.s'));
  expect(events).toEqual(hooks);
  const { ticket } = await api(workspace.url, 'admin', 'GET', ticketPath);
  expect(ticket.status).toBe('pending');
  const { comments } = await api(workspace.url, 'admin', 'GET', `/api/v2/tickets/${ticketId}/comments`);
  expect(comments.at(-1)).toMatchObject({ body: 'The doors open again.', public: true });
});

test('the background hears of a ticket that was saved', async ({ page, workspace }) => {
  await writeReply(page, workspace);
  const background = await probeAt(page, 'background');
  await page.getByRole('button', { name: 'Submit as Open' }).click();
  await expect.poll(() => background.heard('ticket.saved')).toEqual([{ ticket: { id: ticketId } }]);
});

test('an app that refuses says why, and nothing typed is lost or sent', async ({ page, workspace }) => {
  const app = await writeReply(page, workspace);
  await app.answerSaves('Name the door first.');
  await submitAs(page, 'Solved');
  await expect(page.getByRole('alert')).toContainText('Name the door first.');
  await expect(composer(page)).toHaveValue('The doors open again.');
  await expect(page.getByRole('button', { name: 'Submit as Solved' })).toBeEnabled();
  expect((await app.events()).filter((name) => name.startsWith('ticket.s'))).toEqual(['ticket.save']);
  const { ticket } = await api(workspace.url, 'admin', 'GET', ticketPath);
  expect(ticket.status).toBe('open');
});

test('an app that never answers holds the ticket back for its time and no longer', async ({
  page,
  workspace,
}) => {
  const app = await writeReply(page, workspace, { saveHookTimeout: 1 });
  await app.answerSaves('silence');
  await page.getByRole('button', { name: 'Submit as Open' }).click();
  await expect(page.getByRole('button', { name: 'Submitting' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Probe did not answer within 1 s');
  await expect(composer(page)).toHaveValue('The doors open again.');
  expect((await app.events()).filter((name) => name.startsWith('ticket.submit'))).toEqual([]);
});

test('an app changes the ticket while it is asked, and that is saved too', async ({ page, workspace }) => {
  const app = await writeReply(page, workspace);
  await app.setOnSave('ticket.priority', 'low');
  await page.getByRole('button', { name: 'Submit as Open' }).click();
  await expect(composer(page)).toHaveValue('');
  const { ticket } = await api(workspace.url, 'admin', 'GET', ticketPath);
  expect(ticket.priority).toBe('low');
});

test('an app holds the submit button back until it lets go', async ({ page, workspace }) => {
  const app = await writeReply(page, workspace);
  await app.invoke('ticket.disableSave');
  await expect(page.getByRole('button', { name: 'Submit as Open' })).toBeDisabled();
  await expect(page.getByText('An app is holding this ticket back.')).toBeVisible();
  await composer(page).press('Control+Enter');
  await app.invoke('ticket.enableSave');
  await expect(page.getByRole('button', { name: 'Submit as Open' })).toBeEnabled();
  await expect(composer(page)).toHaveValue('The doors open again.');
  await composer(page).press('Control+Enter');
  await expect(composer(page)).toHaveValue('');
});

test('a ticket Zendesk does not accept fails aloud, and the app hears that', async ({ page, workspace }) => {
  const app = await writeReply(page, workspace);
  await workspace.fail({ path: '/api/v2/tickets/*', method: 'PUT', kind: '503', times: 1 });
  await page.getByRole('button', { name: 'Submit as Open' }).click();
  await expect(page.getByRole('alert')).toContainText('could not save this ticket (503)');
  expect((await app.events()).filter((name) => name.startsWith('ticket.s'))).toEqual([
    'ticket.submit.start',
    'ticket.submit.fail',
    'ticket.submit.always',
  ]);
  await expect(composer(page)).toHaveValue('The doors open again.');
  await page.getByRole('button', { name: 'Submit as Open' }).click();
  await expect(composer(page)).toHaveValue('');
});
