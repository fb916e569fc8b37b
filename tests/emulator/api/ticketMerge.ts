/** Merging tickets into one: the sources close, and both sides say so in a comment. */
import { type By, changeTicket } from '../world/changeTicket.ts';
import type { Audit, Ticket, User } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { mayMerge, seenTicket } from './access.ts';
import { type Fields, isFields } from './body.ts';
import { type Call, type Family, forbidden, invalid, notFound, ok } from './http.ts';
import { formatJob, inflightHeaders, startJob } from './jobStatuses.ts';
import { failedRow } from './ticketBulk.ts';

export const ticketMerge: Family = [
  { method: 'POST', path: '/api/v2/tickets/:id/merge', allowed: 'agents', answer: merge },
];

/** `{ids, target_comment?, source_comment?, target_comment_is_public?, source_comment_is_public?}`; answers with a job. */
function merge({ world, caller, params, body }: Call) {
  const target = seenTicket(world, caller, params.id);
  if (!mayMerge(world, caller)) throw forbidden();
  const input: Fields = isFields(body) ? body : {};
  const ids = Array.isArray(input.ids) ? [...new Set(input.ids.map(Number))] : [];
  if (ids.length === 0)
    throw invalid({ ids: [{ description: 'Ids: cannot be blank', error: 'BlankValue' }] });
  const job = startJob(world, caller, 1, () => [mergeAll(world, caller, target, ids, input)], 'TicketMerge');
  return { ...ok({ job_status: formatJob(world, job) }), headers: inflightHeaders(world) };
}

/** All or nothing: one ticket that cannot be merged fails the job. */
function mergeAll(world: World, caller: User, target: Ticket, ids: number[], input: Fields) {
  try {
    if (target.status === 'closed') throw unfit(target.id);
    const sources = ids.map((id) => sourceOf(world, caller, target, id));
    for (const source of sources) closeInto(world, caller, source, target, input);
    tellTarget(world, caller, target.id, sources, input);
    return { id: target.id, action: 'merge', success: true, status: 'Merged' };
  } catch (problem) {
    return failedRow(target.id, 'merge', problem);
  }
}

function sourceOf(world: World, caller: User, target: Ticket, id: number): Ticket {
  const source = seenTicket(world, caller, String(id));
  if (source.id === target.id || source.status === 'closed') throw unfit(id);
  return source;
}

const unfit = (id: number) =>
  invalid({ base: [{ description: `Ticket ${id} cannot be merged`, error: 'InvalidValue' }] });

const byMerging = (caller: User, from: Record<string, unknown>, to: Record<string, unknown>): By => {
  const source: Audit['source'] = { from, to, rel: 'merge' };
  return { authorId: caller.id, channel: 'web', source };
};

const nameOf = ({ id, subject }: Ticket) => `#${id} “${subject}”`;

function closeInto(world: World, caller: User, source: Ticket, target: Ticket, input: Fields): void {
  const body = textIn(
    input.source_comment,
    `This request was closed and merged into request ${nameOf(target)}.`,
  );
  const comment = { body, public: input.source_comment_is_public === true };
  const by = byMerging(caller, {}, { ticket_id: target.id, subject: target.subject });
  changeTicket(world, source.id, { comment, addTags: ['closed_by_merge'], status: 'closed' }, by);
}

/** Requesters of the merged tickets go on hearing of it. */
function tellTarget(world: World, caller: User, id: number, sources: Ticket[], input: Fields): void {
  const target = world.tickets.get(id);
  if (!target) throw notFound();
  const names = sources.map(nameOf).join(', ');
  const verb = sources.length > 1 ? 'Requests' : 'Request';
  const told = `${verb} ${names} ${sources.length > 1 ? 'were' : 'was'} closed and merged into this request.`;
  const comment = {
    body: textIn(input.target_comment, told),
    public: input.target_comment_is_public === true,
  };
  const others = sources.map(({ requester_id }) => requester_id).filter((one) => one !== target.requester_id);
  const email_cc_ids = [...new Set([...target.email_cc_ids, ...others])];
  const ticket_ids = sources.map((source) => source.id);
  changeTicket(world, id, { comment, email_cc_ids }, byMerging(caller, { ticket_ids }, {}));
}

const textIn = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise;
