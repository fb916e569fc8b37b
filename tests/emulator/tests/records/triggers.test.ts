import { beforeEach, describe, expect, it } from 'vitest';
import { createTicket } from '../../world/changeTicket.ts';
import { addFields, fieldIds } from '../../world/fields.ts';
import { personas } from '../../world/people.ts';
import { addSchedules } from '../../world/schedules.ts';
import { type Account, at, openAccount } from './account.ts';

let account: Account;
const good = {
  title: 'Alert the lead',
  conditions: { all: [{ field: 'satisfaction_score', operator: 'is', value: 'bad' }], any: [] },
  actions: [
    { field: 'current_tags', value: 'low_score' },
    { field: 'notification_user', value: [String(personas.lead), 'Low score', '{{ticket.id}}'] },
  ],
};

beforeEach(() => {
  account = openAccount();
  addFields(account.world);
});

const post = (trigger: unknown, persona = 'admin') => account.call(persona, 'POST', '/triggers', { trigger });

describe('a trigger', () => {
  it('is made, shown, changed and deleted by an admin', async () => {
    const made = await post(good);
    expect(made.status).toBe(201);
    const path = `/triggers/${at(made.body, 'trigger.id')}`;
    expect((await account.call('agent', 'GET', path)).body).toMatchObject({
      trigger: { ...good, active: true },
    });
    const changed = await account.call('admin', 'PUT', path, { trigger: { active: false } });
    expect(changed.body).toMatchObject({ trigger: { ...good, active: false } });
    expect((await account.call('admin', 'DELETE', path)).status).toBe(204);
    expect((await account.call('admin', 'GET', path)).status).toBe(404);
  });

  it('is not an agent’s to write', async () => {
    expect((await post(good, 'agent')).status).toBe(403);
    const id = at((await post(good)).body, 'trigger.id');
    expect(
      (await account.call('lead', 'PUT', `/triggers/${id}`, { trigger: { active: false } })).status,
    ).toBe(403);
    expect((await account.call('lead', 'DELETE', `/triggers/${id}`)).status).toBe(403);
  });

  it('is written by agents whose Enterprise role manages triggers', async () => {
    const { world } = account;
    const now = world.now();
    world.customRoles.put({
      id: 7001,
      name: 'Rules',
      description: '',
      role_type: 0,
      configuration: { manage_triggers: true },
      created_at: now,
      updated_at: now,
    });
    const agent = world.users.get(personas.agent);
    if (agent) world.users.put({ ...agent, role_type: 0, custom_role_id: 7001 });
    expect((await post(good, 'agent')).status).toBe(403);
    world.plan = 'suite_enterprise';
    expect((await post(good, 'agent')).status).toBe(201);
  });

  it.each([
    ['no title', { title: '' }, 'title'],
    ['no condition', { conditions: { all: [], any: [] } }, 'conditions'],
    [
      'a condition nobody knows',
      { conditions: { all: [{ field: 'mood', operator: 'is', value: 'x' }] } },
      'conditions',
    ],
    [
      'an operator the condition does not have',
      { conditions: { all: [{ field: 'current_tags', operator: 'is', value: 'x' }] } },
      'conditions',
    ],
    [
      'a value that is none',
      { conditions: { all: [{ field: 'satisfaction_score', operator: 'is', value: '2' }] } },
      'conditions',
    ],
    ['no action', { actions: [] }, 'actions'],
    ['an action nobody knows', { actions: [{ field: 'explode', value: 'x' }] }, 'actions'],
    [
      'a mail without a text',
      { actions: [{ field: 'notification_user', value: ['requester_id'] }] },
      'actions',
    ],
    ['a mail to nobody', { actions: [{ field: 'notification_user', value: ['99', 'a', 'b'] }] }, 'actions'],
    ['a group that is none', { actions: [{ field: 'group_id', value: '99' }] }, 'actions'],
    ['a ticket field that is none', { actions: [{ field: 'custom_fields_99', value: 'x' }] }, 'actions'],
  ])('is refused for %s', async (_what, wrong, member) => {
    const reply = await post({ ...good, ...wrong });
    expect(reply.status).toBe(422);
    expect(Object.keys(at(reply.body, 'details') as object)).toEqual([member]);
  });

  it('knows the account’s own ticket fields', async () => {
    const [id = 0] = Object.values(fieldIds).filter((each) =>
      ['tagger', 'text'].includes(account.world.ticketFields.get(each)?.type ?? ''),
    );
    const reply = await post({
      ...good,
      conditions: { all: [{ field: `custom_fields_${id}`, operator: 'present' }] },
    });
    expect(reply.status).toBe(201);
  });
});

describe('the lists of triggers', () => {
  const titles = (body: unknown) =>
    (at(body, 'triggers') as { title: string }[]).map((trigger) => trigger.title);

  it('are in order of position, by state and by words', async () => {
    await post({ ...good, title: 'First alert' });
    await post({ ...good, title: 'Second', active: false });
    const list = async (query: string) =>
      titles((await account.call('agent', 'GET', `/triggers${query}`)).body);
    expect(await list('')).toEqual(['First alert', 'Second']);
    expect(await list('?active=false')).toEqual(['Second']);
    expect(await list('/active')).toEqual(['First alert']);
    expect(await list('/search?query=ALERT')).toEqual(['First alert']);
    expect(await list('?sort=-title')).toEqual(['Second', 'First alert']);
    expect(await list('?sort_by=alphabetical')).toEqual(['First alert', 'Second']);
  });

  it('tell how often each ran, where the plan counts that', async () => {
    const onCreate = { all: [{ field: 'update_type', operator: 'is', value: 'Create' }], any: [] };
    await post({ ...good, title: 'Never ran' });
    await post({ ...good, title: 'Ran', conditions: onCreate });
    const by = { authorId: personas.agent, channel: 'web' };
    createTicket(account.world, { subject: 'Hello', requester_id: personas.agent }, by);
    const list = async () => {
      const path = '/triggers?include=usage_1h,usage_7d&sort_by=usage_1h';
      return at((await account.call('agent', 'GET', path)).body, 'triggers');
    };
    expect(await list()).toMatchObject([
      { title: 'Ran', usage_1h: 1, usage_7d: 1 },
      { title: 'Never ran', usage_1h: 0 },
    ]);
    account.world.advance(3_600_000);
    expect(await list()).toMatchObject([
      { usage_1h: 0, usage_7d: 0 },
      { usage_1h: 0, usage_7d: 1 },
    ]);
    account.world.plan = 'suite_team';
    expect(at(await list(), '0')).not.toHaveProperty('usage_1h');
  });
});

describe('the definitions', () => {
  const subjects = async (part: string) => {
    const reply = await account.call('agent', 'GET', '/triggers/definitions');
    return (at(reply.body, `definitions.${part}`) as { subject: string }[]).map((each) => each.subject);
  };

  it('name what triggers may test and do', async () => {
    expect(await subjects('conditions_all')).toEqual(
      expect.arrayContaining(['status', 'current_tags', 'update_type', 'role', 'satisfaction_score']),
    );
    expect(await subjects('conditions_any')).toEqual(await subjects('conditions_all'));
    expect(await subjects('actions')).toEqual(
      expect.arrayContaining([
        'set_tags',
        'current_tags',
        'remove_tags',
        'follower',
        'notification_user',
        'notification_group',
        'notification_webhook',
      ]),
    );
  });

  it('know business hours only while the account has a schedule', async () => {
    const ofTime = ['in_business_hours', 'on_holiday', 'within_schedule'];
    expect(await subjects('conditions_all')).not.toEqual(expect.arrayContaining([ofTime[0]]));
    addSchedules(account.world);
    expect(await subjects('conditions_all')).toEqual(expect.arrayContaining(ofTime));
    account.world.plan = 'suite_team';
    expect(await subjects('conditions_all')).not.toEqual(expect.arrayContaining([ofTime[0]]));
  });

  it('know satisfaction only while the account has CSAT', async () => {
    account.world.csat = 'none';
    expect(await subjects('conditions_all')).not.toContain('satisfaction_score');
    expect((await post(good)).status).toBe(422);
  });
});
