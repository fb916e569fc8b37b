import { dayOf } from '../schedule.ts';

/** The month an instant has in a zone: `2026-05`. `zone` is IANA. */
export const monthIn = (at: number, zone: string) => dayOf(at, zone).slice(0, 7);
