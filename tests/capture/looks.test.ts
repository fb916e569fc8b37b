/** Every ticket of the story opened once, by an admin and by an agent: what is recorded is what they may know. */
import { describe, expect, it } from 'vitest';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { keyOfTicket } from '../../src/care/feedback.ts';
import { type CsatGeneration, csatGenerations, type PersonaKey } from '../emulator/control.ts';
import { storyTruth } from '../emulator/world/storyTruth.ts';
import { whenIdle } from '../testApp.ts';
import { type Account, createAccount, thirdPartySources } from './account.ts';
import { expectedOf, type Reader } from './expected.ts';
import { readLedgers, toldBy } from './recorded.ts';
import { say, some } from './say.ts';
import { compare, type Told } from './told.ts';

async function openAll({ workspace, appOf }: Account, persona: PersonaKey): Promise<void> {
  const app = await appOf(persona);
  for (const { ticketId } of storyTruth(workspace.world)) {
    const seen = await readTicketFeedback(app, String(ticketId));
    await recordSighting(app, seen);
  }
  await whenIdle(workspace);
}

function truthFor({ workspace: { world } }: Account, reader: Reader): Map<string, Told> {
  return new Map(
    storyTruth(world).flatMap((truth): [string, Told][] => {
      const expected = expectedOf(world, truth, reader);
      return expected ? [[keyOfTicket(String(truth.ticketId)), expected]] : [];
    }),
  );
}

const cases = csatGenerations.flatMap((csat) =>
  (['admin', 'agent'] as const).flatMap((persona) =>
    [false, true].map((hasSources) => ({ csat, persona, hasSources })),
  ),
);

describe('every ticket of the story, opened once', () => {
  it.each(cases)(
    'is recorded as $persona may know it ($csat, other tools read: $hasSources)',
    async ({ csat, persona, hasSources }) => {
      const account = await createAccount({ csat, ...(hasSources && { sources: thirdPartySources }) });
      const reader = readerOf(csat, persona, hasSources, account.casesSince);
      await openAll(account, persona);
      const { feedbacks, disagreements, facts } = readLedgers(account.workspace.world);
      const recorded = new Map([...feedbacks].map(([key, feedback]) => [key, toldBy(feedback)]));
      const found = compare(recorded, truthFor(account, reader));
      say(`story opened by ${persona}, ${csat}, sources ${hasSources}`, found, facts);
      expect(some(found.differences)).toEqual([]);
      expect(some(disagreements)).toEqual([]);
      expect(found.feedbacks).toBeGreaterThan(csat === 'none' ? (hasSources ? 5 : -1) : 100);
    },
    120_000,
  );
});

const readerOf = (
  csat: CsatGeneration,
  persona: PersonaKey,
  hasSources: boolean,
  casesSince: number,
): Reader => ({
  csat,
  isAdmin: persona === 'admin',
  way: 'look',
  hasSources,
  casesSince,
});
