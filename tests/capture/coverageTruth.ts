/** Surveys sent, answered and open, counted from the world's own records, and the same from what the app kept. */
import type { MonthCoverage } from '../../src/actions/readCoverage.ts';
import { attributionRules } from '../../src/care/attribution.ts';
import type { ScoreCount, sumOf } from '../../src/care/coverage.ts';
import { keyOfConversation, keyOfTicket } from '../../src/care/feedback.ts';
import type { Ticket } from '../emulator/world/entities.ts';
import { unlinkedTruth } from '../emulator/world/storyTruth.ts';
import { responseOf, responsesOfConversation } from '../emulator/world/surveyAccess.ts';
import type { Truth } from '../emulator/world/truth.ts';
import type { World } from '../emulator/world/world.ts';
import type { Told } from './told.ts';
import { truthsOf } from './worldTruth.ts';

const answers = ['csat 1', 'csat 2', 'csat 3', 'csat 4', 'csat 5', 'csat good', 'csat bad'];
const efforts = ['ces 1', 'ces 2', 'ces 3', 'ces 4', 'ces 5'];
const counters = [...answers, ...efforts].flatMap((one) => [one, `${one} suspected`]);
const credits = attributionRules.flatMap((rule) => [`${rule} nobody`, `${rule} not proved`]);
const nothing = (): Record<string, number> =>
  Object.fromEntries(
    ['offered', 'answered', 'open', 'setAside', ...counters, ...credits].map((name) => [name, 0]),
  );

/** By `<month> <group>` and by `<month>`; `told` is what is true of each feedback. */
export function coverageTruth(world: World, told: ReadonlyMap<string, Told>): Map<string, Told> {
  const rows = new Map<string, Record<string, number>>();
  const count = (sentAt: number, group: string, survey: Sent) => {
    const month = new Date(sentAt).toISOString().slice(0, 7);
    for (const name of [month, `${month} ${group}`]) {
      const row = rows.get(name) ?? nothing();
      rows.set(name, row);
      countIn(row, survey);
    }
  };
  for (const truth of truthsOf(world)) {
    const ticket = world.tickets.get(truth.ticketId);
    const sentAt = ticket ? sentAtOf(world, ticket, truth) : null;
    if (!ticket || sentAt === null) continue;
    const own = told.get(keyOfTicket(String(truth.ticketId)));
    const isAnswered = truth.last !== null;
    const isOpen = !isAnswered && ticket.status !== 'closed' && expiryOf(world, ticket) > world.now();
    count(sentAt, String(ticket.group_id ?? 'none'), {
      isAnswered,
      isOpen,
      told: isAnswered ? own : undefined,
    });
  }
  for (const truth of unlinkedTruth(world)) {
    const expiresAt = responsesOfConversation(world, truth.conversationId).at(-1)?.expires_at ?? 0;
    const isAnswered = truth.answer !== null;
    const own = told.get(keyOfConversation(truth.conversationId));
    count(truth.offeredAt, 'none', { isAnswered, isOpen: !isAnswered && expiresAt > world.now(), told: own });
  }
  return rows;
}

interface Sent {
  isAnswered: boolean;
  isOpen: boolean;
  told: Told | undefined;
}

/** Of good and bad, Zendesk's list tells an admin when the rating came to be, and no longer when it was asked for. */
function sentAtOf(world: World, ticket: Ticket, { offeredAt }: Truth): number | null {
  return world.csat === 'legacy' ? (ticket.rating.created_at ?? ticket.rating.offered_at) : offeredAt;
}

function expiryOf(world: World, ticket: Ticket): number {
  return world.csat === 'legacy' ? Number.POSITIVE_INFINITY : (responseOf(world, ticket.id)?.expires_at ?? 0);
}

function countIn(row: Record<string, number>, { isAnswered, isOpen, told }: Sent): void {
  const plus = (name: string) => {
    row[name] = (row[name] ?? 0) + 1;
  };
  plus('offered');
  if (isAnswered) plus('answered');
  if (isOpen) plus('open');
  if (!told) return;
  for (const metric of ['csat', 'ces']) {
    if (told[`${metric}.source`] === null) continue;
    const said = `${metric} ${told[`${metric}.value`] ?? told[`${metric}.verdict`]}`;
    plus(said);
    if (told.signs !== null) plus(`${said} suspected`);
  }
  const [atSolve, atSurvey, atRating, replies] = [told.atSolve, told.atSurvey, told.atRating, told.replies];
  const credited = { at_solve: atSolve, at_survey: atSurvey, at_rating: atRating, most_replies: replies };
  for (const [rule, credit] of Object.entries(credited)) {
    if (credit === null || credit === 'not_proved') plus(`${rule} not proved`);
    else if (credit === 'nobody' || credit === '') plus(`${rule} nobody`);
  }
}

export function coverageTold(months: readonly MonthCoverage[]): Map<string, Told> {
  const rows = new Map<string, Told>();
  for (const { month, total, groups } of months) {
    if (total.offered === 0) continue;
    rows.set(month, rowOf(total));
    for (const { groupId, tally } of groups)
      if (tally.offered > 0) rows.set(`${month} ${groupId ?? 'none'}`, rowOf(tally));
  }
  return rows;
}

function rowOf(tally: ReturnType<typeof sumOf>): Told {
  const row = nothing();
  const { offered, answered, open, setAside } = tally;
  Object.assign(row, { offered, answered, open, setAside });
  for (const one of tally.scores) {
    const name = nameOf(one);
    row[name] = (row[name] ?? 0) + one.count;
    row[`${name} suspected`] = (row[`${name} suspected`] ?? 0) + one.suspected;
  }
  for (const rule of attributionRules) {
    row[`${rule} nobody`] = tally.uncredited[rule].nobody;
    row[`${rule} not proved`] = tally.uncredited[rule].notProved;
  }
  return row;
}

const nameOf = ({ metric, value, verdict }: ScoreCount) => `${metric} ${value ?? verdict}`;
