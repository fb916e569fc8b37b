/** Everything somebody can do to a case, as its screens do it: on what they saw, however old that is. */
import { assignCase } from '../../src/actions/assignCase.ts';
import { declineStep } from '../../src/actions/declineStep.ts';
import { endEscalation } from '../../src/actions/endEscalation.ts';
import { escalateCase } from '../../src/actions/escalateCase.ts';
import { logContact } from '../../src/actions/logContact.ts';
import { moveCase } from '../../src/actions/moveCase.ts';
import { openCase } from '../../src/actions/openCase.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import type { Written } from '../../src/actions/record.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { recordVoice } from '../../src/actions/recordVoice.ts';
import { restore } from '../../src/actions/restore.ts';
import { setAside } from '../../src/actions/setAside.ts';
import { setBucket } from '../../src/actions/setBucket.ts';
import { releaseCase, takeCase } from '../../src/actions/takeCase.ts';
import type { Feedback } from '../../src/care/feedback.ts';
import { keyOfTicket } from '../../src/care/feedback.ts';
import { buckets, contactChannels, contactResults, steps } from '../../src/care/ledger.ts';
import { outcomeKinds } from '../../src/care/outcome.ts';
import type { Random } from '../emulator/world/random.ts';
import { type Person, type Press, show } from './person.ts';

interface Doing {
  person: Person;
  known: Feedback;
  subject: { ticketId: string; requesterId: string | null };
  operation: string;
  random: Random;
}
type Act = (doing: Doing) => Promise<Written>;

const move = { outcome: null, note: null };

/** Those that write; each is one press. */
export const acts: Record<string, Act> = {
  open: ({ person, known, subject, operation }) => openCase(person.app, known, subject, operation),
  take: ({ person, known, subject, operation }) => takeCase(person.app, known, subject, operation),
  release: ({ person, known, subject, operation }) => releaseCase(person.app, known, subject, operation),
  start: ({ person, known, subject, operation }) =>
    moveCase(person.app, known, subject, { ...move, to: 'in_progress' }, operation),
  close: ({ person, known, subject, operation, random }) => {
    const closing = { to: 'closed', outcome: random.pick(outcomeKinds), note: 'done' } as const;
    return moveCase(person.app, known, subject, closing, operation);
  },
  reopen: ({ person, known, subject, operation }) =>
    moveCase(person.app, known, subject, { ...move, to: 'in_progress', note: 'wrote again' }, operation),
  bucket: ({ person, known, subject, operation, random }) => {
    const choice = { bucket: random.pick([...buckets, null]), topic: null, note: null };
    return setBucket(person.app, known, subject, choice, operation);
  },
  setAside: ({ person, known, subject, operation }) =>
    setAside(person.app, known, subject, { reason: 'test', note: null }, operation),
  assign: ({ person, known, subject, operation, random }) => {
    const ownerId = random.pick(['361000000002', '361000000003', null]);
    return assignCase(person.app, known, subject, { ownerId, reason: null }, operation);
  },
  contact: ({ person, known, subject, operation, random }) => {
    const contact = {
      channel: random.pick(contactChannels),
      result: random.pick(contactResults),
      note: null,
    };
    return logContact(person.app, known, subject, contact, operation);
  },
  escalate: ({ person, known, subject, operation }) => {
    const target = { kind: 'person' as const, id: '361000000002', name: 'Ola Thorsen' };
    const escalation = { target, reason: 'refund', isTold: false };
    return escalateCase(person.app, known, subject, escalation, operation);
  },
  endEscalation: ({ person, known, subject, operation }) =>
    endEscalation(person.app, known, subject, null, operation),
  decline: ({ person, known, subject, operation, random }) =>
    declineStep(person.app, known, subject, random.pick(steps), operation),
  voice: ({ person, known, subject, operation }) =>
    recordVoice(person.app, known, subject, { answers: {}, skipped: 'no_time' }, operation),
  restore: ({ person, known, subject, operation }) => restore(person.app, known, subject, operation),
};

/** Opens the ticket beside which the app stands: what is new of its rating is written down. */
export async function look(person: Person, ticketId: string): Promise<void> {
  const seen = await readTicketFeedback(person.app, ticketId);
  if (seen.ledgerFailure) throw seen.ledgerFailure;
  const feedback = await recordSighting(person.app, seen);
  show(person, [{ feedback, ticketId, requesterId: seen.requesterId, ticket: null }]);
}

/** Does one thing to what this person's screen shows, and keeps what Zendesk said of it. Throws `Failure`. */
export async function press(person: Person, pressed: Press, random: Random): Promise<void> {
  const { operation, ticketId } = pressed;
  const row = person.screen.get(keyOfTicket(ticketId));
  const act = acts[pressed.act];
  if (!row || !act) return;
  const { requesterId } = row;
  const known = pressed.known ?? row.feedback;
  const others = person.doubtful.filter((one) => one.operation !== operation);
  person.doubtful = [...others, { ...pressed, known }];
  const written = await act({ person, known, subject: { ticketId, requesterId }, operation, random });
  if (written.isWritten) person.confirmed.push(operation);
  person.doubtful = person.doubtful.filter((one) => one.operation !== operation);
  show(person, [{ ...row, feedback: written.feedback }]);
}
