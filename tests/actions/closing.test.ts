/** What follows a closed case: the employee's voice, and the figures of recovery. */
import { beforeEach, describe, expect, it } from 'vitest';
import { moveCase } from '../../src/actions/moveCase.ts';
import { readRecovery } from '../../src/actions/readRecovery.ts';
import { readTicketFeedback, type TicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { recordVoice, type Said } from '../../src/actions/recordVoice.ts';
import { setUp } from '../../src/actions/setUp.ts';
import type { App } from '../../src/app.ts';
import { project } from '../../src/zendesk/feedbackRecords.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import { solvedTicket } from './tickets.ts';

const hour = 3_600_000;
const day = 24 * hour;
let workspace: Workspace;
let admin: App;
let lead: App;

beforeEach(async () => {
  workspace = createWorkspace({ hasStory: false, apps: [{ appId: 7, installationId: 70, settings: {} }] });
  await setUp(await createTestApp(workspace, 'admin'), () => {});
  workspace.world.unknowns.indexLagSeconds = 0;
  admin = await createTestApp(workspace, 'admin');
  lead = await createTestApp(workspace, 'lead');
});

/** A case the lead closed a minute after it was opened. */
async function closedCase(outcome = 'recovered'): Promise<TicketFeedback> {
  const found = await readTicketFeedback(admin, solvedTicket(workspace.world, { csat: 1 }));
  const feedback = await recordSighting(admin, found);
  workspace.world.advance(60_000);
  const move = { to: 'closed' as const, outcome, note: 'Called.' };
  const done = await moveCase(lead, feedback, found, move, `close-${found.ticketId}`);
  await done.listed;
  return { ...found, feedback: done.feedback };
}

const said: Said = {
  answers: { cause: 'agent', obstacle: 'time', customer_mood: 'calm', prevention: 'training' },
  skipped: null,
};
const facts = () =>
  [...workspace.world.customObjectRecords.values()].filter(
    (record) => record.object_key === 'fl_event' && record.custom_object_fields.kind === 'voiced',
  );

describe('what whoever closed a case answered', () => {
  it('is kept as one fact in two calls', async () => {
    const found = await closedCase();
    await whenIdle(workspace);
    const before = workspace.exchanges().length;
    const done = await recordVoice(lead, found.feedback, found, said, 'voice');
    await done.listed;
    expect(workspace.exchanges().slice(before)).toHaveLength(2);
    expect(done.feedback.case?.voice).toEqual(said);
    expect(facts()).toHaveLength(1);
  });

  it('is kept with the reason where the rest was skipped', async () => {
    const found = await closedCase();
    const part: Said = { answers: { cause: 'outside' }, skipped: 'no_time' };
    const done = await recordVoice(lead, found.feedback, found, part, 'voice');
    expect(done.feedback.case?.voice).toEqual(part);
  });

  it('holds only what is asked here: no words, no mood nobody asked for', async () => {
    const found = await closedCase();
    const answers = { ...said.answers, own_mood: 'tired', obstacle: 'Ines was rude', other: 'x' };
    await recordVoice(lead, found.feedback, found, { ...said, answers }, 'voice');
    const [fact] = facts();
    expect(JSON.parse(String(fact?.custom_object_fields.body))).toEqual({
      answers: { cause: 'agent', customer_mood: 'calm', prevention: 'training' },
      skipped: null,
    });
  });

  it('is not kept twice, and one’s own retry is recognised', async () => {
    const found = await closedCase();
    const first = await recordVoice(lead, found.feedback, found, said, 'voice');
    const retried = await recordVoice(lead, found.feedback, found, said, 'voice');
    const other = await recordVoice(admin, found.feedback, found, { ...said, skipped: 'no_time' }, 'other');
    expect([first.isWritten, retried.isWritten, other.isWritten]).toEqual([true, true, false]);
    expect(facts()).toHaveLength(1);
  });

  it('is not kept of another closing than the one it is about', async () => {
    const found = await closedCase();
    const reopened = await moveCase(
      admin,
      found.feedback,
      found,
      { to: 'in_progress', outcome: null, note: 'Wrote again.' },
      'reopen',
    );
    expect((await recordVoice(lead, found.feedback, found, said, 'a')).isWritten).toBe(false);
    workspace.world.advance(60_000);
    const again = { to: 'closed' as const, outcome: 'no_contact', note: 'Nobody.' };
    const closed = await moveCase(admin, reopened.feedback, found, again, 'again');
    expect((await recordVoice(lead, found.feedback, found, said, 'b')).isWritten).toBe(false);
    expect((await recordVoice(admin, closed.feedback, found, said, 'c')).isWritten).toBe(true);
  });

  it('is gone when the case is reopened: it is asked anew', async () => {
    const found = await closedCase();
    const { feedback } = await recordVoice(lead, found.feedback, found, said, 'voice');
    const move = { to: 'in_progress' as const, outcome: null, note: 'Wrote again.' };
    expect((await moveCase(admin, feedback, found, move, 'reopen')).feedback.case?.voice).toBeNull();
  });
});

describe('the cases closed lately', () => {
  it('are read in one call, without those closed earlier, opened again or changed since', async () => {
    const old = await closedCase();
    workspace.world.advance(40 * day);
    const reopened = await closedCase();
    const move = { to: 'in_progress' as const, outcome: null, note: 'Wrote again.' };
    await (await moveCase(lead, reopened.feedback, reopened, move, 'reopen')).listed;
    const young = await closedCase();
    // An old case that changed lately was not closed lately.
    await (await recordVoice(lead, old.feedback, old, said, 'voice')).listed;
    await whenIdle(workspace);
    const before = workspace.exchanges().length;
    const found = await readRecovery(lead, workspace.world.now() - 30 * day);
    expect(found).toMatchObject({ isWhole: true });
    expect(found.feedbacks.map(({ key }) => key)).toEqual([young.feedback.key]);
    expect(workspace.exchanges().slice(before)).toHaveLength(1);
  });

  it('say when they are not all there is', async () => {
    for (let count = 0; count < 2; count += 1) await closedCase();
    const [record] = [...workspace.world.customObjectRecords.values()].filter(
      ({ object_key }) => object_key === 'fl_feedback',
    );
    if (record) record.custom_object_fields.state = '{"broken":';
    const found = await readRecovery(lead, 0);
    expect(found.feedbacks).toHaveLength(1);
    expect(found.isWhole).toBe(false);
  });

  it('stop at the number of pages that were asked for', async () => {
    const { feedback } = await closedCase();
    for (let count = 0; count < 100; count += 1) {
      // Within the calls a minute allows.
      if (count % 50 === 0) workspace.world.advance(120_000);
      await project(lead.zendesk.http, { ...feedback, key: `conversation:${count}` }, null, null);
    }
    const first = await readRecovery(lead, 0);
    expect([first.feedbacks.length, first.isWhole]).toEqual([100, false]);
    const all = await readRecovery(lead, 0, 5);
    expect([all.feedbacks.length, all.isWhole]).toEqual([101, true]);
  });
});
