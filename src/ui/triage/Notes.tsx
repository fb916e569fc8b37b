import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Notice } from './layout.ts';
import type { Cases } from './useCases.ts';

/** What the list is missing, where it is: partial is never shown as whole. */
export function Notes({ cases }: { cases: Cases }) {
  const { t } = useApp();
  const { partial, broken } = cases;
  if (!partial && broken === 0) return null;
  return (
    <Notice role="status">
      {partial && <Quiet>{t('triage.partial', { why: t(`failure.${partial.kind}`) })}</Quiet>}
      {broken > 0 && <Quiet>{t('triage.broken', { count: broken })}</Quiet>}
    </Notice>
  );
}
