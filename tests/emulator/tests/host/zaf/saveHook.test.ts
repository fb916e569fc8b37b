import { describe, expect, test } from 'vitest';
import { json, otherApp, someApp } from './account.ts';
import { openWorkspace, settle, type Workspace } from './workspace.ts';

async function withHook(handler: () => unknown, address?: string) {
  const workspace = await openWorkspace({ address });
  const frame = workspace.draw(someApp, 'ticket_sidebar', { ticketId: 41 });
  const client = frame.load();
  const heard: string[] = [];
  for (const phase of ['start', 'done', 'fail', 'always']) {
    client.on(`ticket.submit.${phase}`, () => void heard.push(phase));
  }
  client.on('ticket.save', handler);
  await client.get('ticket.id');
  return { ...workspace, frame, client, heard };
}

const puts = ({ account }: Pick<Workspace, 'account'>) =>
  account.calls.filter(({ method }) => method === 'PUT');

describe('ticket.save', () => {
  test('that allows lets the ticket be saved, with what the app changed in the form', async () => {
    let form: (() => Promise<unknown>) | undefined;
    const workspace = await withHook(() => form?.());
    form = () => workspace.client.set('ticket.subject', 'Changed by the app');
    workspace.desk.draft(41, { text: 'Done', type: 'internalNote' });
    expect(await workspace.desk.submit(41, 'solved')).toBe(true);
    expect(JSON.parse(puts(workspace)[0]?.body ?? '')).toEqual({
      ticket: {
        status: 'solved',
        subject: 'Changed by the app',
        comment: { body: 'Done', public: false },
        safe_update: true,
        updated_stamp: '2026-05-02T08:00:00Z',
      },
    });
    await settle();
    expect(workspace.heard).toEqual(['start', 'done', 'always']);
    expect(workspace.desk.tab(41)).toMatchObject({ state: 'ready', edits: {}, draft: { text: '' } });
  });

  test('that throws blocks with its reason, and nothing typed is lost', async () => {
    const workspace = await withHook(() => {
      throw new Error('Pick a bucket first.');
    });
    workspace.desk.draft(41, { text: 'Dear Ines' });
    expect(await workspace.desk.submit(41, 'solved')).toBe(false);
    expect(puts(workspace)).toEqual([]);
    expect(workspace.desk.tab(41)).toMatchObject({
      state: 'ready',
      problem: 'Pick a bucket first.',
      draft: { text: 'Dear Ines' },
    });
    expect(workspace.heard).toEqual([]);
  });

  test('that rejects without a reason blocks with the app’s name', async () => {
    const workspace = await withHook(() => Promise.reject());
    expect(await workspace.desk.submit(41, 'solved')).toBe(false);
    expect(workspace.desk.tab(41)?.problem).toBe('Feedback Loop did not let this ticket be saved.');
  });

  test('that never answers blocks when its time is over', async () => {
    const workspace = await withHook(
      () => new Promise(() => undefined),
      '/agent/tickets/41?saveHookTimeout=0.01',
    );
    expect(await workspace.desk.submit(41, 'solved')).toBe(false);
    expect(workspace.desk.tab(41)?.problem).toMatch(/^Feedback Loop did not answer within 0 s/);
  });

  test('is asked once while an answer is outstanding, which then counts for the next save', async () => {
    let allow: (value: unknown) => void = () => undefined;
    const waiting = new Promise((resolve) => {
      allow = resolve;
    });
    const workspace = await withHook(() => waiting, '/agent/tickets/41?saveHookTimeout=0.01');
    await workspace.desk.submit(41, 'solved');
    const second = workspace.desk.submit(41, 'solved');
    allow(undefined);
    expect(await second).toBe(true);
    expect(workspace.frame.received.filter(({ key }) => key === 'zaf.ticket.save')).toHaveLength(1);
  });

  test('is not asked of apps that did not subscribe, or that sit on another ticket', async () => {
    const workspace = await withHook(() => undefined);
    const silent = workspace.draw(otherApp, 'ticket_sidebar', { ticketId: 41 });
    silent.load();
    workspace.desk.open({ page: 'ticket', id: 42 });
    const elsewhere = workspace.draw(someApp, 'ticket_sidebar', { ticketId: 42 });
    elsewhere.load().on('ticket.save', () => 'no');
    await settle();
    expect(await workspace.desk.submit(41, 'open')).toBe(true);
    expect([...silent.received, ...elsewhere.received].some(({ needsReply }) => needsReply)).toBe(false);
  });

  test('blocks when one of two apps does', async () => {
    const workspace = await withHook(() => undefined);
    workspace
      .draw(otherApp, 'ticket_sidebar', { ticketId: 41 })
      .load()
      .on('ticket.save', () => 'Not yet.');
    await settle();
    expect(await workspace.desk.submit(41, 'open')).toBe(false);
    expect(workspace.desk.tab(41)?.problem).toBe('Not yet.');
  });

  test('no longer holds anything back once its frame has reloaded', async () => {
    const workspace = await withHook(() => new Promise(() => undefined));
    const saving = workspace.desk.submit(41, 'open');
    await settle();
    workspace.frame.load();
    expect(await saving).toBe(true);
  });
});

test('what is typed while a save is on its way stays in the form', async () => {
  const workspace = await withHook(() => undefined);
  const { desk, account } = workspace;
  account.answer(({ method }) => {
    if (method !== 'PUT') return undefined;
    desk.draft(41, { text: 'Dear Ines, one more' });
    desk.edit(41, { priority: 'urgent' });
    return undefined;
  });
  desk.draft(41, { text: 'Dear Ines' });
  expect(await desk.submit(41, 'pending')).toBe(true);
  expect(desk.tab(41)).toMatchObject({
    saved: { status: 'pending', priority: null },
    edits: { priority: 'urgent' },
    draft: { text: 'Dear Ines, one more' },
  });
});

describe('a save that fails', () => {
  test.each([
    [409, { error: 'UpdateConflict' }, /^Somebody else changed this ticket meanwhile/],
    [
      422,
      { details: { status: [{ description: 'Status: closed prevents ticket update' }] } },
      /closed prevents/,
    ],
    [403, {}, /^Your role may not/],
    [500, {}, /could not save this ticket \(500\)/],
  ])('with %i says so in a sentence and keeps what was typed', async (status, body, sentence) => {
    const workspace = await withHook(() => undefined);
    workspace.account.answer(({ method }) => (method === 'PUT' ? json(body, { status }) : undefined));
    workspace.desk.edit(41, { priority: 'high' });
    workspace.desk.draft(41, { text: 'Dear Ines' });
    expect(await workspace.desk.submit(41, 'pending')).toBe(false);
    expect(workspace.desk.tab(41)).toMatchObject({
      state: 'ready',
      problem: expect.stringMatching(sentence),
      edits: { priority: 'high', status: 'pending' },
      draft: { text: 'Dear Ines' },
    });
    await settle();
    expect(workspace.heard).toEqual(['start', 'fail', 'always']);
  });

  test('because the connection broke says so too', async () => {
    const workspace = await withHook(() => undefined);
    workspace.account.answer(({ method }) =>
      method === 'PUT' ? Promise.reject(new TypeError()) : undefined,
    );
    expect(await workspace.desk.submit(41, 'pending')).toBe(false);
    expect(workspace.desk.tab(41)?.problem).toMatch(/^Zendesk does not answer/);
  });
});
