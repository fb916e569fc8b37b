/**
 * What a ticket's own records prove, replayed from the world's entities and not from what its API says: who is
 * credited by each rule, and when the customer answered. Shares no step with the app.
 */
import type { Audit, AuditEvent, Ticket } from '../emulator/world/entities.ts';
import type { World } from '../emulator/world/world.ts';

/** As a ledger names them: user ids as text, `nobody`, or `not_proved`. */
export interface Credits {
  atSolve: string;
  atSurvey: string;
  atRating: string;
  /** `<agent>×<replies>`, most first, among equals the one who replied last. */
  replies: string;
  groupId: string | null;
  isReassignedAfter: boolean;
}

/** Zendesk tells instants by the second. */
export const second = (at: number) => Math.floor(at / 1000) * 1000;

export function creditsOf(world: World, ticket: Ticket, ratedAt: number): Credits {
  const at = second(ratedAt);
  const atRating = holder(ticket, (when) => when < at);
  const solvedAt = lastWhen(ticket, at, isSolution);
  const offeredAt = lastWhen(ticket, at, isOffer);
  const upTo = (until: number | null) =>
    until === null ? 'not_proved' : holder(ticket, (when) => when <= until);
  return {
    atSolve: upTo(solvedAt),
    atSurvey: upTo(offeredAt),
    atRating,
    replies: repliesBefore(world, ticket, at),
    groupId: named(lastValue(ticket, 'group_id', (when) => when < at)),
    isReassignedAfter: isReassigned(ticket, at, atRating),
  };
}

/** Updates in which the customer answered, and whether that left the ticket good or bad. */
export function submissionsOf(ticket: Ticket): { at: number; verdict: string | null }[] {
  let verdict: string | null = null;
  return ticket.audits.flatMap((audit) => {
    const score = valueIn(audit, 'satisfaction_score');
    if (score === 'good' || score === 'bad') verdict = score;
    const isAnswer = audit.events.some(
      ({ type }) => type === 'SurveyResponseSubmitted' || type === 'SatisfactionRating',
    );
    return isAnswer ? [{ at: second(audit.created_at), verdict }] : [];
  });
}

/** The first answer, and each that turned good into bad or back. */
export function turnsOf(ticket: Ticket): number[] {
  return submissionsOf(ticket)
    .filter(({ verdict }, place, all) => place === 0 || verdict !== all[place - 1]?.verdict)
    .map(({ at }) => at);
}

export const offersOf = (ticket: Ticket): number[] =>
  ticket.audits.filter(isOffer).map(({ created_at }) => second(created_at));

function holder(ticket: Ticket, isMeant: (at: number) => boolean): string {
  return named(lastValue(ticket, 'assignee_id', isMeant)) ?? 'nobody';
}

const named = (value: unknown) =>
  value === null || value === undefined || value === '' ? null : String(value);

function lastValue(ticket: Ticket, field: string, isMeant: (at: number) => boolean): unknown {
  const values = ticket.audits
    .filter(({ created_at }) => isMeant(second(created_at)))
    .map((audit) => valueIn(audit, field))
    .filter((value) => value !== undefined);
  return values.at(-1);
}

function lastWhen(ticket: Ticket, until: number, isMeant: (audit: Audit) => boolean): number | null {
  const found = ticket.audits.filter((audit) => isMeant(audit) && second(audit.created_at) <= until);
  const last = found.at(-1);
  return last ? second(last.created_at) : null;
}

/** Also a ticket closed without ever having been solved. */
function isSolution(audit: Audit): boolean {
  return audit.events.some(
    (event) =>
      isSetting(event, 'status') &&
      (event.value === 'solved' || (event.value === 'closed' && event.previous_value !== 'solved')),
  );
}

const isOffer = (audit: Audit) =>
  valueIn(audit, 'satisfaction_score') === 'offered' ||
  audit.events.some(({ type }) => type === 'SurveyOffered');

function isReassigned(ticket: Ticket, at: number, before: string): boolean {
  const later = ticket.audits
    .filter(({ created_at }) => second(created_at) >= at)
    .map((audit) => valueIn(audit, 'assignee_id'))
    .filter((value) => value !== undefined);
  return later.some((value) => (named(value) ?? 'nobody') !== before);
}

function repliesBefore(world: World, ticket: Ticket, at: number): string {
  const counts = new Map<number, number>();
  for (const { author_id: author, public: isPublic, created_at } of ticket.comments) {
    const isStaff = author > 0 && world.users.get(author)?.role !== 'end-user';
    if (!isPublic || !isStaff || second(created_at) >= at) continue;
    const count = (counts.get(author) ?? 0) + 1;
    counts.delete(author);
    counts.set(author, count);
  }
  const latestFirst = [...counts].reverse().sort(([, a], [, b]) => b - a);
  return latestFirst.map(([author, count]) => `${author}×${count}`).join(' ');
}

const isSetting = (event: AuditEvent, field: string) =>
  (event.type === 'Change' || event.type === 'Create') && event.field_name === field;

function valueIn(audit: Audit, field: string): unknown {
  return audit.events.findLast((event) => isSetting(event, field))?.value;
}
