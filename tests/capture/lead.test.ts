/** A lead who is no admin reconciles: every bad rating of the last four weeks, only those, and no number. */
import { describe, expect, it } from 'vitest';
import { reconcileBad } from '../../src/actions/reconcile.ts';
import { keyOfTicket } from '../../src/care/feedback.ts';
import type { CsatGeneration } from '../emulator/control.ts';
import type { World } from '../emulator/world/world.ts';
import { createAccount } from './account.ts';
import { expectedOf, type Reader } from './expected.ts';
import { readLedgers, toldBy } from './recorded.ts';
import { say, some } from './say.ts';
import { compare, type Told } from './told.ts';
import { truthsOf } from './worldTruth.ts';

const fourWeeks = 28 * 86_400_000;

/** Midnight UTC: search knows days. */
const firstDay = (world: World) => Math.floor((world.now() - fourWeeks) / 86_400_000) * 86_400_000;

function badRatings(world: World, reader: Reader): Map<string, Told> {
  const recent = truthsOf(world).filter(({ ticketId }) => {
    const ticket = world.tickets.get(ticketId);
    return ticket?.rating.score === 'bad' && ticket.updated_at >= firstDay(world);
  });
  return new Map(
    recent.flatMap((truth): [string, Told][] => {
      const told = expectedOf(world, truth, reader);
      return told ? [[keyOfTicket(String(truth.ticketId)), told]] : [];
    }),
  );
}

describe('a lead without admin rights', () => {
  it.each(['survey', 'legacy', 'none'] as CsatGeneration[])(
    'finds every bad rating of four weeks and nothing else, dated and credited by the audits (%s)',
    async (csat) => {
      const account = await createAccount({ csat, scale: 3_000, answered: 40 });
      const { world } = account.workspace;
      const lead = await account.appOf('lead');
      const asked = account.workspace.exchanges().length;
      for (let round = 0; round < 20; round += 1) if ((await reconcileBad(lead)).found === 0) break;
      const reader: Reader = {
        csat,
        isAdmin: false,
        way: 'look',
        hasSources: false,
        casesSince: account.casesSince,
      };
      const { feedbacks, disagreements, facts } = readLedgers(world);
      const recorded = new Map([...feedbacks].map(([key, feedback]) => [key, toldBy(feedback)]));
      const found = compare(recorded, badRatings(world, reader));
      say(`bad ratings found by a lead, ${csat}`, found, facts);
      expect(some(found.differences)).toEqual([]);
      expect(some(disagreements)).toEqual([]);
      expect(found.feedbacks).toBeGreaterThan(csat === 'none' ? -1 : 45);
      const refused = account.workspace
        .exchanges()
        .slice(asked)
        .filter(({ status }) => status >= 400);
      expect(refused.map(({ method, url, status }) => `${status} ${method} ${url}`)).toEqual([]);
    },
    120_000,
  );
});
