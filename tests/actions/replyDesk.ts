/** A person who replies to a customer, on a connection that fails where a test says so. */

import { readReplyPlace } from '../../src/actions/readReplyPlace.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { replyOutbox } from '../../src/actions/replyOutbox.ts';
import { setUp } from '../../src/actions/setUp.ts';
import type { App } from '../../src/app.ts';
import { keyOfTicket } from '../../src/care/feedback.ts';
import { foldAll } from '../../src/care/fold.ts';
import type { SentWay } from '../../src/care/replying.ts';
import type { Hub } from '../../src/zendesk/hub.ts';
import { readFacts } from '../../src/zendesk/ledger.ts';
import type { ZafRequest } from '../../src/zendesk/zaf.ts';
import type { PersonaKey } from '../emulator/control.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import type { Ticket } from '../emulator/world/entities.ts';
import { createTestApp } from '../testApp.ts';
import { solvedTicket } from './tickets.ts';

export const words = 'Hello Ines, your parcel leaves today.';
const apps = [{ appId: 7, installationId: 70, settings: {} }];

/** What becomes of a call: `reached` ones are carried out before their answer is lost. */
export type Trouble =
  | { status: number; body?: unknown }
  | { lost: 'offline' | 'silence' | 'html'; isReached: boolean };

/** `null` lets the call through. */
export type Meddle = (options: ZafRequest) => Trouble | null;

const closed = {
  error: 'RecordInvalid',
  details: { status: [{ description: 'Status: closed prevents ticket update' }] },
};
export const troubles: Record<string, Trouble> = {
  '403': { status: 403 },
  '404': { status: 404 },
  '409': { status: 409 },
  '422 closed': { status: 422, body: closed },
  '429': { status: 429 },
  '500': { status: 500 },
  '503': { status: 503 },
  'offline before it reached Zendesk': { lost: 'offline', isReached: false },
  'offline after it reached Zendesk': { lost: 'offline', isReached: true },
  'HTML before it reached Zendesk': { lost: 'html', isReached: false },
  'HTML after it reached Zendesk': { lost: 'html', isReached: true },
  'no answer, and it did not reach Zendesk': { lost: 'silence', isReached: false },
  'no answer, though it reached Zendesk': { lost: 'silence', isReached: true },
};

/** Puts a bad connection between an App and its account; returns the way to change it. */
export function meddled(app: App): (meddle: Meddle | null) => void {
  const { client } = app.zendesk;
  const honest = client.request.bind(client);
  let current: Meddle | null = null;
  Object.assign(client, {
    async request(options: ZafRequest) {
      const trouble = current?.(options) ?? null;
      if (!trouble) return honest(options);
      if ('status' in trouble) throw answerOf(trouble.status, JSON.stringify(trouble.body ?? {}));
      if (trouble.isReached) await honest(options).catch(() => null);
      if (trouble.lost === 'offline') throw answerOf(0, '');
      if (trouble.lost === 'html') return answerOf(200, '<html>Just a moment</html>');
      return new Promise(() => {});
    },
  });
  return (meddle) => {
    current = meddle;
  };
}

const answerOf = (status: number, responseText: string) => ({
  status,
  statusText: '',
  responseText,
  responseHeaders: {},
});

export interface Desk {
  workspace: Workspace;
  app: App;
  ticketId: string;
  key: string;
  meddle: (meddle: Meddle | null) => void;
}

export async function createAccount(): Promise<Workspace> {
  const workspace = createWorkspace({ apps });
  await setUp(await createTestApp(workspace, 'admin'), () => {});
  const { world } = workspace;
  world.unknowns.indexLagSeconds = 0;
  // Limits are not what is tested: between two calls a second passes.
  let real = 0;
  world.realNow = () => {
    real += 1_000;
    return real;
  };
  return workspace;
}

/** A rated ticket with a new case, and somebody who opens it. */
export async function openDesk(workspace: Workspace, hub?: Hub, persona: PersonaKey = 'lead'): Promise<Desk> {
  const ticketId = solvedTicket(workspace.world, { csat: 1 });
  const admin = await createTestApp(workspace, 'admin');
  await recordSighting(admin, await readTicketFeedback(admin, ticketId));
  return sitDown(workspace, ticketId, hub, persona);
}

export async function sitDown(
  workspace: Workspace,
  ticketId: string,
  hub?: Hub,
  persona: PersonaKey = 'lead',
): Promise<Desk> {
  const app = await createTestApp(workspace, persona, hub ? { hub } : {});
  return { workspace, app, ticketId, key: keyOfTicket(ticketId), meddle: meddled(app) };
}

export const ticketOf = ({ workspace, ticketId }: Desk, id = ticketId): Ticket => {
  const ticket = workspace.world.tickets.get(Number(id));
  if (!ticket) throw new Error(`no ticket ${id}`);
  return ticket;
};

/** Everywhere the words are, as the customer would see them. */
export const arrivals = ({ workspace }: Desk, text = words) =>
  [...workspace.world.tickets.values()].flatMap((ticket) =>
    ticket.comments.filter((comment) => comment.public && comment.body === text).map(() => String(ticket.id)),
  );

export const closeTicket = (desk: Desk) => {
  Object.assign(ticketOf(desk), { status: 'closed', closed_at: desk.workspace.world.now() });
};

/** As the ledger has it, read by somebody whose connection is good. */
export async function feedbackOf({ workspace, key }: Desk) {
  const { zendesk } = await createTestApp(workspace, 'admin');
  return foldAll(key, await readFacts(zendesk.http, key));
}

/** Writes, and presses Send. */
export async function pressSend(desk: Desk, id: string, text = words): Promise<void> {
  const { app, key, ticketId } = desk;
  const feedback = await feedbackOf(desk);
  const { way, requesterId, name, subject } = await readReplyPlace(app, feedback, ticketId);
  const about = { key, ticketId, requesterId, customer: name ?? '', subject, text, next: 'keep' as const };
  replyOutbox(app).hold({ ...about, id, way: way as SentWay, seenRev: feedback.rev });
}

/** Until nothing more happens by itself: answers come in turns of the machine, never by a timer. */
export async function settled(desk: Desk): Promise<void> {
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  for (let calm = 0, before = -1; calm < 12; ) {
    await turn();
    const count = desk.workspace.exchanges().length;
    calm = count === before ? calm + 1 : 0;
    before = count;
  }
}
