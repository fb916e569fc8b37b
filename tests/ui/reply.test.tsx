/** Replying to a customer beside the list, and what the page says once the case is not open any more. */
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { record } from '../../src/actions/record.ts';
import { replyOutbox } from '../../src/actions/replyOutbox.ts';
import type { App } from '../../src/app.ts';
import type { Feedback } from '../../src/care/feedback.ts';
import { holdMs } from '../../src/care/replying.ts';
import { OutboxBar } from '../../src/ui/reply/OutboxBar.tsx';
import { ReplyPart } from '../../src/ui/reply/ReplyPart.tsx';
import { SidebarReplies } from '../../src/ui/reply/SidebarReplies.tsx';
import type { Hub } from '../../src/zendesk/hub.ts';
import {
  arrivals,
  closeTicket,
  createAccount,
  type Desk,
  feedbackOf,
  meddled,
  openDesk,
  ticketOf,
} from '../actions/replyDesk.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { createTestApp, createTestHub } from '../testApp.ts';
import { openApp, show } from './render.tsx';

let workspace: Workspace;
let join: () => Hub;
beforeEach(async () => {
  workspace = await createAccount();
  join = createTestHub();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
});
afterEach(() => {
  cleanup();
  vi.clearAllTimers();
  vi.useRealTimers();
});

const names = { '10': 'Ola Thorsen' };
const closings = vi.fn();

/** A panel that can be closed and opened, on a page that says what replies are doing. */
function Page({ desk, first }: { desk: Desk; first: Feedback }) {
  const [feedback, setFeedback] = useState(first);
  const [isOpen, setOpen] = useState(true);
  const onWritten = (written: { feedback: Feedback }) => setFeedback(written.feedback);
  return (
    <main>
      <h1>Cases</h1>
      <button type="button" onClick={() => setOpen(!isOpen)}>
        Panel
      </button>
      {isOpen && (
        <ReplyPart
          feedback={feedback}
          subject={{ ticketId: desk.ticketId, requesterId: null }}
          names={names}
          onWritten={onWritten}
          onClose={() => setOpen(false)}
          onCloseCase={closings}
        />
      )}
      <OutboxBar names={names} onWritten={onWritten} onOpen={() => setOpen(true)} />
    </main>
  );
}

/** A connection that waits as long as a busy machine needs. */
async function patient(app: App) {
  const { zendesk } = await createTestApp(workspace, 'lead', { timeoutMs: 60_000 });
  Object.assign(app.zendesk, { http: zendesk.http });
  return meddled({ ...app, zendesk });
}

async function open(prepare: (desk: Desk) => unknown = () => {}, hub: Hub = join()) {
  const { ticketId, key } = await openDesk(workspace);
  const { app, host } = await openApp(workspace, 'lead', hub);
  const desk = { workspace, app, ticketId, key, meddle: await patient(app) };
  await prepare(desk);
  const shown = show(app, <Page desk={desk} first={await feedbackOf(desk)} />);
  return { desk, host, ...shown };
}

const field = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Your reply' });
const press = (name: string | RegExp) => screen.getByRole('button', { name });
const plain = (text: string | null | undefined) => text?.replace(/[\u2068\u2069]/g, '');
const page = () => plain(document.body.textContent) ?? '';
const text = 'Hello Ines, it leaves today.';
const sendKeep = 'Send and keep in progress';
const endOfHold = () => act(() => vi.advanceTimersByTimeAsync(holdMs));

async function write(user: Awaited<ReturnType<typeof open>>['user']) {
  const box = await field();
  await user.clear(box);
  await user.type(box, text);
  await user.click(press(sendKeep));
}

const faults = async () => {
  const options = { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } };
  const { violations } = await axe.run(document.body, options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
};

describe('the composer', () => {
  it('begins with a first text by the customer’s first name, and its gap is what is typed over', async () => {
    const { user } = await open();
    const box = await field();
    expect(box.value).toMatch(/^Hello Ines,\n\n.*\[…\]$/);
    expect(document.activeElement).toBe(box);
    expect(box.value.slice(box.selectionStart, box.selectionEnd)).toBe('[…]');
    expect(page()).toContain('It has not arrived.');
    await user.click(press(sendKeep));
    expect(screen.getByRole('alert').textContent).toContain('Fill in what stands in brackets first.');
    expect(document.activeElement).toBe(box);
    expect(arrivals({ workspace } as Desk, box.value)).toEqual([]);
  });

  it('keeps what is typed when the panel closes, and has it again', async () => {
    const { user } = await open();
    const box = await field();
    await user.clear(box);
    await user.type(box, text);
    await user.click(press('Panel'));
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.click(press('Panel'));
    await waitFor(async () => expect((await field()).value).toBe(text));
  });

  it('says where drafts are kept, only where that is not the browser', async () => {
    await open();
    expect(await screen.findByText(/Drafts are kept only while this page stays open/)).toBeTruthy();
    cleanup();
    const hub = join();
    hub.keep('drafts', 'tab');
    await open(() => {}, hub);
    expect(await screen.findByText(/this browser gives the app no storage/)).toBeTruthy();
    cleanup();
    hub.keep('drafts', 'browser');
    await open(() => {}, hub);
    await field();
    await act(() => vi.advanceTimersByTimeAsync(100));
    expect(screen.queryByText(/Drafts are kept/)).toBeNull();
  });

  it('has no fault axe could find, waiting neither', async () => {
    const { user } = await open();
    await field();
    expect(await faults()).toEqual([]);
    await write(user);
    await screen.findByRole('button', { name: 'Undo the reply to Ines Prado' });
    expect(await faults()).toEqual([]);
    await user.click(press('Panel'));
    expect(await faults()).toEqual([]);
  });
});

describe('a held reply', () => {
  it('has the focus on its way back, goes out after ten seconds and is said to be sent', async () => {
    const { user, desk } = await open();
    await write(user);
    const undo = await screen.findByRole('button', { name: 'Undo the reply to Ines Prado' });
    expect(document.activeElement).toBe(undo);
    expect(page()).toContain('The reply to Ines Prado goes out in 10 s');
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('the key u'));
    await endOfHold();
    await waitFor(() => expect(plain(screen.getByRole('status').textContent)).toContain('is sent'));
    expect(arrivals(desk, text)).toEqual([desk.ticketId]);
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('comes back to the text by the key u, with the focus in it', async () => {
    const { user, desk } = await open();
    await write(user);
    await screen.findByRole('button', { name: /^Undo/ });
    await user.keyboard('u');
    const box = await field();
    await waitFor(() => expect(document.activeElement).toBe(box));
    expect(box.value).toBe(text);
    expect(screen.getByRole('status').textContent).toBe('Taken back. Nothing was sent.');
    await endOfHold();
    expect(arrivals(desk, text)).toEqual([]);
  });

  it('goes on in a bar once the panel is closed, and can be undone there', async () => {
    const { user, desk } = await open();
    await write(user);
    await user.click(press('Panel'));
    const bar = await screen.findByRole('region', { name: 'Replies on their way' });
    expect(plain(bar.textContent)).toContain('The reply to Ines Prado goes out in 10 s');
    await user.click(press(/^Undo/));
    await endOfHold();
    expect(arrivals(desk, text)).toEqual([]);
    await user.click(press('Open the case'));
    await waitFor(async () => expect((await field()).value).toBe(text));
    expect(screen.queryByRole('region', { name: 'Replies on their way' })).toBeNull();
  });

  it('reaches the customer from the bar, too', async () => {
    const { user, desk } = await open();
    await write(user);
    await user.click(press('Panel'));
    await endOfHold();
    await waitFor(() => expect(arrivals(desk, text)).toEqual([desk.ticketId]));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Replies on their way' })).toBeNull());
  });

  it('is too late to undo once it goes out', async () => {
    const { user, desk } = await open();
    await write(user);
    const undo = await screen.findByRole('button', { name: /^Undo/ });
    const outbox = replyOutbox(desk.app);
    await endOfHold();
    expect(outbox.undo(desk.key)).toBe(false);
    await waitFor(() => expect(undo.isConnected).toBe(false));
    await waitFor(() => expect(arrivals(desk, text)).toHaveLength(1));
    expect(user).toBeTruthy();
  });

  it('opens closing the case, where that was asked for', async () => {
    closings.mockClear();
    const { user, desk } = await open();
    const box = await field();
    await user.clear(box);
    await user.type(box, text);
    await user.click(press('Send and close…'));
    expect(closings).not.toHaveBeenCalled();
    await endOfHold();
    await waitFor(() => expect(closings).toHaveBeenCalledOnce());
    expect((await feedbackOf(desk)).case?.replies).toBe(1);
  });
});

describe('when something is in the way', () => {
  it('of two people the second is told who wrote, and may send all the same', async () => {
    const { user, desk } = await open();
    await write(user);
    const admin = await createTestApp(workspace, 'admin');
    const contacted = { channel: 'call' as const, result: 'reached' as const, note: null };
    const subject = { ticketId: desk.ticketId, requesterId: null };
    await record(
      admin,
      await feedbackOf(desk),
      subject,
      () => ({ kind: 'contacted', body: contacted }),
      'x',
      false,
    );
    await endOfHold();
    await waitFor(() => expect(page()).toMatch(/wrote to or called the customer now, after you began/));
    expect(arrivals(desk, text)).toEqual([]);
    expect((await field()).value).toBe(text);
    await user.click(press('Send anyway'));
    await waitFor(() => expect(arrivals(desk, text)).toHaveLength(1));
  });

  it('a ticket closed meanwhile offers the same text as a follow-up', async () => {
    const { user, desk } = await open();
    await write(user);
    await screen.findByRole('button', { name: /^Undo/ });
    closeTicket(desk);
    await endOfHold();
    await waitFor(() => expect(page()).toContain('this opens a follow-up ticket to Ines Prado'));
    expect((await field()).value).toBe(text);
    await user.click(press(sendKeep));
    await screen.findByRole('button', { name: /^Undo/ });
    await endOfHold();
    await waitFor(() => expect(arrivals(desk, text)).toHaveLength(1));
    expect(arrivals(desk, text)).not.toEqual([desk.ticketId]);
  });

  it('an answer that was lost is looked for, and the history that cannot be read is said', async () => {
    const { user, desk } = await open();
    desk.meddle(({ type, url }) => {
      if (type === 'PUT' && url.includes('/tickets/')) return { lost: 'html', isReached: true };
      return url.includes('/audits') ? { status: 403 } : null;
    });
    await write(user);
    await screen.findByRole('button', { name: /^Undo/ });
    await endOfHold();
    await waitFor(() =>
      expect(page()).toContain('Nobody knows yet whether the reply to Ines Prado arrived.'),
    );
    await waitFor(() => expect(page()).toContain('Nothing is sent again by itself.'));
    expect(screen.queryByRole('button', { name: /send again/i })).toBeNull();
    desk.meddle(null);
    await user.click(press('Look again'));
    await waitFor(() => expect(plain(screen.getByRole('status').textContent)).toContain('is sent'));
    expect(arrivals(desk, text)).toHaveLength(1);
  });

  it('a ticket nobody can be answered on says why', async () => {
    await open((desk) => {
      Object.assign(ticketOf(desk), { status: 'closed', tags: ['closed_by_merge'] });
    });
    expect(await screen.findByText(/merged into another one/)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('a live conversation', () => {
  it('takes the text along to the ticket, whose sidebar offers to insert it', async () => {
    const hub = join();
    const { user, desk, host } = await open((own) => {
      Object.assign(ticketOf(own), { channel: 'native_messaging' });
    }, hub);
    const box = await field();
    await user.clear(box);
    await user.type(box, text);
    expect(screen.queryByRole('button', { name: sendKeep })).toBeNull();
    await user.click(press('Open the ticket with this text'));
    expect(host.invoked.at(-1)).toEqual(['routeTo', 'ticket', desk.ticketId]);
    const feedback = await feedbackOf(desk);
    cleanup();
    const sidebar = await openApp(workspace, 'lead', join());
    await patient(sidebar.app);
    const subject = { ticketId: desk.ticketId, requesterId: null };
    show(
      sidebar.app,
      <SidebarReplies feedback={feedback} subject={subject} names={names} onWritten={() => {}} />,
    );
    await user.click(await screen.findByRole('button', { name: 'Insert into the reply' }));
    expect(sidebar.host.invoked.at(-1)).toEqual(['comment.appendText', text]);
    await waitFor(() => expect(screen.queryByText(/You wrote this for the customer/)).toBeNull());
    expect(arrivals(desk, text)).toEqual([]);
  });
});
