import type { Page } from '@playwright/test';
import { fieldIds } from '../../emulator/world/fields.ts';
import { personas } from '../../emulator/world/people.ts';
import { storyTickets } from '../../emulator/world/storyTickets.ts';
import { expect, test, type Workspace } from '../emulator.ts';
import { probeAt, probeFolder } from './probe.ts';

test.use({ appDir: probeFolder });

const ticketId = storyTickets.vip;

async function beside(page: Page, workspace: Workspace) {
  await workspace.open(`/agent/tickets/${ticketId}`);
  return probeAt(page, 'ticket_sidebar', ticketId);
}

test('an app reads the ticket, the person, the account and its own files', async ({ page, workspace }) => {
  const app = await beside(page, workspace);
  const read = await app.getAll([
    'ticket.id',
    'ticket.status',
    'ticket.priority',
    'ticket.tags',
    'ticket.assignee.group.name',
    `ticket.customField:custom_field_${fieldIds.product}`,
    'currentUser.id',
    'currentUser.role',
    'currentAccount.planName',
    'colorScheme',
  ]);
  expect(read).toEqual({
    errors: {},
    'ticket.id': ticketId,
    'ticket.status': 'open',
    'ticket.priority': 'urgent',
    'ticket.tags': ['healthcare', 'intent_setup', 'product_home_hub', 'vip'],
    'ticket.assignee.group.name': expect.stringMatching(/VIP/i),
    [`ticket.customField:custom_field_${fieldIds.product}`]: 'product_home_hub',
    'currentUser.id': personas.agent,
    'currentUser.role': 'agent',
    'currentAccount.planName': expect.stringContaining('Suite'),
    colorScheme: 'light',
  });
  const file = await app.get('assetURL:probe.js');
  expect(await (await fetch(String(file))).text()).toContain('ZAFClient.init()');
});

test('a path that does not exist is refused by name, alone or among others', async ({ page, workspace }) => {
  const app = await beside(page, workspace);
  await expect(app.get('ticket.nonsense')).rejects.toThrow('"ticket.nonsense" No such Api');
  await expect(app.set('ticket.id', 1)).rejects.toThrow('"ticket.id" No such Api');
  await expect(app.invoke('ticket.explode')).rejects.toThrow('"ticket.explode" No such Api');
  expect(await app.getAll(['ticket.id', 'ticket.nonsense'])).toEqual({
    'ticket.id': ticketId,
    errors: {
      'ticket.nonsense': expect.objectContaining({ name: 'APIUnknownPathError', path: 'ticket.nonsense' }),
    },
  });
});

test('several values set at once succeed and fail each on its own', async ({ page, workspace }) => {
  const app = await beside(page, workspace);
  const answer = await app.set({ 'ticket.type': 'incident', 'ticket.priority': 'gigantic' });
  expect(answer['ticket.type']).toBe('incident');
  expect(answer.errors).toEqual({
    'ticket.priority': expect.objectContaining({ message: expect.stringContaining('low, normal, high') }),
  });
  await expect(page.getByLabel('Type')).toHaveValue('incident');
  await expect(page.getByLabel('Priority')).toHaveValue('urgent');
  const tags = await app.invoke({ 'ticket.tags.add': ['one_more'], 'ticket.tags.remove': ['vip'] });
  expect(tags.errors).toEqual({});
  expect(await app.get('ticket.tags')).toEqual([
    'healthcare',
    'intent_setup',
    'product_home_hub',
    'one_more',
  ]);
});

test('what the agent enters and has not saved is what an app reads', async ({ page, workspace }) => {
  const app = await beside(page, workspace);
  await page.getByRole('textbox', { name: 'Subject' }).fill('Locked out, and it rains');
  await page.getByLabel('Priority').selectOption('high');
  await page.getByLabel('Order number').fill('HH-1');
  await page.getByText('Customer wants a call back').click();
  await page.getByRole('radiogroup', { name: 'Write' }).getByText('Internal note').click();
  await page.getByRole('textbox', { name: /^Internal note/ }).fill('Ask Yuki');
  await page.getByRole('textbox', { name: 'Tags' }).fill('Rain,');
  const read = await app.getAll([
    'ticket.subject',
    'ticket.priority',
    `ticket.customField:custom_field_${fieldIds.orderNumber}`,
    'ticket.customField:Customer wants a call back',
    'comment.text',
    'comment.type',
    'channel.name',
  ]);
  expect(Object.values(read)).toEqual([
    {},
    'Locked out, and it rains',
    'high',
    'HH-1',
    true,
    'Ask Yuki',
    'internalNote',
    'internal',
  ]);
});

test('what an app sets stands in the form, unsaved', async ({ page, workspace }) => {
  const app = await beside(page, workspace);
  await app.set({
    'ticket.subject': 'Renamed by the app',
    'ticket.assignee': { userId: personas.agent },
    [`ticket.customField:custom_field_${fieldIds.orderNumber}`]: 'HH-2',
    'comment.type': 'internalNote',
  });
  await app.invoke('comment.appendText', 'First line\n');
  await app.invoke('comment.appendHtml', '<b>Second</b> &amp; last<script>x()</script>');
  await app.invoke('ticket.tags.add', 'from_the_app');
  await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveValue('Renamed by the app');
  await expect(page.getByLabel('Assignee')).toHaveValue(String(personas.agent));
  await expect(page.getByLabel('Order number')).toHaveValue('HH-2');
  const composer = page.getByRole('textbox', { name: /^Internal note/ });
  await expect(composer).toHaveValue(/^First line\nSecond & last/);
  await expect(composer).not.toHaveValue(/script|<b>/);
  await expect(page.getByRole('button', { name: 'Remove tag from_the_app' })).toBeVisible();
  await expect(page.getByRole('link', { name: /not submitted.*#417/ })).toBeVisible();
  const writes = (await workspace.log()).filter(({ method, url }) => method !== 'GET' && url.includes('417'));
  expect(writes).toEqual([]);
});

test('an app hides, disables and thins out fields of the form', async ({ page, workspace }) => {
  const app = await beside(page, workspace);
  await app.invoke('ticketFields:priority.hide');
  await expect(page.getByLabel('Priority')).toHaveCount(0);
  await app.invoke('ticketFields:type.disable');
  await expect(page.getByLabel('Type')).toBeDisabled();
  await app.invoke(`ticketFields:custom_field_${fieldIds.product}.optionValues.product_care_plan.hide`);
  await expect(page.getByLabel('Product').getByRole('option', { name: 'Care Plan' })).toHaveCount(0);
  expect(await app.get('ticketFields:priority.isVisible')).toBe(false);
  await app.invoke('ticketFields:priority.show');
  await expect(page.getByLabel('Priority')).toBeVisible();
});

test('a change by hand is told once by its name and once to those who hear all', async ({
  page,
  workspace,
}) => {
  const app = await beside(page, workspace);
  await app.listen('ticket.priority.changed');
  await page.getByLabel('Priority').selectOption('low');
  await expect.poll(() => app.heard('ticket.priority.changed')).toEqual(['low']);
  expect(await app.heard('*.changed')).toEqual([
    { propertyName: 'ticket.priority', newValue: 'low', oldValue: 'urgent' },
  ]);
  await page.getByRole('textbox', { name: /^Public reply/ }).fill('A');
  await expect
    .poll(() => app.heard('*.changed').then((all) => all.at(-1)))
    .toEqual({ propertyName: 'comment.text', newValue: 'A', oldValue: '' });
});
