import { Button } from '@zendeskgarden/react-buttons';
import type { Feedback } from '../../care/feedback.ts';
import type { CaseUse } from '../case/useCase.ts';
import { Line } from '../layout.ts';
import { useApp } from '../useApp.ts';

interface Props {
  use: CaseUse;
  feedback: Feedback;
  names: Record<string, string>;
}

/** What else there is to say once Zendesk has answered: somebody was quicker, or it went another way than asked. */
export function Told({ use, feedback, names }: Props) {
  const { t, user } = useApp();
  const ownerId = feedback.case?.ownerId ?? null;
  const met =
    use.lost === 'handover' && ownerId !== null && ownerId !== user.id
      ? t('case.taken_by', { name: names[ownerId] ?? t('people.someone') })
      : t('case.met');
  return (
    <>
      {use.lost && <News text={met} onRead={use.clearLost} />}
      {use.remark && <News text={use.remark} onRead={() => use.setRemark(null)} />}
    </>
  );
}

function News({ text, onRead }: { text: string; onRead: () => void }) {
  const { t } = useApp();
  return (
    <Line role="status">
      <strong>{text}</strong>
      <Button isLink size="small" onClick={onRead}>
        {t('case.understood')}
      </Button>
    </Line>
  );
}
