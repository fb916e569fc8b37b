/** Earlier scores are read while two tabs of an admin are open, and one of them is closed in the middle. */
import { parseConfiguration } from '../../src/care/configuration.ts';
import { readLedgers, toldBy } from '../capture/recorded.ts';
import { compare } from '../capture/told.ts';
import { expectedIn } from '../capture/worldTruth.ts';
import type { Exchange } from '../emulator/control.ts';
import { createEmulator } from '../emulator/server.ts';
import type { World } from '../emulator/world/world.ts';
import { test as base, expect, navBar, workspaceOn } from './emulator.ts';
import { setUpByAdmin } from './story.ts';
import { leaveSetUp, openSync } from './syncing.ts';

const test = base.extend<object, object>({
  emulator: [
    async ({ storage, appDir }, use) => {
      const emulator = await createEmulator({ port: 0, appDir, storage, scale: 100, answered: 40 });
      await use(emulator);
      await emulator.close();
    },
    { scope: 'worker' },
  ],
});

const casesSinceIn = (world: World): number => {
  const [installation] = world.installations.values();
  return parseConfiguration(installation?.settings.configuration).casesSince ?? 0;
};

const isWriting = ({ method, url, status }: Exchange) =>
  method === 'POST' && status < 300 && url.startsWith('/api/v2/custom_objects/fl_event/jobs');

test('the other tab reads on to the end when the one that did the work is closed', async ({
  page,
  workspace,
  emulator,
  context,
}) => {
  test.setTimeout(600_000);
  await setUpByAdmin(page, workspace);
  await leaveSetUp(page);
  const other = await context.newPage();
  await workspaceOn(other, workspace.url).openTriage({ persona: 'admin' });
  await workspace.change({ latency: 120 });

  /** Which tab asks for surveys. */
  const asked = new Map([page, other].map((tab) => [tab, 0]));
  for (const tab of asked.keys())
    tab.on('request', (request) => {
      if (request.url().includes('/guide/survey_responses?filter')) asked.set(tab, (asked.get(tab) ?? 0) + 1);
    });
  const list = await openSync(page);
  await list.getByText('365 days').click();
  await list.getByRole('button', { name: 'Read earlier scores' }).click();
  await expect(
    list
      .getByText(/read/)
      .filter({ hasText: /^\d+ (of about \d+ )?read/ })
      .first(),
  ).toBeVisible({
    timeout: 150_000,
  });
  await expect
    .poll(async () => (await workspace.log()).filter(isWriting).length, { timeout: 150_000 })
    .toBeGreaterThan(1);
  expect(
    [...asked.values()].filter((calls) => calls > 0),
    'one tab works',
  ).toHaveLength(1);
  const leader = (asked.get(page) ?? 0) > 0 ? page : other;
  const heir = leader === page ? other : page;
  await leader.close();

  await openSync(heir);
  await expect(navBar(heir).getByText(/Scores since .* have been read/)).toBeVisible({ timeout: 400_000 });
  expect(asked.get(heir)).toBeGreaterThan(0);
  const world = emulator.world();
  const { feedbacks, disagreements } = readLedgers(world);
  const recorded = new Map([...feedbacks].map(([key, feedback]) => [key, toldBy(feedback)]));
  const truth = expectedIn(world, {
    csat: 'survey',
    isAdmin: true,
    way: 'sync',
    hasSources: false,
    casesSince: casesSinceIn(world),
  });
  const found = compare(recorded, truth);
  expect(found.differences.slice(0, 20)).toEqual([]);
  expect(disagreements).toEqual([]);
  expect(found.feedbacks).toBeGreaterThan(150);
});
