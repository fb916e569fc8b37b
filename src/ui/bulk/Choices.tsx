import { Button } from '@zendeskgarden/react-buttons';
import { isReasonNeeded } from '../../care/assignment.ts';
import { buckets } from '../../care/ledger.ts';
import { Line, Quiet } from '../layout.ts';
import type { Cases } from '../triage/useCases.ts';
import { useApp } from '../useApp.ts';
import type { Bulk } from './useBulk.ts';
import type { Ticks } from './useTicks.ts';

export type FormName = 'hand_on' | 'give_back' | 'close';

interface Props {
  cases: Pick<Cases, 'rows' | 'hasMore'>;
  ticks: Ticks;
  start: Bulk['start'];
  onForm: (form: FormName) => void;
  onLeave: () => void;
}

/** How many are ticked, and what can be done to them. */
export function Choices({ cases, ticks, start, onForm, onLeave }: Props) {
  const { t, user, configuration } = useApp();
  const { rows } = ticks;
  const shown = cases.rows.length;
  const isWhole = rows.length === shown;
  const give = (ownerId: string | null) =>
    start({ kind: 'assign', ownerId, isOwn: ownerId !== null, name: '', reason: null }, rows);
  const giveBack = () => (isReasonNeeded(null, user.id, configuration) ? onForm('give_back') : give(null));
  return (
    <>
      <Line>
        <Quiet role="status">
          {t('bulk.ticked', { count: rows.length, shown })} {cases.hasMore && t('bulk.unread')}
        </Quiet>
        {!isWhole && (
          <Button isLink size="small" onClick={ticks.tickAll}>
            {t('bulk.all', { count: shown })}
          </Button>
        )}
        <Button isLink size="small" onClick={onLeave}>
          {t('bulk.clear')}
        </Button>
      </Line>
      <Line>
        <Button size="small" onClick={() => give(user.id)}>
          {t('bulk.take')}
        </Button>
        <Button size="small" onClick={() => onForm('hand_on')}>
          {t('bulk.hand_on')}
        </Button>
        <Button size="small" onClick={giveBack}>
          {t('bulk.give_back')}
        </Button>
        <Line role="group" aria-label={t('bulk.about')}>
          {buckets.map((bucket) => (
            <Button key={bucket} size="small" onClick={() => start({ kind: 'bucket', bucket }, rows)}>
              {t(`bucket.${bucket}`)}
            </Button>
          ))}
        </Line>
        <Button size="small" isPrimary onClick={() => onForm('close')}>
          {t('bulk.close')}
        </Button>
      </Line>
    </>
  );
}
