/**
 * What a person's app may know of a feedback, worked out from what is true of it. The rules are stated here once more
 * in plain numbers, apart from the app's own.
 */
import type { CsatGeneration } from '../emulator/control.ts';
import type { Ticket } from '../emulator/world/entities.ts';
import { fieldIds } from '../emulator/world/fields.ts';
import type { UnlinkedTruth } from '../emulator/world/storyTruth.ts';
import { responseOf } from '../emulator/world/surveyAccess.ts';
import type { Truth } from '../emulator/world/truth.ts';
import type { World } from '../emulator/world/world.ts';
import { type Credits, creditsOf, offersOf, second, submissionsOf, turnsOf } from './replay.ts';
import type { Told } from './told.ts';

export interface Reader {
  csat: CsatGeneration;
  /** Does the person see the survey's numbers? */
  isAdmin: boolean;
  /** Looking at one ticket reads its audits; the sync reads what an admin may list. */
  way: 'look' | 'sync';
  /** Does the configuration name the places other tools write to? */
  hasSources: boolean;
  casesSince: number;
}

interface Answer {
  value: number | null;
  scale: number | null;
  verdict: 'good' | 'bad' | null;
  source: string;
  at: number | null;
}

const day = 86_400_000;

/** `null` where there is nothing to record. */
export function expectedOf(world: World, truth: Truth, reader: Reader): Told | null {
  const ticket = world.tickets.get(truth.ticketId);
  if (!ticket) return null;
  const csat = csatOf(ticket, truth, reader);
  const ces = cesOf(ticket, truth, reader);
  const main = csat ?? ces;
  if (!main) return null;
  const native = isNative(csat);
  return {
    ...toldOf('csat', csat),
    ...toldOf('ces', ces),
    isAlreadyRevised: isRevised(world, ticket, reader),
    isRemoved: false,
    ...caseOf(csat, ces, { changedAt: ticket.updated_at, now: world.now() }, reader),
    signs: signsOf(ticket, truth, csat, native, reader),
    ...creditsTold(main.at === null ? null : creditsOf(world, ticket, main.at)),
    ticketState: 'present',
    linkedTo: null,
  };
}

/** Of a conversation whose ticket is not known: nobody is credited. */
export function expectedOfConversation(
  { answer, offeredAt }: UnlinkedTruth,
  changedAt: number,
  reader: Reader,
): Told | null {
  if (!answer || !reader.isAdmin || answer.csat === null) return null;
  const at = second(answer.at);
  const csat: Answer = {
    value: answer.csat,
    scale: 5,
    verdict: answer.verdict,
    source: 'survey_responses',
    at,
  };
  const ces: Answer | null =
    answer.ces === null
      ? null
      : { value: answer.ces, scale: 5, verdict: null, source: 'survey_responses', at };
  const isFast = answer.verdict === 'bad' && answer.comment === null && at - offeredAt <= 30_000;
  return {
    ...toldOf('csat', csat),
    ...toldOf('ces', ces),
    isRemoved: false,
    ...caseOf(csat, ces, { changedAt, now: changedAt }, reader),
    signs: isFast ? 'no_comment seconds_after_sending' : null,
    ...creditsTold(null),
    ticketState: 'present',
    linkedTo: null,
  };
}

const isNative = (answer: Answer | null) =>
  answer !== null && ['survey_responses', 'legacy_ratings', 'ticket_rating'].includes(answer.source);

/** The most trusted place that has a number; failing all, good or bad. */
function csatOf(ticket: Ticket, truth: Truth, reader: Reader): Answer | null {
  const { last } = truth;
  if (last?.csat != null && reader.isAdmin)
    return {
      value: last.csat,
      scale: 5,
      verdict: last.verdict,
      source: 'survey_responses',
      at: second(last.at),
    };
  const left = reader.hasSources ? leftCsat(ticket) : null;
  if (left) return left;
  if (!last || reader.csat === 'none') return null;
  const isListed = reader.csat === 'legacy' && reader.isAdmin && reader.way === 'sync';
  return {
    value: null,
    scale: null,
    verdict: last.verdict,
    source: isListed ? 'legacy_ratings' : 'ticket_rating',
    at: reader.way === 'look' || !isListed ? (submissionsOf(ticket).at(-1)?.at ?? null) : second(last.at),
  };
}

function cesOf(ticket: Ticket, { last }: Truth, reader: Reader): Answer | null {
  if (last?.ces != null && reader.isAdmin)
    return { value: last.ces, scale: 5, verdict: null, source: 'survey_responses', at: null };
  if (!reader.hasSources) return null;
  const field = ticket.custom_fields[fieldIds.customerEffort];
  if (typeof field === 'number')
    return { value: field, scale: 7, verdict: null, source: 'ticket_field', at: null };
  const tag = numberAfter(ticket.tags, 'ces_');
  return tag === null ? null : { value: tag, scale: 7, verdict: null, source: 'ticket_tag', at: null };
}

/** Field before tag before note. */
function leftCsat(ticket: Ticket): Answer | null {
  const of = (value: number, source: string, at: number | null = null): Answer => ({
    value,
    scale: 5,
    verdict: value >= 4 ? 'good' : 'bad',
    source,
    at,
  });
  const field = ticket.custom_fields[fieldIds.surveyScore];
  if (typeof field === 'number') return of(field, 'ticket_field');
  const tag = numberAfter(ticket.tags, 'csat_');
  if (tag !== null) return of(tag, 'ticket_tag');
  const note = ticket.comments.findLast(({ body, public: isPublic }) => !isPublic && noteForm.test(body));
  const said = note ? noteForm.exec(note.body)?.[1] : undefined;
  return note && said ? of(Number(said), 'ticket_comment', second(note.created_at)) : null;
}

const noteForm = /Nicereply rating: (\d)\/5/;

function numberAfter(tags: readonly string[], prefix: string): number | null {
  const found = tags.findLast((tag) => tag.startsWith(prefix) && /^\d$/.test(tag.slice(prefix.length)));
  return found ? Number(found.slice(prefix.length)) : null;
}

function toldOf(metric: string, answer: Answer | null): Told {
  const told: Told = {
    [`${metric}.all`]: answer ? String(answer.value ?? answer.verdict) : null,
    [`${metric}.value`]: answer?.value ?? null,
    [`${metric}.scale`]: answer?.scale ?? null,
    [`${metric}.verdict`]: answer?.verdict ?? null,
    [`${metric}.source`]: answer?.source ?? null,
  };
  return metric === 'ces' ? told : { ...told, 'csat.answeredAt': iso(answer?.at ?? null) };
}

/** Was what anybody sees now said otherwise before? The survey dates each answer; the ticket shows its turns. */
function isRevised(world: World, ticket: Ticket, { isAdmin, csat, way }: Reader): boolean {
  const turned = turnsOf(ticket).length > 1;
  if (csat !== 'survey' || !isAdmin) return turned;
  const response = responseOf(world, ticket.id);
  const scales = (response?.answers ?? []).filter(({ type }) => type === 'rating_scale');
  const isChanged = scales.some(({ created_at, updated_at }) => created_at !== updated_at);
  return isChanged || (way === 'look' && turned);
}

/** Below 3 of 5; a 3-step *bad* may be below. Effort below 3 of 5 once higher is easier. */
function caseOf(
  csat: Answer | null,
  ces: Answer | null,
  { changedAt, now }: { changedAt: number; now: number },
  reader: Reader,
): Told {
  const nothing = { case: null, dueAt: null };
  const low = (answer: Answer | null) => {
    if (!answer) return false;
    if (answer.value === null || answer.scale === null) return answer.verdict === 'bad';
    const isReversed = answer.source === 'ticket_field' && answer.scale === 7;
    const value = isReversed ? 8 - answer.value : answer.value;
    return 1 + ((value - 1) * 4) / (answer.scale - 1) < 3;
  };
  const chosen = low(csat) ? csat : low(ces) ? ces : null;
  if (!chosen) return nothing;
  const rule = chosen === csat ? 'csat_below' : 'ces_below';
  const at = chosen === ces ? (csat?.at ?? null) : chosen.at;
  // What the ticket says was said at its last change at the latest.
  if ((at ?? second(changedAt)) < reader.casesSince) return nothing;
  const isProvisional = chosen.value === null && reader.csat !== 'legacy';
  return {
    case: `${rule} 3${isProvisional ? ' provisional' : ''}`,
    dueAt: iso((at ?? now) + day),
  };
}

/** A bad rating without a word, within half a minute of the survey or a minute of another answer. */
function signsOf(
  ticket: Ticket,
  truth: Truth,
  csat: Answer | null,
  native: boolean,
  reader: Reader,
): string | null {
  const { first, last, offeredAt } = truth;
  if (!csat || !native || csat.verdict !== 'bad' || !last || last.comment !== null) return null;
  const given = first && truth.submissions > 1 ? [first.at, last.at] : [last.at];
  const turns = turnsOf(ticket);
  const times = (reader.way === 'look' && turns.length >= given.length ? turns : given).map(second);
  const [end, before] = [times.at(-1), times.at(-2)];
  const sentAt = reader.isAdmin ? offeredAt : (offersOf(ticket).at(-1) ?? null);
  const found: string[] = [];
  if (end !== undefined && before !== undefined && end - before <= 60_000)
    found.push('flipped_within_a_minute');
  if (found.length > 0) found.push('no_comment');
  if (end !== undefined && sentAt !== null && end - sentAt <= 30_000) found.push('seconds_after_sending');
  if (found.length > 0 && !found.includes('no_comment')) found.push('no_comment');
  return found.length > 0 ? found.sort().join(' ') : null;
}

function creditsTold(credits: Credits | null): Told {
  return credits
    ? { ...credits }
    : {
        atSolve: null,
        atSurvey: null,
        atRating: null,
        replies: null,
        groupId: null,
        isReassignedAfter: null,
      };
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
