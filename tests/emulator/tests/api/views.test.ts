import { beforeEach, describe, expect, it } from 'vitest';
import { changeTicket } from '../../world/changeTicket.ts';
import { fieldIds } from '../../world/fields.ts';
import { groupIds, personas } from '../../world/people.ts';
import { at, column, type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});

const open = { field: 'status', operator: 'less_than', value: 'solved' };
const good = { title: 'Open cases', all: [open] };
const own = { type: 'User', id: personas.agent };
const post = (view: object, persona = 'admin') => desk.call(persona, 'POST', '/views', { view });
const idOf = async (view: object, persona = 'admin') => at(await post(view, persona), 'view.id');

describe('a view', () => {
  it('is made, shown, changed and deleted by an admin, for everybody', async () => {
    const made = await post({ ...good, output: { columns: ['status', 'description', fieldIds.product] } });
    expect(made.status).toBe(200);
    const path = `/views/${at(made, 'view.id')}`;
    const shown = await desk.call('agent', 'GET', path);
    expect(shown.body).toMatchObject({
      view: { title: 'Open cases', active: true, restriction: null, conditions: { all: [open], any: [] } },
    });
    expect(at(shown, 'view.execution.columns')).toMatchObject([
      { id: 'status', title: 'Status' },
      { id: 'description', title: 'Subject' },
      { id: fieldIds.product, title: 'Product', type: 'tagger' },
    ]);
    const changed = await desk.call('admin', 'PUT', path, { view: { title: 'Waiting', active: false } });
    expect(changed.body).toMatchObject({ view: { title: 'Waiting', active: false } });
    expect(at(changed, 'view.conditions.all')).toEqual([open]);
    expect((await desk.call('admin', 'DELETE', path)).status).toBe(204);
    expect((await desk.call('admin', 'GET', path)).status).toBe(404);
  });

  it.each([
    ['no title', { title: '' }, 'title'],
    ['no condition', { all: [] }, 'base'],
    [
      'none of the five it must test',
      { all: [{ field: 'current_tags', operator: 'includes', value: 'a' }] },
      'base',
    ],
    ['the five in ANY only', { all: [], any: [open] }, 'base'],
    [
      'a condition that speaks of an update',
      { all: [open, { field: 'update_type', operator: 'is', value: 'Create' }] },
      'conditions',
    ],
    [
      'an operator that speaks of a change',
      { all: [{ field: 'status', operator: 'changed' }] },
      'conditions',
    ],
    [
      'a number of the account’s own',
      { all: [open, { field: `custom_fields_${fieldIds.surveyScore}`, operator: 'is', value: '2' }] },
      'conditions',
    ],
    ['a value that is none', { all: [{ field: 'status', operator: 'is', value: 'stuck' }] }, 'conditions'],
    ['a column nobody knows', { output: { columns: ['mood'] } }, 'output'],
    ['eleven columns', { output: { columns: Array.from({ length: 11 }, () => 'status') } }, 'output'],
    ['an order by its subject', { output: { sort_by: 'description' } }, 'output'],
    ['a group that is none', { restriction: { type: 'Group', ids: [1] } }, 'restriction'],
  ])('is refused for %s', async (_what, wrong, member) => {
    const reply = await post({ ...good, ...wrong });
    expect(reply.status).toBe(422);
    expect(Object.keys(at(reply, 'details') as object)).toEqual([member]);
  });

  it('is shared by admins only; an agent keeps own ones, which nobody else sees', async () => {
    expect((await post(good, 'agent')).status).toBe(403);
    expect((await post({ ...good, restriction: { type: 'User', id: personas.lead } }, 'agent')).status).toBe(
      403,
    );
    const mine = await idOf({ ...good, restriction: own }, 'agent');
    expect((await desk.call('lead', 'GET', `/views/${mine}`)).status).toBe(404);
    expect((await desk.call('admin', 'DELETE', `/views/${mine}`)).status).toBe(404);
    const shared = await idOf(good);
    expect((await desk.call('agent', 'PUT', `/views/${shared}`, { view: { title: 'Mine' } })).status).toBe(
      403,
    );
    expect((await desk.call('agent', 'DELETE', `/views/${shared}`)).status).toBe(403);
    const taken = { view: { restriction: null } };
    expect((await desk.call('agent', 'PUT', `/views/${mine}`, taken)).status).toBe(403);
    expect((await desk.call('agent', 'DELETE', `/views/${mine}`)).status).toBe(204);
  });
});

describe('the lists of views', () => {
  it('are in order of position, by state, access and words', async () => {
    await post({ ...good, title: 'Wait' });
    await post({ ...good, title: 'Alarm', active: false });
    await post({ ...good, title: 'My alarm', restriction: own }, 'agent');
    const titles = async (query: string) =>
      column(await desk.call('agent', 'GET', `/views${query}`), 'views', 'title');
    expect(await titles('')).toEqual(['Wait', 'Alarm', 'My alarm']);
    expect(await titles('/active')).toEqual(['Wait', 'My alarm']);
    expect(await titles('/search?query=ALARM')).toEqual(['Alarm', 'My alarm']);
    expect(await titles('?access=personal')).toEqual(['My alarm']);
    expect(await titles('?sort_by=alphabetical')).toEqual(['Alarm', 'My alarm', 'Wait']);
    expect((await desk.call('agent', 'GET', '/views/search')).status).toBe(400);
  });
});

describe('what a view shows', () => {
  const titled = async (view: object, who = 'agent') => {
    const path = `/views/${await idOf(view)}/tickets`;
    return column(await desk.call(who, 'GET', path), 'tickets', 'subject');
  };

  it('are the tickets its conditions hold for now, counted and in rows', async () => {
    const first = desk.ticket({ subject: 'First', status: 'open' });
    desk.ticket({ subject: 'Second', status: 'pending' });
    desk.ticket({ subject: 'Done', status: 'solved' });
    const sorted = {
      ...good,
      output: { columns: ['description', 'status'], sort_by: 'nice_id', sort_order: 'asc' },
    };
    expect(await titled(sorted)).toEqual(['First', 'Second']);
    changeTicket(desk.world, first.id, { status: 'solved' }, { authorId: personas.agent, channel: 'web' });
    const id = await idOf(sorted);
    expect((await desk.call('agent', 'GET', `/views/${id}/count`)).body).toMatchObject({
      view_count: { view_id: id, value: 1, fresh: true },
    });
    expect((await desk.call('agent', 'GET', `/views/${id}/execute`)).body).toMatchObject({
      rows: [{ subject: 'Second', status: 'pending', ticket: { subject: 'Second' } }],
      columns: [{ id: 'description' }, { id: 'status' }],
    });
  });

  it('follow tags, hours, whoever looks and what that person may see', async () => {
    desk.ticket({
      subject: 'Mine',
      assignee_id: personas.agent,
      group_id: groupIds.technical,
      tags: ['hot'],
    });
    desk.ticket({ subject: 'Other', group_id: groupIds.billing });
    const with_ = (condition: object) => titled({ ...good, all: [open, condition] });
    expect(await with_({ field: 'current_tags', operator: 'includes', value: 'hot cold' })).toEqual(['Mine']);
    expect(await with_({ field: 'assignee_id', operator: 'is', value: 'current_user' })).toEqual(['Mine']);
    expect(await with_({ field: 'NEW', operator: 'less_than', value: '3' })).toHaveLength(2);
    expect(await with_({ field: 'NEW', operator: 'greater_than', value: '3' })).toEqual([]);
    const ofGroup = { ...good, all: [{ field: 'group_id', operator: 'is', value: 'current_groups' }] };
    const seen = await titled(ofGroup, 'petra@emulated.example');
    expect(seen).toEqual(['Other']);
    expect(await titled(good, 'petra@emulated.example')).toEqual(['Other']);
  });

  it('may be counted five times a minute by one agent’s app', async () => {
    const path = `/views/${await idOf(good)}/count`;
    const app = { 'x-zendesk-app-id': '7' };
    const ask = async (who: string) => (await desk.call(who, 'GET', path, undefined, app)).status;
    for (let time = 0; time < 5; time += 1) expect(await ask('agent')).toBe(200);
    expect([await ask('agent'), await ask('lead')]).toEqual([429, 200]);
    desk.wait(60_000);
    expect(await ask('agent')).toBe(200);
  });
});
