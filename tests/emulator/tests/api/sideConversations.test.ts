import { describe, expect, it } from 'vitest';
import { changeTicket } from '../../world/changeTicket.ts';
import { agentIds, groupIds, personas } from '../../world/people.ts';
import { at, openDesk } from './desk.ts';

const message = (to: unknown[]) => ({ message: { subject: 'Help', body: 'Please look.', to } });
const toLead = [{ user_id: personas.lead }];

describe('side conversations', () => {
  it('begin with a message and are listed with the ids their writer gave them', async () => {
    const desk = openDesk();
    const path = `/tickets/${desk.ticket().id}/side_conversations`;
    expect((await desk.call('agent', 'GET', path)).body).toMatchObject({ side_conversations: [] });
    const body = { ...message(toLead), external_ids: { mine: 'one' } };
    const begun = await desk.call('agent', 'POST', path, body);
    expect(begun.status).toBe(201);
    expect(begun.body).toMatchObject({
      side_conversation: { subject: 'Help', state: 'open', external_ids: { mine: 'one' } },
      event: { type: 'create', message: { body: 'Please look.' } },
    });
    const listed = await desk.call('lead', 'GET', path);
    expect(at(listed, 'side_conversations.0.id')).toBe(at(begun, 'side_conversation.id'));
    const shown = await desk.call('lead', 'GET', `${path}/${at(begun, 'side_conversation.id')}`);
    expect(at(shown, 'side_conversation.preview_text')).toBe('Please look.');
    expect((await desk.call('lead', 'GET', `${path}/nobody`)).status).toBe(404);
  });

  it('go to groups as well, but not to both at once, to nobody or without words', async () => {
    const desk = openDesk();
    const path = `/tickets/${desk.ticket().id}/side_conversations`;
    const toGroup = { support_group_id: groupIds.billing };
    expect((await desk.call('agent', 'POST', path, message([toGroup]))).status).toBe(201);
    for (const to of [[], [{ user_id: 1 }], [{ support_group_id: 1 }], [...toLead, toGroup]])
      expect((await desk.call('agent', 'POST', path, message(to))).status).toBe(422);
    const mute = { message: { to: toLead, body: ' ' } };
    expect((await desk.call('agent', 'POST', path, mute)).status).toBe(422);
  });

  it('reach a channel of a chat tool the account has, and nothing without it', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    const path = `/tickets/${id}/side_conversations`;
    const slack = { slack_workspace_id: 'T1', slack_channel_id: 'C7' };
    const teams = { msteams_channel_id: '19:care' };
    for (const to of [slack, teams])
      expect((await desk.call('agent', 'POST', path, message([to]))).status).toBe(422);
    desk.world.integrations = { slack: true, msteams: true };
    const begun = await desk.call('agent', 'POST', path, message([slack]));
    expect(begun.status).toBe(201);
    expect(at(begun, 'side_conversation.participants')).toContainEqual(expect.objectContaining(slack));
    expect((await desk.call('agent', 'POST', path, message([teams]))).status).toBe(201);
    const { slack_workspace_id: workspaceId } = slack;
    const sent = { ticketId: id, subject: 'Help', body: 'Please look.', fromId: personas.agent };
    expect(desk.world.channelMessages).toMatchObject([
      { ...sent, tool: 'slack', workspaceId, channelId: 'C7' },
      { ...sent, tool: 'msteams', workspaceId: null, channelId: '19:care' },
    ]);
    const half = { slack_channel_id: 'C7' };
    for (const to of [[half], [slack, teams], [slack, ...toLead], [slack, slack]])
      expect((await desk.call('agent', 'POST', path, message(to))).status).toBe(422);
    expect(desk.world.channelMessages).toHaveLength(2);
  });

  it.each([403, 404] as const)('are refused with %s on plans without them', async (status) => {
    const desk = openDesk();
    const path = `/tickets/${desk.ticket().id}/side_conversations`;
    desk.world.plan = 'suite_growth';
    desk.world.unknowns.noSideConversationsStatus = status;
    expect((await desk.call('agent', 'GET', path)).status).toBe(status);
    expect((await desk.call('admin', 'POST', path, message(toLead))).status).toBe(status);
  });

  it('are refused on closed tickets, and to roles that may not begin one', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    const path = `/tickets/${id}/side_conversations`;
    desk.world.plan = 'suite_enterprise';
    const role = desk.world.customRoles.get(desk.world.users.get(agentIds.untagging)?.custom_role_id ?? 0);
    if (role) role.configuration = { ...role.configuration, side_conversation_create: false };
    const hanne = desk.world.users.get(agentIds.untagging)?.email ?? '';
    expect((await desk.call(hanne, 'POST', path, message(toLead))).status).toBe(403);
    changeTicket(desk.world, id, { status: 'closed' }, { authorId: personas.admin, channel: 'web' });
    const closed = await desk.call('admin', 'POST', path, message(toLead));
    expect([closed.status, JSON.stringify(closed.body)]).toEqual([
      422,
      expect.stringContaining('closed prevents ticket update'),
    ]);
  });
});
