import { describe, expect, test } from 'vitest';
import { json, someApp } from './account.ts';
import { openWorkspace } from './workspace.ts';

async function sidebar() {
  const workspace = await openWorkspace();
  const frame = workspace.draw(someApp, 'ticket_sidebar', { ticketId: 41 });
  return { ...workspace, frame, client: frame.load() };
}

describe('get', () => {
  test('of one unknown path rejects with a named error that quotes the path', async () => {
    const { client } = await sidebar();
    await expect(client.get('ticket.nonsense')).rejects.toMatchObject({
      name: 'APIUnknownPathError',
      message: '"ticket.nonsense" No such Api',
    });
  });

  test('of several paths gives what there is and an error for each that is not', async () => {
    const { client } = await sidebar();
    expect(await client.get(['ticket.id', 'nope', 'ticket.subject'])).toEqual({
      'ticket.id': 41,
      'ticket.subject': 'Ticket 41',
      errors: { nope: { name: 'APIUnknownPathError', message: 'No such Api', path: 'nope' } },
    });
  });

  test('waits for a ticket that is still loading', async () => {
    const { desk, draw } = await openWorkspace({ address: '/agent/dashboard' });
    desk.open({ page: 'ticket', id: 42 });
    expect(desk.tab(42)?.state).toBe('loading');
    const client = draw(someApp, 'ticket_sidebar', { ticketId: 42 }).load();
    expect(await client.get('ticket.subject')).toMatchObject({ 'ticket.subject': 'Ticket 42' });
  });

  test('names the reason when the ticket could not be loaded', async () => {
    const { draw } = await openWorkspace({ address: '/agent/tickets/999' });
    const client = draw(someApp, 'ticket_sidebar', { ticketId: 999 }).load();
    await expect(client.get('ticket.id')).rejects.toMatchObject({
      name: 'TicketUnavailableError',
      message: '"ticket.id" There is no such ticket in this account.',
    });
  });

  test('sees what the agent changed and has not saved', async () => {
    const { client, desk } = await sidebar();
    await client.get('ticket.id');
    desk.edit(41, { status: 'pending', custom_fields: { '101': 'p' } });
    desk.draft(41, { text: 'Dear Ines' });
    expect(
      await client.get([
        'ticket.status',
        'ticket.customField:custom_field_101',
        'comment.text',
        'ticket.comment.type',
      ]),
    ).toMatchObject({
      'ticket.status': 'pending',
      'ticket.customField:custom_field_101': 'p',
      'comment.text': 'Dear Ines',
      'ticket.comment.type': 'publicReply',
    });
  });

  test('knows the custom status of what is saved, and only its category once it was changed', async () => {
    const { client } = await sidebar();
    const { 'ticket.customStatus': saved } = await client.get('ticket.customStatus');
    await client.set('ticket.status', 'solved');
    const { 'ticket.customStatus': edited } = await client.get('ticket.customStatus');
    expect([saved, edited]).toEqual([
      { id: 500, statusCategory: 'open', agentLabel: 'Open' },
      { id: null, statusCategory: 'solved', agentLabel: 'Solved' },
    ]);
  });

  test('shows people, conversation and fields in the framework’s shapes', async () => {
    const { client } = await sidebar();
    expect(
      await client.get([
        'ticket.requester.email',
        'ticket.assignee',
        'ticket.conversation',
        'ticketFields:custom_field_101',
        'channel.name',
      ]),
    ).toMatchObject({
      errors: {},
      'ticket.requester.email': 'ines@example.com',
      'ticket.assignee': { user: { id: 1, name: 'Mia Agent' }, group: { id: 5, name: 'Support' } },
      'ticket.conversation': [
        {
          author: { id: 9, role: 'end-user' },
          channel: { name: 'email' },
          message: { contentType: 'text/html' },
        },
        { author: { id: 1, role: 'agent' }, channel: { name: 'internal' } },
      ],
      'ticketFields:custom_field_101': { label: 'Bucket', optionValues: [{ value: 'a' }, { value: 'p' }] },
      'channel.name': 'email',
    });
  });

  test('of the signed-in person has groups and time zone, and a custom role as its id', async () => {
    const { client, desk, account } = await sidebar();
    expect(await client.get('currentUser')).toMatchObject({
      currentUser: {
        name: 'Mia Agent',
        role: 'agent',
        groups: [{ id: 5, name: 'Support' }],
        timeZone: { ianaName: 'Europe/Berlin', offset: 120, formattedOffset: 'GMT+02:00' },
      },
    });
    Object.assign(account.tickets.get(41) ?? {}, { assignee_id: 2 });
    await desk.reloadTab(41);
    expect(await client.get('ticket.assignee.user.role')).toMatchObject({
      'ticket.assignee.user.role': '360',
    });
  });

  test('of a packaged file gives its address', async () => {
    const { client } = await sidebar();
    expect(await client.get('assetURL:logo.png')).toMatchObject({
      'assetURL:logo.png': 'http://localhost:4811/7/assets/logo.png',
    });
  });

  test('of a requirement asks the installation', async () => {
    const { client, account } = await sidebar();
    const requirement = { identifier: 'bucket', requirement_id: 101, requirement_type: 'ticket_fields' };
    account.answer(({ path }) =>
      path.endsWith('/requirements') ? json({ requirements: [requirement] }) : undefined,
    );
    expect(await client.get('requirement:bucket')).toMatchObject({ 'requirement:bucket': requirement });
    await expect(client.get('requirement:other')).rejects.toMatchObject({ name: 'RequirementNotFoundError' });
  });

  test('of the ticket is refused where there is none', async () => {
    const { draw } = await openWorkspace();
    await expect(draw(someApp, 'background').load().get('ticket.id')).rejects.toMatchObject({
      name: 'APIUnknownPathError',
    });
  });
});

describe('set', () => {
  test('changes the form only, and gives the value back', async () => {
    const { client, desk, account } = await sidebar();
    expect(await client.set('ticket.status', 'solved')).toEqual({ errors: {}, 'ticket.status': 'solved' });
    expect(desk.tab(41)?.edits).toEqual({ status: 'solved' });
    expect(account.tickets.get(41)?.status).toBe('open');
  });

  test('of several paths keeps the good ones and names the bad', async () => {
    const { client, desk } = await sidebar();
    const result = await client.set({
      'ticket.assignee': { groupId: 6 },
      'ticket.customField:Order number': 'A-1',
      'ticket.status': 'imaginary',
      'ticket.id': 5,
    });
    expect(result.errors).toMatchObject({
      'ticket.status': { name: 'InvalidArgumentError' },
      'ticket.id': { name: 'APIUnknownPathError' },
    });
    expect(desk.tab(41)?.edits).toEqual({ group_id: 6, custom_fields: { '100': 'A-1' } });
  });

  test('of a value back to what is saved leaves nothing unsaved', async () => {
    const { client, desk } = await sidebar();
    await client.set('ticket.priority', 'high');
    await client.set('ticket.priority', null);
    expect(desk.tab(41)?.edits).toEqual({});
  });
});

describe('invoke', () => {
  test('adds and removes tags, and writes into the composer', async () => {
    const { client, desk } = await sidebar();
    await client.invoke('ticket.tags.add', ['Refund', 'vip']);
    await client.invoke('ticket.tags.remove', 'vip');
    await client.invoke('comment.appendText', 'Hello ');
    await client.invoke('ticket.comment.appendHtml', '<b>Ines</b> &amp; all');
    expect(desk.tab(41)?.edits).toEqual({ tags: ['refund'] });
    expect(desk.tab(41)?.draft.text).toBe('Hello Ines & all');
  });

  test('takes several actions at once', async () => {
    const { client, desk } = await sidebar();
    const result = await client.invoke({
      'ticket.disableSave': [],
      'ticketFields:custom_field_100.hide': [],
      nope: [],
    });
    expect(Object.keys(result.errors as object)).toEqual(['nope']);
    expect(desk.tab(41)).toMatchObject({
      isSaveDisabled: true,
      fieldStates: { custom_field_100: { isVisible: false, isEnabled: true } },
    });
  });

  test('shows a notice as text, whatever markup it holds', async () => {
    const { client, desk } = await sidebar();
    await client.invoke('notify', '<strong>Saved</strong><img src=x onerror=alert(1)> 1 &lt; 2', 'alert', {
      sticky: true,
    });
    expect(desk.toasts()).toMatchObject([{ kind: 'alert', message: 'Saved 1 < 2', duration: null }]);
  });

  test('keeps the links of a notice that lead to the web or into the workspace, and no others', async () => {
    const { client, desk } = await sidebar();
    const to = (href: string) => `<a class="x" href="${href}">here</a>`;
    const links = async (html: string) => {
      await client.invoke('notify', `Look ${html} <b>now</b>`, 'notice', { sticky: true });
      return desk.toasts().at(-1)?.parts;
    };
    for (const href of ['/agent/apps/probe/cases/9', '#/tickets/7', 'https://help.example/a?b=1'])
      expect(await links(to(href))).toEqual([
        { text: 'Look ', href: null },
        { text: 'here', href },
        { text: ' now', href: null },
      ]);
    for (const href of ['javascript:alert(1)', '//evil.example', '/\\evil.example', 'data:text/html,x'])
      expect(await links(to(href))).toBeUndefined();
    expect(desk.toasts().at(-1)?.message).toBe('Look here now');
  });

  test('goes to tickets and apps, and says which places there are not', async () => {
    const { client, desk, page } = await sidebar();
    await client.invoke('routeTo', 'nav_bar', 'Feedback Loop', 'cases/7');
    expect(page.visited.at(-1)).toBe('/agent/apps/feedback-loop/cases/7');
    await client.invoke('routeTo', 'ticket', 42);
    expect(desk.route()).toEqual({ page: 'ticket', id: 42 });
    await expect(client.invoke('routeTo', 'ticket', 'new')).rejects.toMatchObject({
      name: 'NotEmulatedError',
    });
  });

  test('resizes the frame and hides it', async () => {
    const { client, zaf, frame } = await sidebar();
    await client.invoke('resize', { height: 200, width: '100%' });
    await client.invoke('hide');
    expect(zaf.instance(frame.guid)).toMatchObject({ size: { height: 200, width: '100%' }, isHidden: true });
    expect(await client.get('visible')).toMatchObject({ visible: false });
  });

  test('refuses what belongs to another location', async () => {
    const { client } = await sidebar();
    await expect(client.invoke('destroy')).rejects.toMatchObject({ name: 'APIUnknownPathError' });
    await expect(client.invoke('popover', 'show')).rejects.toMatchObject({ name: 'APIUnknownPathError' });
  });
});
