import { offsetAt } from '../schedule.ts';

/** The date an instant has in a zone: `2026-05-31`. `zone` is IANA. */
export const dayIn = (at: number, zone: string) =>
  new Date(at + offsetAt(at, zone)).toISOString().slice(0, 10);

/** Its month there: `2026-05`. */
export const monthIn = (at: number, zone: string) => dayIn(at, zone).slice(0, 7);
