import { Button } from '@zendeskgarden/react-buttons';
import type { Counter } from '../../actions/counter.ts';
import type { SheetData } from '../../actions/readSheet.ts';
import { renameSheetFeedbacks } from '../../actions/renameSheetFeedbacks.ts';
import type { Period } from '../../care/insights/question.ts';
import { FailureNote } from '../FailureNote.tsx';
import { useAsk } from '../insights/useCounter.ts';
import { Line, Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useAct } from '../views/useAct.ts';

interface Props {
  agentId: string;
  period: Period;
  data: SheetData;
  counter: Counter | null;
  onNamed: () => void;
}

/** What the report counts and the search does not find: recorded by an older version, which named no agents. */
export function Unnamed({ agentId, period, data, counter, onNamed }: Props) {
  const app = useApp();
  const { t } = app;
  const { run, retry, failure, isBusy } = useAct();
  const credited = useAsk(counter, 'agent_keys', [period, agentId]).data ?? [];
  const found = new Set(data.rows.map(({ key }) => key));
  const lacking = data.isCut ? [] : credited.filter((key) => !found.has(key));
  if (lacking.length === 0) return null;
  return (
    <div className="no-print">
      {failure && <FailureNote kind={failure.kind} title={t('coaching.naming_failed')} onRetry={retry} />}
      <Line>
        <Quiet>{t('coaching.unlisted', { count: lacking.length })}</Quiet>
        <Button
          size="small"
          aria-disabled={isBusy}
          onClick={() => void run(() => renameSheetFeedbacks(app, lacking), t('coaching.named'), onNamed)}
        >
          {t('coaching.name_them')}
        </Button>
      </Line>
    </div>
  );
}
