import type { Distribution as Counts } from '../../care/insights/asks.ts';
import { ces } from '../../care/metrics/ces.ts';
import { csat } from '../../care/metrics/csat.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Distribution } from '../pictures/Distribution.tsx';
import { percentText } from '../scores/figures.ts';
import { useApp } from '../useApp.ts';
import type { PicturesProps } from './Pictures.tsx';
import { useAsk } from './useCounter.ts';

/** How often each answer was given. */
export function AnswerPicture({
  counter,
  question,
  score,
  onOpen,
}: PicturesProps & { score: 'csat' | 'ces' }) {
  const app = useApp();
  const { t } = app;
  const { data, failure } = useAsk(counter, 'distribution', [{ ...question, by: null }, score]);
  if (failure) return <FailureNote kind={failure.kind} title={t('insights.count_failed')} />;
  if (!data || data.n === 0) return null;
  const numbered = data.steps.reduce((sum, count) => sum + count, 0);
  const labels = data.steps.map((_, index) => t('score.of', { value: index + 1, scale: 5 }));
  const title = t(`insights.answers_${score}`);
  const isOpened = score === 'csat';
  const onStep = (index: number) =>
    onOpen(score === 'csat' ? csat : ces, `${title}: ${labels[index]}`, {
      filters: { ...question.filters, score: [String(index + 1)] },
    });
  return (
    <Distribution
      title={title}
      sentence={sentenceOf(app, data, labels, numbered)}
      steps={data.steps.map((count, index) => ({
        label: labels[index] ?? '',
        count,
        share: numbered === 0 ? null : count / numbered,
      }))}
      without={[
        { label: t('score.bad'), count: data.bad },
        { label: t('score.good'), count: data.good },
      ].filter(({ count }) => count > 0)}
      {...(isOpened && { onOpen: onStep })}
    />
  );
}

function sentenceOf(app: ReturnType<typeof useApp>, data: Counts, labels: string[], n: number): string {
  const { t } = app;
  if (n === 0) return t('insights.answers_bare', { good: data.good, bad: data.bad });
  const most = Math.max(...data.steps);
  const low = data.steps[0] + data.steps[1];
  return t('insights.answers_say', {
    answer: labels[data.steps.indexOf(most)] ?? '',
    most,
    n,
    percent: percentText(app, most / n),
    low,
    low_percent: percentText(app, low / n),
  });
}
