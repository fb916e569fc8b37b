import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { readSchedules } from '../../src/actions/readSchedules.ts';
import { Failure } from '../../src/care/failure.ts';
import { isZone, scheduleSchema } from '../../src/care/schedule.ts';
import { readScheduleList } from '../../src/zendesk/schedules.ts';
import { zoneNames, zoneOf } from '../../src/zendesk/zoneNames.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { scheduleIds } from '../emulator/world/schedules.ts';
import { createTestApp } from '../testApp.ts';
import { answering } from './answering.ts';

let workspace: Workspace;
beforeEach(() => {
  workspace = createWorkspace();
});
const office = () => {
  const found = workspace.world.schedules.get(scheduleIds.office);
  if (!found) throw new Error('the account has no office hours');
  return found;
};

describe('zones by Rails’ names', () => {
  it.each([
    ['Eastern Time (US & Canada)', 'America/New_York'],
    ['Berlin', 'Europe/Berlin'],
    ['New Caledonia', 'Pacific/Noumea'],
    ['Buenos Aires', 'America/Argentina/Buenos_Aires'],
    ["Nuku'alofa", 'Pacific/Tongatapu'],
    ['St. Petersburg', 'Europe/Moscow'],
    ['Hong Kong', 'Asia/Hong_Kong'],
    ['Bern', 'Europe/Zurich'],
    ['UTC', 'Etc/UTC'],
    ['Kyev', 'Europe/Kiev'],
    ['Pacific/Auckland', 'Pacific/Auckland'],
    ['Middle-earth', null],
    ['', null],
  ])('%s is %s', (name, zone) => {
    expect(zoneOf(name)).toBe(zone);
  });

  it('are all known to the browser', () => {
    expect(zoneNames.size).toBeGreaterThanOrEqual(151);
    expect([...zoneNames.values()].filter((zone) => !isZone(zone))).toEqual([]);
  });
});

describe('the account’s schedules', () => {
  it('come with their holidays, as copies that can be kept', async () => {
    const admin = await createTestApp(workspace, 'admin');
    const before = workspace.exchanges().length;
    const listed = await readSchedules(admin);
    expect(workspace.exchanges().length - before).toBe(3);
    expect(listed?.map(({ name, copy }) => [name, copy?.timeZone])).toEqual([
      ['Office Berlin', 'Europe/Berlin'],
      ['Emergency desk', 'Etc/UTC'],
    ]);
    const copy = listed?.[0]?.copy;
    expect(v.parse(scheduleSchema, copy)).toEqual(copy);
    expect(copy).toMatchObject({ id: String(scheduleIds.office), readAt: admin.now() });
    expect(copy?.intervals[0]).toEqual({ start: 1980, end: 2520 });
    expect(copy?.holidays).toContainEqual({ name: 'Christmas', from: '2026-12-24', to: '2026-12-26' });
  });

  it('are in one order, however Zendesk sends them: a copy is compared with the next', async () => {
    const admin = await createTestApp(workspace, 'admin');
    const first = await readSchedules(admin);
    const { intervals, holidays } = office();
    workspace.world.schedules.put({
      ...office(),
      intervals: [...intervals].reverse(),
      holidays: [...holidays].reverse(),
    });
    expect(await readSchedules(admin)).toEqual(first);
  });

  it('in a zone nobody knows are named, without a copy and without asking further', async () => {
    workspace.world.schedules.put({ ...office(), time_zone: 'Middle-earth' });
    const listed = await readSchedules(await createTestApp(workspace, 'admin'));
    expect(listed?.[0]).toEqual({
      id: String(scheduleIds.office),
      name: 'Office Berlin',
      zone: 'Middle-earth',
      copy: null,
    });
    expect(workspace.exchanges().filter(({ url }) => url.includes('holidays'))).toHaveLength(1);
  });

  it.each(['suite_team', 'support_team'] as const)('are not there on %s', async (plan) => {
    workspace.world.plan = plan;
    expect(await readSchedules(await createTestApp(workspace, 'admin'))).toBeNull();
  });

  it('are not for agents', async () => {
    expect(await readSchedules(await createTestApp(workspace, 'lead'))).toBeNull();
  });

  it('that could not be read are a failure, and never an empty list', async () => {
    const admin = await createTestApp(workspace, 'admin');
    workspace.setFaults([{ path: '/api/v2/business_hours/**', kind: 'offline' }]);
    await expect(readSchedules(admin)).rejects.toMatchObject({ kind: 'offline' });
  });

  const listed = { id: 1, name: 'Desk', time_zone: 'UTC', intervals: [] };
  it.each([
    ['could not be had', new Failure('unavailable'), 'unavailable'],
    [
      'are no days',
      { holidays: [{ name: 'Soon', start_date: 'tomorrow', end_date: 'tomorrow' }] },
      'unexpected',
    ],
    ['are no list', { holidays: null }, 'unexpected'],
  ])('whose holidays %s are a failure: due times would move unseen', async (_what, answer, kind) => {
    const http = answering((url) => (url.endsWith('/holidays.json') ? answer : { schedules: [listed] }));
    await expect(readScheduleList(http, 0)).rejects.toMatchObject({ kind });
  });

  it('come without the one row nobody can read', async () => {
    const http = answering((url) =>
      url.endsWith('/holidays.json') ? { holidays: [] } : { schedules: [listed, { id: 2 }] },
    );
    expect((await readScheduleList(http, 0)).map(({ name }) => name)).toEqual(['Desk']);
  });
});
