/** What an admin reads about data, and what they can do about it. */
import { readFileSync } from 'node:fs';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { logContact } from '../../src/actions/logContact.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { parseConfiguration } from '../../src/care/configuration.ts';
import { loadMoreWords } from '../../src/i18n.ts';
import { SetUp } from '../../src/ui/setup/SetUp.tsx';
import english from '../../translations/en.json' with { type: 'json' };
import { customerId, solvedTicket } from '../actions/tickets.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import { createReadyWorkspace, openApp, show } from './render.tsx';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
});

async function openPrivacy() {
  const { app } = await openApp(workspace, 'admin');
  await loadMoreWords();
  const shown = show(app, <SetUp isFirst={false} onStart={() => {}} onEnd={() => {}} />);
  const user = userEvent.setup({ pointerEventsCheck: 0, delay: null });
  await user.click(await screen.findByRole('button', { name: 'Privacy' }));
  await screen.findByRole('heading', { name: 'What is stored where' });
  return { ...shown, user };
}

/** A case with a note about the customer. */
async function notedCase() {
  const admin = await createTestApp(workspace, 'admin');
  const ticket = solvedTicket(workspace.world, { csat: 1 });
  const seen = await recordSighting(admin, await readTicketFeedback(admin, ticket));
  const contact = { channel: 'call' as const, result: 'reached' as const, note: 'Ines is ill' };
  await logContact(admin, seen, { ticketId: ticket, requesterId: String(customerId) }, contact, 'c');
  await whenIdle(workspace);
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the privacy page', () => {
  it('says the same as PRIVACY.md', () => {
    const text = readFileSync('PRIVACY.md', 'utf8');
    const said = [
      ...Object.values(english.privacy.holds),
      english.privacy.who_reads,
      english.privacy.erase_what,
    ];
    expect(said.filter((sentence) => !text.includes(sentence))).toEqual([]);
  });

  it('has no flaw a screen reader would stumble over', async () => {
    const { container } = await openPrivacy();
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('saves for how many months texts are kept, and refuses none', async () => {
    const { user } = await openPrivacy();
    const months = screen.getByLabelText('Months after the last change');
    await user.type(months, '0');
    await user.tab();
    expect(months.getAttribute('aria-invalid')).toBe('true');
    await user.clear(months);
    await user.type(months, '24');
    await user.click(button('Save…'));
    await user.click(await screen.findByRole('button', { name: 'Save these changes' }));
    await waitFor(() => {
      const [installation] = workspace.world.installations.values();
      expect(parseConfiguration(installation?.settings.configuration).keepMonths).toBe(24);
    });
  });

  it('erases one customer’s texts after finding them by address and saying how much there is', async () => {
    await notedCase();
    const { user } = await openPrivacy();
    await user.type(screen.getByLabelText('Customer'), 'ines.prado@example.com');
    await user.click(button('Find'));
    await user.click(await screen.findByRole('button', { name: /Ines Prado/ }));
    await screen.findByText(/Ines Prado: 1 feedback is kept/);
    await user.click(button('Erase the texts of 1 feedback'));
    expect(await screen.findAllByText('Done: 1 feedback, 1 records with texts blanked.')).toHaveLength(2);
    const kept = [...workspace.world.customObjectRecords.values()].map((one) => one.custom_object_fields);
    expect(JSON.stringify(kept)).not.toContain('Ines is ill');
  });

  it('says what failed, and goes on where it broke off', async () => {
    await notedCase();
    const { user } = await openPrivacy();
    await user.type(screen.getByLabelText('Customer'), 'Ines');
    await user.click(button('Find'));
    await user.click(await screen.findByRole('button', { name: /Ines Prado/ }));
    workspace.setFaults([{ method: 'POST', path: '/api/v2/custom_objects/fl_event/jobs', kind: '403' }]);
    await user.click(await screen.findByRole('button', { name: 'Erase the texts of 1 feedback' }));
    await screen.findByText(/Not everything could be done/);
    workspace.setFaults([]);
    await user.click(button('Try again'));
    expect(await screen.findAllByText(/Done: 1 feedback/)).toHaveLength(2);
  });
});
