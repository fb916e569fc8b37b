/** What a team does with its huddle: passes an item over, sets itself something, says what became of the last. */
import type { App } from '../app.ts';
import {
  type Huddle,
  heldIn,
  huddleKey,
  longestCommitment,
  type Result,
  type Slot,
} from '../care/huddle/huddle.ts';
import { readDocs, writeDoc } from '../zendesk/docs.ts';
import { fill, type HuddleView, showHuddle } from './readHuddle.ts';

export interface HuddleSaved {
  view: HuddleView;
  /** A colleague was first, and what they wrote stands. */
  isMet: boolean;
}

/** Another item in its place, or none today; it does not come back for as long as the account says. Throws `Failure`. */
export async function passItem(
  app: App,
  view: HuddleView,
  slot: Slot,
  how: 'skip' | 'replace',
): Promise<HuddleSaved> {
  const standing = await readStanding(app, view);
  const key = view.huddle[slot];
  if (standing[slot] !== key) return { view: await show(app, view, standing), isMet: true };
  const passed = key === null ? standing.passed : [...new Set([...standing.passed, key])];
  const others = standing.skipped.filter((one) => one !== slot);
  const emptied = { ...standing, passed, [slot]: null, skipped: how === 'skip' ? [...others, slot] : others };
  const next = await fill(app, view, view.source, emptied);
  return { view: await write(app, view, next), isMet: false };
}

/** `null` takes it back. Throws `Failure`. */
export async function noteCommitment(app: App, view: HuddleView, text: string | null): Promise<HuddleSaved> {
  const standing = await readStanding(app, view);
  const commitment = text?.trim().slice(0, longestCommitment) || null;
  if (standing.commitment !== view.huddle.commitment && standing.commitment !== commitment)
    return { view: await show(app, view, standing), isMet: true };
  return { view: await write(app, view, { ...standing, commitment }), isMet: false };
}

/** What became of the last commitment; one that goes on is today's as well, unless there is another. Throws `Failure`. */
export async function settleCommitment(app: App, view: HuddleView, result: Result): Promise<HuddleSaved> {
  const standing = await readStanding(app, view);
  if (!view.before) return { view, isMet: false };
  const { day, text } = view.before;
  const wentOn = standing.before?.result === 'go_on' && standing.commitment === text;
  const others = wentOn ? null : standing.commitment;
  const commitment = result === 'go_on' ? (others ?? text) : others;
  return { view: await write(app, view, { ...standing, commitment, before: { day, result } }), isMet: false };
}

/** As it stands now, whoever wrote it. */
async function readStanding({ zendesk: { http } }: App, { day, team, huddle }: HuddleView): Promise<Huddle> {
  const [doc] = await readDocs(http, 'huddle', [huddleKey(day, team)]);
  return (doc && heldIn(doc.key, doc.body)?.huddle) ?? huddle;
}

async function write(app: App, view: HuddleView, next: Huddle): Promise<HuddleView> {
  await writeDoc(app.zendesk.http, 'huddle', huddleKey(view.day, view.team), next);
  return show(app, view, next);
}

const show = (app: App, { day, team, source }: HuddleView, huddle: Huddle) =>
  showHuddle(app, { day, team }, source, huddle);
