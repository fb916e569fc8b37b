/** Business hours and their holidays: lists are for admins, a single one for every agent. */
import type { Schedule, ScheduleHoliday } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { type Call, type Family, forbidden, notFound, ok } from './http.ts';
import { iso, urlOf } from './stamps.ts';

const path = '/api/v2/business_hours/schedules';

export const schedules: Family = [
  { method: 'GET', path, allowed: 'admins', answer: listSchedules },
  { method: 'GET', path: `${path}/:id/holidays`, allowed: 'admins', answer: listHolidays },
  { method: 'GET', path: `${path}/:id/holidays/:holiday`, allowed: 'agents', answer: showHoliday },
  { method: 'GET', path: `${path}/:id`, allowed: 'agents', answer: showSchedule },
];

function formatSchedule({ id, name, time_zone, intervals, created_at, updated_at }: Schedule) {
  return { id, name, time_zone, intervals, created_at: iso(created_at), updated_at: iso(updated_at) };
}

const formatHoliday = ({ id, name, start_date, end_date }: ScheduleHoliday) => ({
  id,
  name,
  start_date,
  end_date,
});

/** The Team plans have no business hours. */
export const hasBusinessHours = (world: World) => !world.plan.endsWith('_team');

function listSchedules({ world }: Call) {
  if (!hasBusinessHours(world)) throw forbidden();
  const rows = [...world.schedules.values()].map(formatSchedule);
  return ok({ schedules: rows, url: urlOf(world, 'business_hours/schedules') });
}

function known({ world, params }: Call): Schedule {
  if (!hasBusinessHours(world)) throw forbidden();
  const schedule = world.schedules.get(Number(params.id));
  if (!schedule) throw notFound();
  return schedule;
}

function showSchedule(call: Call) {
  const schedule = known(call);
  const url = urlOf(call.world, `business_hours/schedules/${schedule.id}`);
  return ok({ schedule: formatSchedule(schedule), url });
}

function listHolidays(call: Call) {
  const { id, holidays } = known(call);
  const url = urlOf(call.world, `business_hours/schedules/${id}/holidays`);
  return ok({ holidays: holidays.map(formatHoliday), url });
}

function showHoliday(call: Call) {
  const { id, holidays } = known(call);
  const holiday = holidays.find((one) => one.id === Number(call.params.holiday));
  if (!holiday) throw notFound();
  const url = urlOf(call.world, `business_hours/schedules/${id}/holidays/${holiday.id}`);
  return ok({ holiday: formatHoliday(holiday), url });
}
