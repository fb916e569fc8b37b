import { Button } from '@zendeskgarden/react-buttons';
import { Skeleton } from '@zendeskgarden/react-loaders';
import { useMemo } from 'react';
import { type Asked, periodsOf, questionOf } from '../../care/insights/asked.ts';
import { periodOf } from '../../care/insights/period.ts';
import { Aged, Stack } from '../layout.ts';
import { Part } from '../Part.tsx';
import type { PageProps } from '../pages.ts';
import { Sheet } from '../Sheet.tsx';
import { useApp } from '../useApp.ts';
import { AskBar } from './AskBar.tsx';
import { DataState } from './DataState.tsx';
import { Kept } from './parts.ts';
import { Results } from './Results.tsx';
import { Whole } from './shapes.ts';
import { useAsked } from './useAsked.ts';
import { useReportData } from './useReportData.ts';
import { useZone } from './useZone.ts';

/** What the scores of a period say: figures, how they changed, and the tickets behind each. */
export function InsightsScreen({ onPage }: PageProps) {
  const { t } = useApp();
  const [asked, setAsked] = useAsked();
  if (!asked)
    return (
      <Sheet page="insights" title={t('page.insights')} onPage={onPage}>
        <Waiting />
      </Sheet>
    );
  return <Page asked={asked} onAsked={setAsked} onPage={onPage} />;
}

interface Props extends PageProps {
  asked: Asked;
  onAsked: (asked: Asked) => void;
}

function Page({ asked, onAsked, onPage }: Props) {
  const { t, now, configuration } = useApp();
  const zone = useZone();
  // The day decides the periods: as long as it is the same one, so is what is read.
  const today = periodOf('day', now(), zone).from;
  const periods = useMemo(() => periodsOf(asked, today, zone), [asked, today, zone]);
  const { period, before } = periods;
  const { data, failure, isReading, reload } = useReportData(asked.isCompared ? [period, before] : [period]);
  const asOf = data?.asOf ?? null;
  const question = useMemo(
    () => (asOf === null ? null : questionOf(asked, { now: asOf, configuration }, periods)),
    [asked, asOf, configuration, periods],
  );
  return (
    <Sheet
      page="insights"
      title={t('page.insights')}
      onPage={onPage}
      aside={
        <span className="no-print">
          <Button size="small" isBasic aria-disabled={isReading} onClick={() => !isReading && reload()}>
            {t('triage.refresh')}
          </Button>
          <Button size="small" isBasic onClick={() => window.print()}>
            {t('insights.print')}
          </Button>
        </span>
      }
    >
      <Whole $gap={16}>
        <AskBar asked={asked} columns={data?.columns ?? null} onAsked={onAsked} />
        <DataState data={data} failure={failure} onRetry={reload} />
        {!data && !failure && <Waiting />}
        {data && question && (
          <Aged $isOld={failure !== null}>
            <Results data={data} question={question} asked={asked} onAsked={onAsked} />
          </Aged>
        )}
        {(data || failure) && (
          <Part>
            <Kept data={data} period={period} onRebuilt={reload} />
          </Part>
        )}
      </Whole>
    </Sheet>
  );
}

function Waiting() {
  const { t } = useApp();
  return (
    <Stack $gap={12} aria-busy="true">
      <p>{t('insights.reading')}</p>
      <Skeleton height="90px" />
      <Skeleton height="90px" />
      <Skeleton height="200px" />
    </Stack>
  );
}
