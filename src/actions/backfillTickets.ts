/** The part of a backfill that reads what other survey tools left: every ticket changed since its beginning. */
import type { BackfillPlace } from '../care/syncing.ts';
import { exportDelay, readChangedTickets } from '../zendesk/incremental.ts';
import type { Outside } from '../zendesk/outside.ts';
import type { Place } from '../zendesk/syncRecords.ts';
import type { Step } from './backfill.ts';
import { createChains } from './chains.ts';
import { createTicketQueue } from './ticketQueue.ts';

interface Options {
  place: BackfillPlace;
  isStopped: () => boolean;
  placeAt: (step: Step, broken: readonly string[]) => Place;
  onStep: (step: Step) => void;
  write: (step: Step) => Promise<void>;
}

/** `false` where it was stopped in the middle. Throws `Failure`. */
export async function backfillTickets(app: Outside, options: Options): Promise<boolean> {
  const { http } = app.zendesk;
  const { place } = options;
  const before: Step = { after: place.after, reachedAt: place.reachedAt, done: place.done };
  const startTime = Math.min(place.reachedAt, app.now() - exportDelay - 1_000);
  const hasNotes = app.configuration.scoreSources.some(({ kind }) => kind === 'comment');
  const chains = createChains(app, startTime, hasNotes);
  const steps: Step[] = [];
  const broken: string[] = [];
  const queue = createTicketQueue(app, {
    isForeignOnly: true,
    notesOf: (ticketId) => chains.notesOf(ticketId),
    changesOf: (ticketId) => chains.of(ticketId),
    onUndated: () => {},
    onBroken: (reason) => broken.push(reason),
    onRecorded: () => {},
    placeAt: ({ mark }) =>
      options.placeAt(mark === null ? before : (steps[mark] ?? before), broken.splice(0)),
  });
  let done = place.done;
  const from = place.after ? { cursor: place.after } : { startTime };
  for await (const page of readChangedTickets(http, from)) {
    const last = page.tickets.at(-1);
    const changedAt = page.isEnd || !last ? place.to : (last.generated_timestamp ?? last.updated_at);
    const reachedAt = Math.min(place.to, changedAt);
    done += page.tickets.length;
    steps.push({ after: page.after, reachedAt, done });
    broken.push(...Array.from({ length: page.broken }, () => 'ticket'));
    await chains.readUntil(reachedAt);
    await queue.add(page.tickets, steps.length - 1);
    await queue.flushFull();
    options.onStep(steps.at(-1) ?? before);
    if (reachedAt >= place.to) break;
    if (!options.isStopped()) continue;
    await queue.flushAll(steps.length - 1);
    await options.write(steps.at(-1) ?? before);
    return false;
  }
  await queue.flushAll(steps.length - 1);
  return true;
}
