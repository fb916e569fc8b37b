import { beforeEach, describe, expect, it } from 'vitest';
import { businessMs, isHoliday, isOpen, officeOf } from '../../world/businessTime.ts';
import type { Schedule } from '../../world/entities.ts';
import { addSchedules, scheduleIds } from '../../world/schedules.ts';
import { createEmptyWorld, type World } from '../../world/world.ts';
import { instantOf, shownAt } from '../../world/zones.ts';

const hour = 3_600_000;
let world: World;
const schedule = (id: number): Schedule => {
  const found = world.schedules.get(id);
  if (!found) throw new Error('no schedule');
  return found;
};
const office = () => schedule(scheduleIds.office);
const hours = (from: string, to: string, of = office()) =>
  businessMs(of, Date.parse(from), Date.parse(to)) / hour;

beforeEach(() => {
  world = createEmptyWorld();
  addSchedules(world);
});

describe('business hours', () => {
  it.each([
    ['within one day', '2026-11-18T08:00Z', '2026-11-18T09:30Z', 1.5],
    ['before the office opens', '2026-11-18T06:00Z', '2026-11-18T09:00Z', 1],
    ['over a night', '2026-11-18T16:00Z', '2026-11-19T09:00Z', 2],
    ['over a weekend', '2026-11-20T14:00Z', '2026-11-23T09:00Z', 2],
    ['over a holiday', '2026-11-25T16:00Z', '2026-11-27T09:00Z', 2],
    ['in the middle of the night', '2026-11-18T22:00Z', '2026-11-19T03:00Z', 0],
    ['over a week', '2026-11-08T00:00Z', '2026-11-15T00:00Z', 43],
    ['against the clock', '2026-11-18T09:00Z', '2026-11-18T08:00Z', 0],
  ])('counts %s', (_what, from, to, expected) => {
    expect(hours(from, to)).toBe(expected);
  });

  it('follows summer time', () => {
    expect(isOpen(office(), Date.parse('2026-10-23T07:30Z'))).toBe(true);
    expect(isOpen(office(), Date.parse('2026-10-26T07:30Z'))).toBe(false);
    expect(hours('2026-10-23T06:00Z', '2026-10-26T08:00Z')).toBe(7);
  });

  it('never ends at a desk that never closes', () => {
    const always = schedule(scheduleIds.always);
    expect(hours('2026-11-01T00:00Z', '2026-12-01T00:00Z', always)).toBe(720);
  });

  it('counts from an earlier day after a later one', () => {
    expect(hours('2026-11-18T08:00Z', '2026-11-18T09:00Z')).toBe(1);
    expect(hours('2026-01-05T00:00Z', '2026-01-12T00:00Z')).toBe(43);
  });

  it('opens at the first minute and closes at the last', () => {
    expect(isOpen(office(), Date.parse('2026-11-18T07:59:59Z'))).toBe(false);
    expect(isOpen(office(), Date.parse('2026-11-18T08:00Z'))).toBe(true);
    expect(isOpen(office(), Date.parse('2026-11-18T17:00Z'))).toBe(false);
    expect(isOpen(office(), Date.parse('2026-11-26T10:00Z'))).toBe(false);
    expect(isHoliday(office(), Date.parse('2026-11-26T10:00Z'))).toBe(true);
    expect(isHoliday(office(), Date.parse('2026-11-25T22:59Z'))).toBe(false);
  });

  it('are the first schedule’s, and none on a Team plan', () => {
    expect(officeOf(world)?.id).toBe(scheduleIds.office);
    world.plan = 'suite_team';
    expect(officeOf(world)).toBeUndefined();
  });
});

describe('zones', () => {
  it.each([
    ['Tokyo', '2026-11-18T18:12'],
    ['Pacific Time (US & Canada)', '2026-11-18T01:12'],
    ['Europe/Dublin', '2026-11-18T09:12'],
    ['Nowhere', '2026-11-18T09:12'],
  ])('%s shows %s when it is 09:12 UTC', (zone, shown) => {
    const at = Date.parse('2026-11-18T09:12Z');
    expect(new Date(shownAt(zone, at)).toISOString().slice(0, 16)).toBe(shown);
    expect(instantOf(zone, shownAt(zone, at))).toBe(at);
  });
});
