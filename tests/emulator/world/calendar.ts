/** When each ticket of the story came in: its number says so, so that numbers ascend with time as in Zendesk. */
import { storyNow } from './world.ts';

const day = 86_400_000;
const hour = 3_600_000;
const minute = 60_000;
const days = 92;
export const firstTicketId = 101;

/** The sign-in page broke on 12 October and worked again on the 30th. */
export const loginTrouble = { from: Date.UTC(2026, 9, 12), to: Date.UTC(2026, 9, 31) };

let instants: number[] | undefined;

/** Epoch milliseconds at which ticket `id` was created. @throws RangeError beyond the story's last ticket */
export function createdAt(id: number): number {
  instants ??= allInstants();
  const at = instants[id - firstTicketId];
  if (at === undefined) throw new RangeError(`the story has no ticket ${id}`);
  return at;
}

export function lastTicketId(): number {
  instants ??= allInstants();
  return firstTicketId + instants.length - 1;
}

function allInstants(): number[] {
  const midnight = storyNow - (storyNow % day);
  const all: number[] = [];
  for (let back = days - 1; back >= 0; back -= 1) {
    const date = midnight - back * day;
    const count = ticketsOn(date);
    for (let k = 0; k < count; k += 1) all.push(withinDay(date, k, count, all.length));
  }
  return all.filter((at) => at < storyNow - 10 * minute);
}

function ticketsOn(date: number): number {
  const weekday = new Date(date).getUTCDay();
  if (weekday === 0 || weekday === 6) return 1;
  return date >= loginTrouble.from && date < loginTrouble.to ? 6 : 4;
}

/** Spread over 06:30-18:30 UTC; early on the story's last day, so that something came in this morning. */
function withinDay(date: number, k: number, count: number, index: number): number {
  const isToday = date > storyNow - day;
  const width = (isToday ? 3 * hour : 12 * hour) / count;
  const jitter = ((index * 37 + 11) % 29) * minute;
  return date + 6.5 * hour + k * width + Math.min(jitter, width - minute);
}
