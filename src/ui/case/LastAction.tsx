import type { Feedback } from '../../care/feedback.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { When } from '../When.tsx';

/** What happened to this feedback last, by whom and when. */
export function LastAction({ feedback, names }: { feedback: Feedback; names: Record<string, string> }) {
  const { t } = useApp();
  const last = feedback.lastAction;
  if (!last) return null;
  return (
    <Quiet as="div">
      {t('case.last', { name: names[last.byId] ?? t('people.someone'), what: t(`event.${last.kind}`) })}{' '}
      <When at={last.at} />
    </Quiet>
  );
}
