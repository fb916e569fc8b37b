import { getResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { createHandlers } from '../../api/index.ts';
import { plans } from '../../control.ts';
import { createWorld } from '../../world/createWorld.ts';
import { scheduleIds } from '../../world/schedules.ts';
import type { World } from '../../world/world.ts';

let world: World;
beforeEach(() => {
  world = createWorld({ hasStory: false });
});

async function read(path: string, persona: string | null) {
  const headers: Record<string, string> = persona ? { cookie: `emulator_persona=${persona}` } : {};
  const request = new Request(`http://localhost:4862/api/v2${path}`, { headers });
  const response = await getResponse(createHandlers(world), request);
  return { status: response?.status, body: (await response?.json()) as Record<string, unknown> };
}
const office = `/business_hours/schedules/${scheduleIds.office}`;

describe('the schedules of the account', () => {
  it('are listed for an admin, their hours in minutes since Sunday in a zone by Rails’ name', async () => {
    const { status, body } = await read('/business_hours/schedules.json', 'admin');
    expect(status).toBe(200);
    const [first, second] = body.schedules as Record<string, unknown>[];
    expect(first).toEqual({
      id: scheduleIds.office,
      name: 'Office Berlin',
      time_zone: 'Berlin',
      intervals: [
        { start_time: 1980, end_time: 2520 },
        { start_time: 3420, end_time: 3960 },
        { start_time: 4860, end_time: 5400 },
        { start_time: 6300, end_time: 6840 },
        { start_time: 7740, end_time: 8160 },
      ],
      created_at: '2025-02-03T10:00:00Z',
      updated_at: '2025-02-03T10:00:00Z',
    });
    expect(second).toMatchObject({ name: 'Emergency desk', time_zone: 'UTC' });
    expect(second?.intervals).toHaveLength(7);
  });

  it.each(['lead', 'agent', 'light_agent'])('show one to %s, who may not list them', async (persona) => {
    expect((await read('/business_hours/schedules', persona)).status).toBe(403);
    expect((await read(`${office}/holidays`, persona)).status).toBe(403);
    const shown = await read(`${office}.json`, persona);
    expect(shown.body.schedule).toMatchObject({ id: scheduleIds.office, name: 'Office Berlin' });
  });

  it('have holidays by whole days, one of which an agent may see', async () => {
    const { body } = await read(`${office}/holidays.json`, 'admin');
    const holidays = body.holidays as { id: number }[];
    expect(holidays[2]).toEqual({
      id: holidays[2]?.id,
      name: 'Christmas',
      start_date: '2026-12-24',
      end_date: '2026-12-26',
    });
    const one = await read(`${office}/holidays/${holidays[0]?.id}`, 'agent');
    expect(one.body.holiday).toEqual(holidays[0]);
  });

  it('are not found under numbers nobody gave', async () => {
    expect((await read('/business_hours/schedules/1', 'admin')).status).toBe(404);
    expect((await read('/business_hours/schedules/1/holidays', 'admin')).status).toBe(404);
    expect((await read(`${office}/holidays/1`, 'admin')).status).toBe(404);
  });

  it('ask everybody to sign in', async () => {
    expect((await read(office, null)).status).toBe(401);
  });

  it.each(plans)('on the plan %s are there unless it is a Team plan', async (plan) => {
    world.plan = plan;
    const expected = plan.endsWith('_team') ? 403 : 200;
    expect((await read('/business_hours/schedules', 'admin')).status).toBe(expected);
    expect((await read(office, 'admin')).status).toBe(expected);
  });
});
