/** Saved views and collections of favourites, kept for everybody: two people at once, the lagging search, hundreds. */
import { beforeEach, describe, expect, it } from 'vitest';
import { collect, uncollect } from '../../src/actions/collect.ts';
import { newItemId } from '../../src/actions/newItemId.ts';
import { readCollectedKeys, readRows } from '../../src/actions/readCollected.ts';
import { readCollection, readCollections, readHolding } from '../../src/actions/readCollections.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { readView, readViews } from '../../src/actions/readViews.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { removeView } from '../../src/actions/removeView.ts';
import { removeCollection, saveCollection } from '../../src/actions/saveCollection.ts';
import { saveView } from '../../src/actions/saveView.ts';
import { setUp } from '../../src/actions/setUp.ts';
import type { App } from '../../src/app.ts';
import type { SavedView } from '../../src/care/savedView.ts';
import { writeDocs } from '../../src/zendesk/docs.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import { solvedTicket } from './tickets.ts';

let workspace: Workspace;
let lead: App;
let agent: App;
beforeEach(async () => {
  workspace = createWorkspace({ apps: [{ appId: 7, installationId: 70, settings: {} }] });
  await setUp(await createTestApp(workspace, 'admin'), () => {});
  workspace.world.unknowns.indexLagSeconds = 0;
  lead = await createTestApp(workspace, 'lead');
  agent = await createTestApp(workspace, 'agent');
});

const viewOf = (app: App, given: Partial<SavedView> = {}): SavedView => ({
  name: 'Late and bad',
  query: 'vmine',
  ownerId: app.user.id,
  isShared: false,
  ...given,
});
const names = (items: readonly { name: string }[]) => items.map(({ name }) => name);
const calls = () => workspace.exchanges().length;

describe('saved views', () => {
  it('are one’s own until they are shared, and then stand behind a colleague’s own', async () => {
    const view = await saveView(lead, viewOf(lead));
    await saveView(agent, viewOf(agent, { name: 'Zoe’s' }));
    expect(names(await readViews(agent))).toEqual(['Zoe’s']);
    expect(await readView(agent, view.id)).toEqual({ kind: 'private' });
    await saveView(lead, { ...view, isShared: true }, view.id);
    const [own, theirs] = await readViews(agent);
    expect([own?.name, theirs?.name, theirs?.ownerId]).toEqual(['Zoe’s', 'Late and bad', lead.user.id]);
    expect(await readView(agent, view.id)).toMatchObject({ kind: 'found', view: { query: 'vmine' } });
  });

  it('are read in one call', async () => {
    await saveView(lead, viewOf(lead));
    const before = calls();
    await readViews(lead);
    expect(calls() - before).toBe(1);
  });

  it('keep the last of two names given at once, and say whose it is', async () => {
    const view = await saveView(lead, viewOf(lead, { isShared: true }));
    await Promise.all([
      saveView(lead, { ...view, name: 'Mornings' }, view.id),
      saveView(agent, { ...view, name: 'Evenings' }, view.id),
    ]);
    const [read, ...more] = await readViews(lead);
    expect(more).toEqual([]);
    expect(read?.ownerId).toBe(lead.user.id);
    expect([
      ['Mornings', lead.user.id],
      ['Evenings', agent.user.id],
    ]).toContainEqual([read?.name, read?.byId]);
  });

  it('are gone for everybody once somebody took them away, twice as well as once', async () => {
    const view = await saveView(lead, viewOf(lead, { isShared: true }));
    await removeView(lead, view.id);
    await removeView(agent, view.id);
    expect(await readViews(agent)).toEqual([]);
    expect(await readView(agent, view.id)).toEqual({ kind: 'gone' });
  });

  it('leave a tombstone where a role may write but not delete', async () => {
    const view = await saveView(lead, viewOf(lead, { isShared: true }));
    workspace.setFaults([{ path: '/api/v2/custom_objects/fl_doc/records', method: 'DELETE', kind: '403' }]);
    await removeView(lead, view.id);
    expect(await readViews(agent)).toEqual([]);
    expect(await readView(agent, view.id)).toEqual({ kind: 'gone' });
  });

  it('are seen at once by whoever saved them, however far the search lags', async () => {
    workspace.world.unknowns.indexLagSeconds = 3_600;
    const view = await saveView(lead, viewOf(lead));
    expect(names(await readViews(lead))).toEqual(['Late and bad']);
    await saveView(lead, { ...view, name: 'Later' }, view.id);
    expect(names(await readViews(lead))).toEqual(['Later']);
    await removeView(lead, view.id);
    expect(await readViews(lead)).toEqual([]);
  });

  it('are not made up by a link, a broken record or an empty name', async () => {
    const before = calls();
    expect(await readView(lead, '../../users')).toEqual({ kind: 'gone' });
    expect(calls()).toBe(before);
    await writeDocs(lead.zendesk.http, 'view', [
      { key: 'broken', body: { name: 7 } },
      { key: 'nameless', body: viewOf(lead, { name: ' \n ' }) },
    ]);
    expect(await readViews(lead)).toEqual([]);
    await expect(saveView(lead, viewOf(lead, { name: '  ' }))).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('are all there when there are more than a call holds', async () => {
    const many = Array.from({ length: 130 }, (_, index) => ({
      key: `v${String(index).padStart(3, '0')}`,
      body: viewOf(lead, { name: `View ${index}` }),
    }));
    const patient = await createTestApp(workspace, 'lead', { timeoutMs: 20_000 });
    await writeDocs(patient.zendesk.http, 'view', many.slice(0, 100));
    await writeDocs(patient.zendesk.http, 'view', many.slice(100));
    expect(await readViews(patient)).toHaveLength(130);
  });
});

describe('favourites', () => {
  async function feedback(): Promise<string> {
    const ticket = solvedTicket(workspace.world, { csat: 5, comment: 'Lovely' });
    const admin = await createTestApp(workspace, 'admin');
    const { key } = await recordSighting(admin, await readTicketFeedback(admin, ticket));
    await whenIdle(workspace);
    return key;
  }
  const collection = (app: App, isShared = false) =>
    saveCollection(app, { name: 'Moments', ownerId: app.user.id, isShared });

  it('hold what was put in, last added first, with praise that is no case', async () => {
    const [one, other] = [await feedback(), await feedback()];
    const { id } = await collection(lead);
    await collect(lead, id, one);
    workspace.world.advance(2_000);
    await collect(lead, id, other);
    const { keys } = await readCollectedKeys(lead, id);
    expect(keys).toEqual([other, one]);
    const { rows, names: people, missing } = await readRows(lead, keys);
    expect(rows.map((row) => row.feedback.key)).toEqual([other, one]);
    expect(rows[0]?.ticket?.subject).toBe('Where is my parcel?');
    expect(Object.values(people)).toContain('Ines Prado');
    expect(missing).toBe(0);
  });

  it('keep what two people add at the same moment', async () => {
    const [one, other] = [await feedback(), await feedback()];
    const { id } = await collection(lead, true);
    await Promise.all([collect(lead, id, one), collect(agent, id, other), collect(agent, id, one)]);
    expect((await readCollectedKeys(lead, id)).keys.sort()).toEqual([one, other].sort());
  });

  it('let go of one without the others, and take it back in', async () => {
    const [one, other] = [await feedback(), await feedback()];
    const { id } = await collection(lead, true);
    await collect(lead, id, one);
    await collect(lead, id, other);
    workspace.world.advance(120_000);
    await uncollect(agent, id, one);
    expect((await readCollectedKeys(lead, id)).keys).toEqual([other]);
    expect(await readHolding(lead, [id], one)).toEqual([]);
    await collect(agent, id, one);
    expect(await readHolding(lead, [id, 'other'], one)).toEqual([id]);
    expect((await readCollectedKeys(lead, id)).keys.sort()).toEqual([one, other].sort());
  });

  it('show one’s own change at once, however far the search lags', async () => {
    const key = await feedback();
    workspace.world.unknowns.indexLagSeconds = 3_600;
    const { id } = await collection(lead);
    await collect(lead, id, key);
    expect(names(await readCollections(lead))).toEqual(['Moments']);
    expect((await readCollectedKeys(lead, id)).keys).toEqual([key]);
    await uncollect(lead, id, key);
    expect((await readCollectedKeys(lead, id)).keys).toEqual([]);
  });

  it('never mix: a collection whose id begins like another’s holds its own alone', async () => {
    const key = await feedback();
    const [short, long] = ['ab', 'abc'];
    await collect(lead, long, key);
    expect((await readCollectedKeys(lead, short)).keys).toEqual([]);
    expect((await readCollectedKeys(lead, long)).keys).toEqual([key]);
  });

  it('are a colleague’s to read once shared, and gone once deleted', async () => {
    const { id } = await collection(lead);
    expect(await readCollections(agent)).toEqual([]);
    expect(await readCollection(agent, id)).toEqual({ kind: 'private' });
    await saveCollection(lead, { name: 'For all', ownerId: lead.user.id, isShared: true }, id);
    expect(await readCollection(agent, id)).toMatchObject({ kind: 'found', collection: { name: 'For all' } });
    await removeCollection(lead, id);
    expect(await readCollection(agent, id)).toEqual({ kind: 'gone' });
    expect(await readCollections(agent)).toEqual([]);
  });

  it('are all there when there are more than a call holds, and say so when there are more than are read', async () => {
    const patient = await createTestApp(workspace, 'lead', { timeoutMs: 20_000 });
    const id = newItemId();
    const bodies = Array.from({ length: 250 }, (_, index) => ({
      key: `${id}:ticket:${1_000 + index}`,
      body: { isRemoved: false },
    }));
    for (let from = 0; from < bodies.length; from += 100)
      await writeDocs(patient.zendesk.http, 'collected', bodies.slice(from, from + 100));
    const before = calls();
    const read = await readCollectedKeys(patient, id);
    expect([read.keys.length, read.isCut, calls() - before]).toEqual([250, false, 3]);
    const rows = await readRows(patient, read.keys.slice(0, 100));
    expect([rows.rows.length, rows.missing]).toEqual([0, 100]);
  });
});
