import { Button } from '@zendeskgarden/react-buttons';
import type { Feedback } from '../../care/feedback.ts';
import { Line, Quiet } from '../layout.ts';
import { Note } from '../note.ts';
import { useApp } from '../useApp.ts';
import { When } from '../When.tsx';
import type { DisputeUse } from './useDispute.ts';

interface Props {
  dispute: NonNullable<Feedback['dispute']>;
  names: Record<string, string>;
  use: DisputeUse;
  onDone: () => void;
}

/** Who says so and why, and what became of it. */
export function DisputeNote({ dispute, names, use, onDone }: Props) {
  const { t, user } = useApp();
  const nameOf = (id: string) => names[id] ?? t('people.someone');
  const isOwn = dispute.byId === user.id;
  const { decision } = dispute;
  const outcome = {
    open: t('disputing.is_open'),
    accepted:
      dispute.creditTo === null
        ? t('disputing.is_accepted')
        : t('disputing.is_credited', { name: nameOf(dispute.creditTo) }),
    rejected: t('disputing.is_rejected'),
  };
  return (
    <Note type="info">
      <div>
        {isOwn ? t('disputing.by_you') : t('disputing.by', { name: nameOf(dispute.byId) })}{' '}
        <When at={dispute.at} />
      </div>
      <div>{t('disputing.why', { reason: t(`dispute.${dispute.reason}`) })}</div>
      {dispute.note && <Quiet dir="auto">{dispute.note}</Quiet>}
      <div>{outcome[dispute.state]}</div>
      {decision && (
        <Quiet as="div">
          {t('disputing.decided_by', { name: nameOf(decision.byId) })} <When at={decision.at} />
        </Quiet>
      )}
      {decision?.note && <Quiet dir="auto">{decision.note}</Quiet>}
      {isOwn && dispute.state === 'open' && (
        <Line style={{ marginTop: 8 }}>
          <Button size="small" aria-disabled={use.isBusy} onClick={() => use.withdraw(onDone)}>
            {t('disputing.withdraw')}
          </Button>
        </Line>
      )}
    </Note>
  );
}
