import { isFirstLate } from '../../care/due.ts';
import type { Case } from '../../care/feedback.ts';
import { span } from '../formats.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';

/** A first contact that came too late stays so; while it is still due, the due time itself says it. */
export function FirstContact({ current }: { current: Case }) {
  const { t, locale, now } = useApp();
  const { firstDueAt, firstActionAt, closedAt } = current;
  const at = firstActionAt ?? closedAt;
  if (firstDueAt === null || at === null || !isFirstLate(current, now())) return null;
  const time = span(at - firstDueAt, locale);
  return <Quiet>{t(firstActionAt === null ? 'work.first_none' : 'work.first_late', { time })}</Quiet>;
}
