/** When the account's teams are at work: an office in Berlin with its holidays, and a desk that never closes. */
import type { Schedule } from './entities.ts';
import type { World } from './world.ts';

export const scheduleIds = { office: 360_000_310_001, always: 360_000_310_002 };

/** Minutes of a day's opening and closing, from Sunday on. */
const officeHours = [null, [540, 1080], [540, 1080], [540, 1080], [540, 1080], [540, 960], null] as const;

const holidays = [
  ['German Unity Day', '2026-10-03', '2026-10-03'],
  ['Works outing', '2026-11-26', '2026-11-26'],
  ['Christmas', '2026-12-24', '2026-12-26'],
  ['New Year', '2027-01-01', '2027-01-01'],
  ['Easter', '2027-03-26', '2027-03-29'],
] as const;

const created = Date.UTC(2025, 1, 3, 10, 0, 0);

export function addSchedules(world: World): void {
  const stamps = { created_at: created, updated_at: created };
  const office: Schedule = {
    ...stamps,
    id: scheduleIds.office,
    name: 'Office Berlin',
    time_zone: 'Berlin',
    intervals: officeHours.flatMap((hours, weekday) =>
      hours ? [{ start_time: weekday * 1440 + hours[0], end_time: weekday * 1440 + hours[1] }] : [],
    ),
    holidays: holidays.map(([name, start_date, end_date], index) => ({
      id: scheduleIds.office + 100 + index,
      name,
      start_date,
      end_date,
    })),
  };
  const always: Schedule = {
    ...stamps,
    id: scheduleIds.always,
    name: 'Emergency desk',
    time_zone: 'UTC',
    intervals: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({
      start_time: weekday * 1440,
      end_time: (weekday + 1) * 1440,
    })),
    holidays: [],
  };
  for (const schedule of [office, always]) world.schedules.put(schedule);
}
