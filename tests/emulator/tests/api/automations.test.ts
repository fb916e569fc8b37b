import { beforeEach, describe, expect, it } from 'vitest';
import { addAutomations, closeRule, offerRule } from '../../world/automations.ts';
import { addFields } from '../../world/fields.ts';
import { personas } from '../../world/people.ts';
import { type Account, at, openAccount } from '../records/account.ts';

let account: Account;
const pending = { field: 'status', operator: 'is', value: 'pending' };
const untagged = { field: 'current_tags', operator: 'not_includes', value: 'reminded' };
const waited = { field: 'PENDING', operator: 'greater_than', value: '24' };
const tag = { field: 'current_tags', value: 'reminded' };
const good = {
  title: 'Remind the customer',
  conditions: { all: [pending, waited, untagged], any: [] },
  actions: [{ field: 'notification_user', value: ['requester_id', 'Still there?', '{{ticket.id}}'] }, tag],
};

beforeEach(() => {
  account = openAccount();
  addFields(account.world);
  addAutomations(account.world);
});

const post = (automation: unknown, persona = 'admin') =>
  account.call(persona, 'POST', '/automations', { automation });
const all = (...conditions: unknown[]) => ({ conditions: { all: conditions, any: [] } });
const idOf = async (made: ReturnType<typeof post>) => String(at((await made).body, 'automation.id'));

describe('an automation', () => {
  it('is made, shown, changed and deleted by an admin', async () => {
    const made = await post(good);
    expect(made.status).toBe(201);
    const path = `/automations/${at(made.body, 'automation.id')}`;
    const shown = await account.call('agent', 'GET', path);
    expect(shown.body).toMatchObject({ automation: { ...good, active: true, default: false, position: 3 } });
    const changed = await account.call('admin', 'PUT', path, { automation: { active: false } });
    expect(changed.body).toMatchObject({ automation: { ...good, active: false } });
    expect((await account.call('admin', 'DELETE', path)).status).toBe(204);
    expect((await account.call('admin', 'GET', path)).status).toBe(404);
  });

  it('loses its actions when only conditions are sent, which is refused', async () => {
    const path = `/automations/${await idOf(post(good))}`;
    const refused = await account.call('admin', 'PUT', path, { automation: all(pending, waited) });
    expect(refused.status).toBe(422);
    const { conditions, actions } = good;
    const both = { conditions, actions: [...actions, { field: 'priority', value: 'high' }] };
    expect((await account.call('admin', 'PUT', path, { automation: both })).body).toMatchObject({
      automation: both,
    });
  });

  it('is not an agent’s to write', async () => {
    const path = `/automations/${await idOf(post(good))}`;
    expect((await post(good, 'agent')).status).toBe(403);
    expect((await account.call('lead', 'PUT', path, { automation: { active: false } })).status).toBe(403);
    expect((await account.call('lead', 'DELETE', path)).status).toBe(403);
  });

  it('is written by agents whose Enterprise role manages automations', async () => {
    const { world } = account;
    const stamps = { created_at: world.now(), updated_at: world.now() };
    const configuration = { manage_automations: true };
    world.customRoles.put({
      id: 7001,
      name: 'Rules',
      description: '',
      role_type: 0,
      configuration,
      ...stamps,
    });
    const agent = world.users.get(personas.agent);
    if (agent) world.users.put({ ...agent, role_type: 0, custom_role_id: 7001 });
    expect((await post(good, 'agent')).status).toBe(403);
    world.plan = 'suite_enterprise';
    expect((await post(good, 'agent')).status).toBe(201);
  });

  it.each([
    ['no title', { title: ' ' }, 'title'],
    ['no time condition', all(pending, untagged), 'conditions'],
    ['a time condition in "any" alone', { conditions: { all: [pending], any: [waited] } }, 'conditions'],
    [
      'a second time condition in "any"',
      { conditions: { all: [pending, waited], any: [waited] } },
      'conditions',
    ],
    ['none of the fields that narrow it down', all(waited, untagged), 'conditions'],
    ['half an hour', all(pending, { ...waited, value: '0.5' }), 'conditions'],
    ['a time operator that is none', all(pending, { ...waited, operator: 'is_not' }), 'conditions'],
    [
      'a look at the update',
      all(pending, waited, { field: 'update_type', operator: 'is', value: 'Change' }),
      'conditions',
    ],
    ['a look at what changed', all({ ...pending, operator: 'value' }, waited), 'conditions'],
    ['a status that is none', all({ ...pending, value: 'asleep' }, waited), 'conditions'],
    ['no action', { actions: [] }, 'actions'],
    [
      'an action for the current user',
      { actions: [tag, { field: 'assignee_id', value: 'current_user' }] },
      'actions',
    ],
    ['no end of itself', { actions: [good.actions[0]] }, 'base'],
    ['a tag that does not end it', { actions: [{ ...tag, value: 'other' }] }, 'base'],
    [
      'more than 65 KB',
      { actions: [tag, { field: 'notification_user', value: ['requester_id', 'x', 'x'.repeat(67_000)] }] },
      'base',
    ],
  ])('is refused for %s', async (_what, wrong, member) => {
    const reply = await post({ ...good, ...wrong });
    expect(reply.status).toBe(422);
    expect(Object.keys(at(reply.body, 'details') as object)).toEqual([member]);
  });

  it.each([
    ['a tag its condition wants absent', [untagged], [tag]],
    [
      'tags its condition wants present are removed',
      [{ ...untagged, operator: 'includes', value: 'a b' }],
      [{ field: 'remove_tags', value: 'b a' }],
    ],
    ['all tags are replaced', [{ ...untagged, operator: 'includes' }], [{ field: 'set_tags', value: 'x' }]],
    ['another status', [], [{ field: 'status', value: 'open' }]],
    [
      'a higher priority',
      [{ field: 'priority', operator: 'less_than', value: 'high' }],
      [{ field: 'priority', value: 'high' }],
    ],
    [
      'somebody takes it',
      [{ field: 'assignee_id', operator: 'is', value: '' }],
      [{ field: 'assignee_id', value: String(personas.agent) }],
    ],
    [
      'the survey is offered',
      [{ field: 'satisfaction_score', operator: 'is', value: 'unoffered' }],
      [{ field: 'satisfaction_score', value: 'offered' }],
    ],
    [
      'the hour comes once',
      [{ ...waited, operator: 'is_business_hours' }],
      [{ field: 'priority', value: 'low' }],
    ],
  ])('ends itself when %s', async (_what, more, actions) => {
    expect((await post({ title: 'Once', ...all(pending, waited, ...more), actions })).status).toBe(201);
  });

  it.each([
    [
      'one of two tags is left',
      [{ ...untagged, operator: 'includes', value: 'a b' }],
      [{ field: 'remove_tags', value: 'a' }],
    ],
    ['the status stays', [], [{ field: 'status', value: 'pending' }]],
    [
      'the priority is still low',
      [{ field: 'priority', operator: 'less_than', value: 'high' }],
      [{ field: 'priority', value: 'normal' }],
    ],
  ])('does not end itself when %s', async (_what, more, actions) => {
    expect((await post({ title: 'For ever', ...all(pending, waited, ...more), actions })).status).toBe(422);
  });

  it('may not be the twin of an active one, only of a sleeping one', async () => {
    const path = `/automations/${await idOf(post(good))}`;
    expect((await post({ ...good, title: 'Another title' })).status).toBe(422);
    expect((await account.call('admin', 'PUT', path, { automation: { title: 'New' } })).status).toBe(200);
    await account.call('admin', 'PUT', path, { automation: { active: false } });
    expect((await post({ ...good, title: 'Another title' })).status).toBe(201);
  });

  it('is one of 500 active ones at most', async () => {
    const { world } = account;
    const [first] = world.automations.values();
    for (let id = 1; id <= 498; id += 1) if (first) world.automations.put({ ...first, id });
    expect((await post(good)).status).toBe(422);
    expect((await post({ ...good, active: false })).status).toBe(201);
  });
});

describe('the stock automations', () => {
  it('are there from the start, marked as Zendesk’s own, and may be put to sleep and deleted', async () => {
    const list = await account.call('agent', 'GET', '/automations');
    expect(at(list.body, 'automations')).toMatchObject([
      { ...offerRule, default: true, actions: [{ field: 'satisfaction_score', value: 'offered' }] },
      { ...closeRule, default: true, actions: [{ field: 'status', value: 'closed' }] },
    ]);
    const path = `/automations/${offerRule.id}`;
    const asleep = await account.call('admin', 'PUT', path, { automation: { active: false } });
    expect(asleep.body).toMatchObject({ automation: { ...offerRule, active: false } });
    expect((await account.call('admin', 'DELETE', path)).status).toBe(204);
  });
});

describe('the lists of automations', () => {
  const titles = (body: unknown) =>
    (at(body, 'automations') as { title: string }[]).map(({ title }) => title);
  const list = async (query: string) =>
    titles((await account.call('agent', 'GET', `/automations${query}`)).body);

  it('are in order of position, by state and by words', async () => {
    await post({ ...good, title: 'Alert', position: 0 });
    await post({ ...good, title: 'Sleeping', active: false });
    expect(await list('')).toEqual(['Alert', offerRule.title, closeRule.title, 'Sleeping']);
    expect(await list('?active=false')).toEqual(['Sleeping']);
    expect(await list('/active')).toEqual(['Alert', offerRule.title, closeRule.title]);
    expect(await list('/search?query=SLEEP')).toEqual(['Sleeping']);
    expect(await list('?sort_by=alphabetical&sort_order=desc')).toEqual(
      ['Alert', offerRule.title, closeRule.title, 'Sleeping'].sort().reverse(),
    );
  });

  it('turn their pages by cursor and by offset', async () => {
    await post(good);
    const first = await account.call('agent', 'GET', '/automations?page[size]=2');
    expect(at(first.body, 'meta.has_more')).toBe(true);
    expect(await list('?per_page=2&page=2')).toEqual([good.title]);
  });

  it('are moved and put to sleep many at once, and deleted many at once', async () => {
    const rows = [
      { id: offerRule.id, position: 9 },
      { id: closeRule.id, active: false },
    ];
    const changed = await account.call('admin', 'PUT', '/automations/update_many', { automations: rows });
    expect(changed.body).toMatchObject({ automations: [{ active: false }, { position: 9 }], count: 2 });
    const both = `/automations/destroy_many?ids=${offerRule.id},${closeRule.id}`;
    expect((await account.call('agent', 'DELETE', both)).status).toBe(403);
    expect((await account.call('admin', 'DELETE', both)).status).toBe(204);
    expect(await list('')).toEqual([]);
  });
});
