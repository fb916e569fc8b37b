/** One case with its whole story, for the panel beside the list. */
import type { App } from '../app.ts';
import { isAgent } from '../care/attribution.ts';
import type { Feedback } from '../care/feedback.ts';
import { isReadable } from '../care/fold.ts';
import type { LedgerEvent } from '../care/ledger.ts';
import { readFacts } from '../zendesk/ledger.ts';
import { readUsers } from '../zendesk/users.ts';
import { foldWhole } from './foldWhole.ts';
import { publish, type Subject } from './publish.ts';

export interface CaseStory {
  feedback: Feedback;
  /** Oldest first. */
  events: LedgerEvent[];
  names: Record<string, string>;
  /** The requester's, where known: never stored. */
  email: string | null;
}

/** Reads the ledger; a list record that lags behind it is repaired on the way. Throws `Failure`. */
export async function readCase(app: App, listed: Feedback, subject: Subject): Promise<CaseStory> {
  const facts = await readFacts(app.zendesk.http, listed.key);
  const events = facts.filter(isReadable).sort((a, b) => a.seq - b.seq || a.part - b.part);
  const feedback = foldWhole(listed.key, facts);
  if (feedback.rev > listed.rev) void publish(app, feedback, subject, false);
  return { feedback, events, ...(await readNamed(app, events, subject)) };
}

/** Everybody the story names, in one call; colleagues whom Zendesk no longer knows are said to have left. */
async function readNamed(app: App, events: LedgerEvent[], { requesterId }: Subject) {
  const colleagues = [...new Set(events.flatMap(peopleIn))].filter((id) => id !== app.user.id);
  const ids = requesterId === null ? colleagues : [...colleagues, requesterId];
  const own = { [app.user.id]: app.user.name };
  const users = await readUsers(app.zendesk.http, ids).catch(() => null);
  if (!users) return { names: own, email: null };
  const known = Object.fromEntries(users.map(({ id, name }) => [id, name]));
  const left = Object.fromEntries(colleagues.map((id) => [id, app.t('people.left')]));
  const email = users.find(({ id }) => id === requesterId)?.email ?? null;
  return { names: { ...left, ...known, ...own }, email };
}

function peopleIn(event: LedgerEvent): string[] {
  if (event.kind === 'escalated') return [event.byId, ...personIn(event.body)];
  if (event.kind === 'case_assigned') return [event.byId, event.body.ownerId ?? event.byId];
  if (event.kind !== 'attributed') return [event.byId];
  const { atSolve, atSurvey, atRating, replies } = event.body;
  const repliers = (replies ?? []).map(({ agentId }) => agentId);
  return [event.byId, ...[atSolve, atSurvey, atRating, ...repliers].filter(isAgent)];
}

const personIn = ({ kind, to }: { kind: string; to: string | null }) =>
  kind === 'person' && to !== null ? [to] : [];
