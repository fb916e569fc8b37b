import { describe, expect, it } from 'vitest';
import { openForms } from '../../src/zendesk/openForms.ts';
import type { Ticket } from '../../src/zendesk/tickets.ts';
import type { ZafClient } from '../../src/zendesk/zaf.ts';

const ticket = {
  id: '7',
  subject: 'Where is my parcel?',
  status: 'open',
  assignee_id: '3',
  group_id: null,
  custom_fields: [
    { id: '11', value: 'product_home_hub' },
    { id: '12', value: null },
    { id: '13', value: false },
    { id: '14', value: '5' },
    { id: '15', value: ['b', 'a'] },
    { id: '16', value: '2026-11-22' },
    { id: '99', value: 'fl_status_new' },
  ],
} as unknown as Ticket;

/** What the form shows while nothing was typed: spelled otherwise than the API does. */
const untouched = {
  'comment.text': '',
  'ticket.subject': 'Where is my parcel?',
  'ticket.status': 'open',
  'ticket.assignee.user.id': 3,
  'ticket.customField:custom_field_11': 'product_home_hub',
  'ticket.customField:custom_field_12': '',
  'ticket.customField:custom_field_13': null,
  'ticket.customField:custom_field_14': 5,
  'ticket.customField:custom_field_15': ['a', 'b'],
  'ticket.customField:custom_field_16': '2026-11-22T00:00:00.000Z',
  'ticket.customField:custom_field_99': null,
};

/** A tab whose one ticket, 7, is open; paths it was not given are none the host knows. */
function tabWith(form: Record<string, unknown>, location = 'ticket_sidebar') {
  const instances = { bg: { location: 'background' }, side: { location, ticketId: 7 } };
  const client = {
    get: async () => ({ instances }),
    instance: (guid: string) => ({
      get: async (path: string) => {
        if (guid !== 'side' || !Object.hasOwn(form, path)) throw new Error(`${path}: No such Api`);
        return { [path]: form[path] };
      },
    }),
  } as unknown as ZafClient;
  return openForms(client, () => ['99']);
}

describe('a ticket’s form in this tab', () => {
  it('holds nothing unsaved while it shows what the ticket says, however that is spelled', async () => {
    await expect(tabWith(untouched).hasUnsaved(ticket)).resolves.toBe(false);
  });

  it.each([
    ['comment.text', 'Dear Ines'],
    ['ticket.subject', 'Where is my parcel'],
    ['ticket.status', 'solved'],
    ['ticket.assignee.user.id', null],
    ['ticket.customField:custom_field_11', 'product_care_plan'],
    ['ticket.customField:custom_field_12', 'x'],
    ['ticket.customField:custom_field_13', true],
    ['ticket.customField:custom_field_15', ['a']],
    ['ticket.customField:custom_field_16', '2026-11-23'],
  ])('holds something unsaved where %s differs', async (path, value) => {
    await expect(tabWith({ ...untouched, [path]: value }).hasUnsaved(ticket)).resolves.toBe(true);
  });

  it('holds nothing where the composer is empty but for its markup', async () => {
    await expect(tabWith({ ...untouched, 'comment.text': '<p><br></p>' }).hasUnsaved(ticket)).resolves.toBe(
      false,
    );
  });

  it('says nothing of what the host does not know', async () => {
    await expect(tabWith({}).hasUnsaved(ticket)).resolves.toBe(false);
  });

  it('is none where the ticket is not open here', async () => {
    const elsewhere = tabWith({ 'comment.text': 'Dear Ines' });
    await expect(elsewhere.hasUnsaved({ ...ticket, id: '8' })).resolves.toBe(false);
    await expect(elsewhere.isOpen('7')).resolves.toBe(true);
    await expect(elsewhere.isOpen('8')).resolves.toBe(false);
    await expect(tabWith(untouched, 'user_sidebar').isOpen('7')).resolves.toBe(false);
  });
});
