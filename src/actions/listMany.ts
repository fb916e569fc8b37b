/** The list of feedbacks, brought up to what their ledgers say: one job for up to 99 of them and a place. */
import { Failure } from '../care/failure.ts';
import type { Feedback } from '../care/feedback.ts';
import { fold } from '../care/fold.ts';
import { listRecordOf } from '../zendesk/feedbackRecords.ts';
import type { Http } from '../zendesk/http.ts';
import { runJob } from '../zendesk/jobs.ts';
import { readFactsBehind } from '../zendesk/ledgers.ts';
import type { Priority } from '../zendesk/scheduler.ts';
import { type Place, placeRecordOf, writePlace } from '../zendesk/syncRecords.ts';

export interface ListedItem {
  key: string;
  /** Where its record is to point; `null` for nowhere. */
  ticketId: string | null;
  requesterId: string | null;
  state: Feedback;
  /** What the list holds, `null` where that was not asked or is nothing. */
  listed: Feedback | null;
}

export interface Unlisted {
  key: string;
  reason: string;
}

interface ListOptions {
  place: Place | null;
  priority: Priority;
}

/**
 * Writes those whose state the list does not have, and the place; whoever wrote meanwhile keeps what they wrote: the
 * items' states move on to that. Answers the rows Zendesk refused for good. Throws `Failure`, also without the place.
 */
export async function listMany(
  http: Http,
  items: readonly ListedItem[],
  { place, priority }: ListOptions,
): Promise<Unlisted[]> {
  const behind = items.filter(({ state, listed }) => state.rev > 0 && state.rev > (listed?.rev ?? 0));
  if (behind.length === 0) {
    if (place) await writePlace(http, place, priority);
    return [];
  }
  const { overtaken, unlisted } = await write(http, behind, { place, priority });
  if (overtaken.length === 0) return unlisted;
  const before = new Map(overtaken.map(({ key, state }) => [key, state.rev]));
  await foldNewer(http, overtaken, priority);
  const newer = overtaken.filter(({ key, state }) => state.rev > (before.get(key) ?? 0));
  if (newer.length === 0) return unlisted;
  const again = await write(http, newer, { place: null, priority });
  return [...unlisted, ...again.unlisted];
}

interface Written {
  /** Listed by somebody else meanwhile: a newer state may have been written over. */
  overtaken: ListedItem[];
  unlisted: Unlisted[];
}

async function write(
  http: Http,
  items: readonly ListedItem[],
  { place, priority }: ListOptions,
): Promise<Written> {
  const rowsOf = (records: readonly { external_id: string }[]) =>
    runJob(http, 'fl_feedback', 'create_or_update_by_external_id', records, priority);
  const records = items.map((item) => listRecordOf(item.state, pointersOf(item)));
  const rows = await rowsOf(place ? [...records, placeRecordOf(place)] : records);
  if (place && !rows[items.length]?.isSuccess)
    throw new Failure('unexpected', { message: `place: ${rows[items.length]?.reason}` });
  const refused = items.filter((_, index) => !rows[index]?.isSuccess);
  // Most likely a pointer to a ticket or person that is gone.
  const again = refused.length > 0 ? await rowsOf(refused.map(({ state }) => listRecordOf(state, {}))) : [];
  const unlisted = refused.flatMap(({ key }, index) =>
    again[index]?.isSuccess ? [] : { key, reason: again[index]?.reason ?? 'unknown' },
  );
  const overtaken = items.filter(
    ({ listed }, index) => listed === null && rows[index]?.isSuccess === true && !rows[index].isCreated,
  );
  for (const item of items) item.listed = item.state;
  return { overtaken, unlisted };
}

const pointersOf = ({ ticketId, requesterId }: ListedItem) => ({ ticket: ticketId, requester: requesterId });

async function foldNewer(http: Http, items: readonly ListedItem[], priority: Priority): Promise<void> {
  const known = items.map(({ key, state }) => ({ key, rev: state.rev }));
  const facts = await readFactsBehind(http, known, priority);
  for (const item of items) item.state = fold(item.state, facts.get(item.key) ?? []);
}
