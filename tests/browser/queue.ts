/** What stories of the queue have in common: thirty cases, and what the list says about them. */
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { newIncrement } from '../../src/care/syncing.ts';
import { placeRecordOf } from '../../src/zendesk/syncRecords.ts';
import { personas } from '../emulator/world/people.ts';
import { storyTickets } from '../emulator/world/storyTickets.ts';
import { storyNow } from '../emulator/world/world.ts';
import { navBar, type Workspace } from './emulator.ts';
import { api } from './host/walk.ts';
import { setUpByAdmin } from './story.ts';

/** Feedbacks of a year, so that thirty cases are those of the last days. */
export const yearOfFeedbacks = 20_000;

/**
 * The admin has set the account up and synced a moment ago, so that nobody's page looks for ratings by itself; so many
 * cases wait. The page is the lead's then.
 */
export async function openQueue(page: Page, workspace: Workspace, cases: number): Promise<FrameLocator> {
  await setUpByAdmin(page, workspace);
  await workspace.makeCases(cases);
  await saySynced(workspace);
  const list = await workspace.openTriage({ persona: 'lead' });
  await expect.poll(() => shown(list)).toBe(cases);
  await expect(list.getByRole('searchbox', { name: 'Search the cases' })).toBeVisible();
  return list;
}

/** Leaves what an admin's tab writes down when it has read everything there is. */
async function saySynced(workspace: Workspace): Promise<void> {
  const who = { at: storyNow, byId: String(personas.admin), byName: 'Noor Haddad' };
  const place = newIncrement(who, storyNow);
  const { external_id, ...record } = placeRecordOf({ name: 'tickets', state: place });
  const path = `/api/v2/custom_objects/fl_feedback/records?external_id=${external_id}`;
  await api(workspace.url, 'admin', 'PATCH', path, { custom_object_record: record });
}

/** A mail answered too late, whose customer can be written to. */
export const late = { ticket: storyTickets.waiting, subject: 'Replacement hub' };

/** Its case, opened by looking at the ticket, and the panel in the list, with all that comes after the first look. */
export async function openLateCase(page: Page, workspace: Workspace): Promise<FrameLocator> {
  const beside = await workspace.openTicket(late.ticket, { persona: 'lead' });
  await expect(beside.getByText('Nobody has it yet.')).toBeVisible();
  await workspace.openTriage({ persona: 'lead' });
  const list = navBar(page);
  await row(list, late.subject).click();
  await expect(list.getByRole('searchbox', { name: 'Search the cases' })).toBeVisible();
  await expect(list.getByRole('heading', { name: 'What happened' })).toBeVisible();
  return list;
}

/** A case in the list, by anything its row says. */
export const row = (list: FrameLocator, text: string | RegExp) =>
  list.getByRole('row').filter({ hasText: text });

/** Cases below the head that are in sight; the others exist once they are scrolled to. */
export const rows = (list: FrameLocator) =>
  list.locator('[role=row][aria-rowindex]:not([aria-rowindex="1"])');

/** Cases of the list, seen or not. */
export const shown = async (list: FrameLocator): Promise<number> => {
  const grid = list.getByRole('grid');
  return (await grid.count()) === 0 ? 0 : Number(await grid.getAttribute('aria-rowcount')) - 1;
};

/** The case whose panel is open. */
export const panel = (list: FrameLocator) => list.getByRole('complementary');

/** Number of the ticket a row is about. */
export async function ticketOf(place: Locator): Promise<number> {
  const text = await place.locator('[data-column="ticket"]').textContent();
  const [, id] = /#(\d+)/.exec(text ?? '') ?? [];
  if (!id) throw new Error(`No ticket in: ${text}`);
  return Number(id);
}

/** Name of the customer a row is about, without the marks that keep it apart. */
export async function customerOf(place: Locator): Promise<string> {
  const text = await place.locator('[data-column="customer"]').textContent();
  return (text ?? '').replace(/[\u2066-\u2069]/g, '');
}

/** Single keys are heard by the frame that has the focus. */
export const focusPage = (list: FrameLocator) =>
  list.getByRole('heading', { name: 'Feedback Loop', exact: true }).focus();
