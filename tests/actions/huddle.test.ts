/** The morning's huddle: what is shown, to whom, and what is remembered of it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type HuddleItem, type HuddleView, readHuddle } from '../../src/actions/readHuddle.ts';
import { noteCommitment, passItem, settleCommitment } from '../../src/actions/saveHuddle.ts';
import type { App } from '../../src/app.ts';
import { noHuddle, type Slot } from '../../src/care/huddle/huddle.ts';
import { writeDocs } from '../../src/zendesk/docs.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { createTestApp } from '../testApp.ts';
import { createReadyWorkspace } from '../ui/render.tsx';
import { agent, day, said, write } from './huddleWorld.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
});

const settings = { version: 2, otherLeads: [] as string[] };
const lead = (more: object = {}): Promise<App> =>
  createTestApp(workspace, 'admin', { configuration: { ...settings, ...more } });
const nextMorning = () => workspace.world.advance(day);
const ticketOf = (view: HuddleView, slot: Slot) => itemOf(view, slot)?.ticketId ?? null;
const itemOf = (view: HuddleView, slot: Slot): HuddleItem | null => {
  const item = view.items[slot];
  return item === 'gone' ? null : item;
};
const docs = () =>
  [...workspace.world.customObjectRecords.values()].filter(
    ({ object_key: key, external_id: id, deleted_at: gone }) =>
      key === 'fl_doc' && gone === null && id?.startsWith('huddle:'),
  );

describe('what a huddle shows', () => {
  it('is one positive and one constructive item of yesterday, the process first', async () => {
    const praise = await said(workspace, { csat: 5, comment: 'Quick and kind.', bucket: 'agent' });
    await said(workspace, { csat: 1, comment: 'Rude.', bucket: 'agent' });
    const process = await said(workspace, {
      csat: 2,
      comment: 'Four people asked me the same.',
      bucket: 'process',
      topic: 'transfers',
    });
    nextMorning();
    const view = await readHuddle(await lead(), 'all');
    expect(itemOf(view, 'positive')).toMatchObject({ ticketId: praise, words: 'Quick and kind.', csat: 500 });
    expect(itemOf(view, 'constructive')).toMatchObject({
      ticketId: process,
      words: 'Four people asked me the same.',
      cause: 'process',
      topic: 'transfers',
      reason: { among: 2, shown: 0, person: 0 },
    });
  });

  it('is nothing where nothing was said, and nothing is written then', async () => {
    const view = await readHuddle(await lead(), 'all');
    expect(view.items).toEqual({ positive: null, constructive: null });
    expect(docs()).toEqual([]);
  });

  it('is of the last days where yesterday had nothing, and tells which day', async () => {
    await said(workspace, { csat: 5 });
    const saidOn = new Date(workspace.world.now()).toISOString().slice(0, 10);
    workspace.world.advance(3 * day);
    expect(itemOf(await readHuddle(await lead(), 'all'), 'positive')?.day).toBe(saidOn);
  });

  it('masks the customer, and names agents only in praise', async () => {
    const words = 'Ines Prado here, ines.prado@example.com, order 4711-22: Mia was great';
    await said(workspace, { csat: 5, comment: words, bucket: 'agent' });
    await said(workspace, { csat: 1, comment: `${words}ly rude, Keller too`, bucket: 'agent' });
    nextMorning();
    const name = workspace.world.users.get(Number(agent))?.name ?? '';
    const [first = ''] = name.split(' ');
    expect(first).toBe('Mia');
    const view = await readHuddle(await lead(), 'all');
    expect(itemOf(view, 'positive')).toMatchObject({
      words: '[…] here, […], order […]: Mia was great',
      agentName: name,
    });
    const constructive = itemOf(view, 'constructive');
    expect(constructive?.agentName).toBeNull();
    expect(constructive?.words).not.toMatch(/Mia|Ines|Prado|4711/);
    const open = itemOf(await readHuddle(await lead({ huddleNamesAgents: true }), 'all'), 'constructive');
    expect(open).toMatchObject({ agentName: name });
    expect(open?.words).toContain('Mia');
  });

  it('names nobody and shows nothing about single people where agents are hidden', async () => {
    await said(workspace, { csat: 5, comment: 'Mia was great', bucket: 'agent' });
    await said(workspace, { csat: 1, bucket: 'agent' });
    nextMorning();
    const view = await readHuddle(await lead({ hidesAgents: true, huddleNamesAgents: true }), 'all');
    expect(itemOf(view, 'positive')).toMatchObject({ agentName: null, words: '[…] was great' });
    expect(view.items.constructive).toBeNull();
  });

  it('keeps nothing of what customers wrote, nor who was shown', async () => {
    await said(workspace, { csat: 5, comment: 'Quick and kind.', bucket: 'agent' });
    nextMorning();
    await readHuddle(await lead(), 'all');
    const stored = JSON.stringify(docs());
    expect(docs()).toHaveLength(1);
    expect(stored).not.toContain('Quick');
    expect(String(docs()[0]?.custom_object_fields.body)).not.toContain(agent);
  });

  it('takes a group’s own for a group', async () => {
    await said(workspace, { csat: 5, groupId: '7' });
    const other = await said(workspace, { csat: 4, groupId: '8' });
    nextMorning();
    expect(ticketOf(await readHuddle(await lead(), '8'), 'positive')).toBe(other);
  });

  it('is nobody’s who leads nobody', async () => {
    const calls = workspace.exchanges().length;
    await expect(readHuddle(await createTestApp(workspace, 'agent'), 'all')).rejects.toMatchObject({
      kind: 'forbidden',
    });
    expect(workspace.exchanges()).toHaveLength(calls);
  });
});

describe('a morning’s choice', () => {
  it('is the same for the second who opens it, whatever came in meanwhile', async () => {
    const first = await said(workspace, { csat: 4 });
    nextMorning();
    expect(ticketOf(await readHuddle(await lead(), 'all'), 'positive')).toBe(first);
    const late = await said(workspace, { csat: 5, comment: 'Better still' });
    // What was answered today would come first tomorrow, and today stays what it is.
    expect(late).not.toBe(first);
    expect(ticketOf(await readHuddle(await lead(), 'all'), 'positive')).toBe(first);
    expect(docs()).toHaveLength(1);
  });

  it('is the first one’s where two open it at once who would choose differently', async () => {
    await said(workspace, { csat: 1, bucket: 'process' });
    await said(workspace, { csat: 2, bucket: 'process' });
    nextMorning();
    // One forgets after a day, and would show yesterday's again.
    const [one, two] = [await lead(), await lead({ huddleDays: 1 })];
    await readHuddle(one, 'all');
    nextMorning();
    const [a, b] = await Promise.all([readHuddle(one, 'all'), readHuddle(two, 'all')]);
    expect(a.huddle.constructive).not.toBeNull();
    expect(a.huddle).toEqual(b.huddle);
    expect(docs()).toHaveLength(2);
  });

  it('is taken back once agents are hidden and it is about a single person', async () => {
    await said(workspace, { csat: 1, bucket: 'agent' });
    nextMorning();
    expect((await readHuddle(await lead(), 'all')).items.constructive).not.toBeNull();
    expect((await readHuddle(await lead({ hidesAgents: true }), 'all')).items.constructive).toBeNull();
  });

  it('gives way once what was chosen is set aside', async () => {
    const process = await said(workspace, { csat: 1, bucket: 'process' });
    const other = await said(workspace, { csat: 2, bucket: 'process' });
    nextMorning();
    const admin = await lead();
    expect(ticketOf(await readHuddle(admin, 'all'), 'constructive')).toBe(process);
    await write(workspace, admin, process, { kind: 'set_aside', body: { reason: 'test', note: null } });
    expect(ticketOf(await readHuddle(admin, 'all'), 'constructive')).toBe(other);
  });

  it('can be replaced and left out, and neither comes back within the days', async () => {
    const first = await said(workspace, { csat: 1, bucket: 'process' });
    const second = await said(workspace, { csat: 2, bucket: 'process' });
    nextMorning();
    const admin = await lead();
    const view = await readHuddle(admin, 'all');
    expect(ticketOf(view, 'constructive')).toBe(first);
    const { view: replaced } = await passItem(admin, view, 'constructive', 'replace');
    expect(ticketOf(replaced, 'constructive')).toBe(second);
    const { view: empty } = await passItem(admin, replaced, 'constructive', 'skip');
    expect(empty.items.constructive).toBeNull();
    expect((await readHuddle(admin, 'all')).items.constructive).toBeNull();
    nextMorning();
    expect((await readHuddle(admin, 'all')).items.constructive).toBeNull();
  });

  it('stays a colleague’s where they were first to replace it', async () => {
    for (const csat of [1, 2, 2]) await said(workspace, { csat, bucket: 'process' });
    nextMorning();
    const admin = await lead();
    const view = await readHuddle(admin, 'all');
    const theirs = await passItem(admin, view, 'constructive', 'replace');
    const mine = await passItem(admin, view, 'constructive', 'replace');
    expect(mine.isMet).toBe(true);
    expect(ticketOf(mine.view, 'constructive')).toBe(ticketOf(theirs.view, 'constructive'));
  });

  it('shows nobody the constructive item twice within the days, and others’ meanwhile', async () => {
    const lead1 = await lead({ huddleDays: 3 });
    await said(workspace, { csat: 1, bucket: 'agent' });
    const other = await said(workspace, { csat: 2, bucket: 'agent', agentId: '99' });
    nextMorning();
    await readHuddle(lead1, 'all');
    await said(workspace, { csat: 1, bucket: 'agent' });
    nextMorning();
    expect(ticketOf(await readHuddle(lead1, 'all'), 'constructive')).toBe(other);
  });

  it('is remembered where many teams meet every day', async () => {
    const praise = await said(workspace, { csat: 5 });
    nextMorning();
    const app = await lead();
    const { day: today, huddle } = await readHuddle(app, 'all');
    expect(huddle.positive).toBe(`ticket:${praise}`);
    const earlier = Array.from({ length: 600 }, (_, team) => ({
      key: `${today.slice(0, 7)}:01:${team}`,
      body: noHuddle,
    }));
    for (let from = 0; from < earlier.length; from += 100)
      await writeDocs(app.zendesk.http, 'huddle', earlier.slice(from, from + 100));
    const other = await readHuddle(app, 'x');
    expect(other.source.held.map(({ team }) => team)).toContain('all');
  }, 60_000);

  it('is remembered by the other teams too', async () => {
    await said(workspace, { csat: 5, groupId: '7' });
    nextMorning();
    const admin = await lead();
    await readHuddle(admin, '7');
    expect((await readHuddle(admin, 'all')).items.positive).toBeNull();
  });
});

describe('a commitment', () => {
  const morning = async () => {
    await said(workspace, { csat: 5 });
    nextMorning();
    return lead();
  };

  it('opens the next huddle, is settled there, and is gone the day after', async () => {
    const admin = await morning();
    await noteCommitment(admin, await readHuddle(admin, 'all'), ' Say the name of the next colleague ');
    nextMorning();
    const next = await readHuddle(admin, 'all');
    expect(next.before).toMatchObject({ text: 'Say the name of the next colleague', result: null });
    const { view } = await settleCommitment(admin, next, 'done');
    expect(view.before).toMatchObject({ result: 'done' });
    nextMorning();
    expect((await readHuddle(admin, 'all')).before).toBeNull();
  });

  it('that goes on is today’s as well, until another result is pressed', async () => {
    const admin = await morning();
    await noteCommitment(admin, await readHuddle(admin, 'all'), 'Call back');
    nextMorning();
    const { view } = await settleCommitment(admin, await readHuddle(admin, 'all'), 'go_on');
    expect(view.huddle.commitment).toBe('Call back');
    const changed = await settleCommitment(admin, view, 'not_done');
    expect(changed.view.huddle.commitment).toBeNull();
  });

  it('of a colleague is not written over unseen, and is once it was seen', async () => {
    const admin = await morning();
    const view = await readHuddle(admin, 'all');
    await noteCommitment(admin, view, 'Theirs');
    const met = await noteCommitment(admin, view, 'Mine');
    expect(met).toMatchObject({ isMet: true, view: { huddle: { commitment: 'Theirs' } } });
    const again = await noteCommitment(admin, met.view, 'Mine');
    expect(again).toMatchObject({ isMet: false, view: { huddle: { commitment: 'Mine' } } });
  });
});
