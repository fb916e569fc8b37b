/** What screens say of the fields a ticket mirrors. */
import { screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import type { Feedback } from '../../src/care/feedback.ts';
import { type MirroredTicket, mirrorFields, wantedValues } from '../../src/care/mirror.ts';
import type { MirrorReport } from '../../src/care/mirrorReport.ts';
import { loadMoreWords } from '../../src/i18n.ts';
import { MirrorNote } from '../../src/ui/case/MirrorNote.tsx';
import { SetUp } from '../../src/ui/setup/SetUp.tsx';
import { MirrorLine } from '../../src/ui/sync/MirrorLine.tsx';
import { solvedTicket } from '../actions/tickets.ts';
import type { PersonaKey } from '../emulator/control.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { createTestHub, whenIdle } from '../testApp.ts';
import { apps, createReadyWorkspace, openApp, show } from './render.tsx';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
});

async function open(persona: PersonaKey) {
  const join = createTestHub();
  const background = join();
  const opened = await openApp(workspace, persona, join());
  await loadMoreWords();
  return { ...opened, background };
}

describe('a closed ticket', () => {
  /** A case on it, which it says nothing of unless told to. */
  async function closed(): Promise<{ app: Awaited<ReturnType<typeof open>>['app']; feedback: Feedback }> {
    const { app } = await open('agent');
    const ticketId = solvedTicket(workspace.world, { csat: 1 });
    const feedback = await recordSighting(app, await readTicketFeedback(app, ticketId));
    return { app, feedback };
  }

  function saying(
    values: Partial<Record<string, unknown>>,
    status = 'closed',
    mirror: object = {},
  ): MirroredTicket {
    const ids = mirror as Record<string, string | null>;
    return {
      status,
      custom_fields: mirrorFields.map((name) => ({ id: ids[name] ?? name, value: values[name] ?? null })),
    };
  }

  it('is said to keep its fields as they were, where they say something else', async () => {
    const { app, feedback } = await closed();
    const { mirror } = app.configuration;
    const { container } = show(app, <MirrorNote feedback={feedback} ticket={saying({}, 'closed', mirror)} />);
    expect(await screen.findByText('The ticket is closed: its fields stay as they were.')).toBeTruthy();
    const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
    expect(violations).toEqual([]);
  });

  it('is not spoken of where its fields agree, or while it can still be written', async () => {
    const { app, feedback } = await closed();
    const { mirror } = app.configuration;
    const wanted = wantedValues(feedback, app.configuration);
    show(
      app,
      <div>
        <MirrorNote feedback={feedback} ticket={saying(wanted, 'closed', mirror)} />
        <MirrorNote feedback={feedback} ticket={saying({}, 'solved', mirror)} />
      </div>,
    );
    expect(screen.queryByText(/fields stay as they were/)).toBeNull();
  });

  it('tells in its own sidebar what its form says, without a call', async () => {
    const { app, feedback } = await closed();
    const get = app.zendesk.client.get;
    app.zendesk.client.get = async (path) => {
      if (path === 'ticket.status') return { [path]: 'closed' };
      if (String(path).startsWith('ticket.customField:')) return { [String(path)]: null };
      return get(path);
    };
    await whenIdle(workspace);
    const before = workspace.exchanges().length;
    show(app, <MirrorNote feedback={feedback} isInner />);
    expect(await screen.findByText('Its fields stay as they were.')).toBeTruthy();
    expect(workspace.exchanges().length).toBe(before);
  });
});

describe('the line about tickets that were left', () => {
  const report: MirrorReport = { closed: 2, gone: 1, refused: 0, forbidden: 3, unsaved: 1 };

  it('counts them by reason for an admin', async () => {
    const { app, background } = await open('admin');
    background.keep('mirror', report);
    show(app, <MirrorLine />);
    const line = await screen.findByText(/Ticket fields not written from this tab/);
    expect(line.textContent).toBe(
      'Ticket fields not written from this tab: 2 tickets are closed, 1 is deleted or out of your sight, your role ' +
        'may not edit 3, 1 has unsaved changes here and is written once they are saved.',
    );
  });

  it('is silent about rights a colleague does not have', async () => {
    const { app, background } = await open('lead');
    background.keep('mirror', { ...report, closed: 0, gone: 0, unsaved: 0 });
    show(app, <MirrorLine />);
    await waitFor(() => expect(screen.queryByText(/Ticket fields/)).toBeNull());
    background.keep('mirror', { ...report, forbidden: 1, gone: 0, unsaved: 0 });
    show(app, <MirrorLine />);
    expect((await screen.findByText(/2 tickets are closed/)).textContent).not.toContain('role');
  });
});

describe('set-up', () => {
  const showSetUp = async (account: Workspace) => {
    const opened = await openApp(account, 'admin', createTestHub()());
    await loadMoreWords();
    return show(opened.app, <SetUp isFirst onStart={() => {}} onEnd={() => {}} />);
  };

  it('says before what it will make, and afterwards what tickets say', async () => {
    const { user } = await showSetUp(createWorkspace({ apps }));
    expect(screen.getByText('Four ticket fields')).toBeTruthy();
    expect(screen.getByText(/Due is a day/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Set up Feedback Loop' }));
    expect(await screen.findByText(/Tickets say status, bucket, due day and score/)).toBeTruthy();
    expect(screen.queryByText(/Not created/)).toBeNull();
  });

  it('says which fields the account refused, why, and that the app works without', async () => {
    const account = createWorkspace({ apps });
    account.setFaults([{ method: 'POST', path: '/api/v2/ticket_fields', kind: '403' }]);
    const { user } = await showSetUp(account);
    await user.click(screen.getByRole('button', { name: 'Set up Feedback Loop' }));
    const said = await screen.findByText(/^Not created: Feedback status, Feedback bucket/);
    expect(said.textContent).toContain('Your role may not manage ticket fields. The app works without');
    expect(screen.queryByText(/Tickets say status/)).toBeNull();
  });
});
