/**
 * Tickets open in this browser tab, and whether somebody has typed something there that is not saved: ZAF has no word
 * for that, so the form's values are compared with the ticket's. Other tabs and browsers cannot be asked.
 */
import { readInstances } from './hub.ts';
import type { Ticket } from './tickets.ts';
import { getProperty, type ZafClient } from './zaf.ts';

export interface OpenForms {
  /** Resolves `false` where the ticket is not open here, and where its form cannot be read. */
  hasUnsaved(ticket: Ticket): Promise<boolean>;
  isOpen(ticketId: string): Promise<boolean>;
}

/** `ignored` are ids of fields whose values say nothing. */
export function openForms(client: ZafClient, ignored: () => readonly (string | null)[]): OpenForms {
  const formsOf = async (ticketId: string): Promise<ZafClient[]> => {
    const instances = await readInstances(client).catch(() => []);
    const guids = instances
      .filter(({ location, ticketId: own }) => location === 'ticket_sidebar' && own === ticketId)
      .map(({ guid }) => guid);
    return guids.map((guid) => client.instance(guid));
  };
  return {
    async hasUnsaved(ticket) {
      const [form] = await formsOf(ticket.id);
      return form !== undefined && (await differs(form, ticket, ignored()));
    },
    isOpen: async (ticketId) => (await formsOf(ticketId)).length > 0,
  };
}

async function differs(
  form: ZafClient,
  ticket: Ticket,
  ignored: readonly (string | null)[],
): Promise<boolean> {
  const expected: [path: string, value: unknown][] = [
    ['comment.text', ''],
    ['ticket.subject', ticket.subject],
    ['ticket.status', ticket.status],
    ['ticket.assignee.user.id', ticket.assignee_id],
    ['ticket.assignee.group.id', ticket.group_id],
    ...ticket.custom_fields
      .filter(({ id }) => !ignored.includes(id))
      .map(({ id, value }): [string, unknown] => [`ticket.customField:custom_field_${id}`, value]),
  ];
  // One by one: a host that does not know one of the paths still answers the others.
  const found = await Promise.all(expected.map(([path]) => getProperty(form, path).catch(() => undefined)));
  return expected.some(([, value], index) => found[index] !== undefined && !isSame(found[index], value));
}

/** Nothing, an empty text and an unticked box are one; numbers come as text too, dates with and without a time. */
function isSame(shown: unknown, saved: unknown): boolean {
  return textOf(shown) === textOf(saved);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === false || value === '-') return '';
  if (Array.isArray(value)) return [...value].map(String).sort().join(' ');
  const text = String(value)
    .replace(/<[^>]*>/g, '')
    .trim();
  return /^\d{4}-\d{2}-\d{2}T/.test(text) ? text.slice(0, 10) : text;
}
