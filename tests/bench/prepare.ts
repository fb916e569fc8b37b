/** Brings the bench's account to where tickets can be measured: set up, with a recorded rating and a fresh one. */
import type { Browser } from '@playwright/test';
import { storyTickets } from '../emulator/world/storyTickets.ts';
import { openPage, readyFrame, untilCalm } from './workspace.ts';

/** `ticket` is rated and recorded; `fresh` has just been rated, and nobody has opened it. */
export async function prepareAccount(
  browser: Browser,
  url: string,
): Promise<{ ticket: number; fresh: number }> {
  const { transfers: ticket, fresh } = storyTickets;
  await pressSetUp(browser, url);
  await recordRating(browser, url, ticket);
  await answerSurvey(url, fresh);
  return { ticket, fresh };
}

/** An admin presses the one button that creates the app's objects. */
export async function pressSetUp(browser: Browser, url: string): Promise<void> {
  const { page, context } = await openPage(browser, `${url}/agent/apps/feedback-loop`, 'admin');
  const frame = await readyFrame(page, 'nav_bar');
  const button = frame.getByRole('button', { name: /^Set up/ });
  await button.click();
  await button.waitFor({ state: 'detached' });
  await context.close();
}

/** An admin's sidebar writes the number down, as it does in an account that has run for a while. */
async function recordRating(browser: Browser, url: string, ticket: number): Promise<void> {
  const { page, context } = await openPage(browser, `${url}/agent/tickets/${ticket}`, 'admin');
  await readyFrame(page, 'ticket_sidebar');
  await untilCalm(page);
  await context.close();
}

async function answerSurvey(url: string, ticket: number): Promise<void> {
  const response = await fetch(`${url}/__emulator/customer`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ticket, csat: 2, ces: 3, comment: 'Explained it to four people.' }),
  });
  if (!response.ok) throw new Error(`The customer could not answer: ${await response.text()}`);
}
