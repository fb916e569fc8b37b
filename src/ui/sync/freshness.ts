/** How old the scores are, in words. */
import type { BackfillStatus, IncrementStatus, SyncStatus } from '../../actions/syncStatus.ts';
import type { App } from '../../app.ts';
import { freshFor } from '../../care/syncing.ts';
import { clockTime, span } from '../formats.ts';

/** Milliseconds after which somebody without an admin's rights looks for bad ratings themselves. */
export const staleAfter = 600_000;

export const isStale = ({ increment }: SyncStatus, now: number) =>
  increment === null || now - increment.at > staleAfter;

/** Asked for or under way, and no app at it. */
export const isStalled = ({ state, at }: BackfillStatus, now: number) =>
  state === 'running' && now - at > freshFor;

/** One line: as of when and kept by whom, or since when by nobody. */
export function freshnessText({ t, locale, user }: App, { increment }: SyncStatus, now: number): string {
  if (increment === null) return t('sync.never');
  if (now - increment.at > staleAfter)
    return t('sync.stale', { time: span(now - increment.at, locale, true) });
  const time = clockTime(increment.cursorAt, now, locale, user.timeZone);
  if (increment.byId === user.id) return t('sync.fresh_yours', { time });
  return increment.byName
    ? t('sync.fresh', { time, name: increment.byName })
    : t('sync.fresh_unnamed', { time });
}

/** What keeps the scores current, and what it means while nothing does. */
export function wayToChange({ t, user }: App, increment: IncrementStatus | null, isOld: boolean): string {
  if (!isOld) return t('sync.how_fresh');
  if (user.isAdmin) return t('sync.how_admin');
  return t(increment === null ? 'sync.how_never' : 'sync.how_stale');
}
