/** Brings a ticket and its conversation from the account into its tab; what was typed stays. */
import type { CommentJson, TicketJson } from './desk.ts';
import { applyEdits, hasUnsaved, mergeEdits } from './deskEdits.ts';
import { type Api, ask, entityIn, listIn } from './deskHttp.ts';
import { loadProblem, noConversation, unreadable } from './deskProblems.ts';
import { type Emit, shownTicket, type TabList } from './deskTabs.ts';

export interface Surroundings {
  api: Api;
  emit: Emit;
  myId(): number | null;
  /** Makes `desk.user(id)` answer for these people. */
  learnUsers(ids: number[]): Promise<void>;
}

export function createLoading(tabs: TabList, { api, emit, myId, learnUsers }: Surroundings) {
  const turns = new Map<number, number>();

  /** Only the last of overlapping loads counts. */
  async function reload(id: number): Promise<void> {
    const turn = (turns.get(id) ?? 0) + 1;
    turns.set(id, turn);
    const [answer, comments] = await Promise.all([ask(api, `/api/v2/tickets/${id}`), fetchComments(api, id)]);
    const saved = entityIn<TicketJson>(answer, 'ticket');
    if (saved) await learnUsers(peopleOf(saved, comments ?? []));
    if (turns.get(id) !== turn || !tabs.get(id)) return;
    if (saved) settle(id, saved, comments);
    else fail(id, answer.isOk ? unreadable : loadProblem(answer.status));
  }

  function settle(id: number, saved: TicketJson, news: CommentJson[] | null): void {
    const tab = tabs.get(id);
    if (!tab) return;
    const comments = news ?? tab.comments;
    const problem = news ? null : noConversation;
    const edits = mergeEdits(saved, tab.edits, {});
    const state = tab.state === 'submitting' ? 'submitting' : 'ready';
    tabs.patch(id, { state, saved, comments, edits, problem, updatedBy: null });
    const before = shownTicket(tab);
    if (!before) return;
    tabs.tellChanges(id, before, applyEdits(saved, edits));
    if (tab.comments.length === comments.length) return;
    emit({ kind: 'ticketEdited', id, property: 'ticket.comments', value: comments, oldValue: tab.comments });
  }

  function fail(id: number, problem: string): void {
    tabs.patch(id, tabs.get(id)?.saved ? { problem } : { state: 'failed', problem });
  }

  /** The server says a ticket changed. */
  async function onWorldTicket(id: number, byUserId: number | null): Promise<void> {
    const tab = tabs.get(id);
    if (!tab || tab.state === 'submitting') return;
    if (hasUnsaved(tab)) tabs.patch(id, { updatedBy: byUserId ?? -1 });
    else await reload(id);
    if (byUserId !== myId()) emit({ kind: 'ticketUpdated', id, byUserId });
  }

  return { reload, onWorldTicket };
}

/** `null` when it could not be read; every ticket has one comment at least. */
async function fetchComments(api: Api, id: number): Promise<CommentJson[] | null> {
  const comments = listIn<CommentJson>(await ask(api, `/api/v2/tickets/${id}/comments`), 'comments');
  return comments.length > 0 ? comments : null;
}

function peopleOf(
  { requester_id, assignee_id, collaborator_ids }: TicketJson,
  comments: CommentJson[],
): number[] {
  const others = Array.isArray(collaborator_ids) ? collaborator_ids : [];
  const authors = comments.map(({ author_id }) => author_id);
  return [requester_id, assignee_id, ...others, ...authors].filter(
    (id): id is number => typeof id === 'number',
  );
}
