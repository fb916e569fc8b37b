/** What stories do by hand on the workspace page, and how they look behind it. */
import type { Page } from '@playwright/test';

/** From wherever the page is to a ticket, through the list of tickets; the page is not loaded anew. */
export async function walkTo(page: Page, ticketId: number): Promise<void> {
  await page.getByRole('link', { name: 'Views' }).click();
  await page
    .getByRole('row', { name: new RegExp(`^${ticketId} `) })
    .getByRole('link')
    .click();
}

/** "Submit as …" another status, through the menu. */
export async function submitAs(page: Page, status: string): Promise<void> {
  await page.getByRole('button', { name: 'Submit with another status' }).click();
  await page.getByRole('menuitem', { name: `Submit as ${status}` }).click();
}

/** The account's API as somebody, past the page. @throws Error on anything but success. */
export async function api(url: string, who: string, method: string, path: string, body?: unknown) {
  const response = await fetch(url + path, {
    method,
    headers: { Authorization: `Basic ${btoa(`${who}/token:x`)}`, 'Content-Type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} as ${who}: ${response.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}
