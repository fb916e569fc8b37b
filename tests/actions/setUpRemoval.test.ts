import { beforeEach, describe, expect, it } from 'vitest';
import { listMade } from '../../src/actions/listMade.ts';
import { removalParts, removeAll } from '../../src/actions/removeAll.ts';
import { setUp } from '../../src/actions/setUp.ts';
import { defaultConfiguration } from '../../src/care/configuration.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import {
  adminOf,
  choose,
  configurationOf,
  freshWorkspace,
  likeness,
  rulesIn,
  withWorkflows,
  writesOf,
} from './setUpWorld.ts';

let workspace: Workspace;
const remove = async (...parts: Parameters<typeof removeAll>[1]) =>
  removeAll(await adminOf(workspace), parts);
const press = async () => setUp(await adminOf(workspace), () => {});
const ownFields = () =>
  [...workspace.world.ticketFields.values()].filter(({ title }) => title.startsWith('Feedback '));

beforeEach(async () => {
  workspace = freshWorkspace('foreign_rules');
  choose(workspace, withWorkflows());
});

describe('the list of what set-up created', () => {
  it('is empty before, and names every thing by its title in the account afterwards', async () => {
    expect(await listMade(await adminOf(workspace))).toEqual([]);
    await press();
    const things = await listMade(await adminOf(workspace));
    const count = (kind: string) => things.filter((thing) => thing.kind === kind).length;
    expect([count('object'), count('ticket_field'), count('view'), count('setting')]).toEqual([3, 5, 2, 1]);
    expect(count('object_field')).toBe(16);
    expect(count('trigger') + count('automation') + count('view')).toBe(
      configurationOf(workspace).made.length,
    );
    expect(things.every(({ title, id }) => title !== '' && id !== '')).toBe(true);
    const titles = rulesIn(workspace).triggers.map(({ title }) => title);
    for (const { kind, title } of things) if (kind === 'trigger') expect(titles).toContain(title);
  });

  it('leaves out what somebody has taken away', async () => {
    await press();
    const made = configurationOf(workspace).made.find(({ kind }) => kind === 'trigger');
    workspace.world.triggers.remove(Number(made?.id));
    const keys = (await listMade(await adminOf(workspace))).map(({ key }) => key);
    expect(keys).not.toContain(made?.key);
    expect(keys).toContain('view:open');
  });
});

describe('removing', () => {
  it('takes the rules and views asked for, nothing of others, and no data', async () => {
    const foreign = rulesIn(workspace);
    await press();
    const { results } = await remove('views', 'rules');
    expect(results.every(({ why }) => why === null)).toBe(true);
    expect(results.at(-1)?.thing.kind).toBe('view');
    expect(rulesIn(workspace)).toEqual(foreign);
    expect(configurationOf(workspace).made).toEqual([]);
    expect([workspace.world.customObjects.size, ownFields().length]).toEqual([3, 5]);
  });

  it('takes the data last, and leaves the account as it was before set-up', async () => {
    choose(workspace, { workflows: [] });
    const foreign = rulesIn(workspace);
    await press();
    const steps: (string | null)[] = [];
    const admin = await adminOf(workspace);
    const { results } = await removeAll(admin, [...removalParts].reverse(), ({ id }) => steps.push(id));
    const kinds = results.map(({ thing }) => thing.kind);
    expect(kinds.slice(-4)).toEqual(['object', 'object', 'object', 'setting']);
    expect(steps).toEqual([...results.map(({ thing }) => thing.key), null]);
    expect(rulesIn(workspace)).toEqual(foreign);
    expect([workspace.world.customObjects.size, ownFields()]).toEqual([0, []]);
    expect(configurationOf(workspace)).toEqual(defaultConfiguration);
    expect(await listMade(await adminOf(workspace))).toEqual([]);
  });

  it('goes on after a refusal, says which, and keeps the setting that knows what is left', async () => {
    await press();
    workspace.setFaults([{ method: 'DELETE', path: '/api/v2/views/*', kind: '403' }]);
    const { results } = await remove(...removalParts);
    const refused = results.filter(({ why }) => why !== null).map(({ thing, why }) => [thing.kind, why]);
    expect(refused).toEqual([
      ['view', 'forbidden'],
      ['view', 'forbidden'],
      ['setting', 'conflict'],
    ]);
    expect(workspace.world.customObjects.size).toBe(0);
    expect(configurationOf(workspace).made.map(({ kind }) => kind)).toEqual(['view', 'view']);
    workspace.setFaults([]);
    await remove(...removalParts);
    expect(configurationOf(workspace)).toEqual(defaultConfiguration);
  });

  it('that broke off is finished by the next run', async () => {
    await press();
    workspace.setFaults([{ method: 'DELETE', path: '/api/v2/automations/*', kind: '503' }]);
    await expect(remove('rules')).rejects.toMatchObject({ kind: 'unavailable' });
    expect(configurationOf(workspace).made.some(({ kind }) => kind === 'trigger')).toBe(false);
    workspace.setFaults([]);
    const { results } = await remove('rules');
    expect(new Set(results.map(({ thing }) => thing.kind))).toEqual(new Set(['automation']));
  });

  it('of everything can be made good by another press', async () => {
    await press();
    const whole = likeness(workspace);
    await remove('rules', 'views', 'ticket_fields');
    await press();
    expect(likeness(workspace)).toEqual(whole);
  });

  it('asked of nothing writes nothing', async () => {
    await press();
    const written = writesOf(workspace).length;
    expect((await remove()).results).toEqual([]);
    expect(writesOf(workspace)).toHaveLength(written);
  });
});
