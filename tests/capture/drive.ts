/** The sync's parts one after the other, as the background frame runs them. */
import { attributeRatings, mostAttributed } from '../../src/actions/attributeRatings.ts';
import { backfill, newBackfill } from '../../src/actions/backfill.ts';
import { syncTickets } from '../../src/actions/syncTickets.ts';
import type { App } from '../../src/app.ts';
import type { BackfillPlace, IncrementPlace } from '../../src/care/syncing.ts';

const day = 86_400_000;

/** All of the past. */
export async function backfillAll(app: App): Promise<BackfillPlace> {
  const to = app.now();
  const wish = { id: `${to}-${app.user.id}`, from: to - 400 * day, to };
  return backfill(app, newBackfill(app, wish), { isStopped: () => false, clock: () => 0 });
}

/** An increment, and then the histories it left to be read. */
export async function keepUp(app: App, before: IncrementPlace | null): Promise<IncrementPlace> {
  const { place } = await syncTickets(app, before);
  const open = [...place.unattributed];
  while (open.length > 0) await attributeRatings(app, open.splice(0, mostAttributed));
  return { ...place, unattributed: [] };
}
