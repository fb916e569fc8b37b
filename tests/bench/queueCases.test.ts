/** The emulator's made records are written without the app's code: the app reads them as its own. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { setUp } from '../../src/actions/setUp.ts';
import { defaultConfiguration } from '../../src/care/configuration.ts';
import { type Feedback, feedbackSchema, laneOf } from '../../src/care/feedback.ts';
import { foldAll } from '../../src/care/fold.ts';
import { openingOf } from '../../src/care/opening.ts';
import { listRecordOf } from '../../src/zendesk/feedbackRecords.ts';
import { readFactsBehind } from '../../src/zendesk/ledgers.ts';
import { createWorkspace } from '../emulator/inProcess.ts';
import { makeRecords } from '../emulator/world/madeRecords.ts';
import { createTestApp } from '../testApp.ts';

const apps = [{ appId: 7, installationId: 70, settings: {} }];

async function openMade() {
  const workspace = createWorkspace({ scale: 600, hasStory: false, apps });
  const app = await createTestApp(workspace, 'admin', { timeoutMs: 5_000 });
  await setUp(app, () => {});
  makeRecords(workspace.world, 60);
  const records = [...(workspace.world.madeRecords.get('fl_feedback')?.all() ?? [])];
  const states = records.map((record) =>
    v.parse(feedbackSchema, JSON.parse(String(record.custom_object_fields.state))),
  );
  return { app, records, states };
}

test('a made list record is the fold of its made ledger, to the letter', async () => {
  const { app, records, states } = await openMade();
  const known = states.map(({ key }) => ({ key, rev: 0 }));
  const facts = await readFactsBehind(app.zendesk.http, known, 'interactive');
  for (const [index, state] of states.entries()) {
    expect(state).toEqual(foldAll(state.key, facts.get(state.key) ?? []));
    const record = records[index];
    const { ticket, requester, ...values } = { ...listRecordOf(state, {}).custom_object_fields } as Record<
      string,
      unknown
    >;
    expect(record?.name).toBe(listRecordOf(state, {}).name);
    for (const [name, value] of Object.entries(values))
      if (name !== 'state') expect([name, record?.custom_object_fields[name]]).toEqual([name, value]);
    expect([ticket, requester]).toEqual([undefined, undefined]);
  }
});

test('a made case is there exactly where the app’s own rule opens one, as it would', async () => {
  const { states } = await openMade();
  for (const state of states) {
    const bare: Feedback = { ...state, case: null };
    const opening = openingOf(bare, defaultConfiguration, 0);
    expect(
      state.case && { rule: state.case.rule, dueAt: state.case.dueAt, soonAt: state.case.soonAt },
    ).toEqual(opening && { rule: opening.body.rule, dueAt: opening.body.dueAt, soonAt: opening.body.soonAt });
  }
  const inLane = (...lanes: string[]) => states.filter((state) => lanes.includes(laneOf(state))).length;
  expect(inLane('new', 'in_progress')).toBe(60);
  expect(inLane('closed')).toBeGreaterThan(20);
  expect(inLane('none')).toBeGreaterThan(300);
});
