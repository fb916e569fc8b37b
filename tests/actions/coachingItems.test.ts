import { beforeEach, describe, expect, it } from 'vitest';
import { listMade } from '../../src/actions/listMade.ts';
import { protectSheets } from '../../src/actions/protectSheets.ts';
import { readSheetItems } from '../../src/actions/readSheetItems.ts';
import { readSheetProtection } from '../../src/actions/readSheetProtection.ts';
import { addSheetItem, changeSheetItem } from '../../src/actions/writeSheetItem.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { agentIds, personas } from '../emulator/world/people.ts';
import { roleIds } from '../emulator/world/roles.ts';
import { callsOf } from './callsOf.ts';
import { agent, appOf, billing, grantStaff, lead, openCoaching } from './coachingWorld.ts';

const kwame = String(agentIds.kwame);
let workspace: Workspace;
const leads = { leads: [{ groupId: billing, userIds: [lead] }] };
const leadApp = () => appOf(workspace, 'lead', leads);
const placeOf = (agentId: string, isGuarded: boolean) => ({ agentId, isGuarded, groupIds: [billing] });
const textsOf = async (app: Awaited<ReturnType<typeof appOf>>, agentId: string, isGuarded: boolean) =>
  (await readSheetItems(app, agentId, isGuarded)).items.map(({ text }) => text);

describe('where Zendesk does not guard records', () => {
  beforeEach(async () => {
    workspace = await openCoaching();
  });

  it('there are no coach-only notes, and nothing is made', async () => {
    const admin = await appOf(workspace, 'admin');
    expect(await readSheetProtection(admin)).toEqual({ kind: 'no_plan' });
    expect(await readSheetProtection(await leadApp())).toEqual({ kind: 'absent' });
    await expect(protectSheets(admin)).rejects.toMatchObject({ kind: 'forbidden' });
    expect(workspace.world.customObjects.has('fl_sheet')).toBe(false);
    const note = { kind: 'coach_only' as const, text: 'Worn out', dueOn: null };
    const before = workspace.exchanges().length;
    await expect(addSheetItem(admin, placeOf(agent, false), note)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    expect(callsOf(workspace, before)).toEqual([]);
  });

  it('what a lead agrees on, the agent reads and ticks off', async () => {
    const draft = { kind: 'action' as const, text: 'Shadow Yuki', dueOn: '2026-12-01' };
    const written = await addSheetItem(await leadApp(), placeOf(agent, false), draft);
    if (!('item' in written)) throw new Error('not written');
    const own = await appOf(workspace, 'agent');
    expect(await textsOf(own, agent, false)).toEqual(['Shadow Yuki']);
    await changeSheetItem(own, agent, written.item, { state: 'done' });
    const [read] = (await readSheetItems(await leadApp(), agent, false)).items;
    expect([read?.state, read?.log.map(({ byId }) => byId)]).toEqual(['done', [lead, agent]]);
  });

  it('nothing is written that could not be read again', async () => {
    const place = placeOf(agent, false);
    const app = await leadApp();
    const invalid = { kind: 'invalid' };
    await expect(addSheetItem(app, place, { kind: 'agreed', text: ' ', dueOn: null })).rejects.toMatchObject(
      invalid,
    );
    const day = { kind: 'action' as const, text: 'Read', dueOn: 'soon' };
    await expect(addSheetItem(app, place, day)).rejects.toMatchObject(invalid);
    const written = await addSheetItem(app, place, { ...day, dueOn: null });
    if (!('item' in written)) throw new Error('not written');
    for (const text of ['  ', 'x'.repeat(1001)])
      await expect(changeSheetItem(app, agent, written.item, { text })).rejects.toMatchObject(invalid);
    expect(await textsOf(app, agent, false)).toEqual(['Read']);
  });

  it('two at once: the second learns what the first wrote, and writes nothing over it', async () => {
    const written = await addSheetItem(await leadApp(), placeOf(agent, false), {
      kind: 'agreed',
      text: 'One',
      dueOn: null,
    });
    if (!('item' in written)) throw new Error('not written');
    await changeSheetItem(await appOf(workspace, 'agent'), agent, written.item, { text: 'Two' });
    const met = await changeSheetItem(await leadApp(), agent, written.item, { text: 'Three' });
    expect(met).toMatchObject({ met: { text: 'Two', rev: 2 } });
    expect(await textsOf(await leadApp(), agent, false)).toEqual(['Two']);
    // Having seen it, they may.
    if ('met' in met) await changeSheetItem(await leadApp(), agent, met.met, { text: 'Three' });
    expect(await textsOf(await leadApp(), agent, false)).toEqual(['Three']);
  });

  it('a sixth open thing to do is refused, whoever added the fifth; pressed twice it is one', async () => {
    const draft = (text: string) => ({ kind: 'action' as const, text, dueOn: null });
    const app = await leadApp();
    for (const text of ['1', '2', '3', '4', '5']) await addSheetItem(app, placeOf(agent, false), draft(text));
    expect(await addSheetItem(await appOf(workspace, 'admin'), placeOf(agent, false), draft('6'))).toEqual({
      problem: 'full',
    });
    const note = { kind: 'agreed' as const, text: 'once', dueOn: null };
    await addSheetItem(app, placeOf(agent, false), note, 'same');
    await addSheetItem(app, placeOf(agent, false), note, 'same');
    expect((await textsOf(app, agent, false)).filter((text) => text === 'once')).toEqual(['once']);
  });
});

describe('on a plan with access rules', () => {
  beforeEach(async () => {
    workspace = await openCoaching({ plan: 'suite_enterprise' });
    await grantStaff(workspace);
  });
  const guard = async () => protectSheets(await appOf(workspace, 'admin'));

  it('an admin sets the guarded sheets up once; words find a place only behind the rules', async () => {
    const admin = await appOf(workspace, 'admin');
    expect(await readSheetProtection(admin)).toEqual({ kind: 'not_set_up' });
    expect(await readSheetProtection(await leadApp())).toEqual({ kind: 'absent' });
    const before = workspace.exchanges().length;
    await guard();
    const calls = workspace.exchanges().slice(before);
    const placeOfCall = (test: (body: string) => boolean) =>
      calls.findLastIndex(({ requestBody }) => test(JSON.stringify(requestBody ?? '')));
    expect(placeOfCall((body) => body.includes('"Body"'))).toBeGreaterThan(
      placeOfCall((body) => body.includes('"policy"')),
    );
    expect(await readSheetProtection(admin)).toEqual({ kind: 'guarded' });
    expect(await readSheetProtection(await leadApp())).toEqual({ kind: 'guarded' });
    const again = workspace.exchanges().length;
    await guard();
    expect(callsOf(workspace, again).filter((call) => !call.startsWith('GET'))).toEqual([]);
    expect((await listMade(admin)).map(({ key }) => key)).toContain('fl_sheet');
  });

  it('a coach-only note is its author’s and the admins’, for the agent and other leads there is none', async () => {
    await guard();
    const note = { kind: 'coach_only' as const, text: 'Worn out', dueOn: null };
    await addSheetItem(await leadApp(), placeOf(kwame, true), note);
    expect(await textsOf(await leadApp(), kwame, true)).toEqual(['Worn out']);
    expect(await textsOf(await appOf(workspace, 'admin'), kwame, true)).toEqual(['Worn out']);
    const otherLead = await appOf(workspace, 'agent', {
      leads: [{ groupId: billing, userIds: [lead, agent] }],
    });
    expect(await textsOf(otherLead, kwame, true)).toEqual([]);
  });

  it('what was agreed is read by the agent, the lead and nobody else, past the app as well', async () => {
    await guard();
    await addSheetItem(await leadApp(), placeOf(kwame, true), {
      kind: 'agreed',
      text: 'Calm down',
      dueOn: null,
    });
    const raw = async (persona: string) => {
      const path = '/api/v2/custom_objects/fl_sheet/records';
      const answer = await workspace.fetchAs(persona)(path);
      return JSON.stringify(await answer.json());
    };
    const other = workspace.world.users.get(personas.agent);
    expect(other?.custom_role_id).toBe(roleIds.agent);
    expect(await raw('agent')).not.toContain('Calm down');
    expect(await raw('lead')).toContain('Calm down');
    const read = [...workspace.world.customObjectRecords.values()].find(
      (one) => one.object_key === 'fl_sheet',
    );
    const direct = await workspace.fetchAs('agent')(`/api/v2/custom_objects/fl_sheet/records/${read?.id}`);
    expect(direct.status).toBe(404);
  });

  it('the agent concerned reads and ticks off what was agreed', async () => {
    await guard();
    const draft = { kind: 'action' as const, text: 'Shadow Yuki', dueOn: null };
    const written = await addSheetItem(await leadApp(), placeOf(agent, true), draft);
    const own = await appOf(workspace, 'agent');
    if ('item' in written) await changeSheetItem(own, agent, written.item, { state: 'done' });
    expect((await readSheetItems(await leadApp(), agent, true)).items[0]?.state).toBe('done');
  });

  it('a role somebody let read everything closes the notes, and setting up again binds it', async () => {
    await guard();
    const records = {
      read: { allowed: true, rule_id: null },
      create: { allowed: false },
      update: { allowed: false },
      delete: { allowed: false },
    };
    await workspace.fetchAs('admin')(
      `/api/v2/custom_objects/fl_sheet/permission_policies/custom-role-${roleIds.untagging}`,
      {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ policy: { records } }),
      },
    );
    const admin = await appOf(workspace, 'admin');
    expect(await readSheetProtection(admin)).toEqual({ kind: 'open', roles: ['No tags'] });
    await guard();
    expect(await readSheetProtection(admin)).toEqual({ kind: 'guarded' });
  });
});
