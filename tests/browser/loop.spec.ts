import { axe, expect, navBar, sidebar, test, workspaceOn } from './emulator.ts';
import { answerInMailbox, fresh, setUpByAdmin } from './story.ts';

test('a customer answers, the agent says what it was about, the lead takes the case and closes it', async ({
  page,
  workspace,
  newPage,
}) => {
  await setUpByAdmin(page, workspace);

  // The customer, in the mailbox.
  await answerInMailbox(page, workspace, 'Explained it to four people.');

  // The agent sees it and presses once.
  const agent = await workspace.openTicket(fresh, { persona: 'agent' });
  await expect(agent.getByText('Explained it to four people.')).toBeVisible();
  await expect(agent.getByText('Bad', { exact: true })).toBeVisible();
  await expect(agent.getByText(/Due in 2[34] hr/)).toBeVisible();
  await agent.getByRole('button', { name: 'Process' }).click();
  await expect(agent.getByText('You said so')).toBeVisible();

  // The lead, in another browser.
  const leadPage = await newPage();
  const lead = await workspaceOn(leadPage, workspace.url).openTriage({ persona: 'lead' });
  const row = lead.getByRole('row').filter({ hasText: 'Care Plan' });
  await expect(row).toContainText('Process');
  await row.click();
  await lead.getByRole('button', { name: 'Take', exact: true }).click();
  await expect(lead.getByText('You have it.')).toBeVisible();
  await expect(row).toContainText('You');
  await lead.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(row).toContainText('In progress');

  // The agent hears of it without a reload.
  await expect(agent.getByText('Ola Thorsen has it.')).toBeVisible();
  await expect(agent.getByText('In progress')).toBeVisible();

  // Closing asks how it ended.
  await lead.getByRole('button', { name: 'Close…' }).click();
  await lead.getByRole('button', { name: 'Close the case' }).click();
  await expect(lead.getByText('Choose how it ended.')).toBeVisible();
  await lead.getByText('Recovered', { exact: true }).click();
  await lead.getByLabel('What was done').fill('Called, the refund is on its way.');
  await lead.getByRole('button', { name: 'Close the case' }).click();
  await lead.getByRole('button', { name: /^Closed/ }).click();
  await expect(lead.getByRole('row').filter({ hasText: 'Care Plan' })).toContainText('Closed');
});

test('what is done beside the ticket appears in the list of the same browser, and the other way round', async ({
  page,
  workspace,
}) => {
  await setUpByAdmin(page, workspace);
  await workspace.answer({ ticket: fresh, csat: 1 });
  const list = await workspace.openTriage({ persona: 'lead' });
  await expect(list.getByText('Nothing waiting.')).toBeVisible();

  await page.getByRole('link', { name: 'Views' }).click();
  await page
    .getByRole('link', { name: /Care Plan renewed/ })
    .first()
    .click();
  const beside = sidebar(page);
  await beside.getByRole('button', { name: 'Root cause' }).click();
  await expect(beside.getByText('You said so')).toBeVisible();
  await beside
    .getByRole('link', { name: 'Open in triage' })
    .or(beside.getByRole('button', { name: 'Open in triage' }))
    .click();

  const row = navBar(page).getByRole('row').filter({ hasText: 'Care Plan' });
  await expect(row).toContainText('Root cause');
  await row.click();
  await navBar(page).getByRole('button', { name: 'Take', exact: true }).click();
  await expect(row).toContainText('You');
  await page
    .getByRole('link', { name: /Care Plan/ })
    .first()
    .click();
  await expect(sidebar(page).getByText('You have it.')).toBeVisible();
});

test('of two leads who take a case at once, one gets it and the other learns who has it', async ({
  page,
  workspace,
  newPage,
}) => {
  await setUpByAdmin(page, workspace);
  await workspace.answer({ ticket: fresh, csat: 1 });
  await workspace.openTicket(fresh, { persona: 'agent' });
  await expect(sidebar(page).getByText('Nobody has it yet.')).toBeVisible();

  const [first, second] = [await newPage(), await newPage()];
  const lists = [
    await workspaceOn(first, workspace.url).openTriage({ persona: 'lead' }),
    await workspaceOn(second, workspace.url).openTriage({ persona: 'admin' }),
  ];
  for (const list of lists) await list.getByRole('row').filter({ hasText: 'Care Plan' }).click();
  // Nobody hears of the other's press in time.
  await workspace.change({
    unknowns: { ...(await workspace.unknowns()), notifyAllowed: 'admins' },
    latency: 300,
  });
  await Promise.all(lists.map((list) => list.getByRole('button', { name: 'Take', exact: true }).click()));
  const told = lists.map((list) => list.getByText(/You have it\.|was first and has it now\./).first());
  for (const one of told) await expect(one).toBeVisible();
  const texts = await Promise.all(told.map((one) => one.textContent()));
  expect(texts.filter((text) => text === 'You have it.')).toHaveLength(1);
});

test('a score given before, changed later, shows first and last', async ({ page, workspace }) => {
  await setUpByAdmin(page, workspace);
  await workspace.answer({ ticket: fresh, csat: 2 });
  await workspace.openTicket(fresh, { persona: 'admin' });
  await expect(sidebar(page).getByText('2/5', { exact: true })).toBeVisible();
  // Its case is there once the score is written down.
  await expect(sidebar(page).getByText(/Due in/)).toBeVisible();
  await workspace.answer({ ticket: fresh, csat: 4 });
  const seen = await workspace.openTicket(fresh, { persona: 'admin' });
  await expect(seen.getByText('4/5', { exact: true }).first()).toBeVisible();
  await expect(seen.getByText(/2\/5 → 4\/5/)).toBeVisible();
  expect(await axe(seen)).toEqual([]);
});
