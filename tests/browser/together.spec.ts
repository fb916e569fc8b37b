/** Two browsers and one account: who is quicker, what the other learns, and what becomes of what was typed. */
import { expect, navBar, test, type Workspace, workspaceOn } from './emulator.ts';
import { late, openLateCase, panel, row } from './queue.ts';
import { setUpByAdmin } from './story.ts';

const { subject } = late;

/** Nobody but an admin may tell others what was done: each page has to look for itself. */
const withoutNews = async (workspace: Workspace) =>
  workspace.change({ unknowns: { ...(await workspace.unknowns()), notifyAllowed: 'admins' } });

test('who hands a case on while another takes it is told who has it, the reason stays, and a third page shows it by itself', async ({
  page,
  workspace,
  newPage,
}) => {
  test.setTimeout(150_000);
  await setUpByAdmin(page, workspace);
  await withoutNews(workspace);
  const [leadPage, lookingPage] = [await newPage(), await newPage()];
  const list = await openLateCase(leadPage, workspaceOn(leadPage, workspace.url));
  await workspaceOn(lookingPage, workspace.url).openTriage({ persona: 'tomas@emulated.example' });
  const looking = row(navBar(lookingPage), subject);
  await expect(looking).toContainText('Nobody yet');

  await panel(list).getByRole('button', { name: 'Assign…' }).click();
  await panel(list).getByText('A colleague', { exact: true }).click();
  await panel(list).getByLabel('Colleague’s name').fill('rafael');
  await panel(list).getByRole('button', { name: 'Rafael Ortega' }).click();
  const reason = panel(list).getByLabel(/^Why/);
  await reason.fill('She knows this customer.');

  const beside = await workspace.openTicket(late.ticket, { persona: 'agent' });
  await beside.getByRole('button', { name: 'Take', exact: true }).click();
  await expect(beside.getByText('You have it.')).toBeVisible();

  await panel(list).getByRole('button', { name: 'Hand it on' }).click();
  await expect(panel(list).getByText(/Mia Keller.? was first and has it now/)).toBeVisible();
  await expect(reason).toHaveValue('She knows this customer.');
  await expect(panel(list).getByText('Chosen: Rafael Ortega')).toBeVisible();
  // Half a minute between two looks, and a moment for the answer.
  await expect(looking).toContainText('Mia Keller', { timeout: 35_000 });

  // What was typed still serves, now knowingly.
  await panel(list).getByRole('button', { name: 'Hand it on' }).click();
  await expect(row(list, subject)).toContainText('Rafael Ortega');
  await expect(panel(list).getByText('She knows this customer.')).toBeVisible();
});

test('of two who press at the same moment, one with a note typed, one is obeyed and no word is lost', async ({
  page,
  workspace,
  newPage,
}) => {
  test.setTimeout(120_000);
  await setUpByAdmin(page, workspace);
  await withoutNews(workspace);
  const leadPage = await newPage();
  const list = await openLateCase(leadPage, workspaceOn(leadPage, workspace.url));
  const other = await workspace.openTriage({ persona: 'admin' });
  await row(other, subject).click();
  await panel(list).getByRole('button', { name: 'Close…' }).click();
  await panel(list).getByText('No contact made', { exact: true }).click();
  const note = panel(list).getByLabel(/What was done/);
  await note.fill('Three calls, nobody there.');
  await panel(other).getByRole('button', { name: 'Close…' }).click();
  await panel(other).getByText('Recovered', { exact: true }).click();
  const otherNote = panel(other).getByLabel(/What was done/);
  await otherNote.fill('She called back herself.');
  await workspace.change({ latency: 300 });
  await Promise.all(
    [list, other].map((one) => panel(one).getByRole('button', { name: 'Close the case' }).click()),
  );
  const beaten = (one: typeof list) => panel(one).getByText(/closed the case first/);
  const asked = (one: typeof list) => panel(one).getByText('Closed. What did you see?');
  for (const one of [list, other]) await expect(beaten(one).or(asked(one))).toBeVisible();
  const hasLost = await Promise.all([list, other].map((one) => beaten(one).isVisible()));
  expect(hasLost.filter(Boolean)).toHaveLength(1);
  const [loser, words, winner] = hasLost[0]
    ? ([list, 'Three calls, nobody there.', /Noor Haddad.? closed the case first: .?Recovered/] as const)
    : ([
        other,
        'She called back herself.',
        /Ola Thorsen.? closed the case first: .?No contact made/,
      ] as const);
  await expect(panel(loser).getByText(winner)).toBeVisible();
  await expect(panel(loser).getByText(words)).toBeVisible();
});

test('a contact logged while a colleague takes the case is kept with its note, and its author sees who has the case', async ({
  page,
  workspace,
  newPage,
}) => {
  test.setTimeout(120_000);
  await setUpByAdmin(page, workspace);
  await withoutNews(workspace);
  const leadPage = await newPage();
  const list = await openLateCase(leadPage, workspaceOn(leadPage, workspace.url));
  await panel(list).getByRole('button', { name: 'Contact…' }).click();
  await panel(list).getByRole('button', { name: 'Call', exact: true }).click();
  await panel(list)
    .getByLabel(/Note for colleagues/)
    .fill('Wants both charges explained.');

  const beside = await workspace.openTicket(late.ticket, { persona: 'agent' });
  await beside.getByRole('button', { name: 'Take', exact: true }).click();
  await expect(beside.getByText('You have it.')).toBeVisible();

  await panel(list).getByRole('button', { name: 'Reached' }).click();
  await expect(panel(list).getByText(/Mia Keller.? has it\./)).toBeVisible();
  const logged = panel(list).getByText('Customer reached (call)');
  const typed = panel(list).getByLabel(/Note for colleagues/);
  await expect(logged.or(typed)).toBeVisible();
  if (await typed.isVisible()) {
    await expect(typed).toHaveValue('Wants both charges explained.');
    await panel(list).getByRole('button', { name: 'Reached' }).click();
  }
  await expect(logged).toHaveCount(1);
  await expect(panel(list).getByText('Wants both charges explained.')).toBeVisible();
});
