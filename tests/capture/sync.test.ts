/** An admin's sync, of all the past and then of a day in which everything happens: what is written is what is true. */
import { describe, expect, it } from 'vitest';
import { readCoverage } from '../../src/actions/readCoverage.ts';
import { monthsBetween } from '../../src/care/coverage.ts';
import { keyOfTicket } from '../../src/care/feedback.ts';
import { type CsatGeneration, csatGenerations } from '../emulator/control.ts';
import { scaleTruth } from '../emulator/world/scaleTruth.ts';
import type { World } from '../emulator/world/world.ts';
import { type Account, createAccount, thirdPartySources } from './account.ts';
import { coverageTold, coverageTruth } from './coverageTruth.ts';
import { backfillAll } from './drive.ts';
import type { Reader } from './expected.ts';
import { readLedgers, toldBy } from './recorded.ts';
import { say, some } from './say.ts';
import { compare, type Told } from './told.ts';
import { expectedIn } from './worldTruth.ts';

const adminOf = (csat: CsatGeneration, hasSources: boolean, { casesSince }: Account): Reader => ({
  csat,
  isAdmin: true,
  way: 'sync',
  hasSources,
  casesSince,
});

/** What everybody's figures are made of, for every month there is. */
async function compareCoverage(
  account: Account,
  truth: ReadonlyMap<string, Told>,
  what: string,
): Promise<void> {
  const { world } = account.workspace;
  const agent = await account.appOf('agent');
  const { months, broken } = await readCoverage(
    agent,
    monthsBetween(agent.now() - 400 * 86_400_000, agent.now()),
  );
  const found = compare(coverageTold(months), coverageTruth(world, truth));
  say(`${what}: months and groups`, found, 0);
  expect(some(found.differences)).toEqual([]);
  expect(broken).toBe(0);
}

const cases = csatGenerations.flatMap((csat) => [false, true].map((hasSources) => ({ csat, hasSources })));

describe('a backfill of all the past', () => {
  it.each(cases)(
    'equals the story and 500 made feedbacks field by field ($csat, other tools read: $hasSources)',
    async ({ csat, hasSources }) => {
      const account = await createAccount({
        csat,
        scale: 500,
        answered: 40,
        ...(hasSources && { sources: thirdPartySources }),
      });
      const place = await backfillAll(await account.appOf('admin'));
      const { world } = account.workspace;
      const { feedbacks, disagreements, facts } = readLedgers(world);
      const recorded = new Map([...feedbacks].map(([key, feedback]) => [key, toldBy(feedback)]));
      const truth = expectedIn(world, adminOf(csat, hasSources, account));
      const found = compare(recorded, truth);
      const what = `backfill of 500 and the story, ${csat}, sources ${hasSources}`;
      say(what, found, facts);
      expect(some(found.differences)).toEqual([]);
      expect(some(disagreements)).toEqual([]);
      expect(place).toMatchObject({ state: 'done', broken: [] });
      expect(found.feedbacks).toBeGreaterThan(csat === 'none' ? (hasSources ? 5 : -1) : 300);
      await compareCoverage(account, truth, what);
    },
    120_000,
  );
});

it('equals 20,000 made feedbacks field by field, each told by its number alone', async () => {
  const account = await createAccount({ scale: 20_000, answered: 40, hasStory: false });
  const place = await backfillAll(await account.appOf('admin'));
  const { world } = account.workspace;
  const { feedbacks, disagreements, facts } = readLedgers(world);
  const recorded = new Map([...feedbacks].map(([key, feedback]) => [key, toldBy(feedback)]));
  const truth = expectedIn(world, adminOf('survey', false, account));
  const found = compare(recorded, truth);
  say('backfill of 20,000', found, facts);
  expect(some(found.differences)).toEqual([]);
  expect(some(disagreements)).toEqual([]);
  expect(place).toMatchObject({ state: 'done', done: 20_000, broken: [] });
  expect(found.feedbacks).toBeGreaterThan(7_000);
  const byNumber = compare(recorded, workByNumber(world));
  say('credits of 20,000, by their numbers', byNumber, facts);
  expect(some(byNumber.differences)).toEqual([]);
  await compareCoverage(account, truth, 'backfill of 20,000');
}, 180_000);

/** Who had the ticket and what was answered when, as the numbers decide it, without any audit. */
function workByNumber(world: World): Map<string, Told> {
  const rows = Array.from({ length: world.scale }, (_, index) =>
    scaleTruth(index, world.scale, world.answered),
  );
  return new Map(
    rows.flatMap((truth): [string, Told][] => {
      if (!truth.last) return [];
      const credited = (id: number | null) => String(id ?? 'nobody');
      const told: Told = {
        'csat.value': truth.last.csat,
        'csat.answeredAt': new Date(truth.last.at).toISOString(),
        'ces.value': truth.last.ces,
        isAlreadyRevised: truth.submissions > 1,
        atSolve: credited(truth.atSolve),
        atSurvey: credited(truth.atSurvey),
        atRating: credited(truth.atRating),
        groupId: String(truth.groupId),
        isReassignedAfter: truth.isReassignedAfterRating,
      };
      return [[keyOfTicket(String(truth.ticketId)), told]];
    }),
  );
}
