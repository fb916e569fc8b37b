import { Button } from '@zendeskgarden/react-buttons';
import { useRef, useState } from 'react';
import { csvOf, saveFile } from '../../actions/exportCases.ts';
import { type Behind, readBehind } from '../../actions/readBehind.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Line, Quiet } from '../layout.ts';
import { scoreText } from '../scoreText.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';

/** Keys one reading has. */
const block = 100;
const head = ['feedback', 'ticket_id', 'subject', 'score', 'metric', 'bucket', 'topic', 'at'];

/** All tickets behind a number as a file; nobody's name is in it. */
export function TicketFile({ keys }: { keys: readonly string[] }) {
  const app = useApp();
  const { t } = app;
  const announce = useAnnounce();
  const [done, setDone] = useState<number | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isStopped = useRef(false);

  const rowOf = ({ key, ticketId, subject, score, bucket, topic, at }: Behind) => [
    key,
    ticketId ?? '',
    subject ?? '',
    score ? scoreText(t, score) : '',
    score?.metric ?? '',
    bucket ?? '',
    topic ?? '',
    at === null ? '' : new Date(at).toISOString(),
  ];
  const run = async () => {
    const data: string[][] = [];
    for (let from = 0; from < keys.length; from += block) {
      setDone(from);
      const { rows } = await readBehind(app, keys.slice(from, from + block), { hasNames: false });
      if (isStopped.current) return;
      data.push(...rows.map(rowOf));
    }
    const name = `tickets-${new Date(app.now()).toISOString().slice(0, 16).replace(/\D/g, '-')}.csv`;
    saveFile({ name, type: 'text/csv;charset=utf-8', text: await csvOf({ fields: head, data }) });
    const result = t('insights.behind_csv_done', { count: data.length });
    setSaid(result);
    announce(result);
  };
  const onPress = async () => {
    isStopped.current = done !== null;
    if (done !== null) return;
    setFailure(null);
    setSaid(null);
    try {
      await run();
    } catch (cause) {
      setFailure(asFailure(cause));
    } finally {
      setDone(null);
    }
  };
  const count = keys.length;
  return (
    <Line>
      {done !== null && <Quiet>{t('insights.behind_csv_reading', { done, all: count })}</Quiet>}
      {said && <Quiet>{said}</Quiet>}
      <Button size="small" isBasic onClick={() => void onPress()}>
        {done === null ? t('insights.behind_csv', { count }) : t('insights.behind_csv_stop')}
      </Button>
      {failure && <FailureNote kind={failure.kind} title={t('insights.behind_csv_failed')} />}
    </Line>
  );
}
