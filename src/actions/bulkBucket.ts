/** Says of many feedbacks what they were about. Their topics and notes stay as they are. */
import type { Feedback } from '../care/feedback.ts';
import type { Bucket } from '../care/ledger.ts';
import { type DecideMany, refuse } from './bulkDecision.ts';

/** A colleague's choice since the person looked is not written over. */
export function bucketMany(bucket: Bucket): DecideMany {
  return (state, { seen }) => {
    if (state.bucket === bucket) return refuse('already_bucket');
    if (!isSameChoice(state, seen)) return refuse('chosen');
    const { topic, note } = state;
    return { entry: [{ kind: 'bucket_set', body: { bucket, topic, note } }] };
  };
}

/** Back to what was chosen before, where nobody has chosen since. */
export const unbucketMany: DecideMany = (state, { seen, before }) => {
  if (!isSameChoice(state, seen)) return refuse('changed_since');
  const { bucket = null, topic = null, note = null } = before ?? {};
  return { entry: [{ kind: 'bucket_set', body: { bucket, topic, note } }] };
};

const isSameChoice = (a: Feedback, b: Feedback) =>
  a.bucketAt === b.bucketAt && a.bucketById === b.bucketById && a.bucket === b.bucket;
