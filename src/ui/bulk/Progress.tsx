import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useState } from 'react';
import { Line, Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import type { Bulk, Job } from './useBulk.ts';

/** Without news for so many milliseconds it says that it goes on by itself. */
const slowMs = 8_000;

interface Props {
  bulk: Bulk;
  job: Job;
  onLeave: () => void;
}

/** How far it is, and the way to hold it or leave the rest. */
export function Progress({ bulk, job, onLeave }: Props) {
  const { t } = useApp();
  const of = job.results.length;
  const left = job.results.filter(({ state }) => state === 'waiting').length;
  const isSlow = useIsSlow(left, bulk.isRunning);
  const [isPausing, setPausing] = useState(false);
  if (bulk.isPaused)
    return (
      <Line>
        <Quiet role="status">{t('bulk.paused', { count: left, of })}</Quiet>
        <Button size="small" isPrimary onClick={bulk.goOn}>
          {t('bulk.go_on')}
        </Button>
        <Button size="small" isBasic onClick={onLeave}>
          {t('bulk.stop')}
        </Button>
      </Line>
    );
  const pause = () => {
    setPausing(true);
    bulk.pause();
  };
  return (
    <Line>
      <progress max={of} value={of - left} aria-label={t('bulk.title')} />
      <Quiet>{t('bulk.working', { count: of - left, of })}</Quiet>
      <Button size="small" aria-disabled={isPausing} onClick={pause}>
        {t(isPausing ? 'bulk.pausing' : 'bulk.pause')}
      </Button>
      {isSlow && <Quiet>{t('bulk.slow')}</Quiet>}
    </Line>
  );
}

function useIsSlow(left: number, isRunning: boolean): boolean {
  const [slow, setSlow] = useState<number | null>(null);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setTimeout(() => setSlow(left), slowMs);
    return () => clearTimeout(timer);
  }, [left, isRunning]);
  return isRunning && slow === left;
}
