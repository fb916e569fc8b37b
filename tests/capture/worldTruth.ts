/** The truth of every feedback of a world, the story's and the made ones, keyed as ledgers are. */
import { keyOfConversation, keyOfTicket } from '../../src/care/feedback.ts';
import { firstScaleTicket } from '../emulator/world/scaleFacts.ts';
import { scaleTruth } from '../emulator/world/scaleTruth.ts';
import { storyTruth, unlinkedTruth } from '../emulator/world/storyTruth.ts';
import type { Truth } from '../emulator/world/truth.ts';
import type { World } from '../emulator/world/world.ts';
import { expectedOf, expectedOfConversation, type Reader } from './expected.ts';
import type { Told } from './told.ts';

/** Tickets that were deleted are left out. */
export function truthsOf(world: World): Truth[] {
  const told = storyTruth(world);
  const story = told.filter(({ ticketId }) => ticketId < firstScaleTicket);
  // A made ticket is told by its number until its survey is answered anew.
  const answered = new Set([...world.surveyResponses.stored()].map(({ ticket_id }) => ticket_id));
  const anew = new Map(
    told
      .filter(({ ticketId }) => answered.has(ticketId) || isRatedAnew(world, ticketId))
      .map((truth) => [truth.ticketId, truth]),
  );
  const made = Array.from({ length: world.scale }, (_, index) => {
    const ticketId = firstScaleTicket + index;
    if (world.tickets.get(ticketId)?.deleted_at) return null;
    return anew.get(ticketId) ?? scaleTruth(index, world.scale, world.answered, world.csat);
  });
  return [...story, ...made.filter((truth) => truth !== null)];
}

/** Good and bad are kept on the ticket itself. */
function isRatedAnew(world: World, ticketId: number): boolean {
  if (world.csat !== 'legacy' || ticketId < firstScaleTicket) return false;
  const index = ticketId - firstScaleTicket;
  const { last } = scaleTruth(index, world.scale, world.answered, world.csat);
  const rating = world.tickets.get(ticketId)?.rating;
  return (last?.at ?? null) !== (rating?.updated_at ?? null);
}

/** What there is to be recorded, by key. */
export function expectedIn(world: World, reader: Reader): Map<string, Told> {
  const expected = new Map<string, Told>();
  for (const truth of truthsOf(world)) {
    const told = expectedOf(world, truth, reader);
    if (told) expected.set(keyOfTicket(String(truth.ticketId)), told);
  }
  for (const truth of unlinkedTruth(world)) {
    const told = expectedOfConversation(truth, world.now(), reader);
    if (told && reader.way === 'sync') expected.set(keyOfConversation(truth.conversationId), told);
  }
  return expected;
}

/** Of what was recorded before: the first answer stays, a case keeps its beginning. */
export function later(before: Told | undefined, now: Told | undefined): Told {
  if (!before) return now ?? {};
  if (!now || isLeftAlone(before, now)) return { ...before, isRemoved: true };
  const isNew =
    before.isRemoved === true ||
    now['csat.value'] !== before['csat.value'] ||
    now['csat.verdict'] !== before['csat.verdict'];
  const { 'csat.source': _source, ...rest } = now;
  return {
    ...rest,
    'csat.all': joined(before, now, 'csat.all'),
    'ces.all': joined(before, now, 'ces.all'),
    ...sourceOf(before, now, isNew),
    isAlreadyRevised: before.isAlreadyRevised ?? false,
    case: before.case ?? now.case ?? null,
    dueAt: before.case ? (before.dueAt ?? null) : (now.dueAt ?? null),
    signs: (isNew && !isNumberOf(before, now) ? now.signs : before.signs) ?? null,
    // A score without a date proves nothing new.
    ...(now.atSolve === null && creditsIn(before)),
  };
}

/** The survey's answer was taken away; what another tool says never takes the place of a more trusted number. */
const isLeftAlone = (before: Told, now: Told) =>
  before['csat.source'] === 'survey_responses' && now['csat.source'] === 'ticket_field';

/** Both the ticket and the list of ratings tell of a good or bad that was changed: either may be first. */
function sourceOf(before: Told, now: Told, isNew: boolean): Told {
  const { 'csat.source': known } = before;
  const { 'csat.source': source = null } = now;
  if (source === 'legacy_ratings') return known === undefined || isNew ? {} : { 'csat.source': known };
  return { 'csat.source': isNew ? source : (known ?? null) };
}

/** A bare good or bad whose number became known is one answer with it. */
const isNumberOf = (before: Told, now: Told) =>
  before['csat.value'] === null &&
  now['csat.value'] !== null &&
  before['csat.verdict'] === now['csat.verdict'];

const creditsIn = ({ atSolve, atSurvey, atRating, replies, groupId, isReassignedAfter }: Told) => ({
  atSolve: atSolve ?? null,
  atSurvey: atSurvey ?? null,
  atRating: atRating ?? null,
  replies: replies ?? null,
  groupId: groupId ?? null,
  isReassignedAfter: isReassignedAfter ?? null,
});

function joined(before: Told, now: Told, field: string): string | null {
  const given = before[field] === null ? [] : String(before[field]).split(' → ');
  const next = now[field] ?? null;
  if (next === null) return given.join(' → ') || null;
  if (field === 'csat.all' && isNumberOf(before, now)) given.pop();
  // A number given again after it was taken away is another answer.
  const isAgain = before.isRemoved === true && /^\d/.test(String(next));
  if (given.at(-1) !== String(next) || isAgain) given.push(String(next));
  return given.join(' → ');
}
