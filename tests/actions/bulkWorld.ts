/** What tests of bulk work begin with: an account with open cases, and rows as a list shows them. */

import type { DecideMany } from '../../src/actions/bulkDecision.ts';
import { newOperation } from '../../src/actions/newOperation.ts';
import { type BulkResult, type BulkWork, bulkOf, workMany } from '../../src/actions/workMany.ts';
import type { App } from '../../src/app.ts';
import { type ChangedFeedback, searchCases } from '../../src/zendesk/feedbackLists.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { makeRecords } from '../emulator/world/madeRecords.ts';
import { adminOf, openAccount, timeOf } from './syncWorld.ts';

/** Made feedbacks, of which so many have an open case. */
export async function openQueue(open: number): Promise<{ workspace: Workspace; app: App }> {
  const workspace = await openAccount({ scale: open * 8, hasStory: false });
  makeRecords(workspace.world, open);
  return { workspace, app: await adminOf(workspace) };
}

/** All open cases, next due first. */
export async function rowsIn(app: App): Promise<ChangedFeedback[]> {
  const rows: ChangedFeedback[] = [];
  for (let after: string | null = null; ; ) {
    const page = await searchCases(app.zendesk.http, ['new', 'in_progress', 'check_first'], after);
    rows.push(...page.rows);
    after = page.next;
    if (after === null) return rows;
  }
}

export interface Bench {
  workspace: Workspace;
  app: App;
}

/** One piece of work, and the same again on what is still open. */
export function bulk({ workspace, app }: Bench, decide: DecideMany, operation = newOperation()) {
  const work: BulkWork = { decide, operation };
  const control = {
    isStopped: () => false,
    onProgress: (_: BulkResult[]) => {},
    clock: () => timeOf(workspace).now,
  };
  return {
    on: (rows: Parameters<typeof bulkOf>[0], change: Partial<typeof control> = {}) =>
      workMany(app, bulkOf(rows), work, { ...control, ...change }),
    again: (results: readonly BulkResult[]) => workMany(app, results, work, control),
  };
}

export function tally(results: readonly BulkResult[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state, refusal, failure } of results) {
    const name = [state, refusal ?? failure].filter(Boolean).join(' ');
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
