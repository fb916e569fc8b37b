/** What can be done to many cases at once, and what leads back. */

import { assignMany, unassignMany } from '../../actions/bulkAssign.ts';
import { bucketMany, unbucketMany } from '../../actions/bulkBucket.ts';
import { closeMany } from '../../actions/bulkClose.ts';
import type { DecideMany } from '../../actions/bulkDecision.ts';
import type { App } from '../../app.ts';
import type { Bucket } from '../../care/ledger.ts';

export type Act =
  | { kind: 'assign'; ownerId: string | null; isOwn: boolean; name: string; reason: string | null }
  | { kind: 'bucket'; bucket: Bucket }
  | { kind: 'close'; outcome: string; note: string | null };

export function decisionOf(act: Act, { user, configuration }: App): DecideMany {
  switch (act.kind) {
    case 'assign':
      return assignMany(act, user.id, configuration);
    case 'bucket':
      return bucketMany(act.bucket);
    case 'close':
      return closeMany(act.outcome, act.note, configuration);
  }
}

/** `null` where nothing leads back: reopening is no undo. */
export function undoOf({ kind }: Act): DecideMany | null {
  if (kind === 'close') return null;
  return kind === 'assign' ? unassignMany : unbucketMany;
}
