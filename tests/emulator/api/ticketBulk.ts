/** Many tickets in one call, done by a job that goes on past those it cannot change. */
import { changeTicket } from '../world/changeTicket.ts';
import type { User } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { mayEditTags, seenTicket } from './access.ts';
import { type Fields, idList, isFields, wrapped } from './body.ts';
import { type Call, forbidden, invalid, ok, Refusal } from './http.ts';
import { formatJob, inflightHeaders, startJob } from './jobStatuses.ts';
import { checkStamp } from './safeUpdate.ts';
import { byCaller, createFrom } from './ticketCreation.ts';
import { readTags, readTicketInput } from './ticketInput.ts';

/** Most tickets one bulk call may name. */
export const bulkLimit = 100;

type Row = { id: number; input: Fields };

/** `ids=` with one `ticket`, or `tickets` each with its id; only here tags may be added and removed. */
export function updateMany({ world, caller, query, body }: Call) {
  const rows = bulkRows(query, body);
  if (rows.length === 0)
    throw invalid({ base: [{ description: 'No tickets were named', error: 'BlankValue' }] });
  if (rows.length > bulkLimit) throw tooMany();
  const job = startJob(world, caller, rows.length, () => rows.map((row) => updateOne(world, caller, row)));
  return { ...ok({ job_status: formatJob(world, job) }), headers: inflightHeaders(world) };
}

function bulkRows(query: URLSearchParams, body: unknown): Row[] {
  const ids = idList(query.get('ids'));
  if (ids.length > 0) {
    const input = wrapped(body, 'ticket');
    return ids.map((id) => ({ id, input }));
  }
  const list = isFields(body) && Array.isArray(body.tickets) ? body.tickets.filter(isFields) : [];
  return list.map((input) => ({ id: Number(input.id), input }));
}

/** A job goes on past a ticket that cannot be changed and says so in its row. */
function updateOne(world: World, caller: User, { id, input }: Row) {
  try {
    const ticket = seenTicket(world, caller, String(id));
    checkStamp(ticket, input);
    const change = readTicketInput(world, caller, input, ticket);
    if ((input.additional_tags || input.remove_tags) && !mayEditTags(world, caller)) throw forbidden();
    if (input.additional_tags !== undefined) change.addTags = readTags(input.additional_tags);
    if (input.remove_tags !== undefined) change.removeTags = readTags(input.remove_tags);
    changeTicket(world, id, change, byCaller(caller, input));
    return { id, action: 'update', success: true, status: 'Updated' };
  } catch (problem) {
    return failedRow(id, 'update', problem);
  }
}

export function createMany({ world, caller, body }: Call) {
  const list = isFields(body) && Array.isArray(body.tickets) ? body.tickets.filter(isFields) : [];
  if (list.length > bulkLimit) throw tooMany();
  const job = startJob(world, caller, list.length, () =>
    list.map((input, index) => {
      try {
        const { ticket } = createFrom(world, caller, input);
        return { index, id: ticket.id, action: 'create', success: true, status: 'Created' };
      } catch (problem) {
        return { index, ...failedRow(undefined, 'create', problem) };
      }
    }),
  );
  return { ...ok({ job_status: formatJob(world, job) }), headers: inflightHeaders(world) };
}

/** A job's row for a ticket that could not be worked on. */
export function failedRow(id: number | undefined, action: string, problem: unknown) {
  const body = problem instanceof Refusal ? problem.answer.body : undefined;
  const error = isFields(body) && typeof body.error === 'string' ? body.error : 'TicketUpdateFailed';
  const details = isFields(body) && isFields(body.details) ? body.details : String(problem);
  return { id, action, success: false, status: 'Failed', error, details: JSON.stringify(details) };
}

const tooMany = () =>
  new Refusal(400, { error: 'TooManyValues', description: `The number of tickets exceeds ${bulkLimit}` });
