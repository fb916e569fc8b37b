/** Bulk work on the queue: whoever else works there, and whatever Zendesk answers. */
import { describe, expect, it } from 'vitest';
import { assignMany, unassignMany } from '../../src/actions/bulkAssign.ts';
import { bucketMany, unbucketMany } from '../../src/actions/bulkBucket.ts';
import { closeMany } from '../../src/actions/bulkClose.ts';
import { moveCase } from '../../src/actions/moveCase.ts';
import { setBucket } from '../../src/actions/setBucket.ts';
import { takeCase } from '../../src/actions/takeCase.ts';
import { bulkOf, workMany } from '../../src/actions/workMany.ts';
import { defaultConfiguration } from '../../src/care/configuration.ts';
import { agentIds, personas } from '../emulator/world/people.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import { type Bench, bulk, openQueue, rowsIn, tally } from './bulkWorld.ts';
import { ledgersIn, listedIn, timeOf } from './syncWorld.ts';

const mia = String(agentIds.mia);
const ola = String(personas.lead);
const admin = String(personas.admin);
const toMia = assignMany({ ownerId: mia, reason: null }, admin, defaultConfiguration);
const closing = closeMany('recovered', 'Called each of them.', defaultConfiguration);

/** Every ledger that was written, and its list record: what the list says is what the ledger says. */
async function expectListed({ app, workspace }: Bench, count: number) {
  const ledgers = await ledgersIn(app, workspace.world);
  expect(ledgers.size).toBe(count);
  for (const [key, state] of ledgers) expect(listedIn(workspace.world).get(key)).toEqual(state);
  return ledgers;
}

describe('two hundred and fifty rows', () => {
  it('are assigned in jobs of a hundred at most, each fact once, and the list follows', async () => {
    const bench = await openQueue(250);
    const rows = await rowsIn(bench.app);
    const free = rows.filter(({ feedback }) => feedback.case?.ownerId !== mia);
    const before = bench.workspace.exchanges().length;
    const seen: number[] = [];
    const results = await bulk(bench, toMia).on(free, {
      onProgress: (now) => void seen.push(tally(now).done ?? 0),
    });
    expect(tally(results)).toEqual({ done: free.length });
    expect(seen).toEqual([100, 200, free.length].slice(0, Math.ceil(free.length / 100)));
    const ledgers = await expectListed(bench, free.length);
    expect([...ledgers.values()].every((state) => state.case?.ownerId === mia && state.rev === 2)).toBe(true);
    const jobs = bench.workspace
      .exchanges()
      .slice(before)
      .filter(({ url }) => url.endsWith('/jobs'));
    expect(jobs).toHaveLength(2 * Math.ceil(free.length / 100));
    const sizes = jobs.map(({ requestBody }) => (requestBody as { job: { items: [] } }).job.items.length);
    expect(Math.max(...sizes)).toBe(100);
  });

  it('wait and go on where Zendesk asks to wait in the middle', async () => {
    const bench = await openQueue(250);
    const rows = await rowsIn(bench.app);
    const path = '/api/v2/custom_objects/*/jobs';
    const time = timeOf(bench.workspace);
    const begun = time.now;
    const results = await bulk(bench, bucketMany('process')).on(rows, {
      onProgress: () => bench.workspace.setFaults([{ path, kind: '429', times: 3, retryAfter: 20 }]),
    });
    const same = rows.filter(({ feedback }) => feedback.bucket === 'process').length;
    expect(tally(results)).toEqual({ done: 250 - same, 'refused already_bucket': same });
    expect(time.now - begun).toBeGreaterThan(60_000);
    await expectListed(bench, 250 - same);
  });

  it('stop between two hundreds when asked to, and go on from there', async () => {
    const bench = await openQueue(250);
    const rows = await rowsIn(bench.app);
    let isStopped = false;
    const work = bulk(bench, closing);
    const results = await work.on(rows, {
      isStopped: () => isStopped,
      onProgress: () => {
        isStopped = true;
      },
    });
    expect(tally(results)).toEqual({ done: 100, waiting: 150 });
    expect(tally(await work.again(results))).toEqual({ done: 250 });
    const ledgers = await expectListed(bench, 250);
    expect([...ledgers.values()].every((state) => state.case?.status === 'closed')).toBe(true);
  });

  it('lose the connection in the middle: what was written stays, the rest is tried again', async () => {
    const bench = await openQueue(250);
    const rows = await rowsIn(bench.app);
    const work = bulk(bench, closing);
    const results = await work.on(rows, {
      onProgress: () => bench.workspace.setFaults([{ path: '/api/v2/**', kind: 'offline' }]),
    });
    expect(tally(results)).toEqual({ done: 100, 'failed offline': 150 });
    bench.workspace.setFaults([]);
    expect(tally(await work.again(results))).toEqual({ done: 250 });
    await expectListed(bench, 250);
  });
});

describe('somebody who was first', () => {
  it('keeps what they took or closed, and is named with the time', async () => {
    const bench = await openQueue(60);
    const rows = await rowsIn(bench.app);
    const lead = await createTestApp(bench.workspace, 'lead', { timeoutMs: 5_000 });
    const [taken, closed] = rows.filter(({ feedback }) => feedback.case?.ownerId === null);
    if (!taken || !closed) throw new Error('no free case');
    await takeCase(lead, taken.feedback, taken, 'a');
    const move = { to: 'closed' as const, outcome: 'not_ours', note: 'Wrong address.' };
    await moveCase(lead, closed.feedback, closed, move, 'b');
    await whenIdle(bench.workspace);
    const at = bench.workspace.world.now();
    const results = await bulk(bench, toMia).on(rows);
    const of = (key: string) => results.find(({ feedback }) => feedback.key === key);
    expect(of(taken.feedback.key)).toMatchObject({
      state: 'refused',
      refusal: 'taken',
      by: { byId: ola, at },
      feedback: { case: { ownerId: ola } },
    });
    expect(of(closed.feedback.key)).toMatchObject({ refusal: 'closed', by: { byId: ola, at } });
    const mine = rows.filter(({ feedback }) => feedback.case?.ownerId === mia).length;
    expect(tally(results)).toEqual({
      done: 58 - mine,
      'refused taken': 1,
      'refused closed': 1,
      ...(mine > 0 && { 'refused already_owned': mine }),
    });
  });

  it('does not stop what their work does not touch', async () => {
    const bench = await openQueue(30);
    const rows = await rowsIn(bench.app);
    const lead = await createTestApp(bench.workspace, 'lead', { timeoutMs: 5_000 });
    const [other] = rows;
    if (!other) throw new Error('no case');
    const choice = { bucket: 'agent' as const, topic: 'tone', note: null };
    await setBucket(lead, other.feedback, other, choice, 'a');
    await whenIdle(bench.workspace);
    expect(tally(await bulk(bench, closing).on(rows))).toEqual({ done: 30 });
    const closed = (await expectListed(bench, 30)).get(other.feedback.key);
    expect(closed).toMatchObject({ bucket: 'agent', topic: 'tone', rev: 3, case: { status: 'closed' } });
  });

  it('who chose a bucket meanwhile keeps it', async () => {
    const bench = await openQueue(30);
    const rows = await rowsIn(bench.app);
    const lead = await createTestApp(bench.workspace, 'lead', { timeoutMs: 5_000 });
    const other = rows.find(({ feedback }) => feedback.bucket === null);
    if (!other) throw new Error('no case');
    await setBucket(lead, other.feedback, other, { bucket: 'agent', topic: null, note: null }, 'a');
    await whenIdle(bench.workspace);
    const results = await bulk(bench, bucketMany('root_cause')).on(rows);
    expect(tally(results)['refused chosen']).toBe(1);
    expect(results.find(({ refusal }) => refusal === 'chosen')?.by?.byId).toBe(ola);
  });
});

describe('an answer that was lost', () => {
  it.each(['truncated', 'html'] as const)('(%s) does not make anything happen twice', async (kind) => {
    const bench = await openQueue(120);
    const rows = await rowsIn(bench.app);
    bench.workspace.setFaults([
      { method: 'POST', path: '/api/v2/custom_objects/fl_event/jobs', kind, times: 1 },
    ]);
    const work = bulk(bench, closing);
    const results = await work.on(rows);
    expect(tally(results)).toEqual({ 'failed unexpected': 100, done: 20 });
    expect(tally(await work.again(results))).toEqual({ done: 120 });
    const ledgers = await expectListed(bench, 120);
    expect([...ledgers.values()].map(({ rev }) => rev)).toEqual(Array(120).fill(2));
  });

  it('of the list leaves the facts, says so, and is mended by the next try', async () => {
    const bench = await openQueue(20);
    const rows = await rowsIn(bench.app);
    bench.workspace.setFaults([{ path: '/api/v2/custom_objects/fl_feedback/jobs', kind: '403' }]);
    const work = bulk(bench, closing);
    const results = await work.on(rows);
    expect(results.every(({ state, isUnlisted }) => state === 'done' && isUnlisted)).toBe(true);
    bench.workspace.setFaults([]);
    const mended = await work.again(results);
    expect(mended.every(({ state, isUnlisted }) => state === 'done' && !isUnlisted)).toBe(true);
    const ledgers = await expectListed(bench, 20);
    expect([...ledgers.values()].every(({ rev }) => rev === 2)).toBe(true);
  });

  it('for good, as where the role may not write, fails every row once and asks no further', async () => {
    const bench = await openQueue(250);
    const rows = await rowsIn(bench.app);
    bench.workspace.setFaults([{ path: '/api/v2/custom_objects/fl_event/jobs', kind: '403' }]);
    const before = bench.workspace.exchanges().length;
    expect(tally(await bulk(bench, closing).on(rows))).toEqual({ 'failed forbidden': 250 });
    expect(bench.workspace.exchanges()).toHaveLength(before + 1);
  });
});

describe('rules of closing', () => {
  it('want the outcome and the note an admin asks for, and leave closed rows alone', async () => {
    const bench = await openQueue(10);
    const rows = await rowsIn(bench.app);
    const noNote = closeMany('recovered', '  ', defaultConfiguration);
    expect(tally(await bulk(bench, noNote).on(rows))).toEqual({ 'refused note_needed': 10 });
    const noOutcome = closeMany('', 'note', defaultConfiguration);
    expect(tally(await bulk(bench, noOutcome).on(rows))).toEqual({ 'refused outcome_needed': 10 });
    const closed = await bulk(bench, closing).on(rows);
    expect(tally(await bulk(bench, closing).on(closed))).toEqual({ 'refused closed': 10 });
  });

  it('want a reason for handing on where an admin asks for it, and none for taking', async () => {
    const bench = await openQueue(10);
    const rows = await rowsIn(bench.app);
    const free = rows.filter(({ feedback }) => feedback.case?.ownerId === null);
    const rules = { requiredNotes: ['assign' as const] };
    const handing = assignMany({ ownerId: mia, reason: ' ' }, admin, rules);
    expect(tally(await bulk(bench, handing).on(free))).toEqual({ 'refused note_needed': free.length });
    const taking = assignMany({ ownerId: admin, reason: null }, admin, rules);
    expect(tally(await bulk(bench, taking).on(free))).toEqual({ done: free.length });
  });
});

describe('undo', () => {
  it('gives cases back to whoever had them, where nobody changed them since', async () => {
    const bench = await openQueue(40);
    const rows = (await rowsIn(bench.app)).filter(({ feedback }) => feedback.case?.ownerId !== mia);
    const results = await bulk(bench, toMia).on(rows);
    const [kept] = results;
    if (!kept) throw new Error('no row');
    const lead = await createTestApp(bench.workspace, 'lead', { timeoutMs: 5_000 });
    await takeCase(lead, kept.feedback, kept, 'a');
    await whenIdle(bench.workspace);
    const befores = new Map(rows.map(({ feedback }) => [feedback.key, feedback]));
    const undone = await workMany(
      bench.app,
      bulkOf(results, befores),
      { decide: unassignMany, operation: 'undo' },
      { isStopped: () => false, onProgress: () => {}, clock: () => timeOf(bench.workspace).now },
    );
    expect(tally(undone)).toEqual({ done: rows.length - 1, 'refused changed_since': 1 });
    expect(undone.find(({ refusal }) => refusal)?.by?.byId).toBe(ola);
    for (const { state, feedback, before } of undone)
      if (state === 'done') expect(feedback.case?.ownerId).toBe(before?.case?.ownerId);
  });

  it('brings back the bucket, topic and note that were there', async () => {
    const bench = await openQueue(40);
    const rows = (await rowsIn(bench.app)).filter(({ feedback }) => feedback.bucket !== 'agent');
    const results = await bulk(bench, bucketMany('agent')).on(rows);
    const befores = new Map(rows.map(({ feedback }) => [feedback.key, feedback]));
    const undone = await workMany(
      bench.app,
      bulkOf(results, befores),
      { decide: unbucketMany, operation: 'undo' },
      { isStopped: () => false, onProgress: () => {}, clock: () => timeOf(bench.workspace).now },
    );
    expect(tally(undone)).toEqual({ done: rows.length });
    for (const { feedback, before } of undone) {
      const { bucket, topic } = feedback;
      expect({ bucket, topic }).toEqual({ bucket: before?.bucket, topic: before?.topic });
    }
  });
});
