/** Turns an answer of the API into a sentence for the person whose ticket was not saved or shown. */

const kept = 'Nothing you typed is lost.';

export const heldBack = `An app holds this ticket back from being saved. ${kept}`;
export const unreadable = 'Zendesk answered, but not with a ticket. Reload it in a moment.';
export const noConversation =
  'The conversation could not be loaded and may be out of date. Reload the ticket.';

export function loadProblem(status: number): string {
  if (status === 404) return 'There is no such ticket in this account.';
  if (status === 403) return 'Your role may not see this ticket.';
  if (status === 401) return 'You are signed out. Choose who you are in the panel, then reload the ticket.';
  if (status === 0) return 'Zendesk does not answer. Check the connection, then reload the ticket.';
  return `Zendesk could not show this ticket (${status}). Reload it in a moment.`;
}

/** `status` 0 means the connection broke; `body` is the parsed answer, if there was one. */
export function saveProblem(status: number, body: unknown): string {
  if (status === 409)
    return `Somebody else changed this ticket meanwhile. Reload it, look at what is new, then submit again. ${kept}`;
  if (status === 422) return `Zendesk did not accept the change: ${reasons(body)} ${kept}`;
  if (status === 403) return `Your role may not make this change. ${kept}`;
  if (status === 401)
    return `You are signed out. Choose who you are in the panel, then submit again. ${kept}`;
  if (status === 404) return `This ticket no longer exists. ${kept}`;
  if (status === 429) return `Too many requests for now. Wait a moment, then submit again. ${kept}`;
  if (status === 0) return `Zendesk does not answer. Check the connection, then submit again. ${kept}`;
  if (status >= 200 && status < 300)
    return `Zendesk's answer could not be read, so it is not known whether the ticket was saved. Reload it. ${kept}`;
  return `Zendesk could not save this ticket (${status}). Submit again in a moment. ${kept}`;
}

/** Descriptions of `{details:{field:[{description}]}}`, else the general one, as one or more sentences. */
function reasons(body: unknown): string {
  const details = asRecord(asRecord(body)?.details);
  const lines = Object.values(details ?? {})
    .flat()
    .map((detail) => asRecord(detail)?.description)
    .filter((line): line is string => typeof line === 'string');
  const general = asRecord(body)?.description;
  const text =
    lines.length > 0 ? lines.join('; ') : typeof general === 'string' ? general : 'no reason given';
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}
