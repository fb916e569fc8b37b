import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { isBlocked, isDue, isHalfDone } from './checkGroups.ts';
import type { ChecklistReading } from './useChecklist.ts';

/** Where set-up stands, in a sentence. */
export function Standing({ reading: { checklist, failure } }: { reading: ChecklistReading }) {
  const { t } = useApp();
  if (!checklist) return <Quiet>{t(failure ? 'setup.check.unknown' : 'setup.check.loading')}</Quiet>;
  const { items } = checklist;
  const count = items.filter(isDue).length;
  if (isBlocked(items)) return <p>{t('setup.check.blocked')}</p>;
  if (isHalfDone(items)) return <p>{t('setup.check.half', { count })}</p>;
  if (count > 0) return <p>{t('setup.check.due', { count })}</p>;
  const changed = items.filter(({ state }) => state === 'changed').length;
  if (changed > 0) return <p>{t('setup.check.only_changed', { count: changed })}</p>;
  const open = items.filter(({ state }) => state === 'impossible' || state === 'open').length;
  return <p>{open > 0 ? t('setup.check.all_but', { count: open }) : t('setup.check.all')}</p>;
}
