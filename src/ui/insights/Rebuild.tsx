import { useQuery } from '@tanstack/react-query';
import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef, useState } from 'react';
import {
  estimateRebuild,
  type RebuildEnd,
  type RebuildProgress,
  rebuildRollups,
} from '../../actions/rebuildRollups.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';

/** Counts everything anew, with the minutes it takes said before. */
export function Rebuild({ onRebuilt }: { onRebuilt: () => void }) {
  const app = useApp();
  const { t } = app;
  const announce = useAnnounce();
  const estimate = useQuery({
    queryKey: ['rebuild_estimate'],
    queryFn: () => estimateRebuild(app),
    refetchOnMount: 'always',
  });
  const [progress, setProgress] = useState<RebuildProgress | null>(null);
  const [end, setEnd] = useState<RebuildEnd | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isStopped = useRef(false);
  // What was read so far is kept: whoever leads goes on with it.
  useEffect(
    () => () => {
      isStopped.current = true;
    },
    [],
  );
  const onStart = async () => {
    isStopped.current = false;
    setFailure(null);
    setEnd(null);
    setProgress({ records: 0, feedbacks: 0 });
    try {
      const result = await rebuildRollups(app, {
        isStopped: () => isStopped.current,
        onProgress: setProgress,
      });
      setEnd(result);
      announce(t(`insights.rebuilt_${result}`));
      if (result === 'done') onRebuilt();
    } catch (cause) {
      setFailure(asFailure(cause));
    } finally {
      setProgress(null);
    }
  };
  const onPress = () => {
    if (progress) isStopped.current = true;
    else void onStart();
  };
  const { records, minutes } = estimate.data ?? { records: null, minutes: 0 };
  return (
    <Stack>
      <Quiet>{t('insights.rebuild_how')}</Quiet>
      {records !== null && (
        <Quiet>
          {t('insights.rebuild_records', { count: records })}{' '}
          {t('insights.rebuild_minutes', { count: minutes })}
        </Quiet>
      )}
      {estimate.error && (
        <FailureNote kind={asFailure(estimate.error).kind} title={t('insights.rebuild_no_estimate')} />
      )}
      <Line>
        <Button size="small" onClick={onPress}>
          {t(progress ? 'insights.rebuild_stop' : 'insights.rebuild')}
        </Button>
        {progress && (
          <Quiet>
            {records === null
              ? t('insights.rebuilding', { done: progress.records })
              : t('insights.rebuilding_of', { done: Math.min(progress.records, records), all: records })}
          </Quiet>
        )}
      </Line>
      {progress && records !== null && records > 0 && (
        <progress
          aria-label={t('insights.rebuild')}
          max={records}
          value={Math.min(progress.records, records)}
          style={{ width: 240, maxWidth: '100%' }}
        />
      )}
      {end && <p>{t(`insights.rebuilt_${end}`)}</p>}
      {failure && (
        <FailureNote
          kind={failure.kind}
          title={t('insights.rebuild_failed')}
          onRetry={() => void onStart()}
        />
      )}
    </Stack>
  );
}
