import type { Page } from '@playwright/test';
import { storyTickets } from '../../emulator/world/storyTickets.ts';
import { expect, test, type Workspace } from '../emulator.ts';
import { type Probe, probeAt, probeFolder } from './probe.ts';

test.use({ appDir: probeFolder });

const ticketId = storyTickets.vip;

async function beside(page: Page, workspace: Workspace) {
  await workspace.open(`/agent/tickets/${ticketId}`);
  return probeAt(page, 'ticket_sidebar', ticketId);
}

async function openModal(app: Probe): Promise<string> {
  const size = { width: '400px', height: '300px' };
  const wish = { location: 'modal', url: 'assets/probe.html#dialog', size };
  const { 'instances.create': made } = await app.invoke('instances.create', wish);
  const [{ instanceGuid } = { instanceGuid: '' }] = made as { instanceGuid: string }[];
  await app.listen('modal.close', instanceGuid);
  return instanceGuid;
}

test('an app opens a modal, speaks to it, and hears when it closes itself', async ({ page, workspace }) => {
  const app = await beside(page, workspace);
  const guid = await openModal(app);
  const dialog = page.getByRole('dialog', { name: 'Probe' });
  await expect(dialog).toBeVisible();
  const modal = await probeAt(page, 'modal');
  expect(modal.guid).toBe(guid);
  expect(new URL(modal.frame.url()).hash).toBe('#dialog');
  expect(await modal.context()).toMatchObject({ location: 'modal', instanceGuid: guid });
  expect(await app.heard('instance.created')).toEqual([expect.objectContaining({ instanceGuid: guid })]);
  await modal.listen('greet');
  await app.trigger(guid, 'greet', { from: 'the sidebar' });
  await expect.poll(() => modal.heard('greet')).toEqual([{ from: 'the sidebar' }]);
  await modal.invoke('destroy');
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => app.heard('modal.close')).toHaveLength(1);
  await expect(app.invokeOn(guid, 'resize', { height: 1 })).rejects.toThrow('no longer exists');
});

test('a person closes a modal with Escape and the app hears it', async ({ page, workspace }) => {
  const app = await beside(page, workspace);
  await openModal(app);
  await probeAt(page, 'modal');
  await page.getByRole('button', { name: 'Close', exact: true }).press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => app.heard('modal.close')).toHaveLength(1);
});

test('the opener closes a modal from outside', async ({ page, workspace }) => {
  const app = await beside(page, workspace);
  const guid = await openModal(app);
  await probeAt(page, 'modal');
  await app.invokeOn(guid, 'destroy');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
