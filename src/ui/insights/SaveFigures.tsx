import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import { csvOf, saveFile, type Table } from '../../actions/exportCases.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Line } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';

/** What is shown as a file, its numbers whole. */
export function SaveFigures({ name, table }: { name: 'figures' | 'breakdown'; table: () => Table }) {
  const app = useApp();
  const { t } = app;
  const announce = useAnnounce();
  const [failure, setFailure] = useState<Failure | null>(null);
  const onSave = async () => {
    setFailure(null);
    try {
      const made = table();
      const text = await csvOf(made);
      const day = new Date(app.now()).toISOString().slice(0, 10);
      saveFile({ name: `${name}-${day}.csv`, type: 'text/csv;charset=utf-8', text });
      announce(t('insights.behind_csv_done', { count: made.data.length }));
    } catch (cause) {
      setFailure(asFailure(cause));
    }
  };
  return (
    <Line className="no-print">
      <Button size="small" isBasic onClick={() => void onSave()}>
        {t(`insights.csv_${name}`)}
      </Button>
      {failure && <FailureNote kind={failure.kind} title={t('insights.behind_csv_failed')} />}
    </Line>
  );
}
