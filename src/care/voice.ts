/**
 * The voice of the employee: what whoever closes a case is asked, one press each. Codes about the case, never words,
 * so they may stand in the ledger, which every agent of the account can read: there is nothing to type, and how one
 * feels oneself is asked only where an admin switched that on, under a sentence that says who could read it.
 */
import type { Feedback } from './feedback.ts';
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

/** Only answers to questions as they are asked now: another cause takes the follow-ups to the former one away. */
export function standingAnswers(
  bucket: Bucket | null,
  answers: Readonly<Record<string, string>>,
  asksOwnMood: boolean,
): Record<string, string> {
  const asked = voiceQuestions(bucket, answers, asksOwnMood);
  return Object.fromEntries(
    asked.flatMap(({ id, options }) => {
      const answer = answers[id];
      return answer !== undefined && options.includes(answer) ? [[id, answer]] : [];
    }),
  );
}

/** Below so many different people nothing is shown: one could tell who said what. */
export const fewestRespondents = 5;

export interface VoiceCounts {
  /** Different people behind these answers. */
  respondents: number;
  /** How often each option was chosen, by option; options nobody chose are missing. */
  counts: Record<string, number>;
  n: number;
}

/**
 * What was answered, by question. `closers` says by feedback who answered: the ledger's author of `voiced`. A
 * question that fewer than `fewestRespondents` different people answered is left out, and so is an answer nobody
 * can be named for: it could be anyone's.
 */
export function voiceCounts(
  feedbacks: readonly Pick<Feedback, 'key' | 'case'>[],
  closers: Readonly<Record<string, string>>,
): Record<string, VoiceCounts> {
  const heard = new Map<string, { people: Set<string>; options: string[] }>();
  for (const { key, case: current } of feedbacks) {
    const closer = closers[key];
    if (closer === undefined) continue;
    for (const [question, option] of Object.entries(current?.voice?.answers ?? {})) {
      const known = heard.get(question) ?? { people: new Set(), options: [] };
      known.people.add(closer);
      known.options.push(option);
      heard.set(question, known);
    }
  }
  const shown = [...heard].filter(([, { people }]) => people.size >= fewestRespondents);
  return Object.fromEntries(
    shown.map(([question, { people, options }]) => [
      question,
      { respondents: people.size, counts: countsOf(options), n: options.length },
    ]),
  );
}

function countsOf(options: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const option of options) counts[option] = (counts[option] ?? 0) + 1;
  return counts;
}
