/** The clock, held against wall clocks read minute by minute: nothing here shares code with the rules it checks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addOpenTime, isZone, openTimeBetween, type Schedule } from '../../src/care/schedule.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Sunday first, as `[from, to]` in hours of the day. */
type Hours = readonly (readonly [number, number])[];
const closed: Hours = [];
const office: Hours = [[9, 17]];

function schedule(timeZone: string, days: readonly Hours[], holidays: readonly string[] = []): Schedule {
  const intervals = days.flatMap((hours, weekday) =>
    hours.map(([from, to]) => ({ start: (weekday * 24 + from) * 60, end: (weekday * 24 + to) * 60 })),
  );
  const off = holidays.map((span) => {
    const [from = '', to = from] = span.split('/');
    return { name: span, from, to };
  });
  return { id: '1', name: 'Test', timeZone, intervals, holidays: off, readAt: 0 };
}
const weekdays = (hours: Hours) => [closed, hours, hours, hours, hours, hours, closed];
const everyDay = (hours: Hours) => Array.from({ length: 7 }, () => hours);

const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const digits = { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const known = clocks.get(timeZone);
  const clock =
    known ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
      year: 'numeric',
      hourCycle: 'h23',
      ...digits,
    });
  clocks.set(timeZone, clock);
  return clock;
}

/** `Sun, 03/29/2026, 03:05` → weekday, date and minute of the day, as somebody there reads them off the wall. */
function wallClock(at: number, timeZone: string) {
  const text = clockOf(timeZone).format(at);
  return {
    weekday: dayNames.indexOf(text.slice(0, 3)),
    date: `${text.slice(11, 15)}-${text.slice(5, 7)}-${text.slice(8, 10)}`,
    minuteOfDay: Number(text.slice(17, 19)) * 60 + Number(text.slice(20, 22)),
  };
}

function isOpenAt(at: number, { timeZone, intervals, holidays }: Schedule): boolean {
  const { weekday, date, minuteOfDay } = wallClock(at, timeZone);
  const minuteOfWeek = weekday * 1440 + minuteOfDay;
  const isIn = intervals.some(({ start, end }) => start <= minuteOfWeek && minuteOfWeek < end);
  return isIn && !holidays.some(({ from, to }) => from <= date && date <= to);
}

function walkedDue(from: number, minutes: number, of: Schedule): number {
  let left = minutes;
  for (let at = from; ; at += minute) {
    if (isOpenAt(at, of)) left -= 1;
    if (left === 0) return at + minute;
  }
}

function walkedBetween(from: number, to: number, of: Schedule): number {
  let open = 0;
  for (let at = from; at < to; at += minute) if (isOpenAt(at, of)) open += minute;
  return open;
}

const utc = (text: string) => Date.parse(`${text}:00Z`);
const iso = (at: number | null) => at && new Date(at).toISOString().slice(0, 16);

describe('business hours, told by hand', () => {
  const berlin = schedule('Europe/Berlin', weekdays(office), ['2026-12-24/2026-12-26', '2027-01-01']);
  it.each([
    ['a rating on a Wednesday morning is due the same day', '2026-11-18T09:00', 4, '2026-11-18T13:00'],
    ['one of Friday at 16:30 goes on on Monday', '2026-11-20T15:30', 4, '2026-11-23T11:30'],
    ['one of Friday evening begins on Monday', '2026-11-20T21:10', 4, '2026-11-23T12:00'],
    ['one at night begins in the morning', '2026-11-18T02:00', 4, '2026-11-18T12:00'],
    ['one on a holiday begins after it, and after the weekend', '2026-12-25T10:00', 4, '2026-12-28T12:00'],
    ['24 hours are three days of eight', '2026-11-16T08:00', 24, '2026-11-18T16:00'],
    [
      'what fits to the minute is due at closing, not at the next opening',
      '2026-11-18T12:00',
      4,
      '2026-11-18T16:00',
    ],
    ['summer time moves the hours against UTC', '2026-07-01T06:00', 4, '2026-07-01T11:00'],
  ])('%s', (_what, from, hours, due) => {
    expect(iso(addOpenTime(utc(from), hours * hour, berlin))).toBe(due);
  });

  it('count to the millisecond', () => {
    const from = utc('2026-11-18T10:00') + 12_345;
    expect(addOpenTime(from, 4 * hour, berlin)).toBe(from + 4 * hour);
    expect(openTimeBetween(from, from + hour + 1, berlin)).toBe(hour + 1);
  });

  it('are nothing from later to earlier', () => {
    expect(openTimeBetween(utc('2026-11-18T12:00'), utc('2026-11-18T10:00'), berlin)).toBe(0);
  });
});

describe('a schedule', () => {
  const monday = utc('2026-11-16T08:00');
  it('that never opens has no due time', () => {
    expect(addOpenTime(monday, hour, schedule('Europe/Berlin', everyDay(closed)))).toBeNull();
    expect(addOpenTime(monday, hour, schedule('Europe/Berlin', everyDay([[9, 9]])))).toBeNull();
    const away = schedule('Europe/Berlin', weekdays(office), ['2026-01-01/2036-12-31']);
    expect(addOpenTime(monday, hour, away)).toBeNull();
  });

  it('that opens seldom gets there all the same', () => {
    const seldom = schedule('Etc/UTC', [closed, [[9, 9.25]], closed, closed, closed, closed, closed]);
    expect(iso(addOpenTime(monday, 24 * hour, seldom))).toBe('2028-09-11T09:15');
  });

  it('open round the clock is the calendar, over every change of the clocks', () => {
    const always = schedule('America/New_York', everyDay([[0, 24]]));
    for (let from = utc('2026-01-01T00:00'); from < utc('2027-01-01T00:00'); from += 5 * day + 7 * hour)
      expect(addOpenTime(from, 24 * hour, always)).toBe(from + 24 * hour);
  });

  it('whose intervals overlap or come unsorted is open once', () => {
    const twice = schedule(
      'Europe/Berlin',
      weekdays([
        [12, 17],
        [9, 13],
        [10, 11],
      ]),
    );
    expect(openTimeBetween(monday - 8 * hour, monday + 16 * hour, twice)).toBe(8 * hour);
  });

  it('in a zone nobody knows counts as in UTC, and says that it is not known', () => {
    const lost = schedule('Mars/Olympus', weekdays(office));
    expect(iso(addOpenTime(monday, 4 * hour, lost))).toBe('2026-11-16T13:00');
    expect(isZone('Mars/Olympus')).toBe(false);
    expect(isZone('Asia/Kathmandu')).toBe(true);
  });
});

/** Instants around which clocks change, with the days the walk covers. */
const changes: [string, string, string][] = [
  ['Europe/Berlin', 'starts', '2026-03-29'],
  ['Europe/Berlin', 'ends', '2026-10-25'],
  ['America/New_York', 'starts', '2026-03-08'],
  ['America/New_York', 'ends', '2026-11-01'],
  ['Australia/Sydney', 'ends', '2026-04-05'],
  ['Australia/Sydney', 'starts', '2026-10-04'],
  ['Pacific/Auckland', 'ends', '2026-04-05'],
  ['Pacific/Auckland', 'starts', '2026-09-27'],
  ['America/Santiago', 'ends', '2026-04-05'],
  ['America/Santiago', 'starts', '2026-09-06'],
  ['Australia/Adelaide', 'ends', '2026-04-05'],
  ['Australia/Adelaide', 'starts', '2026-10-04'],
  ['Australia/Lord_Howe', 'ends by half an hour', '2026-04-05'],
  ['Australia/Lord_Howe', 'starts by half an hour', '2026-10-04'],
  ['America/St_Johns', 'starts', '2026-03-08'],
  ['America/St_Johns', 'ends', '2026-11-01'],
];
/** Without daylight saving, by half and quarter hours. */
const steady = ['Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Darwin', 'Pacific/Marquesas'];

const shapes: [string, (zone: string, around: string) => Schedule][] = [
  ['office hours', (zone) => schedule(zone, weekdays(office))],
  [
    'nights only',
    (zone) =>
      schedule(
        zone,
        everyDay([
          [0, 6],
          [22, 24],
        ]),
      ),
  ],
  [
    'several intervals a day, to the quarter',
    (zone) =>
      schedule(
        zone,
        everyDay([
          [1.25, 2.5],
          [2.75, 3.5],
          [23, 24],
        ]),
      ),
  ],
  ['a holiday on the day', (zone, around) => schedule(zone, everyDay([[0, 24]]), [around])],
  [
    'holidays across it',
    (zone, around) => {
      const next = new Date(Date.parse(around) + 2 * day).toISOString().slice(0, 10);
      return schedule(zone, everyDay([[8, 20]]), [`${around}/${next}`]);
    },
  ],
];

function agrees(of: Schedule, around: string): void {
  const begin = Date.parse(around) - 2 * day;
  for (const from of [begin, begin + 31 * hour + 17 * minute, begin + 2 * day - 11 * hour + 59 * minute])
    for (const hours of [1, 9.5])
      expect([iso(from), hours, iso(addOpenTime(from, hours * hour, of))]).toEqual([
        iso(from),
        hours,
        iso(walkedDue(from, hours * 60, of)),
      ]);
  expect(openTimeBetween(begin, begin + 4 * day, of)).toBe(walkedBetween(begin, begin + 4 * day, of));
}

describe.each(shapes)('%s agree with the wall clock', (_shape, make) => {
  it.each(changes)('where daylight saving of %s %s (%s)', (zone, _what, around) => {
    agrees(make(zone, around), around);
  });

  it.each(steady)('in %s', (zone) => {
    agrees(make(zone, '2026-06-17'), '2026-06-17');
  });
});

describe('the walk itself', () => {
  it('sees the hour that is skipped and the one that comes twice', () => {
    const berlin = schedule('Europe/Berlin', everyDay([[2, 3]]));
    expect(walkedBetween(utc('2026-03-28T23:00'), utc('2026-03-29T22:00'), berlin)).toBe(0);
    expect(walkedBetween(utc('2026-10-24T22:00'), utc('2026-10-25T23:00'), berlin)).toBe(2 * hour);
  });
});

const zones = [...new Set([...changes.map(([zone]) => zone), ...steady, 'Etc/UTC', 'Africa/Casablanca'])];
const interval = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 60, max: 720 }))
  .map(([weekday, from, length]) => ({
    start: weekday * 1440 + from,
    end: weekday * 1440 + Math.min(1440, from + length),
  }));
const firstDay = Date.UTC(2026, 0, 1);
const holiday = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 2 }))
  .map(([start, length]) => {
    const date = (index: number) => new Date(firstDay + index * day).toISOString().slice(0, 10);
    return { name: 'Off', from: date(start), to: date(start + length) };
  });
const anySchedule = fc.record({
  id: fc.constant('1'),
  name: fc.constant('Any'),
  timeZone: fc.constantFrom(...zones),
  intervals: fc.array(interval, { minLength: 3, maxLength: 12 }),
  holidays: fc.array(holiday, { maxLength: 8 }),
  readAt: fc.constant(0),
});

describe('any schedule, from any minute', () => {
  it('is due when the wall clock has been in its hours for as long', () => {
    const from = fc.integer({ min: 0, max: 525_600 }).map((minutes) => firstDay + minutes * minute);
    const target = fc.integer({ min: 1, max: 24 * 60 });
    fc.assert(
      fc.property(anySchedule, from, target, (of, at, minutes) => {
        const due = addOpenTime(at, minutes * minute, of);
        expect(iso(due)).toBe(iso(walkedDue(at, minutes, of)));
        expect(openTimeBetween(at, due ?? 0, of)).toBe(minutes * minute);
      }),
      { numRuns: 60 },
    );
  });
});
