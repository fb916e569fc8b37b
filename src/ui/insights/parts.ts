/** What of the insights page comes once its figures stand. */
import { lazyPart } from '../lazyPart.ts';

export const Pictures = lazyPart(async () => (await import('./Pictures.tsx')).Pictures);
export const Kept = lazyPart(async () => (await import('./Kept.tsx')).Kept);
export const ValueSection = lazyPart(async () => (await import('./ValueSection.tsx')).ValueSection);
export const StatusTimes = lazyPart(async () => (await import('./StatusTimes.tsx')).StatusTimes);
