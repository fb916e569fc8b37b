/** The account's business hours. Lists are for admins; the zone comes by Rails' name. */
import * as v from 'valibot';
import type { Schedule } from '../care/schedule.ts';
import { id, usableOf } from './fields.ts';
import type { Http } from './http.ts';
import { zoneOf } from './zoneNames.ts';

const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_080));
const listed = v.object({
  id,
  name: v.string(),
  time_zone: v.string(),
  intervals: v.array(v.object({ start_time: minutes, end_time: minutes })),
});
const day = v.pipe(v.string(), v.isoDate());
const holiday = v.object({ name: v.string(), start_date: day, end_date: day });

/** One that counts in a zone nobody knows has a name but no copy. */
export interface ListedSchedule {
  id: string;
  name: string;
  /** As Zendesk names it. */
  zone: string;
  copy: Schedule | null;
}

const root = '/api/v2/business_hours/schedules';

/** With their holidays: a call, and one more for each. Admins of plans with business hours only. Throws `Failure`. */
export async function readScheduleList(http: Http, now: number): Promise<ListedSchedule[]> {
  const { schedules } = await http.get(`${root}.json`, v.object({ schedules: v.array(v.unknown()) }));
  return Promise.all(
    usableOf(listed, schedules).map(async (found): Promise<ListedSchedule> => {
      const { id: key, name, time_zone: zone, intervals } = found;
      const timeZone = zoneOf(zone);
      if (timeZone === null) return { id: key, name, zone, copy: null };
      const copy = {
        id: key,
        name,
        timeZone,
        intervals: intervals
          .map(({ start_time: start, end_time: end }) => ({ start, end }))
          .sort((a, b) => a.start - b.start),
        holidays: await readHolidays(http, key),
        readAt: now,
      };
      return { id: key, name, zone, copy };
    }),
  );
}

/** A day that cannot be read is an error: leaving it out would move due times unseen. */
async function readHolidays(http: Http, scheduleId: string): Promise<Schedule['holidays']> {
  const schema = v.object({ holidays: v.array(holiday) });
  const { holidays } = await http.get(`${root}/${scheduleId}/holidays.json`, schema);
  return holidays
    .map(({ name, start_date: from, end_date: to }) => ({ name, from, to }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
