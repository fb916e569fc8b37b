/** What was said to a team, as its ledgers and lists have it. */
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { record } from '../../src/actions/record.ts';
import type { App } from '../../src/app.ts';
import type { Bucket, NewEvent } from '../../src/care/ledger.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { personas } from '../emulator/world/people.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import { solvedTicket } from './tickets.ts';

export const day = 86_400_000;
export const agent = String(personas.agent);

interface Said {
  csat: number;
  ces?: number;
  comment?: string;
  bucket?: Bucket;
  topic?: string;
  agentId?: string;
  groupId?: string;
}

let operations = 0;

export async function write(
  workspace: Workspace,
  app: App,
  ticket: string,
  ...facts: [NewEvent, ...NewEvent[]]
) {
  const { feedback, requesterId } = await readTicketFeedback(app, ticket);
  operations += 1;
  const { listed } = await record(
    app,
    feedback,
    { ticketId: ticket, requesterId },
    () => facts,
    `h${operations}`,
    false,
  );
  await listed;
  await whenIdle(workspace);
}

/** Answered now, credited and categorised; the ticket's id. */
export async function said(workspace: Workspace, given: Said): Promise<string> {
  const { csat, ces, comment, bucket, topic = null, agentId = agent, groupId = null } = given;
  const answer = { csat, ...(ces && { ces }), ...(comment && { comment }) };
  const ticket = solvedTicket(workspace.world, answer);
  const admin = await createTestApp(workspace, 'admin');
  const { sighting } = await readTicketFeedback(admin, ticket);
  // The most trusted place comes first.
  const ratings = sighting.ratings.filter(
    ({ metric }, index, all) => all.findIndex((one) => one.metric === metric) === index,
  );
  const credit = { atSolve: agentId, atSurvey: agentId, atRating: agentId };
  await write(
    workspace,
    admin,
    ticket,
    { kind: 'rated', body: { ratings, isAlreadyRevised: false } },
    { kind: 'attributed', body: { ...credit, replies: null, groupId, isReassignedAfter: false } },
    ...(bucket ? [{ kind: 'bucket_set' as const, body: { bucket, topic, note: null } }] : []),
  );
  return ticket;
}

/** A bad score's case, opened now and closed so many hours later, or left open; the ticket's id. */
export async function closeCase(workspace: Workspace, hours: number | null): Promise<string> {
  const ticket = await said(workspace, { csat: 1 });
  const admin = await createTestApp(workspace, 'admin');
  const dueAt = workspace.world.now() + day;
  await write(workspace, admin, ticket, {
    kind: 'case_opened',
    body: { rule: 'csat_below', threshold: 3, dueAt, soonAt: null, firstDueAt: null, isProvisional: false },
  });
  if (hours === null) return ticket;
  workspace.world.advance(hours * 3_600_000);
  const body = { to: 'closed', outcome: 'recovered', note: 'said so' } as const;
  await write(workspace, admin, ticket, { kind: 'case_moved', body });
  return ticket;
}
