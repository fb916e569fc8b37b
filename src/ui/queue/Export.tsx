import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import { exportCases } from '../../actions/exportCases.ts';
import { readPlaces } from '../../actions/readPlaces.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Quiet, Stack } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { contextOf } from './ask.ts';
import { csvTable } from './csvTable.ts';
import type { QueueBarProps } from './QueueBar.tsx';

/** Rows whose tickets and names one reading has. */
const block = 100;

/** The rows that are shown, as a file; what they lack is read first. */
export function Export({ cases }: Pick<QueueBarProps, 'cases'>) {
  const app = useApp();
  const { t } = app;
  const announce = useAnnounce();
  const [done, setDone] = useState<number | null>(null);
  const [result, setResult] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { rows, store, onlooker } = cases;

  const run = async () => {
    const keys = rows.map(({ feedback }) => feedback.key);
    const isBare = (key: string) => store.rows.get(key)?.isBare === true;
    for (let bare = keys.filter(isBare); bare.length > 0; bare = keys.filter(isBare)) {
      setDone(keys.length - bare.length);
      const partial = await cases.detail(bare.slice(0, block), 'interactive');
      if (partial) throw partial;
    }
    store.putPlaces(await readPlaces(app));
    const whole = keys.flatMap((key) => store.rows.get(key) ?? []);
    await exportCases(await csvTable(whole, contextOf(app, store.known(), onlooker)), app.now());
    return whole.length;
  };
  const onExport = async () => {
    setFailure(null);
    setResult(null);
    setDone(0);
    try {
      const said = t('queue.exported', { count: await run() });
      setResult(said);
      announce(said);
    } catch (cause) {
      setFailure(asFailure(cause));
    } finally {
      setDone(null);
    }
  };
  return (
    <Stack $gap={12}>
      <p>{t('queue.export_count', { count: rows.length })}</p>
      {cases.hasMore && <Quiet>{t('queue.export_part')}</Quiet>}
      <Quiet>{t('queue.export_names')}</Quiet>
      {failure && <FailureNote kind={failure.kind} title={t('queue.export_failed')} />}
      <div>
        <Button size="small" aria-disabled={done !== null} onClick={() => done === null && void onExport()}>
          {t('queue.download')}
        </Button>
      </div>
      {done !== null && <Quiet>{t('queue.reading_details', { done, of: rows.length })}</Quiet>}
      {result && <Quiet>{result}</Quiet>}
    </Stack>
  );
}
