import type { Feedback } from '../../care/feedback.ts';
import { clockTime, isolate } from '../formats.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';
import { When } from '../When.tsx';

/** Who was alerted of the case last, by which workflow, when. */
export function AlertedLine({
  feedback,
  names: people,
}: {
  feedback: Feedback;
  names: Record<string, string>;
}) {
  const { t, locale, user, configuration } = useApp();
  const now = useNow();
  const last = feedback.alerts.reduce<Feedback['alerts'][number] | null>(
    (newest, one) => (newest && newest.at > one.at ? newest : one),
    null,
  );
  if (!last) return null;
  const workflow =
    configuration.workflows.find(({ id }) => id === last.workflow)?.name ?? t('timeline.former_workflow');
  const known = (last.to?.split(' ') ?? []).flatMap((id) => people[id] ?? []).map(isolate);
  const names = new Intl.ListFormat(locale).format(known);
  // Zendesk's own rules alert with no app open: the time is when one saw that they had.
  const isByRule = last.how === 'rule';
  const text =
    known.length > 0
      ? t(isByRule ? 'notices.alerted_by_rule_to' : 'notices.alerted_to', { names, workflow })
      : t(isByRule ? 'notices.alerted_by_rule' : 'notices.alerted', { workflow });
  return (
    <Quiet as="div">
      {text} <When at={last.at} text={clockTime(last.at, now, locale, user.timeZone)} />
    </Quiet>
  );
}
