/**
 * Screens while each of their calls fails in every way: what is there is shown, what is missing is said in a
 * sentence, and what was typed stays.
 */
import { screen, waitFor } from '@testing-library/react';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { setUp } from '../../src/actions/setUp.ts';
import { failureKinds } from '../../src/care/failure.ts';
import english from '../../translations/en.json';
import { solvedTicket } from '../actions/tickets.ts';
import { type Fault, faultKinds } from '../emulator/control.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import { apps, openApp, openSidebar, showSidebar, showTriage } from './render.tsx';

const ways: Pick<Fault, 'kind' | 'retryAfter'>[] = [
  ...faultKinds.map((kind) => ({ kind })),
  { kind: '429', retryAfter: null },
];
let survived = 0;
afterAll(() => {
  process.stdout.write(`reliability: ${survived} combinations of screen, call and failure survived\n`);
});

let workspace: Workspace;
let ticketId: string;
beforeEach(async () => {
  workspace = createWorkspace({ apps, hasStory: false });
  await setUp(await createTestApp(workspace, 'admin'), () => {});
  workspace.world.unknowns.indexLagSeconds = 0;
  const admin = await createTestApp(workspace, 'admin');
  ticketId = solvedTicket(workspace.world, { csat: 1, ces: 1, comment: 'Four people!' });
  await recordSighting(admin, await readTicketFeedback(admin, ticketId));
  await whenIdle(workspace);
});

/** Any sentence that says something failed or is missing. */
const sentences: string[] = [
  ...failureKinds.map((kind) => english.failure[kind]),
  ...Object.values(english.storage),
  english.triage.partial.split('{{')[0] ?? '',
  english.triage.broken_one,
];
const text = () => document.body.textContent ?? '';
const isSaid = () => sentences.some((sentence) => text().includes(sentence.trim()));
const isSettled = () =>
  waitFor(() => expect(document.documentElement.dataset.ready).toBe('true')).then(() => whenIdle(workspace));

async function eachWay(method: string, path: string, look: () => Promise<void>): Promise<void> {
  for (const way of ways) {
    delete document.documentElement.dataset.ready;
    workspace.setFaults([{ method, path, ...way }]);
    await look();
    workspace.setFaults([]);
    survived += 1;
  }
}

describe('the sidebar', () => {
  it.each([
    ['GET', '/api/v2/tickets/*', ['Four people!']],
    ['GET', '/api/v2/guide/survey_responses', ['1/5']],
    ['GET', '/api/v2/custom_objects/fl_event/records', ['What was it about?']],
  ])(
    'says what is missing while %s %s fails',
    async (method, path, whole) => {
      await eachWay(method, path, async () => {
        const { app } = await openApp(workspace, 'admin');
        const { unmount } = showSidebar(app, ticketId);
        await isSettled();
        await waitFor(() => expect(isSaid() || whole.every((part) => text().includes(part))).toBe(true));
        unmount();
      });
    },
    120_000,
  );

  it('keeps a typed note while it cannot be saved, says why, and saves it in the end', async () => {
    const { user } = await openSidebar(workspace, 'lead', ticketId);
    await user.click(screen.getByRole('button', { name: '+ note' }));
    await user.keyboard('The chat never booked it.');
    await eachWay('POST', '/api/v2/custom_objects/fl_event/records', async () => {
      await user.click(screen.getByRole('button', { name: 'Save topic and note' }));
      await waitFor(() => expect(text()).toContain(english.bucket.failed), { timeout: 10_000 });
      await whenIdle(workspace);
      expect(isSaid()).toBe(true);
      expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Note/ }).value).toBe(
        'The chat never booked it.',
      );
    });
    await user.click(screen.getByRole('button', { name: 'Save topic and note' }));
    await waitFor(() => expect(text()).not.toContain(english.bucket.failed), { timeout: 10_000 });
    await whenIdle(workspace);
    const reader = await createTestApp(workspace, 'admin');
    const { feedback } = await readTicketFeedback(reader, ticketId);
    expect(feedback.note).toBe('The chat never booked it.');
  }, 120_000);
});

describe('the triage page', () => {
  it.each([
    ['POST', '/api/v2/custom_objects/fl_feedback/records/search'],
    ['GET', '/api/v2/custom_objects/fl_feedback/records'],
    ['GET', '/api/v2/tickets/show_many'],
    ['GET', '/api/v2/users/show_many'],
  ])(
    'is never empty without saying why while %s %s fails',
    async (method, path) => {
      await eachWay(method, path, async () => {
        const { app } = await openApp(workspace, 'lead');
        const { unmount } = showTriage(app);
        await isSettled();
        await waitFor(() => expect(isSaid() || text().includes('Ines Prado')).toBe(true));
        expect(text()).not.toContain(english.empty.none_open);
        unmount();
      });
    },
    120_000,
  );
});
