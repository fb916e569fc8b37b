/** What customers with bad scores are worth. Where the account names no such field nothing is said about money. */
import { Button } from '@zendeskgarden/react-buttons';
import { useMemo, useState } from 'react';
import type { ReportData } from '../../actions/readReport.ts';
import { estimateValue, type ReadValue, readValue } from '../../actions/readValue.ts';
import type { CustomerValue } from '../../care/configuration.ts';
import type { Question } from '../../care/insights/question.ts';
import { badRowsOf } from '../../care/value.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Line, Quiet, Stack, Title } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { PacedBar } from './PacedBar.tsx';
import { usePaced } from './usePaced.ts';
import { ValueFigures } from './ValueFigures.tsx';

/** More calls than that are announced before they are made. */
const few = 4;

interface Props {
  data: ReportData;
  question: Question;
}

export function ValueSection({ data, question }: Props) {
  const { configuration } = useApp();
  const setting = configuration.customerValue;
  // Another question is another reading.
  const { period, filters, hasSuspected } = question;
  const asked = JSON.stringify([period, filters, hasSuspected, data.asOf]);
  return setting && <Section key={asked} setting={setting} data={data} question={question} />;
}

function Section({ setting, data, question }: Props & { setting: CustomerValue }) {
  const app = useApp();
  const { t } = app;
  const announce = useAnnounce();
  const [{ rows, withoutTicket }] = useState(() => badRowsOf(data.columns, question));
  const plan = useMemo(() => estimateValue(rows), [rows]);
  const { state, calls, result, failure, start, stop } = usePaced<ReadValue>();
  const onRead = async () => {
    const found = await start((control) => readValue(app, setting, rows, control));
    if (found) announce(t('value.read'));
  };
  const from = { field: setting.fieldKey };
  return (
    <Stack as="section" $gap={8} aria-label={t('value.title')}>
      <Title as="h2">{t('value.title')}</Title>
      <Quiet>{t(setting.of === 'organization' ? 'value.of_organization' : 'value.of_user', from)}</Quiet>
      {rows.length === 0 && <Quiet>{t('value.none')}</Quiet>}
      {failure && <FailureNote kind={failure.kind} title={t('value.failed')} onRetry={() => void onRead()} />}
      {state === 'idle' && !result && !failure && rows.length > 0 && (
        <Line>
          <Quiet>{plan.calls > few ? t('value.plan', { ...plan }) : t('value.plan_short')}</Quiet>
          <Button size="small" onClick={() => void onRead()}>
            {t('value.begin')}
          </Button>
        </Line>
      )}
      {state !== 'idle' && (
        <PacedBar state={state} calls={calls} of={plan.calls} label={t('value.title')} onStop={stop} />
      )}
      {result && <ValueFigures setting={setting} found={result} withoutTicket={withoutTicket} />}
    </Stack>
  );
}
