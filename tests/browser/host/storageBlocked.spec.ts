import { storyTickets } from '../../emulator/world/storyTickets.ts';
import { expect, test } from '../emulator.ts';
import { probeAt, probeFolder } from './probe.ts';
import { storageIn } from './storage.ts';
import { submitAs } from './walk.ts';

test.use({ appDir: probeFolder, storage: 'blocked' });

test('where the browser blocks third-party storage, an app stores nothing and does all else', async ({
  page,
  workspace,
}) => {
  await workspace.open(`/agent/tickets/${storyTickets.vip}`);
  const app = await probeAt(page, 'ticket_sidebar', storyTickets.vip);
  const background = await probeAt(page, 'background');
  expect(new URL(app.frame.url()).hostname).toBe('127.0.0.1');
  expect(await storageIn(app.frame)).toEqual({
    localStorage: 'SecurityError',
    sessionStorage: 'SecurityError',
    indexedDB: 'UnknownError',
  });
  await app.set('ticket.subject', 'Set from a frame without storage');
  await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveValue(
    'Set from a frame without storage',
  );
  await app.listen('news');
  await background.trigger(app.guid, 'news', 1);
  await expect.poll(() => app.heard('news')).toEqual([1]);
  expect((await app.request('/api/v2/users/me.json')).done).toMatchObject({ user: { role: 'agent' } });
  await app.answerSaves('Not yet.');
  await submitAs(page, 'Solved');
  await expect(page.getByRole('alert')).toContainText('Not yet.');
  await app.invoke('instances.create', { location: 'modal', url: 'assets/probe.html' });
  const modal = await probeAt(page, 'modal');
  await modal.invoke('destroy');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
