/** Side conversations of a ticket. Shapes: reference/support-api.md §3.4. Absent on smaller plans (403 or 404). */
import * as v from 'valibot';
import { Failure } from '../care/failure.ts';
import type { SideTarget } from '../care/workflows/workflow.ts';
import { id, validOf } from './fields.ts';
import type { Http } from './http.ts';
import { mark, markOf } from './ticketMarks.ts';

const externalIds = v.fallback(v.record(v.string(), v.unknown()), {});
const conversation = v.object({ id, external_ids: externalIds });
const pathOf = (ticketId: string) => `/api/v2/tickets/${ticketId}/side_conversations`;

export interface SideMessage {
  subject: string;
  body: string;
  /**
   * Zendesk id of a colleague or a group: Zendesk mails the one, and opens a ticket for the other; or a channel of Slack
   * or Teams.
   */
  to: { kind: 'person' | 'group'; id: string } | SideTarget;
}

/**
 * Begins one and answers its id. It goes out once: what an earlier try of the same operation began is found, before
 * the first try and before each further one. Throws `Failure`: `forbidden` or `notFound` where there are none.
 */
export async function beginSideConversation(
  http: Http,
  ticketId: string,
  message: SideMessage,
  operation: string,
): Promise<string> {
  const before = await findOwn(http, ticketId, operation);
  if (before !== null) return before;
  let found: string | null = null;
  const body = async (tried: number) => {
    if (tried > 1) found = await findOwn(http, ticketId, operation);
    if (found !== null) throw new Failure('conflict', { message: 'it went out already' });
    return bodyOf(message, operation);
  };
  const schema = v.object({ side_conversation: v.object({ id }) });
  try {
    return (await http.send('POST', pathOf(ticketId), body, schema)).side_conversation.id;
  } catch (cause) {
    if (found !== null) return found;
    throw cause;
  }
}

function bodyOf({ subject, body, to }: SideMessage, operation: string) {
  return { message: { subject, body, to: [recipientOf(to)] }, external_ids: markOf(operation) };
}

function recipientOf(to: SideMessage['to']) {
  switch (to.kind) {
    case 'person':
      return { user_id: Number(to.id) };
    case 'group':
      return { support_group_id: Number(to.id) };
    case 'slack':
      return { slack_workspace_id: to.workspaceId, slack_channel_id: to.channelId };
    case 'msteams':
      return { msteams_channel_id: to.channelId };
  }
}

async function findOwn(http: Http, ticketId: string, operation: string): Promise<string | null> {
  const schema = v.object({ side_conversations: v.array(v.unknown()) });
  const { side_conversations: rows } = await http.get(pathOf(ticketId), schema);
  const own = validOf(conversation, rows).valid.find((row) => row.external_ids[mark] === operation);
  return own?.id ?? null;
}
