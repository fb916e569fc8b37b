/** Time between any two statuses, asked freely: said first what it takes, then read, counted and opened. */
import { useQuery } from '@tanstack/react-query';
import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import {
  type LedgerPlan,
  type Loaded,
  loadLedgers,
  openCache,
  planLedgers,
} from '../../actions/loadLedgers.ts';
import type { ReportData } from '../../actions/readReport.ts';
import type { StatusPoint } from '../../care/durations.ts';
import type { Question } from '../../care/insights/question.ts';
import { caseRowsOf, statusTimesOf } from '../../care/insights/statusTimes.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Line, Quiet, Stack, Title } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { PacedBar } from './PacedBar.tsx';
import { PointChoice } from './PointChoice.tsx';
import { StatusFigures } from './StatusFigures.tsx';
import { usePaced } from './usePaced.ts';

interface Props {
  data: ReportData;
  question: Question;
}

export function StatusTimes({ data, question }: Props) {
  const { period, filters, hasSuspected } = question;
  const [isOpen, setOpen] = useState(false);
  const { t } = useApp();
  // Another question is another reading.
  const asked = JSON.stringify([period, filters, hasSuspected, data.asOf]);
  return (
    <Stack as="section" $gap={8} aria-label={t('between.title')}>
      <Title as="h2">{t('between.title')}</Title>
      {isOpen ? (
        <Asking key={asked} data={data} question={question} />
      ) : (
        <Line>
          <Quiet>{t('between.about')}</Quiet>
          <Button size="small" onClick={() => setOpen(true)}>
            {t('between.ask')}
          </Button>
        </Line>
      )}
    </Stack>
  );
}

function Asking({ data, question }: Props) {
  const app = useApp();
  const { t, configuration } = app;
  const announce = useAnnounce();
  const [from, setFrom] = useState<StatusPoint>({ status: 'new', entry: 'first' });
  const [to, setTo] = useState<StatusPoint>({ status: 'closed', entry: 'last' });
  const [rows] = useState(() => caseRowsOf(data.columns, question));
  const { data: cache } = useQuery({
    queryKey: ['ledger-cache'],
    queryFn: () => openCache(app),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  const plan = useQuery({
    queryKey: [
      'ledger-plan',
      JSON.stringify([question.period, question.filters, question.hasSuspected, data.asOf]),
    ],
    queryFn: () => (cache ? planLedgers(cache, rows) : null),
    enabled: cache !== undefined,
    gcTime: 0,
    structuralSharing: false,
  });
  const { state, calls, result, failure, start, pause, resume, stop } = usePaced<Loaded>();
  const onRead = async () => {
    if (!cache) return;
    // What an earlier try read is not read again.
    const now = await planLedgers(cache, rows);
    const found = await start((control) => loadLedgers(app, now, { ...control, cache }));
    void plan.refetch();
    if (found) announce(t('between.read', { n: found.courses.size }));
  };
  const ready = plan.data ?? null;
  return (
    <Stack $gap={10}>
      <Line $gap={16}>
        <PointChoice label={t('between.from')} point={from} onPoint={setFrom} />
        <PointChoice label={t('between.to')} point={to} onPoint={setTo} />
      </Line>
      {failure && (
        <FailureNote kind={failure.kind} title={t('between.failed')} onRetry={() => void onRead()} />
      )}
      {ready && state === 'idle' && !failure && (!result || result.unread > 0) && (
        <Plan plan={ready} onRead={() => void onRead()} isRest={result !== null} />
      )}
      {state !== 'idle' && (
        <PacedBar
          state={state}
          calls={calls}
          of={ready?.calls ?? 0}
          label={t('between.title')}
          onPause={pause}
          onResume={resume}
          onStop={stop}
        />
      )}
      {cache && !cache.isKept() && <Quiet>{t('between.not_kept')}</Quiet>}
      {result && (
        <StatusFigures
          times={statusTimesOf(result.courses, from, to, configuration.schedule)}
          unread={result.unread}
        />
      )}
    </Stack>
  );
}

function Plan({ plan, isRest, onRead }: { plan: LedgerPlan; isRest: boolean; onRead: () => void }) {
  const { t } = useApp();
  const { rows, calls, minutes } = plan;
  if (rows.length === 0) return <Quiet>{t('between.none')}</Quiet>;
  return (
    <Line>
      <Quiet>
        {calls === 0
          ? t('between.plan_known', { n: rows.length })
          : t('between.plan', { n: rows.length, calls, minutes })}
      </Quiet>
      <Button size="small" onClick={onRead}>
        {t(isRest ? 'between.begin_rest' : 'between.begin')}
      </Button>
    </Line>
  );
}
