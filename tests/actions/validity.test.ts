import { beforeEach, describe, expect, it } from 'vitest';
import { confirmRating, doubtRating } from '../../src/actions/confirmRating.ts';
import { maySetAside } from '../../src/actions/maySetAside.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { restore } from '../../src/actions/restore.ts';
import { setAside } from '../../src/actions/setAside.ts';
import { setUp } from '../../src/actions/setUp.ts';
import { trainScanner } from '../../src/actions/trainScanner.ts';
import type { App } from '../../src/app.ts';
import { isCounted, laneOf } from '../../src/care/feedback.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import { solvedTicket } from './tickets.ts';

let workspace: Workspace;
let admin: App;
let agent: App;
beforeEach(async () => {
  workspace = createWorkspace({ hasStory: false, apps: [{ appId: 7, installationId: 70, settings: {} }] });
  admin = await createTestApp(workspace, 'admin');
  await setUp(admin, () => {});
  agent = await createTestApp(workspace, 'agent');
});

const email = 'Ines.Prado@Example.com';
const test = { reason: 'test', note: '  ' } as const;
const scanner = { reason: 'scanner', note: null } as const;

/** A rated ticket as the ledger knows it. */
async function rated() {
  const ticketId = solvedTicket(workspace.world, { csat: 1, comment: 'No' });
  const seen = await readTicketFeedback(admin, ticketId);
  const subject = { ticketId, requesterId: seen.requesterId };
  return { ticketId, subject, feedback: await recordSighting(admin, seen) };
}
const suspected = async (known: Awaited<ReturnType<typeof rated>>) => ({
  ...known.feedback,
  suspicion: { signs: ['no_comment' as const], isConfirmed: false },
});
const lessons = async () => {
  await whenIdle(workspace);
  const docs = [...workspace.world.customObjectRecords.values()].filter(
    ({ object_key: key }) => key === 'fl_doc',
  );
  const doc = docs.find(({ external_id: id }) => id === 'scanner:example.com');
  return doc ? JSON.parse(String(doc.custom_object_fields.body)) : null;
};

describe('setting aside', () => {
  it('takes a feedback out of figures and queue, and back in', async () => {
    const { feedback, subject, ticketId } = await rated();
    const out = await setAside(agent, feedback, subject, test, 'out');
    await out.listed;
    expect(out.feedback.setAside).toMatchObject({ reason: 'test', note: null, byId: agent.user.id });
    expect([laneOf(out.feedback), isCounted(out.feedback)]).toEqual(['set_aside', false]);
    const back = await restore(agent, out.feedback, subject, 'back');
    expect([laneOf(back.feedback), isCounted(back.feedback)]).toEqual(['new', true]);
    expect((await readTicketFeedback(agent, ticketId)).feedback.setAside).toBeNull();
  });

  it('of two people, one does it and the other is told', async () => {
    const { feedback, subject } = await rated();
    await setAside(admin, feedback, subject, test, 'first');
    const second = await setAside(agent, feedback, subject, scanner, 'second');
    expect(second.isWritten).toBe(false);
    expect(second.feedback.setAside?.reason).toBe('test');
  });

  it('is refused to agents where only admins may', async () => {
    const { feedback, subject } = await rated();
    agent.configuration.setAsideBy = 'admins';
    expect([maySetAside(agent), maySetAside(admin)]).toEqual([false, true]);
    await expect(setAside(agent, feedback, subject, test, 'out')).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const out = await setAside(admin, feedback, subject, test, 'out');
    await expect(restore(agent, out.feedback, subject, 'back')).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('a verdict on a suspected rating', () => {
  it('is written once, and can be taken back by the same signs', async () => {
    const known = await rated();
    const doubted = await suspected(known);
    // Nothing is suspected in the ledger itself: somebody else's newer state decides.
    const none = await confirmRating(agent, known.feedback, known.subject, 'none');
    expect(none.isWritten).toBe(false);
    const yes = await confirmRating(agent, doubted, known.subject, 'yes', email);
    expect(yes.feedback.suspicion?.isConfirmed).toBe(true);
    const again = await confirmRating(agent, yes.feedback, known.subject, 'again', email);
    expect(again.isWritten).toBe(false);
    const no = await doubtRating(agent, yes.feedback, known.subject, 'no', email);
    expect(no.feedback.suspicion).toEqual({ signs: ['no_comment'], isConfirmed: false });
    expect(await lessons()).toEqual({ robot: 0, genuine: 0 });
  });

  it('teaches the domain alone, and only where a scanner was named', async () => {
    const { feedback, subject } = await rated();
    const other = await setAside(agent, feedback, subject, test, 'other', email);
    expect(await lessons()).toBeNull();
    const back = await restore(agent, other.feedback, subject, 'back', email);
    const robot = await setAside(agent, back.feedback, subject, scanner, 'robot', email);
    expect(await lessons()).toEqual({ robot: 1, genuine: 0 });
    await restore(agent, robot.feedback, subject, 'back again', email);
    expect(await lessons()).toEqual({ robot: 0, genuine: 0 });
    expect(JSON.stringify([...workspace.world.customObjectRecords.values()]).toLowerCase()).not.toContain(
      'ines',
    );
  });

  it('never fails for a list of domains that cannot be read or written, or an address that is none', async () => {
    await expect(trainScanner(agent, 'nobody', { robot: 1 })).resolves.toBeUndefined();
    workspace.setFaults([{ path: '/api/v2/custom_objects/fl_doc/**', kind: '500' }]);
    await expect(trainScanner(agent, email, { robot: 1 })).resolves.toBeUndefined();
    workspace.setFaults([]);
    expect(await lessons()).toBeNull();
  });
});
