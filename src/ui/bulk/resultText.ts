/** Bulk work in words. */

import type { BulkRefusal } from '../../actions/bulkDecision.ts';
import type { BulkResult } from '../../actions/workMany.ts';
import type { Translate } from '../../i18n.ts';
import { absolute } from '../formats.ts';
import type { Job } from './useBulk.ts';

type Done = 'assigned' | 'taken' | 'given_back' | 'bucketed' | 'closed' | 'undone';

function doneOf({ act, isUndo }: Pick<Job, 'act' | 'isUndo'>): Done {
  if (isUndo) return 'undone';
  if (act.kind === 'bucket') return 'bucketed';
  if (act.kind === 'close') return 'closed';
  if (act.ownerId === null) return 'given_back';
  return act.isOwn ? 'taken' : 'assigned';
}

/** What became of all of them: done, left alone, not done. */
export function resultText(t: Translate, job: Job): string {
  const count = (state: BulkResult['state']) => job.results.filter((result) => result.state === state).length;
  const name = job.act.kind === 'assign' ? job.act.name : '';
  const bucket = job.act.kind === 'bucket' ? t(`bucket.${job.act.bucket}`) : '';
  const done = count('done');
  const parts = [
    done > 0 && t(`bulk.done_${doneOf(job)}`, { count: done, name, bucket }),
    count('refused') > 0 && t('bulk.left', { count: count('refused') }),
    count('failed') > 0 && t('bulk.failed', { count: count('failed') }),
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(' ') : t('bulk.nothing');
}

export interface Watching {
  t: Translate;
  locale: string;
  timeZone: string | undefined;
  names: Record<string, string>;
}

/** Reasons somebody else can be the cause of. */
type Named = Exclude<BulkRefusal, 'outcome_needed' | 'note_needed'>;

/** What became of one row, and why. */
export function rowText(result: BulkResult, { t, locale, timeZone, names }: Watching): string {
  const { state, refusal, by, failure, isUnlisted } = result;
  if (state === 'waiting') return t('bulk.row_waiting');
  if (state === 'done') return t(isUnlisted ? 'bulk.row_unlisted' : 'bulk.row_done');
  if (state === 'failed') return t(`failure.${failure ?? 'unexpected'}`);
  if (!refusal) return t('bulk.nothing');
  if (!by) return t(`bulk.why.${refusal}`);
  const name = names[by.byId] ?? t('people.someone');
  return t(`bulk.who.${refusal as Named}`, { name, time: absolute(by.at, locale, timeZone) });
}
