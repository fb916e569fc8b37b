/** A day in which everything happens, after a backfill: the increments write what is true now and keep what was. */
import { describe, expect, it } from 'vitest';
import { syncTickets } from '../../src/actions/syncTickets.ts';
import { keyOfTicket } from '../../src/care/feedback.ts';
import type { CsatGeneration } from '../emulator/control.ts';
import { changeTicket } from '../emulator/world/changeTicket.ts';
import { personas } from '../emulator/world/people.ts';
import { firstScaleTicket } from '../emulator/world/scaleFacts.ts';
import { answerSurvey } from '../emulator/world/surveys.ts';
import { type Account, createAccount, thirdPartySources } from './account.ts';
import { type Day, liveADay } from './changes.ts';
import { backfillAll, keepUp } from './drive.ts';
import type { Reader } from './expected.ts';
import { readLedgers, toldBy } from './recorded.ts';
import { say, some } from './say.ts';
import { compare, type Told } from './told.ts';
import { expectedIn, later } from './worldTruth.ts';

const adminOf = (csat: CsatGeneration, hasSources: boolean, { casesSince }: Account): Reader => ({
  csat,
  isAdmin: true,
  way: 'sync',
  hasSources,
  casesSince,
});

const recordedIn = ({ workspace }: Account) => {
  const { feedbacks, disagreements, facts } = readLedgers(workspace.world);
  const recorded = new Map([...feedbacks].map(([key, feedback]) => [key, toldBy(feedback)]));
  return { recorded, disagreements, facts };
};

/** What was recorded before, and what the day made of it. */
function truthAfter(
  before: ReadonlyMap<string, Told>,
  now: ReadonlyMap<string, Told>,
  days: readonly Day[],
): Map<string, Told> {
  const truth = new Map<string, Told>();
  for (const key of new Set([...before.keys(), ...now.keys()])) {
    truth.set(key, later(before.get(key), now.get(key)));
  }
  for (const id of days.flatMap(({ deleted }) => deleted)) put(truth, before, id, { ticketState: 'deleted' });
  // Which ticket it went into only its own history tells, and nobody reads that for the sync's sake.
  for (const [id] of days.flatMap(({ merged }) => merged)) put(truth, before, id, { ticketState: 'merged' });
  return truth;
}

/** A ticket that is gone keeps what was said of it. */
function put(truth: Map<string, Told>, before: ReadonlyMap<string, Told>, id: number, told: Told): void {
  const known = before.get(keyOfTicket(String(id)));
  if (known) truth.set(keyOfTicket(String(id)), { ...known, ...told });
}

const cases = (['survey', 'legacy'] as const).flatMap((csat) =>
  [false, true].map((hasSources) => ({ csat, hasSources })),
);

describe('a day after the backfill', () => {
  it.each(cases)(
    'leaves in the ledger what is true now, and what was true first ($csat, other tools read: $hasSources)',
    async ({ csat, hasSources }) => {
      const account = await createAccount({
        csat,
        scale: 3_000,
        answered: 40,
        ...(hasSources && { sources: thirdPartySources }),
      });
      const { world } = account.workspace;
      const admin = await account.appOf('admin');
      const reader = adminOf(csat, hasSources, account);
      await backfillAll(admin);
      const first = await keepUp(admin, null);
      const before = expectedIn(world, reader);
      expect(some(compare(recordedIn(account).recorded, before).differences)).toEqual([]);
      let [place, truth] = [first, before];
      const gone: Day[] = [];
      // What was taken away on the first day is given again on the second.
      for (const number of [1, 2]) {
        world.advance(number * 5_400_000);
        const day = await liveADay(account);
        gone.push(day);
        world.advance(180_000);
        place = await keepUp(admin, place);
        const { recorded, disagreements, facts } = recordedIn(account);
        truth = truthAfter(truth, expectedIn(world, reader), gone);
        const found = compare(recorded, truth);
        const counts = Object.entries(day).map(([what, ids]) => `${what} ${ids.length}`);
        say(`day ${number} (${counts.join(', ')}), ${csat}, sources ${hasSources}`, found, facts);
        expect(some(found.differences)).toEqual([]);
        expect(some(disagreements)).toEqual([]);
        expect(place.broken).toEqual([]);
        expect(Math.min(...Object.values(day).map((ids) => ids.length))).toBeGreaterThan(0);
      }
      const { facts } = recordedIn(account);
      const again = await syncTickets(admin, place);
      expect(again.changed).toBe(0);
      expect(recordedIn(account).facts).toBe(facts);
    },
    240_000,
  );
});

it('a rule that touches thousands of unanswered tickets at once does not stop the sync', async () => {
  const account = await createAccount({ scale: 100_000, answered: 0, hasStory: false });
  const { world } = account.workspace;
  const admin = await account.appOf('admin');
  const first = await keepUp(admin, null);
  world.advance(180_000);
  const by = { authorId: personas.admin, channel: 'rule', isHistory: true };
  for (let index = 0; index < 3_500; index += 1)
    changeTicket(world, firstScaleTicket + index, { addTags: ['winter'] }, { ...by, at: world.now() });
  const open = Array.from({ length: 250 }, (_, back) => firstScaleTicket + world.scale - 1 - back);
  for (const ticket of open) answerSurvey(world, { ticket, csat: 1 });
  world.advance(180_000);
  await syncTickets(admin, first);
  const { recorded } = recordedIn(account);
  expect([...recorded.keys()].sort()).toEqual(open.map((id) => keyOfTicket(String(id))).sort());
}, 60_000);
