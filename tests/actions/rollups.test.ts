/** The reports' rollups: kept, read, built anew and proved, as browsers of several people do it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { keepOnce } from '../../src/actions/keepRollups.ts';
import { proveRollups } from '../../src/actions/proveRollups.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { estimateRebuild, rebuildRollups } from '../../src/actions/rebuildRollups.ts';
import { readChunks } from '../../src/actions/rollupRecords.ts';
import { setBucket } from '../../src/actions/setBucket.ts';
import type { App } from '../../src/app.ts';
import { chunkVersion, packChunk, placedIn } from '../../src/care/insights/chunk.ts';
import { removeDoc, writeDoc } from '../../src/zendesk/docs.ts';
import { anything } from '../../src/zendesk/fields.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { whenIdle } from '../testApp.ts';
import {
  always,
  chunkRows,
  configure,
  headOf,
  keep,
  keeperOf,
  minute,
  openRollups,
  present,
  rated,
  reported,
  rowsOf,
  subjectOf,
  truthOf,
} from './rollupWorld.ts';

let workspace: Workspace;
let app: App;
beforeEach(async () => {
  workspace = await openRollups();
  app = await keeperOf(workspace);
});

async function several(count: number): Promise<string[]> {
  const tickets: string[] = [];
  for (let number = 0; number < count; number += 1) {
    tickets.push(await rated(workspace, app, 1 + (number % 5)));
    workspace.world.advance(7 * minute);
  }
  return tickets;
}

async function bucket(ticket: string, operation: string): Promise<void> {
  const { feedback } = await readTicketFeedback(app, ticket);
  const choice = { bucket: 'process' as const, topic: 'Delivery', note: null };
  await setBucket(app, feedback, subjectOf(ticket), choice, operation);
  await whenIdle(workspace);
}

const removeRecord = (key: string) =>
  app.zendesk.http.send('DELETE', '/api/v2/custom_objects/fl_feedback/records', undefined, anything, {
    params: { external_id: key },
  });

const callsSince = (from: number) =>
  workspace
    .exchanges()
    .slice(from)
    .map(({ method, url }) => `${method} ${url.split('?')[0]}`);

describe('a report before anybody kept rollups', () => {
  it('reads the records, and says so', async () => {
    await several(4);
    const report = await reported(workspace);
    expect(report).toMatchObject({ origin: 'not_built', keptBy: null, isFormer: false, since: null });
    expect(rowsOf(report)).toEqual(await truthOf(workspace));
  });
});

describe('keeping rollups', () => {
  it('holds every feedback as its ledger has it', async () => {
    await several(6);
    expect(await keep(app)).toBe('kept');
    expect(await chunkRows(app)).toEqual(await truthOf(workspace));
    const report = await reported(workspace);
    expect(report).toMatchObject({ origin: 'rollups', keptBy: { userId: app.user.id }, broken: 0 });
    expect(rowsOf(report)).toEqual(await truthOf(workspace));
  });

  it('takes over what changed, and takes out what was deleted', async () => {
    const [one = '', two = ''] = await several(6);
    await keep(app);
    workspace.world.advance(10 * minute);
    await bucket(one, 'b1');
    await removeRecord(`ticket:${two}`);
    await keep(app);
    const rows = await chunkRows(app);
    expect(rows).toEqual(await truthOf(workspace));
    expect(rows.map(({ key }) => key)).not.toContain(`ticket:${two}`);
    expect(rows.find(({ key }) => key === `ticket:${one}`)).toMatchObject({ topic: 'Delivery' });
  });

  it('does nothing while another browser has just done it', async () => {
    await several(2);
    await keep(app);
    const before = workspace.exchanges().length;
    expect(await keepOnce(app, { isStopped: () => false })).toBe('quiet');
    expect(callsSince(before)).toEqual(['GET /api/v2/custom_objects/fl_doc/records']);
  });

  it('writes nothing where nothing changed', async () => {
    await several(2);
    await keep(app);
    workspace.world.advance(6 * minute);
    await keep(app);
    workspace.world.advance(6 * minute);
    const before = workspace.exchanges().length;
    expect(await keepOnce(app, { isStopped: () => false })).toBe('quiet');
    expect(callsSince(before).filter((call) => !call.startsWith('GET'))).toEqual([]);
  });

  it('removes a chunk a day after no head names it any more', async () => {
    const [one = ''] = await several(2);
    await keep(app);
    const [old] = (await headOf(app)).chunks;
    await bucket(one, 'b1');
    await keep(app);
    const isThere = () =>
      [...workspace.world.customObjectRecords.values()].some(
        (record) => record.external_id === `rollup:${old?.id}` && record.deleted_at === null,
      );
    expect([isThere(), (await headOf(app)).chunks.map(({ id }) => id)]).toEqual([
      true,
      [expect.not.stringMatching(`^${old?.id}$`)],
    ]);
    workspace.world.advance(25 * 60 * minute);
    await rated(workspace, app, 4);
    await keep(app);
    expect(isThere()).toBe(false);
  });

  it('searches where the role may not export', async () => {
    const tickets = await several(5);
    workspace.setFaults([
      { method: 'GET', path: '/api/v2/incremental/custom_objects/fl_feedback/cursor', kind: '403' },
    ]);
    expect(await keep(app)).toBe('kept');
    await bucket(tickets[0] ?? '', 'b1');
    await keep(app);
    expect(await chunkRows(app)).toEqual(await truthOf(workspace));
  });

  it('can be done by a lead who is no admin', async () => {
    await several(3);
    expect(await keep(await keeperOf(workspace, { persona: 'lead' }))).toBe('kept');
    expect(await chunkRows(app)).toEqual(await truthOf(workspace));
  });

  it('starts again where Zendesk has forgotten the cursor', async () => {
    const [one = ''] = await several(3);
    await keep(app);
    await spoil({ cursor: 'long-forgotten' });
    await bucket(one, 'b1');
    await keep(app);
    expect(await chunkRows(app)).toEqual(await truthOf(workspace));
  });

  it('builds everything anew where a chunk is gone', async () => {
    await several(3);
    await keep(app);
    await removeDoc(app.zendesk.http, 'rollup', present((await headOf(app)).chunks[0]).id);
    expect((await reported(workspace)).broken).toBe(3);
    expect(await keep(app)).toBe('kept');
    expect(await chunkRows(app)).toEqual(await truthOf(workspace));
  });

  it('builds anew by other settings, without asking for the tickets again', async () => {
    await several(3);
    await keep(app);
    configure(workspace, { csatThreshold: 4 });
    expect((await reported(workspace)).isFormer).toBe(true);
    const changed = await keeperOf(workspace);
    const before = workspace.exchanges().length;
    expect(await keep(changed)).toBe('kept');
    expect(callsSince(before).filter((call) => call.includes('/tickets/'))).toEqual([]);
    expect((await reported(workspace)).isFormer).toBe(false);
    expect(await chunkRows(app)).toEqual(await truthOf(workspace));
  });

  it('leaves rows of newer settings alone where a lead’s tab is older than they are', async () => {
    await several(3);
    const old = await keeperOf(workspace, { persona: 'lead' });
    configure(workspace, { csatThreshold: 4 });
    await keep(await keeperOf(workspace));
    const head = await headOf(app);
    expect(await keep(old)).toBe('foreign');
    expect(await headOf(app)).toEqual(head);
  });
});

/** The head's record with other members. */
async function spoil(change: object): Promise<void> {
  const record = [...workspace.world.customObjectRecords.values()].find(
    ({ external_id }) => external_id === 'rollup:head',
  );
  const body = JSON.parse(String(record?.custom_object_fields.body));
  await writeDoc(app.zendesk.http, 'rollup', 'head', { ...body, ...change });
}

describe('a head of another version', () => {
  it('of a newer one is left alone, and reports read the records and say so', async () => {
    await several(3);
    await keep(app);
    await spoil({ v: 99, chunks: { other: 'shape' } });
    const before = workspace.exchanges().length;
    expect(await keep(app)).toBe('foreign');
    expect(callsSince(before).filter((call) => !call.startsWith('GET'))).toEqual([]);
    const report = await reported(workspace);
    expect(report.origin).toBe('newer_version');
    expect(rowsOf(report)).toEqual(await truthOf(workspace));
  });

  it('of an older one is built anew', async () => {
    await several(3);
    await keep(app);
    await spoil({ v: 0 });
    expect((await reported(workspace)).origin).toBe('not_built');
    await keep(app);
    expect(await chunkRows(app)).toEqual(await truthOf(workspace));
  });
});

describe('reading a report', () => {
  it('is current although nobody kept rollups since, in four calls', async () => {
    const [one = ''] = await several(4);
    await keep(app);
    workspace.world.advance(3 * minute);
    await bucket(one, 'b1');
    await rated(workspace, app, 5);
    const before = workspace.exchanges().length;
    const report = await reported(workspace);
    expect(callsSince(before).length).toBeLessThanOrEqual(4);
    expect(report.asOf).toBe(workspace.world.now());
    expect(rowsOf(report)).toEqual(await truthOf(workspace));
  });

  it('has all of it where more changed since than one call tells', async () => {
    await keep(app);
    await several(104);
    const report = await reported(workspace);
    expect(report.columns.n).toBe(104);
    expect(rowsOf(report)).toEqual(await truthOf(workspace));
  });

  it('takes three calls where nothing is new', async () => {
    await several(4);
    await keep(app);
    const before = workspace.exchanges().length;
    await reported(workspace);
    expect(callsSince(before)).toHaveLength(3);
  });

  it('has the feedbacks of the period and no others', async () => {
    await several(6);
    await keep(app);
    const rows = await truthOf(workspace);
    const [from, to] = [present(rows[1]).at * 1000, present(rows[4]).at * 1000];
    const inside = rows.filter(({ at }) => at * 1000 >= from && at * 1000 < to);
    expect(inside.length).toBe(3);
    expect(rowsOf(await reported(workspace, { from, to }))).toEqual(inside);
  });
});

it('counts records it cannot read where there are no rollups', async () => {
  await several(2);
  const [record] = [...workspace.world.customObjectRecords.values()].filter(
    ({ object_key: key }) => key === 'fl_feedback',
  );
  present(record).custom_object_fields.state = '{';
  expect(await reported(workspace)).toMatchObject({ origin: 'not_built', broken: 1, columns: { n: 1 } });
});

describe('building anew by hand', () => {
  it('says how long it takes, tells how far it is, and changes nothing that was right', async () => {
    await several(5);
    await keep(app);
    const rows = await chunkRows(app);
    expect(await estimateRebuild(app)).toMatchObject({ minutes: 1 });
    const told: number[] = [];
    const end = await rebuildRollups(app, {
      isStopped: () => false,
      onProgress: ({ records }) => told.push(records),
    });
    expect([end, told.at(-1)]).toEqual(['done', 5]);
    expect(await chunkRows(app)).toEqual(rows);
  });

  it('repairs rows somebody changed', async () => {
    await several(3);
    const rows = await truthOf(workspace);
    await keep(app);
    const head = await headOf(app);
    await writeDoc(app.zendesk.http, 'rollup', present(head.chunks[0]).id, {
      v: chunkVersion,
      z: 'plain',
      data: '!',
    });
    await rebuildRollups(app, { isStopped: () => false, onProgress: () => {} });
    expect(await chunkRows(app)).toEqual(rows);
  });
});

describe('proving the rows', () => {
  it('finds them as their ledgers say', async () => {
    await several(5);
    await keep(app);
    const proof = await proveRollups(app, always);
    expect(proof).toEqual({ compared: 5, of: 5, differing: [], behind: [], isFormer: false });
  });

  it('names the row whose ledger says otherwise, and in what', async () => {
    const [one = ''] = await several(3);
    await keep(app);
    // Somebody changes a row, with a number of facts the ledger has not come to, so that it stands.
    const { chunks } = await headOf(app);
    const { id } = present(chunks[0]);
    const chunk = present((await readChunks(app.zendesk.http, [{ id }], 'interactive')).get(id));
    const rows = placedIn(chunk).map(({ place, row }) =>
      row.key === `ticket:${one}` ? { place, row: { ...row, csat: 500, rev: row.rev + 7 } } : { place, row },
    );
    await writeDoc(app.zendesk.http, 'rollup', id, await packChunk(rows));
    const { differing, compared } = await proveRollups(app, always);
    expect(compared).toBe(3);
    expect(differing).toEqual([{ key: `ticket:${one}`, members: expect.arrayContaining(['csat', 'rev']) }]);
  });

  it('compares no more than asked for, chosen evenly', async () => {
    await several(6);
    await keep(app);
    expect(await proveRollups(app, always, 2)).toMatchObject({ compared: 2, of: 6 });
  });
});
