/** People of every role write the same ledgers: whoever comes first, the same is true in the end. */
import { describe, expect, it } from 'vitest';
import { countRecent } from '../../src/actions/countCoverage.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { reconcileBad } from '../../src/actions/reconcile.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import type { App } from '../../src/app.ts';
import { keyOfConversation, keyOfTicket } from '../../src/care/feedback.ts';
import { findEpochUnit } from '../../src/zendesk/responses.ts';
import {
  answerInConversation,
  linkToTicket,
  offerInConversation,
} from '../emulator/world/messagingSurveys.ts';
import { storyTickets } from '../emulator/world/storyTickets.ts';
import { storyTruth } from '../emulator/world/storyTruth.ts';
import { whenIdle } from '../testApp.ts';
import { type Account, createAccount } from './account.ts';
import { backfillAll, keepUp } from './drive.ts';
import type { Reader } from './expected.ts';
import { readLedgers, toldBy } from './recorded.ts';
import { say, some } from './say.ts';
import { compare, type Told } from './told.ts';
import { expectedIn } from './worldTruth.ts';

const readerOf = (account: Account, own: Pick<Reader, 'isAdmin' | 'way'>): Reader => ({
  csat: 'survey',
  hasSources: false,
  casesSince: account.casesSince,
  ...own,
});

const recordedIn = ({ workspace }: Account) => {
  const { feedbacks, disagreements, facts } = readLedgers(workspace.world);
  const recorded = new Map([...feedbacks].map(([key, feedback]) => [key, toldBy(feedback)]));
  return { recorded, disagreements, facts };
};

async function openStory({ workspace }: Account, app: App): Promise<void> {
  for (const { ticketId } of storyTruth(workspace.world))
    await recordSighting(app, await readTicketFeedback(app, String(ticketId)));
  await whenIdle(workspace);
}

async function reconcile(lead: App): Promise<void> {
  for (let round = 0; round < 20; round += 1) if ((await reconcileBad(lead)).found === 0) return;
}

/** What a lead or an agent recorded first, once an admin's sync knows the numbers. */
function numbered(seen: Told | undefined, now: Told): Told {
  if (!seen || seen['csat.source'] === null) return now;
  // A history that proved who had it at the survey is not given up for one that proves less.
  const isLess = now.atSurvey === 'not_proved' && seen.atSurvey !== 'not_proved';
  return {
    ...now,
    ...(isLess && { atSurvey: seen.atSurvey ?? null }),
    isAlreadyRevised: seen.isAlreadyRevised ?? false,
    signs: seen.signs ?? now.signs ?? null,
  };
}

describe('people of different roles', () => {
  it('leave the truth behind when agents and leads come first and the sync later', async () => {
    const account = await createAccount({ scale: 500, answered: 40 });
    const { world } = account.workspace;
    const mayKnow = expectedIn(world, readerOf(account, { isAdmin: false, way: 'look' }));
    await reconcile(await account.appOf('lead'));
    await openStory(account, await account.appOf('agent'));
    const seen = new Set(recordedIn(account).recorded.keys());
    const provisional = [...recordedIn(account).recorded.values()].filter((told) =>
      String(told.case).endsWith('provisional'),
    );
    await backfillAll(await account.appOf('admin'));
    const truth = new Map(
      [...expectedIn(world, readerOf(account, { isAdmin: true, way: 'sync' }))].map(([key, told]) => [
        key,
        numbered(seen.has(key) ? mayKnow.get(key) : undefined, told),
      ]),
    );
    const { recorded, disagreements, facts } = recordedIn(account);
    const found = compare(recorded, truth);
    say(`looks first, sync later (${provisional.length} cases without a number)`, found, facts);
    expect(some(found.differences)).toEqual([]);
    expect(some(disagreements)).toEqual([]);
    expect(provisional.length).toBeGreaterThan(5);
  }, 120_000);

  it('add nothing to what the sync has written', async () => {
    const account = await createAccount({ scale: 500, answered: 40 });
    await backfillAll(await account.appOf('admin'));
    const { facts } = recordedIn(account);
    await openStory(account, await account.appOf('agent'));
    await openStory(account, await account.appOf('admin'));
    await reconcile(await account.appOf('lead'));
    await backfillAll(await account.appOf('admin'));
    await whenIdle(account.workspace);
    const after = recordedIn(account);
    say('looks after the sync', compare(after.recorded, after.recorded), after.facts);
    expect(after.facts).toBe(facts);
    expect(some(after.disagreements)).toEqual([]);
  }, 120_000);
});

describe('a survey asked in a conversation', () => {
  it('is kept under the conversation, and belongs to its ticket once that is known', async () => {
    const account = await createAccount();
    const { world } = account.workspace;
    const admin = await account.appOf('admin');
    const conversationId = '690f00aa11bb22cc33dd4400';
    const ticketId = storyTickets.unoffered;
    const responderId = world.tickets.get(ticketId)?.requester_id ?? 0;
    const response = offerInConversation(world, { conversationId, responderId }, world.now() - 3_600_000);
    const answered = answerInConversation(world, response, { csat: 2, ces: 1, comment: 'again' });
    world.advance(120_000);
    const unit = (await findEpochUnit(admin.zendesk.http, admin.now())) ?? 'milliseconds';
    const first = await keepUp(admin, null);
    await countRecent(admin, unit);
    const reader = readerOf(account, { isAdmin: true, way: 'sync' });
    const key = keyOfConversation(conversationId);
    const alone = recordedIn(account).recorded.get(key);
    expect(alone).toMatchObject(expectedIn(world, reader).get(key) ?? {});
    expect(alone).toMatchObject({ 'csat.value': 2, case: 'csat_below 3', linkedTo: null });

    linkToTicket(world, answered, ticketId);
    world.advance(180_000);
    await keepUp(admin, first);
    await countRecent(admin, unit);
    const { recorded, disagreements } = recordedIn(account);
    expect(recorded.get(key)).toMatchObject({ ...alone, linkedTo: String(ticketId) });
    const own = keyOfTicket(String(ticketId));
    expect(recorded.get(own)).toMatchObject(expectedIn(world, reader).get(own) ?? { missing: true });
    expect(recorded.get(own)).toMatchObject({ 'csat.value': 2, 'ces.value': 1 });
    expect(disagreements).toEqual([]);
  }, 60_000);
});
