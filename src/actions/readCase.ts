/** One case with its whole story, for the panel beside the list. */
import type { App } from '../app.ts';
import type { Feedback } from '../care/feedback.ts';
import { isReadable } from '../care/fold.ts';
import type { LedgerEvent } from '../care/ledger.ts';
import { readFacts } from '../zendesk/ledger.ts';
import { readNames } from '../zendesk/users.ts';
import { foldWhole } from './append.ts';
import { publish, type Subject } from './publish.ts';

export interface CaseStory {
  feedback: Feedback;
  /** Oldest first. */
  events: LedgerEvent[];
  names: Record<string, string>;
}

/** Reads the ledger; a list record that lags behind it is repaired on the way. Throws `Failure`. */
export async function readCase(app: App, listed: Feedback, subject: Subject): Promise<CaseStory> {
  const facts = await readFacts(app.zendesk.http, listed.key);
  const events = facts.filter(isReadable).sort((a, b) => a.seq - b.seq);
  const feedback = foldWhole(listed.key, facts);
  if (feedback.rev > listed.rev) void publish(app, feedback, subject, false);
  const owners = events.flatMap((event) =>
    event.kind === 'case_assigned' ? (event.body.ownerId ?? []) : [],
  );
  const ids = [...events.map((event) => event.byId), ...owners].filter((id) => id !== app.user.id);
  const names = await readNames(app.zendesk.http, ids).catch(() => ({}));
  return { feedback, events, names: { ...names, [app.user.id]: app.user.name } };
}
