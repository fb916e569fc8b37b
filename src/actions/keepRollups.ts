/** Keeps the reports' rollups up to date: what the tab that leads does in the background for admins and leads. */
import type { Configuration } from '../care/configuration.ts';
import { emptyHead, type Head } from '../care/insights/head.ts';
import { rulesPrint } from '../care/insights/row.ts';
import { removeDoc } from '../zendesk/docs.ts';
import type { Outside } from '../zendesk/outside.ts';
import { type Advanced, advance } from './advanceRollups.ts';
import { ChunkMissing } from './mergeChunks.ts';
import { readStoredConfiguration } from './readStoredConfiguration.ts';
import { type HeadName, readHeads, removeChunks, writeHead } from './rollupRecords.ts';

export interface KeepRollupsOptions {
  isLeader: () => boolean;
  wait: (ms: number) => Promise<void>;
}

/** Milliseconds. */
const firstLook = 15_000;
const betweenRounds = 300_000;
/** Where there is nothing to do, and after what went wrong. */
const calm = 600_000;
/** A round another browser has just made is as good as one's own. */
const justNow = 240_000;
/** The head is written anew for its time alone after so long. */
const stale = 1_200_000;
/** Somebody else builds while their last step is no older: a step takes minutes. */
const building = 600_000;
/** From one step of one's own building to the next. */
const breath = 5_000;

/** Pages a round reads at most: a few minutes of what the account allows. */
const mostPages = 10;
const verified = 20;

/** A chunk no head has named for a day goes; sooner where there are many. */
const day = 86_400_000;
const hour = 3_600_000;
const manyGone = 200;
const removedAtOnce = 20;

/** Never throws; what could not be done is done by the next round. Returns the way to stop. */
export function keepRollups(app: Outside, { isLeader, wait }: KeepRollupsOptions): () => void {
  let isStopped = false;
  const options: RoundOptions = { isStopped: () => isStopped || !isLeader(), memory: { buildId: null } };
  const round = () => keepOnce(app, options).catch(() => 'failed' as const);
  const run = async () => {
    for (let pause = firstLook; !isStopped; ) {
      await wait(pause);
      if (isStopped) return;
      pause = isLeader() ? pauses[await round()] : betweenRounds;
    }
  };
  void run();
  return () => {
    isStopped = true;
  };
}

const pauses: Record<Round | 'failed', number> = {
  kept: betweenRounds,
  more: breath,
  overtaken: betweenRounds,
  quiet: calm,
  foreign: calm,
  failed: calm,
};

/** What one frame remembers from a step to the next. */
export interface BuildMemory {
  /** The building it wrote itself. */
  buildId: string | null;
}

export interface RoundOptions {
  isStopped: () => boolean;
  memory?: BuildMemory;
  /** Does the round even if another has just been made. */
  isAsked?: boolean;
}

/**
 * What a round came to: `kept` wrote a head, `more` has more to read, `quiet` had nothing to do, `overtaken` left it
 * to another one who was quicker, `foreign` left it to a newer version of this app or of the settings.
 */
export type Round = 'kept' | 'more' | 'quiet' | 'overtaken' | 'foreign';

/** One round. Throws `Failure`. */
export async function keepOnce(app: Outside, options: RoundOptions): Promise<Round> {
  const { isStopped, isAsked = false, memory = { buildId: null } } = options;
  const { head, build } = await readHeads(app.zendesk.http, 'background');
  if (head === 'newer' || build === 'newer') return 'foreign';
  const now = app.now();
  if (!isAsked && head && build === null && isSoon(now - head.asOf, justNow)) return 'quiet';
  const own = await withSettings(app, head);
  if (own === null) return 'foreign';
  const step: BuildStep = { isStopped, memory, pages: mostPages };
  const isUsable = head !== null && head.rulesPrint === rulesPrint(own.configuration);
  const isBuilding = build !== null && isBuilt(build, own.configuration);
  const isOthers = isBuilding && build.id !== memory.buildId && isSoon(now - build.asOf, building);
  if (isBuilding && (isAsked || !isOthers)) return buildOn(own, build, head, step);
  if (!isUsable) return isBuilding ? 'quiet' : buildOn(own, anew(own, build), head, step);
  try {
    return await goOn(own, head, isStopped);
  } catch (cause) {
    if (!(cause instanceof ChunkMissing)) throw cause;
    return isBuilding ? 'quiet' : buildOn(own, anew(own, build), head, step);
  }
}

/** Clocks differ: what was written a little ahead of ours is new, too. */
const isSoon = (ms: number, within: number) => ms > -within && ms < within;

/** A building that begins, in place of what stands there. */
export function anew({ configuration, now }: Outside, before: Head | null): Head {
  const at = now();
  const gone = (before?.chunks ?? []).map(({ id }) => ({ id, at }));
  const fresh = emptyHead(rulesPrint(configuration), configuration.version);
  return { ...fresh, id: before?.id ?? '', gone: [...(before?.gone ?? []), ...gone] };
}

/** Was it begun by these settings? */
export const isBuilt = (build: Head, configuration: Configuration): boolean =>
  build.rulesPrint === rulesPrint(configuration);

/**
 * This frame's settings where the head was made by them or by older ones; an admin looks at the stored ones first.
 * `null` where somebody's newer ones made it: their rows stay.
 */
async function withSettings(app: Outside, head: Head | null): Promise<Outside | null> {
  if (head === null || head.rulesPrint === rulesPrint(app.configuration)) return app;
  const configuration = app.user.isAdmin ? await readStoredConfiguration(app) : app.configuration;
  const isOlder = configuration.version < head.settings && head.rulesPrint !== rulesPrint(configuration);
  return isOlder ? null : { ...app, configuration };
}

/** What changed since the head. */
async function goOn(app: Outside, head: Head, isStopped: () => boolean): Promise<Round> {
  const options = { pages: mostPages, isStopped, verified, former: null };
  const next = await advance(app, { ...head, settings: app.configuration.version }, options);
  const isDue = next.written.length > 0 || !next.isEnd || next.head.chunks.length !== head.chunks.length;
  if (!isDue && isSoon(app.now() - head.asOf, stale)) return 'quiet';
  return settle(app, 'head', head.id, next);
}

export interface BuildStep {
  isStopped: () => boolean;
  memory: BuildMemory;
  /** At most. */
  pages: number;
  /** Records read so far in this step. */
  onRead?: (records: number) => void;
}

/** A step of building everything anew; the last one makes it the head. Throws `Failure`. */
export async function buildOn(
  app: Outside,
  build: Head,
  head: Head | null,
  { memory, ...step }: BuildStep,
): Promise<Round> {
  const options = { ...step, verified: 0, former: head };
  const next = await advance(app, build, options).catch((cause: unknown) => {
    if (!(cause instanceof ChunkMissing)) throw cause;
    return advance(app, anew(app, build), options);
  });
  memory.buildId = next.head.id;
  if (!next.isEnd) return settle(app, 'build', build.id, next);
  const at = app.now();
  const former = (head?.chunks ?? []).map(({ id }) => ({ id, at }));
  const gone = [...(head?.gone ?? []), ...next.head.gone, ...former];
  const round = await settle(app, 'head', head?.id ?? '', { ...next, head: { ...next.head, gone } });
  // What is left of it is cleared by whoever comes next.
  if (round === 'kept' && build.id !== '')
    await removeDoc(app.zendesk.http, 'rollup', 'build').catch(() => {});
  return round;
}

/** Writes a head unless another one has written theirs meanwhile: theirs is as true. */
async function settle(
  app: Outside,
  name: HeadName,
  before: string,
  { head, isEnd, written }: Advanced,
): Promise<Round> {
  const { http } = app.zendesk;
  const current = (await readHeads(http, 'background'))[name];
  if (current === 'newer' || (current?.id ?? '') !== before) {
    // Nobody has named these.
    await removeChunks(http, written);
    return current === 'newer' ? 'foreign' : 'overtaken';
  }
  await writeHead(http, name, await withoutOld(app, head));
  return isEnd ? 'kept' : 'more';
}

async function withoutOld(app: Outside, head: Head): Promise<Head> {
  const now = app.now();
  const named = new Set(head.chunks.map(({ id }) => id));
  const unnamed = head.gone.filter(({ id }) => !named.has(id));
  const keptFor = unnamed.length > manyGone ? hour : day;
  const due = unnamed.filter(({ at }) => now - at > keptFor).slice(0, removedAtOnce);
  const ids = due.map(({ id }) => id);
  const removed = new Set(await removeChunks(app.zendesk.http, ids));
  return { ...head, gone: unnamed.filter(({ id }) => !removed.has(id)) };
}
