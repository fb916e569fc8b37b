import type { Feedback } from '../../care/feedback.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { When } from '../When.tsx';

/** What happened to this feedback last, by whom and when; of a try to reach the customer also what came of it. */
export function LastAction({ feedback, names }: { feedback: Feedback; names: Record<string, string> }) {
  const { t } = useApp();
  const last = feedback.lastAction;
  if (!last) return null;
  const name = names[last.byId] ?? t('people.someone');
  const contact = feedback.case?.lastContact;
  // A contact that began the case was written together with that, and is what a person did.
  const isContact = contact?.at === last.at && together.includes(last.kind);
  const text = isContact
    ? t('case.last_contact', {
        how: t(`reach.${contact.channel}`),
        result: t(`reach.${contact.result}`),
        name,
      })
    : t('case.last', { name, what: t(`event.${last.kind}`) });
  return (
    <Quiet as="div">
      {text} <When at={last.at} />
    </Quiet>
  );
}

const together = ['contacted', 'case_assigned', 'case_moved'];
