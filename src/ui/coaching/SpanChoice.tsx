import { type Span, spans } from '../../care/coaching/span.ts';
import { useApp } from '../useApp.ts';
import { Choices } from '../work/Choices.tsx';

export function SpanChoice({ span, onSpan }: { span: Span; onSpan: (span: Span) => void }) {
  const { t } = useApp();
  return (
    <div className="no-print">
      <Choices
        label={t('coaching.period')}
        options={spans.map((id) => ({ id, text: t(`coaching.span_${id}`) }))}
        chosen={span}
        onChoose={onSpan}
      />
    </div>
  );
}
