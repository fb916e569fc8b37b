/** An agent tries to open a colleague’s sheet: by the page, by a made-up link, and past the app by Zendesk’s API. */
import { agentIds, personas } from '../emulator/world/people.ts';
import { roleIds } from '../emulator/world/roles.ts';
import { axe, expect, navBar, test, workspaceOn } from './emulator.ts';
import { setUpAndSync, untilCounted } from './syncing.ts';
import { takeTime } from './workflows.ts';

const kwame = String(agentIds.kwame);
const sheets = '/api/v2/custom_objects/fl_sheet/records';

test('on Enterprise a colleague’s sheet is not asked for by the app, and Zendesk refuses it past the app', async ({
  page,
  workspace,
  newPage,
  emulator,
}) => {
  test.setTimeout(240_000);
  await workspace.change({ plan: 'suite_enterprise' });
  const world = emulator.world();
  for (const id of [personas.agent, personas.lead, agentIds.kwame]) {
    const user = world.users.get(id);
    if (user) world.users.put({ ...user, role_type: 0, custom_role_id: roleIds.agent });
  }
  await setUpAndSync(page, workspace);
  await untilCounted(page);
  takeTime(emulator, 60_000);
  await workspace.moveClock(2 / 60);
  // What set-up tells an admin to grant.
  const usual = {
    custom_objects: Object.fromEntries(
      ['fl_event', 'fl_feedback', 'fl_doc'].map((key) => [
        key,
        { scopes: ['read', 'create', 'update', 'delete'] },
      ]),
    ),
  };
  const role = world.customRoles.get(roleIds.agent);
  if (role) world.customRoles.put({ ...role, configuration: { ...role.configuration, ...usual } });

  // The admin guards the sheets, and writes on Kwame's.
  const admin = navBar(page);
  await admin.getByRole('button', { name: 'Coaching', exact: true }).click();
  await admin.getByRole('button', { name: /Kwame Mensah/ }).click();
  await admin.getByRole('button', { name: 'Set up guarded sheets' }).click();
  const own = admin.getByRole('textbox', { name: 'New note, for you and admins alone' });
  await own.fill('Looks worn out');
  await admin.getByRole('button', { name: 'Add' }).last().click();
  await expect(admin.getByText('Looks worn out')).toBeVisible();
  await admin.getByRole('textbox', { name: 'New action' }).fill('Shadow Yuki');
  await admin.getByRole('button', { name: 'Add' }).first().click();
  await expect(admin.getByText('Shadow Yuki')).toBeVisible();
  takeTime(emulator, 60_000);
  await workspace.moveClock(2 / 60);

  // Mia has her own sheet and no way to another.
  const other = await newPage();
  const mias = workspaceOn(other, workspace.url);
  const before = (await mias.log()).length;
  const app = await mias.openTriage({ persona: 'agent' });
  await app.getByRole('button', { name: 'Coaching', exact: true }).click();
  await expect(app.getByRole('heading', { name: 'My own sheet' })).toBeVisible();
  await expect(app.getByRole('heading', { name: /^Figures from/ })).toBeVisible();
  await expect(app.getByText('Nothing is agreed yet.')).toBeVisible();
  await expect(app.getByRole('button', { name: /Kwame/ })).toHaveCount(0);
  expect(await axe(app)).toEqual([]);

  // A link she makes up leads to the cases.
  await mias.open(`/agent/apps/feedback-loop/coaching/${kwame}`, { persona: 'agent' });
  await expect(navBar(other).getByRole('heading', { name: 'Feedback Loop' })).toBeVisible();
  await expect(navBar(other).getByText('Shadow Yuki')).toHaveCount(0);
  const asked = (await mias.log()).slice(before).filter(({ user }) => user === 'agent');
  expect(asked.filter(({ url }) => url.includes(kwame))).toEqual([]);
  const searches = asked.filter(({ url }) => url.includes('/records/search'));
  expect(searches.filter(({ requestBody }) => JSON.stringify(requestBody).includes(kwame))).toEqual([]);

  // Past the app: lists and searches leave it out, by its id it is unknown, and it cannot be written over.
  const [record] = [...world.customObjectRecords.values()].filter(
    ({ object_key: key, external_id: id }) => key === 'fl_sheet' && id?.startsWith(kwame),
  );
  const call = (method: string, path: string, body?: unknown) =>
    other.evaluate(
      async ([verb, address, data]) => {
        const init = data ? { body: data, headers: { 'content-type': 'application/json' } } : {};
        const answer = await fetch(address, { method: verb, ...init });
        return { status: answer.status, text: await answer.text() };
      },
      [method, path, body ? JSON.stringify(body) : ''] as const,
    );
  const list = await call('GET', sheets);
  expect([list.status, list.text.includes(kwame)]).toEqual([200, false]);
  const filter = { 'custom_object_fields.about': { $eq: kwame } };
  const found = await call('POST', `${sheets}/search`, { filter });
  expect([found.status, found.text.includes('Yuki')]).toEqual([200, false]);
  expect((await call('GET', `${sheets}/${record?.id}`)).status).toBe(404);
  const mine = { custom_object_record: { custom_object_fields: { body: 'mine' } } };
  expect((await call('PATCH', `${sheets}/${record?.id}`, mine)).status).toBe(404);

  // Kwame finds what was agreed with him, and not what the coach wrote for herself.
  takeTime(emulator, 60_000);
  const his = await workspaceOn(other, workspace.url).openTriage({ persona: 'kwame@emulated.example' });
  await his.getByRole('button', { name: 'Coaching', exact: true }).click();
  await expect(his.getByText('Shadow Yuki')).toBeVisible();
  await expect(his.getByText('Looks worn out')).toHaveCount(0);
});
