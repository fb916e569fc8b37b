import { Button } from '@zendeskgarden/react-buttons';
import { FailureNote } from '../FailureNote.tsx';
import { absolute, clockTime } from '../formats.ts';
import { Line, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';
import type { Month } from './useMonth.ts';
import type { MonthData } from './useMonthData.ts';

/** How old the figures are, what they lack, and how to read them again. */
export function DataLine({ month, data }: { month: Month; data: MonthData }) {
  const { t, locale, user } = useApp();
  const now = useNow();
  const { data: report, failure, isReading, reload } = data;
  const said = [
    report && t('issues.as_of', { time: clockTime(report.asOf, now, locale, user.timeZone) }),
    !month.isOver && t('issues.month_open'),
    report?.since != null && t('issues.since', { time: absolute(report.since, locale, user.timeZone) }),
    report?.isFormer && t('issues.former'),
    report !== null && report.broken > 0 && t('issues.broken', { count: report.broken }),
  ].filter((one) => typeof one === 'string');
  return (
    <Stack className="no-print">
      <Line $gap={6}>
        <Quiet>{said.join(' · ')}</Quiet>
        <Button size="small" isBasic aria-disabled={isReading} onClick={() => !isReading && reload()}>
          {t('triage.refresh')}
        </Button>
      </Line>
      {failure && (
        <FailureNote
          kind={failure.kind}
          title={t(report ? 'issues.failed_old' : 'issues.failed')}
          onRetry={reload}
        />
      )}
    </Stack>
  );
}
