import { describe, expect, test } from 'vitest';
import { otherApp, someApp } from './account.ts';
import { openWorkspace, settle } from './workspace.ts';

async function listening(names: string[]) {
  const workspace = await openWorkspace();
  const frame = workspace.draw(someApp, 'ticket_sidebar', { ticketId: 41 });
  const client = frame.load();
  const heard: [string, unknown][] = [];
  for (const name of names) client.on(name, (data: unknown) => void heard.push([name, data]));
  await client.get('ticket.id');
  return { ...workspace, frame, client, heard };
}

describe('changed events', () => {
  test('follow the agent’s hand, by name and as a whole', async () => {
    const { desk, heard } = await listening(['ticket.subject.changed', '*.changed']);
    desk.edit(41, { subject: 'New' });
    await settle();
    expect(heard).toEqual([
      ['ticket.subject.changed', 'New'],
      ['*.changed', { propertyName: 'ticket.subject', newValue: 'New', oldValue: 'Ticket 41' }],
    ]);
  });

  test('of a status name its category and custom status too', async () => {
    const names = ['ticket.status.changed', 'ticket.statusCategory.changed', 'ticket.customStatus.changed'];
    const { client, heard } = await listening(names);
    await client.set('ticket.status', 'hold');
    await settle();
    expect(heard).toEqual([
      ['ticket.status.changed', 'hold'],
      ['ticket.statusCategory.changed', 'hold'],
      ['ticket.customStatus.changed', { id: null, statusCategory: 'hold', agentLabel: 'Hold' }],
    ]);
  });

  test('of fields, tags, people and the composer have the framework’s names', async () => {
    const { desk, heard } = await listening([
      'ticket.custom_field_101.changed',
      'ticket.tags.changed',
      'ticket.assignee.user.name.changed',
      'ticket.assignee.group.name.changed',
      'comment.type.changed',
    ]);
    desk.edit(41, { custom_fields: { '101': 'p' }, tags: ['x'], assignee_id: 2, group_id: 6 });
    desk.draft(41, { type: 'internalNote' });
    await settle();
    expect(Object.fromEntries(heard)).toEqual({
      'ticket.custom_field_101.changed': 'p',
      'ticket.tags.changed': ['x'],
      'ticket.assignee.user.name.changed': 'Ola Lead',
      'ticket.assignee.group.name.changed': 'Billing',
      'comment.type.changed': 'internalNote',
    });
  });

  test('do not come when nothing changed, nor from another ticket', async () => {
    const { desk, heard } = await listening(['*.changed']);
    desk.open({ page: 'ticket', id: 42 });
    await settle();
    desk.edit(41, { status: 'open' });
    desk.edit(42, { status: 'solved' });
    await settle();
    expect(heard).toEqual([]);
  });

  test('come when somebody else saved the ticket, with who it was', async () => {
    const { account, page, heard } = await listening(['ticket.priority.changed', 'ticket.updated']);
    const ticket = account.tickets.get(41);
    Object.assign(ticket ?? {}, { priority: 'urgent' });
    page.tell({ kind: 'ticket', id: 41, byUserId: 2 });
    await settle();
    expect(heard).toEqual([
      ['ticket.priority.changed', 'urgent'],
      ['ticket.updated', expect.objectContaining({ id: 2, name: 'Ola Lead' })],
    ]);
  });
});

describe('events of the workspace', () => {
  test('tell every frame of a new colour scheme', async () => {
    const { desk, heard, client } = await listening(['colorScheme.changed']);
    desk.setScheme('dark');
    await settle();
    expect(heard).toEqual([['colorScheme.changed', 'dark']]);
    expect(await client.get('colorScheme')).toMatchObject({ colorScheme: 'dark' });
  });

  test('bring notifications to every frame of that app, and to no other', async () => {
    const { draw, page } = await openWorkspace({ apps: [someApp, otherApp] });
    const heard: unknown[] = [];
    const frames = [
      draw(someApp, 'ticket_sidebar', { ticketId: 41 }),
      draw(someApp, 'background'),
      draw(otherApp, 'background'),
    ];
    frames.forEach((frame, index) => {
      frame.load().on('api_notification.case.opened', (data: unknown) => void heard.push([index, data]));
    });
    await settle();
    const notification = {
      kind: 'notification' as const,
      appId: 7,
      event: 'case.opened',
      body: { id: 3 },
      senderId: 2,
    };
    page.tell({ ...notification, agentId: null });
    page.tell({ ...notification, agentId: 999 });
    await settle();
    expect(heard.sort()).toEqual([
      [0, { body: { id: 3 }, sender: 2 }],
      [1, { body: { id: 3 }, sender: 2 }],
    ]);
  });

  test('tell the background of a saved ticket', async () => {
    const { draw, desk } = await openWorkspace();
    const heard: unknown[] = [];
    draw(someApp, 'background')
      .load()
      .on('ticket.saved', (data: unknown) => void heard.push(data));
    await settle();
    await desk.submit(41, 'pending');
    await settle();
    expect(heard).toEqual([{ ticket: { id: 41 } }]);
  });

  test('tell a sidebar apart that was collapsed from one whose ticket was left', async () => {
    const { desk, zaf, frame, heard } = await listening([
      'app.collapsed',
      'app.expanded',
      'app.deactivated',
      'app.activated',
    ]);
    zaf.setVisible(frame.guid, false);
    zaf.setVisible(frame.guid, true);
    desk.open({ page: 'dashboard' });
    zaf.setVisible(frame.guid, false);
    desk.open({ page: 'ticket', id: 41 });
    zaf.setVisible(frame.guid, true);
    await settle();
    expect(heard).toEqual([
      ['app.activated', { firstLoad: true }],
      ['app.collapsed', undefined],
      ['app.expanded', undefined],
      ['app.deactivated', undefined],
      ['app.activated', { firstLoad: false }],
    ]);
  });

  test('tell a frame of its changed context', async () => {
    const { zaf, frame, client } = await listening([]);
    zaf.setContext(frame.guid, { ticketId: 41, userId: 9 });
    await settle();
    expect(await client.context()).toMatchObject({ ticketId: 41, userId: 9 });
  });
});
