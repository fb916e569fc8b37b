import type { Feedback } from '../../care/feedback.ts';
import { clockTime, isolate } from '../formats.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';
import { When } from '../When.tsx';

/** Who was alerted of the case last, by which workflow, when. */
export function AlertedLine({ feedback, names }: { feedback: Feedback; names: Record<string, string> }) {
  const { t, locale, user, configuration } = useApp();
  const now = useNow();
  const last = feedback.alerts.reduce<Feedback['alerts'][number] | null>(
    (newest, one) => (newest && newest.at > one.at ? newest : one),
    null,
  );
  if (!last) return null;
  const workflow =
    configuration.workflows.find(({ id }) => id === last.workflow)?.name ?? t('timeline.former_workflow');
  const known = (last.to?.split(' ') ?? []).flatMap((id) => names[id] ?? []).map(isolate);
  const text =
    known.length > 0
      ? t('notices.alerted_to', { names: new Intl.ListFormat(locale).format(known), workflow })
      : t('notices.alerted', { workflow });
  return (
    <Quiet as="div">
      {text} <When at={last.at} text={clockTime(last.at, now, locale, user.timeZone)} />
    </Quiet>
  );
}
