import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findCase } from '../../src/actions/findCase.ts';
import { moveCase } from '../../src/actions/moveCase.ts';
import { readCase } from '../../src/actions/readCase.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { setUp } from '../../src/actions/setUp.ts';
import { takeCase } from '../../src/actions/takeCase.ts';
import type { App } from '../../src/app.ts';
import { asFailure } from '../../src/care/failure.ts';
import { keyOfTicket } from '../../src/care/feedback.ts';
import { foldAll } from '../../src/care/fold.ts';
import { readRecent } from '../../src/zendesk/feedbackLists.ts';
import { readFacts } from '../../src/zendesk/ledger.ts';
import type { Fault } from '../emulator/control.ts';
import { createWorkspace } from '../emulator/inProcess.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import { solvedTicket } from './tickets.ts';

const verbs = ['look', 'take', 'start', 'close'] as const;
type Step = { who: number; verb: (typeof verbs)[number]; isBroken: boolean };

const steps = fc.array(
  fc.record({ who: fc.nat(2), verb: fc.constantFrom(...verbs), isBroken: fc.boolean() }),
  { minLength: 2, maxLength: 10 },
);

async function act(app: App, ticketId: string, { verb }: Step): Promise<void> {
  const seen = await readTicketFeedback(app, ticketId);
  const feedback = await recordSighting(app, seen);
  const operation = crypto.randomUUID();
  if (verb === 'take') await takeCase(app, feedback, seen, operation);
  if (verb === 'start')
    await moveCase(app, feedback, seen, { to: 'in_progress', outcome: null, note: null }, operation);
  const closing = { to: 'closed', outcome: 'recovered', note: 'called' } as const;
  if (verb === 'close') await moveCase(app, feedback, seen, closing, operation);
}

/** One answer of the list record and one of the ledger get lost on the way. */
const broken: Fault[] = [
  { method: 'PATCH', path: '/api/v2/custom_objects/fl_feedback/records', kind: 'offline', times: 1 },
  { method: 'POST', path: '/api/v2/custom_objects/fl_event/records', kind: 'offline', times: 1 },
];

it('people working at once, with answers getting lost, leave one numbered ledger and a list that agrees with it', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (wanted) => {
      const workspace = createWorkspace({
        hasStory: false,
        apps: [{ appId: 7, installationId: 70, settings: {} }],
      });
      await setUp(await createTestApp(workspace, 'admin'), () => {});
      const people = await Promise.all(
        (['admin', 'lead', 'agent'] as const).map((who) => createTestApp(workspace, who)),
      );
      const ticketId = solvedTicket(workspace.world, { csat: 1 });
      if (wanted.some((step) => step.isBroken)) workspace.setFaults(broken);
      await Promise.all(wanted.map((step) => act(people[step.who] as App, ticketId, step).catch(asFailure)));
      await whenIdle(workspace);
      workspace.setFaults([]);

      const [admin] = people as [App, App, App];
      const { http } = admin.zendesk;
      const facts = await readFacts(http, `ticket:${ticketId}`);
      const truth = foldAll(`ticket:${ticketId}`, facts);
      const numbers = [...new Set(facts.map((fact) => fact.seq))].sort((a, b) => a - b);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      expect(truth.case).not.toBeNull();
      expect(truth.ignored).toBe(0);
      const listed = (await readRecent(http)).rows.find((row) => row.ticketId === ticketId);
      if (listed) await readCase(admin, listed.feedback, listed);
      else await findCase(admin, keyOfTicket(ticketId));
      await whenIdle(workspace);
      const mended = (await readRecent(http)).rows.find((row) => row.ticketId === ticketId);
      expect(mended?.feedback).toEqual(truth);
    }),
    { numRuns: 15 },
  );
});
