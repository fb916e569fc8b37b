import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import { type BulkResult, isOpenWork } from '../../actions/workMany.ts';
import { Folded } from '../Folded.tsx';
import { isolate } from '../formats.ts';
import { Line, Quiet, Underlined } from '../layout.ts';
import type { Cases } from '../triage/useCases.ts';
import { useApp } from '../useApp.ts';
import { useKeys } from '../useKeys.ts';
import { resultText, rowText } from './resultText.ts';
import type { Bulk, Job } from './useBulk.ts';

/** Rows listed at once. */
const most = 50;

interface Props {
  bulk: Bulk;
  job: Job;
  cases: Pick<Cases, 'known' | 'names'>;
  hasKeys: boolean;
  onLeave: () => void;
}

/** What became of all, the way back, and of each row why not. */
export function Results({ bulk, job, cases, hasKeys, onLeave }: Props) {
  const { t } = useApp();
  const open = job.results.filter(isOpenWork).length;
  const { undo } = bulk;
  useKeys({ u: undo ?? undefined }, hasKeys);
  return (
    <>
      <Line>
        <strong>{resultText(t, job)}</strong>
        {undo && (
          <Button size="small" aria-keyshortcuts="u" onClick={undo}>
            {t('bulk.undo')}
          </Button>
        )}
        {bulk.hasFailed && (
          <Button size="small" onClick={bulk.goOn}>
            {t('bulk.retry', { count: open })}
          </Button>
        )}
        <Button size="small" isBasic onClick={onLeave}>
          {t('bulk.dismiss')}
        </Button>
      </Line>
      {job.results.some(({ isUnlisted }) => isUnlisted) && <Quiet>{t('bulk.unlisted')}</Quiet>}
      <Rows job={job} cases={cases} />
    </>
  );
}

const isDone = ({ state, isUnlisted }: BulkResult) => state === 'done' && !isUnlisted;

/** Those that need a look stand there, those that are done are folded away. */
function Rows({ job, cases }: Pick<Props, 'job' | 'cases'>) {
  const { t } = useApp();
  const others = job.results.filter((result) => !isDone(result));
  return (
    <>
      {others.length > 0 && (
        <ul aria-label={t('bulk.each')}>
          <Some results={others} job={job} cases={cases} />
        </ul>
      )}
      <Folded line={t('bulk.each')}>
        <Some results={job.results} job={job} cases={cases} />
      </Folded>
    </>
  );
}

function Some({ results, job, cases }: { results: readonly BulkResult[] } & Pick<Props, 'job' | 'cases'>) {
  const { t, locale, user } = useApp();
  const [shown, setShown] = useState(most);
  const watching = { t, locale, timeZone: user.timeZone, names: { ...cases.names, ...job.names } };
  const left = results.length - shown;
  return (
    <>
      {results.slice(0, shown).map((result) => (
        <li key={result.feedback.key}>
          <Named result={result} cases={cases} /> · {rowText(result, watching)}
        </li>
      ))}
      {left > 0 && (
        <li>
          <Underlined type="button" onClick={() => setShown(shown + most)}>
            {t('bulk.more_rows', { count: Math.min(left, most) })}
          </Underlined>
        </li>
      )}
    </>
  );
}

function Named({ result, cases }: { result: BulkResult; cases: Props['cases'] }) {
  const { t } = useApp();
  const { feedback, ticketId, requesterId } = result;
  const subject = cases.known.rows.get(feedback.key)?.ticket?.subject;
  const ticket = subject || (ticketId ? t('triage.no_ticket', { id: ticketId }) : t('triage.conversation'));
  const name = cases.names[requesterId ?? ''] ?? t('people.customer');
  return <bdi>{t('bulk.row', { name: isolate(name), ticket: isolate(ticket) })}</bdi>;
}
