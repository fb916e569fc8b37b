import { leastToJudge } from '../../care/insights/change.ts';
import { volume } from '../../care/metrics/volume.ts';
import { FailureNote } from '../FailureNote.tsx';
import { QuadrantMap } from '../pictures/QuadrantMap.tsx';
import { useApp } from '../useApp.ts';
import type { PicturesProps } from './Pictures.tsx';
import { useAsk } from './useCounter.ts';
import { valueName } from './valueName.ts';

const noNames = { places: {}, people: {} };

/** Satisfied against easy, by topic: where the team was liked and the process was not. */
export function MapPicture({ counter, question, report, onKeys, onOpen }: PicturesProps) {
  const { t, locale } = useApp();
  const { data, failure } = useAsk(counter, 'map', [{ ...question, by: null }, 'topic']);
  if (failure) return <FailureNote kind={failure.kind} title={t('insights.count_failed')} />;
  const parts = (data ?? []).filter(({ csat, easy }) => csat.value !== null && easy.value !== null);
  if (parts.length === 0) return null;
  const xSplit = report.whole.now.easy?.value ?? 0.5;
  const ySplit = report.whole.now.csat?.value ?? 0.5;
  const points = parts.map(({ value, n, csat, easy }) => ({
    name: valueName(t, 'topic', value, noNames),
    csat,
    easy,
    volume: n,
  }));
  const hard = points.filter(
    ({ csat, easy }) =>
      Math.min(csat.n, easy.n) >= leastToJudge && (csat.value ?? 0) >= ySplit && (easy.value ?? 1) < xSplit,
  );
  const topics = new Intl.ListFormat(locale).format(hard.slice(0, 3).map(({ name }) => name));
  return (
    <QuadrantMap
      title={t('insights.map')}
      sentence={
        hard.length > 0 ? t('insights.map_says', { topics }) : t('insights.map_none', { least: leastToJudge })
      }
      points={points}
      xSplit={xSplit}
      ySplit={ySplit}
      minimum={leastToJudge}
      onOpen={(index) => {
        const part = parts[index];
        const topic = points[index]?.name ?? '';
        if (!part) return;
        if (part.keys.length > 0) onKeys(t('insights.map_behind', { topic }), part.keys);
        else onOpen(volume, topic, { filters: { ...question.filters, topic: [part.value] } });
      }}
    />
  );
}
