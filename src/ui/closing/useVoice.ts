import { useState } from 'react';
import type { Feedback } from '../../care/feedback.ts';
import { type SkipReason, standingAnswers, voiceQuestions } from '../../care/voice.ts';
import type { CaseUse } from '../case/useCase.ts';
import { later } from '../lazyPart.ts';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';
import { useClosed } from './useClosed.ts';

const loadVerb = () => later(() => import('../../actions/recordVoice.ts'));

/** Of a draft: the closing its answers are about. */
const closing = '@closed_at';

/** The answers given so far and the question that is next. They are kept as a draft until all are given. */
export function useVoice(feedback: Feedback, use: CaseUse) {
  const app = useApp();
  const onClosed = useClosed();
  const { bucket } = feedback;
  const closedAt = String(feedback.case?.closedAt ?? '');
  const { asksOwnMood } = app.configuration;
  const [draft, setDraft] = useDraft<Record<string, string>>(`draft:${feedback.key}:voice`);
  const [wanted, setWanted] = useState<number | null>(null);
  // A case that was reopened is asked anew.
  const given = draft?.[closing] === closedAt ? draft : {};
  const answers = standingAnswers(bucket, given, asksOwnMood);
  const questions = voiceQuestions(bucket, answers, asksOwnMood);
  const last = questions.length - 1;
  const firstOpen = questions.findIndex(({ id }) => answers[id] === undefined);
  const index = Math.min(wanted ?? (firstOpen < 0 ? last : firstOpen), last);

  const save = (said: Record<string, string>, skipped: SkipReason | null) =>
    use.run(
      skipped === null ? 'voice.saved' : 'voice.skipped',
      async (known, operation) =>
        (await loadVerb()).recordVoice(app, known, use.subject, { answers: said, skipped }, operation),
      {
        onSaved: () => {
          setDraft(null);
          onClosed?.();
        },
      },
    );
  const answer = (option: string) => {
    const id = questions[index]?.id;
    if (id === undefined || use.isBusy) return;
    const next = standingAnswers(bucket, { ...answers, [id]: option }, asksOwnMood);
    setDraft({ ...next, [closing]: closedAt });
    setWanted(null);
    const isWhole = voiceQuestions(bucket, next, asksOwnMood).every((asked) => next[asked.id] !== undefined);
    if (isWhole) void save(next, null);
  };

  return {
    question: questions[index],
    index,
    count: questions.length,
    answers,
    answer,
    back: index > 0 ? () => setWanted(index - 1) : null,
    skip: (reason: SkipReason) => {
      if (!use.isBusy) void save(answers, reason);
    },
  };
}
