/** Writes down that somebody tried to reach the customer; that begins the case, and makes it theirs where nobody has it. */
import type { App } from '../app.ts';
import { Failure } from '../care/failure.ts';
import type { Feedback } from '../care/feedback.ts';
import type { ContactChannel, ContactResult, Entry, NewEvent } from '../care/ledger.ts';
import type { Subject } from './publish.ts';
import { record, type Written } from './record.ts';

export interface Contact {
  channel: ContactChannel;
  result: ContactResult;
  note: string | null;
}

/**
 * One record, whatever it says. Contact after closing counts as contact and moves nothing. Throws `Failure`,
 * `invalid` where the account wants a note and there is none.
 */
export async function logContact(
  app: App,
  known: Feedback,
  subject: Subject,
  contact: Contact,
  operation: string,
): Promise<Written> {
  const note = contact.note?.trim() || null;
  if (!note && app.configuration.requiredNotes.includes('contact'))
    throw new Failure('invalid', { message: 'a note is needed' });
  const decide = (state: Feedback) => contactEntry(state, { ...contact, note }, app.user.id);
  return record(app, known, subject, decide, operation, true);
}

/** `null` where there is no case. */
function contactEntry(state: Feedback, body: Contact, userId: string): Entry | null {
  const current = state.case;
  if (!current) return null;
  const contacted: NewEvent = { kind: 'contacted', body };
  return [contacted, ...beginning(current, userId)];
}

/** What working on a case for the first time says of it. */
function beginning({ status, ownerId }: NonNullable<Feedback['case']>, userId: string): NewEvent[] {
  if (status === 'closed') return [];
  return [
    ...(ownerId === null
      ? [{ kind: 'case_assigned' as const, body: { ownerId: userId, reason: null } }]
      : []),
    ...(status === 'new'
      ? [{ kind: 'case_moved' as const, body: { to: 'in_progress' as const, outcome: null, note: null } }]
      : []),
  ];
}
