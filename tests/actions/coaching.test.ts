import { beforeEach, describe, expect, it } from 'vitest';
import { keepTeamSheets, readTeamSheets } from '../../src/actions/keepTeamSheets.ts';
import { readSheet } from '../../src/actions/readSheet.ts';
import { readTeamEffort, readUnratedEffort } from '../../src/actions/readSheetEffort.ts';
import { readSheetItems } from '../../src/actions/readSheetItems.ts';
import { renameSheetFeedbacks } from '../../src/actions/renameSheetFeedbacks.ts';
import { sheetOf } from '../../src/care/coaching/sheet.ts';
import { noSums } from '../../src/care/coaching/sums.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { agentIds } from '../emulator/world/people.ts';
import { callsOf } from './callsOf.ts';
import { agent, appOf, billing, lead, openCoaching, rated } from './coachingWorld.ts';

const kwame = String(agentIds.kwame);
const day = 86_400_000;
let workspace: Workspace;
const periodOf = (w: Workspace) => ({ from: w.world.now() - 30 * day, to: w.world.now() + 1 });

beforeEach(async () => {
  workspace = await openCoaching();
});

describe('an agent’s own sheet', () => {
  it('holds what is credited to them, with the customers’ words and what the tickets took', async () => {
    const admin = await appOf(workspace, 'admin');
    const loved = await rated(admin, workspace, { agentId: agent, csat: 5, ces: 5, comment: 'So kind' });
    const bad = await rated(admin, workspace, { agentId: agent, csat: 1, bucket: 'agent' });
    await rated(admin, workspace, { agentId: kwame, csat: 1 });
    await rated(admin, workspace, { agentId: agent, csat: 1, ago: 40 });
    const app = await appOf(workspace, 'agent');
    const { rows, moved, comments, efforts } = await readSheet(app, agent, periodOf(workspace));
    expect(rows.map(({ key }) => key).sort()).toEqual([`ticket:${loved}`, `ticket:${bad}`].sort());
    expect(moved).toEqual([]);
    expect(comments.get(`ticket:${loved}`)).toBe('So kind');
    expect(efforts.get(`ticket:${bad}`)).toMatchObject({ transfers: 0, reopens: 0 });
    expect(sheetOf(rows, moved).own).toMatchObject({ rated: 2, good: 1, ces: 1, easy: 1 });
  });

  it('asks for nobody else’s: no record of a colleague and no ticket of theirs comes in any answer', async () => {
    const admin = await appOf(workspace, 'admin');
    await rated(admin, workspace, { agentId: agent, csat: 5 });
    const theirs = await rated(admin, workspace, { agentId: kwame, csat: 1, comment: 'Rude' });
    const before = workspace.exchanges().length;
    await readSheet(await appOf(workspace, 'agent'), agent, periodOf(workspace));
    const answers = JSON.stringify(workspace.exchanges().slice(before));
    expect(answers).not.toContain(`ticket:${theirs}`);
    expect(answers).not.toContain(kwame);
    expect(callsOf(workspace, before)).toEqual([
      'POST /api/v2/custom_objects/fl_feedback/records/search',
      'GET /api/v2/tickets/show_many.json',
    ]);
  });

  it('tells what a lead took away from it, with and without', async () => {
    const admin = await appOf(workspace, 'admin');
    const disputed = { kind: 'disputed' as const, body: { reason: 'not_my_work' as const, note: null } };
    const decided = {
      kind: 'dispute_decided' as const,
      body: { decision: 'accepted' as const, creditTo: kwame, note: null },
    };
    await rated(admin, workspace, {
      agentId: agent,
      csat: 1,
      more: [
        { by: await appOf(workspace, 'agent'), fact: disputed },
        { by: admin, fact: decided },
      ],
    });
    const period = periodOf(workspace);
    const own = await readSheet(await appOf(workspace, 'agent'), agent, period);
    expect([own.rows.length, own.moved.length]).toEqual([0, 1]);
    const other = await readSheet(admin, kwame, period);
    expect([other.rows.length, other.moved.length]).toEqual([1, 0]);
  });

  it('is found after an older version recorded it without names, once a lead has asked for that', async () => {
    const admin = await appOf(workspace, 'admin');
    const id = await rated(admin, workspace, { agentId: agent, csat: 5 });
    const { world } = workspace;
    const record = [...world.customObjectRecords.values()].find((one) => one.external_id === `ticket:${id}`);
    if (record) world.customObjectRecords.put(Object.assign(record, { name: `~ ticket:${id}` }));
    const app = await appOf(workspace, 'agent');
    expect((await readSheet(app, agent, periodOf(workspace))).rows).toEqual([]);
    await renameSheetFeedbacks(admin, [`ticket:${id}`]);
    expect((await readSheet(app, agent, periodOf(workspace))).rows).toHaveLength(1);
  });
});

describe('a colleague’s sheet', () => {
  it('is refused to an agent before anything is asked', async () => {
    const app = await appOf(workspace, 'agent');
    const before = workspace.exchanges().length;
    await expect(readSheet(app, kwame, periodOf(workspace))).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(readSheetItems(app, kwame, false)).rejects.toMatchObject({ kind: 'forbidden' });
    expect(workspace.exchanges().length).toBe(before);
  });

  it('opens for who leads them', async () => {
    const admin = await appOf(workspace, 'admin');
    await rated(admin, workspace, { agentId: kwame, csat: 1 });
    const app = await appOf(workspace, 'lead', { leads: [{ groupId: billing, userIds: [lead] }] });
    expect((await readSheet(app, kwame, periodOf(workspace))).rows).toHaveLength(1);
  });

  it('opens for nobody where agents’ figures are hidden, the own one neither', async () => {
    const before = workspace.exchanges().length;
    for (const persona of ['agent', 'lead', 'admin'] as const) {
      const app = await appOf(workspace, persona, { hidesAgents: true, otherLeads: [lead] });
      await expect(readSheet(app, app.user.id, periodOf(workspace))).rejects.toMatchObject({
        kind: 'forbidden',
      });
      await keepTeamSheets(app, '90', periodOf(workspace), { all: { sums: noSums, agents: 9 } });
    }
    const calls = callsOf(workspace, before).filter((call) => !call.includes('/installations'));
    expect(calls).toEqual([]);
  });
});

describe('a team as agents see it', () => {
  it('is sums and no persons, and only of more than three people', async () => {
    const app = await appOf(workspace, 'lead');
    const sums = { ...noSums, n: 9, rated: 9, good: 6 };
    const period = periodOf(workspace);
    await keepTeamSheets(app, '90', period, { [billing]: { sums, agents: 5 }, all: { sums, agents: 3 } });
    const teams = await readTeamSheets(await appOf(workspace, 'agent'), [billing], '90');
    expect(teams).toEqual({ [billing]: { ...period, sums, agents: 5, effort: null } });
    expect(await readTeamSheets(app, [billing], '28')).toEqual({});
  });

  it('is not written again while it is fresh', async () => {
    const app = await appOf(workspace, 'lead');
    const team = { [billing]: { sums: noSums, agents: 5 } };
    await keepTeamSheets(app, '90', periodOf(workspace), team);
    const before = workspace.exchanges().length;
    await keepTeamSheets(app, '90', periodOf(workspace), team);
    expect(callsOf(workspace, before).filter((call) => !call.startsWith('GET'))).toEqual([]);
  });
});

it('effort of others and of unrated tickets takes the calls the page says', async () => {
  const admin = await appOf(workspace, 'admin');
  const ids = [
    await rated(admin, workspace, { agentId: kwame, csat: 5 }),
    await rated(admin, workspace, { agentId: kwame, csat: 4 }),
  ];
  const before = workspace.exchanges().length;
  const team = await readTeamEffort(
    admin,
    ids.map((id) => `ticket:${id}`),
  );
  expect(team.transfers).toEqual({ n: 2, value: 0 });
  expect(callsOf(workspace, before)).toHaveLength(1);
  const { from, to } = periodOf(workspace);
  const unrated = await readUnratedEffort(admin, agent, { from, to: to + day }, new Set());
  expect(unrated.replies.n).toBeGreaterThan(2);
  expect(callsOf(workspace, before)).toHaveLength(3);
  // A period ends in the middle of a day of UTC for most people.
  const upToNow = await readUnratedEffort(admin, agent, { from, to }, new Set());
  expect(upToNow).toEqual(unrated);
});
