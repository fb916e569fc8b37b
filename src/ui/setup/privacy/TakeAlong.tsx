import { Button } from '@zendeskgarden/react-buttons';
import { useRef, useState } from 'react';
import { saveFile } from '../../../actions/exportCases.ts';
import {
  type ExportFormat,
  type ExportProgress,
  exportEverything,
  exportFormats,
} from '../../../actions/exportEverything.ts';
import { asFailure, type Failure } from '../../../care/failure.ts';
import { FailureNote } from '../../FailureNote.tsx';
import { Line, Quiet } from '../../layout.ts';
import { useAnnounce } from '../../useAnnounce.ts';
import { useApp } from '../../useApp.ts';
import { Group, GroupName } from '../layout.ts';

/** Everything the app keeps, as files: the account's own data stays the account's. */
export function TakeAlong() {
  const app = useApp();
  const { t } = app;
  const announce = useAnnounce();
  const stop = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const [failed, setFailed] = useState<{ failure: Failure; format: ExportFormat } | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const isBusy = progress !== null;
  const run = async (format: ExportFormat) => {
    if (isBusy) return;
    stop.current = new AbortController();
    setFailed(null);
    setSaid(null);
    setProgress({ objectKey: '', records: 0 });
    try {
      const whole = await exportEverything(app, format, setProgress, stop.current.signal);
      for (const file of whole?.files ?? []) saveFile(file);
      const result = whole ? t('privacy.taken', { count: whole.records }) : t('privacy.stopped');
      setSaid(result);
      announce(result);
    } catch (cause) {
      setFailed({ failure: asFailure(cause), format });
    } finally {
      setProgress(null);
    }
  };
  return (
    <Group $gap={12}>
      <GroupName>{t('privacy.take')}</GroupName>
      <p>{t('privacy.take_what')}</p>
      <Line>
        {exportFormats.map((format) => (
          <Button key={format} size="small" aria-disabled={isBusy} onClick={() => void run(format)}>
            {t(`privacy.take_${format}`)}
          </Button>
        ))}
        {isBusy && (
          <Button size="small" isBasic onClick={() => stop.current?.abort()}>
            {t('privacy.stop')}
          </Button>
        )}
      </Line>
      {progress && <Quiet>{t('privacy.taking', { count: progress.records })}</Quiet>}
      {failed && (
        <FailureNote
          kind={failed.failure.kind}
          title={t('privacy.take_failed')}
          onRetry={() => void run(failed.format)}
        />
      )}
      {said && <Quiet>{said}</Quiet>}
    </Group>
  );
}
