import type { Page } from '@playwright/test';
import { storyTickets } from '../../emulator/world/storyTickets.ts';
import { axe, expect, test, type Workspace } from '../emulator.ts';
import { probeAt, probeFolder } from './probe.ts';

test.use({ appDir: probeFolder });

type Scheme = 'light' | 'dark';
type Visit = (page: Page, workspace: Workspace, scheme: Scheme) => Promise<void>;

const visits: Record<string, Visit> = {
  'the dashboard': async (page, workspace, scheme) => {
    await workspace.open('/agent/dashboard', { scheme });
    for (const name of ['Rated bad lately', 'Rated good lately', 'Updated lately']) {
      await page.getByRole('region', { name }).getByRole('link').first().waitFor();
    }
  },
  'an open ticket with a message of an app': async (page, workspace, scheme) => {
    await workspace.open(`/agent/tickets/${storyTickets.vip}`, { scheme });
    const app = await probeAt(page, 'ticket_sidebar', storyTickets.vip);
    await page.getByRole('region', { name: 'Conversation' }).getByRole('listitem').first().waitFor();
    for (const kind of ['notice', 'alert', 'error'])
      await app.invoke('notify', `A ${kind}`, kind, { sticky: true });
    await page.getByText('A error').waitFor();
  },
  'a ticket whose note was refused': async (page, workspace, scheme) => {
    await workspace.open(`/agent/tickets/${storyTickets.vip}`, { scheme });
    const app = await probeAt(page, 'ticket_sidebar', storyTickets.vip);
    await app.answerSaves('Not yet.');
    await page.getByRole('radiogroup', { name: 'Write' }).getByText('Internal note').click();
    await page.getByRole('textbox', { name: /^Internal note/ }).fill('A note');
    await page.getByRole('button', { name: 'Submit as Open' }).click();
    await page.getByRole('alert').waitFor();
  },
  'a closed ticket': async (page, workspace, scheme) => {
    await workspace.open(`/agent/tickets/${storyTickets.praiseOther}`, { scheme });
    await page.getByText('This ticket is closed.').first().waitFor();
  },
  'the list of tickets': async (page, workspace, scheme) => {
    await workspace.open('/agent/views', { scheme });
    await page.getByRole('row').nth(1).waitFor();
  },
  'a user': async (page, workspace, scheme) => {
    await workspace.open(`/agent/tickets/${storyTickets.fresh}`, { scheme });
    const app = await probeAt(page, 'ticket_sidebar', storyTickets.fresh);
    const { id, name } = (await app.get('ticket.requester')) as { id: number; name: string };
    await app.invoke('routeTo', 'user', id);
    await page.getByRole('heading', { level: 1, name }).waitFor();
  },
  'an app’s own page': async (page, workspace, scheme) => {
    await workspace.open('/agent/apps/probe', { scheme });
    await probeAt(page, 'nav_bar');
  },
  'an app’s modal': async (page, workspace, scheme) => {
    await workspace.open('/agent/dashboard', { scheme });
    const app = await probeAt(page, 'background');
    await app.invoke('instances.create', { location: 'modal', url: 'assets/probe.html' });
    await probeAt(page, 'modal');
  },
  'the panel with a fault': async (page, workspace, scheme) => {
    await workspace.open('/agent/dashboard', { scheme });
    await workspace.fail({ path: '/api/v2/tickets/*', kind: '503', times: 3 });
    await page.getByRole('button', { name: 'Emulator panel' }).click();
    await page.getByText('503 unavailable, 3 left').waitFor();
    await page.getByRole('button', { name: 'Reset the world' }).click();
  },
  'a customer’s mailbox': async (page, workspace, scheme) => {
    await openMail(page, workspace, scheme);
  },
  'a survey with a refused answer': async (page, workspace, scheme) => {
    await openMail(page, workspace, scheme);
    await page.getByRole('link', { name: 'Rate' }).click();
    await page.getByRole('button', { name: 'Send answer' }).click();
    await page.getByRole('alert').waitFor();
  },
};

async function openMail(page: Page, workspace: Workspace, scheme: Scheme): Promise<void> {
  const mail = (await workspace.outbox()).find(({ survey }) => survey?.ticketId === storyTickets.fresh);
  await workspace.open('/mailbox', { scheme });
  await page.getByRole('link', { name: mail?.to.name ?? 'the customer' }).click();
  await page.getByRole('link', { name: 'Rate' }).waitFor();
}

for (const scheme of ['light', 'dark'] as const) {
  for (const [name, visit] of Object.entries(visits)) {
    test(`axe finds nothing to say about ${name} in the ${scheme} scheme`, async ({ page, workspace }) => {
      await visit(page, workspace, scheme);
      expect(await axe(page)).toEqual([]);
    });
  }
}
