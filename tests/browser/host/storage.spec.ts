import { storyTickets } from '../../emulator/world/storyTickets.ts';
import { expect, test } from '../emulator.ts';
import { probeAt, probeFolder } from './probe.ts';
import { storageIn } from './storage.ts';

test.use({ appDir: probeFolder });

test('where the browser grants storage, an app’s frames share what they keep', async ({
  page,
  workspace,
}) => {
  await workspace.open(`/agent/tickets/${storyTickets.vip}`);
  const app = await probeAt(page, 'ticket_sidebar', storyTickets.vip);
  const background = await probeAt(page, 'background');
  expect(new URL(app.frame.url()).hostname).toBe('localhost');
  expect(await storageIn(app.frame)).toEqual({
    localStorage: 'kept',
    sessionStorage: 'kept',
    indexedDB: 'kept',
  });
  expect(await background.frame.evaluate(() => localStorage.getItem('probe'))).toBe('kept');
  expect(await page.evaluate(() => localStorage.getItem('probe'))).toBe(null);
});
