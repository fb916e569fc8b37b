/** The voice of the employee: what whoever closes a case is asked, one press each. Codes only, never words. */
import type { Bucket } from './ledger.ts';

export const skipReasons = ['no_time', 'nothing_to_add', 'not_my_case', 'rather_not'] as const;
export type SkipReason = (typeof skipReasons)[number];

export interface VoiceQuestion {
  id: string;
  options: readonly string[];
}

const moods = ['relieved', 'calm', 'annoyed', 'furious', 'unknown'] as const;
const ownMoods = ['good', 'fine', 'tired', 'frustrated'] as const;

const obstacles: Record<Bucket, readonly string[]> = {
  agent: ['knowledge', 'time', 'tone', 'handover', 'nothing'],
  process: ['transfer', 'waiting', 'tools', 'rules', 'nothing'],
  root_cause: ['product', 'policy', 'no_owner', 'information', 'nothing'],
};

const preventions: Record<Bucket, readonly string[]> = {
  agent: ['training', 'more_time', 'better_notes', 'nothing'],
  process: ['fewer_transfers', 'faster_answer', 'better_tool', 'clearer_rule', 'nothing'],
  root_cause: ['product_fix', 'policy_change', 'better_texts', 'nothing'],
};

const causes = ['agent', 'process', 'root_cause', 'outside'] as const;

/**
 * Up to five, in order. What stopped you and what would prevent it depend on the cause just named, and fall back to
 * the bucket. One's own mood is asked only where an admin said so.
 */
export function voiceQuestions(
  bucket: Bucket | null,
  answers: Readonly<Record<string, string>>,
  asksOwnMood: boolean,
): VoiceQuestion[] {
  const named = causes.find((cause) => cause === answers.cause);
  const about: Bucket = named && named !== 'outside' ? named : (bucket ?? 'process');
  return [
    { id: 'cause', options: causes },
    { id: 'obstacle', options: obstacles[about] },
    { id: 'customer_mood', options: moods },
    ...(asksOwnMood ? [{ id: 'own_mood', options: ownMoods }] : []),
    { id: 'prevention', options: preventions[about] },
  ];
}
