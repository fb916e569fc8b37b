/** Every screen in a language of brackets: what stands outside of them was not translated. */
import { screen, waitFor } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { setUp } from '../../src/actions/setUp.ts';
import type { App } from '../../src/app.ts';
import { failureKinds } from '../../src/care/failure.ts';
import { FailureNote } from '../../src/ui/FailureNote.tsx';
import { StorageNote } from '../../src/ui/StorageNote.tsx';
import { solvedTicket } from '../actions/tickets.ts';
import type { PersonaKey } from '../emulator/control.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { answerSurvey } from '../emulator/world/surveys.ts';
import { createTestApp } from '../testApp.ts';
import { apps, createReadyWorkspace, openApp, show, showSidebar, showTriage } from './render.tsx';

// Comes when it is asked for, and is compiled then: before the first test, not within its time.
beforeAll(() => import('../../src/ui/setup/SetUp.tsx'), 120_000);

/** What the account itself says on these screens. */
const data = /^\u2068?(Ines Prado|Where is my parcel\?)\u2069?,?$/;

/** Spoken or shown attributes. */
const spoken = ['aria-label', 'title', 'placeholder', 'alt'];

let workspace: Workspace;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
});

async function pseudoApp(persona: PersonaKey, of: Workspace = workspace): Promise<App> {
  const { app } = await openApp(of, persona);
  const { t: plain } = app;
  const t: App['t'] = (key, values) => `[${plain(key, values)}]`;
  return Object.assign(app, { t });
}

/** Letters outside of brackets; moments, customers' words and keys are data. */
function untranslated(): string[] {
  const found: string[] = [];
  const note = (text: string) => {
    let rest = text;
    while (/\[[^[\]]*\]/.test(rest)) rest = rest.replace(/\[[^[\]]*\]/g, '');
    if (/\p{L}{2}/u.test(rest) && !data.test(rest.trim())) found.push(rest.trim());
  };
  const isData = (element: Element) =>
    element.closest('time, blockquote, kbd, style, [dir=auto], [translate=no], datalist') !== null;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      const isMoment = node.querySelector(':scope > time') !== null;
      for (const name of spoken) if (!isMoment && !isData(node)) note(node.getAttribute(name) ?? '');
    } else if (node.parentElement && !isData(node.parentElement)) note(node.textContent ?? '');
  }
  return found;
}

const ticketWith = (csat: number, ces?: number) =>
  solvedTicket(workspace.world, { csat, ces, comment: 'Four people!' });

async function record(ticket: string): Promise<void> {
  const admin = await createTestApp(workspace, 'admin');
  await recordSighting(admin, await readTicketFeedback(admin, ticket));
}

describe('nothing outside of the translations is said by', () => {
  it.each(['admin', 'agent'] as const)(
    'the sidebar of %s with a bad score, a conflict-free choice and its case',
    async (persona) => {
      const { user } = showSidebar(await pseudoApp(persona), ticketWith(2, 1));
      await user.click(await screen.findByRole('button', { name: '[Process]' }));
      await screen.findByText(/You said so/);
      await user.click(await screen.findByRole('button', { name: '[Take]' }));
      await screen.findByText('[You have it.]');
      await user.click(screen.getByRole('button', { name: '[Close…]' }));
      await user.click(await screen.findByRole('button', { name: '[Close the case]' }));
      expect(untranslated()).toEqual([]);
    },
  );

  it('the sidebar with praise, a changed answer and no case', async () => {
    const ticket = ticketWith(4, 1);
    await record(ticket);
    answerSurvey(workspace.world, { ticket: Number(ticket), csat: 5 });
    showSidebar(await pseudoApp('admin'), ticket);
    await screen.findByText(/Changed/);
    expect(untranslated()).toEqual([]);
  });

  it('the sidebar before an answer, while it loads and when it fails', async () => {
    const app = await pseudoApp('admin');
    const { user } = showSidebar(app, solvedTicket(workspace.world));
    expect(screen.getByText('[Reading this ticket’s feedback]')).toBeTruthy();
    expect(untranslated()).toEqual([]);
    await screen.findByText('[Not answered yet]');
    expect(untranslated()).toEqual([]);
    workspace.setFaults([{ path: '/api/v2/tickets/**', kind: '403' }]);
    await user.click(screen.getByRole('button', { name: '[Refresh]' }));
    await screen.findByText(/could not refresh/);
    expect(untranslated()).toEqual([]);
  });

  it('the triage page with a list, an open case and its story', async () => {
    await record(ticketWith(1));
    const { user } = showTriage(await pseudoApp('lead'));
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
    await user.keyboard('?');
    await user.keyboard('j{Enter}');
    await screen.findByText(/Case opened: CSAT below/);
    expect(untranslated()).toEqual([]);
    await user.click(screen.getByRole('button', { name: /Mine/ }));
    expect(untranslated()).toEqual([]);
  });

  it('set-up, before and after', async () => {
    const bare = createWorkspace({ apps });
    const { user } = showTriage(await pseudoApp('admin', bare));
    await screen.findByText('[Set up this account]');
    expect(untranslated()).toEqual([]);
    await user.click(screen.getByRole('button', { name: '[Set up Feedback Loop]' }));
    await screen.findByText('[Go to the cases]');
    expect(untranslated()).toEqual([]);
  });

  it('any failure and any state of storage', async () => {
    const app = await pseudoApp('agent');
    show(
      app,
      <>
        {failureKinds.map((kind) => (
          <FailureNote key={kind} kind={kind} title={app.t('sidebar.failed')} onRetry={() => {}} />
        ))}
        {(['not_set_up', 'no_plan', 'no_grant'] as const).map((state) => (
          <StorageNote key={state} state={state} />
        ))}
      </>,
    );
    expect(screen.getAllByRole('button', { name: '[Try again]' })).toHaveLength(failureKinds.length);
    expect(untranslated()).toEqual([]);
  });
});

describe('the proof itself', () => {
  it('sees a word that was not translated', async () => {
    await setUp(await createTestApp(workspace, 'admin'), () => {});
    show(await pseudoApp('agent'), <p title="A title">Plain words</p>);
    expect(untranslated()).toEqual(['A title', 'Plain words']);
  });
});
