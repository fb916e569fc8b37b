import { Button } from '@zendeskgarden/react-buttons';
import { maySetAside } from '../../actions/maySetAside.ts';
import type { Feedback } from '../../care/feedback.ts';
import { Line, Quiet } from '../layout.ts';
import { Note } from '../note.ts';
import { useApp } from '../useApp.ts';
import { When } from '../When.tsx';
import type { ValidityUse } from './useValidity.ts';

interface Props {
  setAside: NonNullable<Feedback['setAside']>;
  names: Record<string, string>;
  use: ValidityUse;
}

/** Out of the figures and the queue: who said so, why, and the way back. */
export function SetAsideNote({ setAside, names, use }: Props) {
  const app = useApp();
  const { t, user } = app;
  const isOwn = setAside.byId === user.id;
  const name = names[setAside.byId] ?? t('people.someone');
  return (
    <Note type="info">
      <div>
        {isOwn ? t('aside.by_you') : t('aside.by', { name })} <When at={setAside.at} />
      </div>
      <div>{t('aside.why', { reason: t(`set_aside.${setAside.reason}`) })}</div>
      {setAside.note && <Quiet dir="auto">{setAside.note}</Quiet>}
      {maySetAside(app) && (
        <Line style={{ marginTop: 8 }}>
          <Button size="small" aria-disabled={use.isBusy} onClick={use.restore}>
            {t('aside.back')}
          </Button>
        </Line>
      )}
    </Note>
  );
}
