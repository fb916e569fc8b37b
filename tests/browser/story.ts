/** What several stories begin with. */
import type { Page } from '@playwright/test';
import { storyTickets } from '../emulator/world/storyTickets.ts';
import { navBar, type Workspace } from './emulator.ts';

/** A solved ticket of the agent's whose survey waits in the customer's mailbox. */
export const fresh = storyTickets.fresh;

/** The admin opens the app and presses its one button. */
export async function setUpByAdmin(page: Page, workspace: Workspace): Promise<void> {
  const app = await workspace.openTriage({ persona: 'admin' });
  await app.getByRole('button', { name: 'Set up Feedback Loop' }).click();
  await navBar(page).getByRole('heading', { name: 'This account is ready' }).waitFor();
}

/** The customer finds the survey in the mailbox and answers it: CSAT 2, CES 1 and a comment. */
export async function answerInMailbox(page: Page, workspace: Workspace, comment: string): Promise<void> {
  const [mail] = (await workspace.outbox()).filter(({ survey }) => survey?.ticketId === fresh);
  if (!mail?.survey) throw new Error('no survey was mailed');
  await page.goto(new URL(mail.survey.url, workspace.url).href);
  await page
    .getByRole('radiogroup', { name: /How satisfied/ })
    .or(page.getByRole('group', { name: /How satisfied/ }))
    .getByText(/^2/)
    .click();
  await page
    .getByRole('radiogroup', { name: /How easy/ })
    .or(page.getByRole('group', { name: /How easy/ }))
    .getByText(/^1/)
    .click();
  await page.getByRole('textbox').fill(comment);
  await page.getByRole('button', { name: /Send/ }).click();
  await page.getByRole('button', { name: /Change/ }).waitFor();
}
