import type { RefusedField } from '../../actions/makeTicketFields.ts';
import { ticketFieldPlans } from '../../care/setup/setup.ts';
import { useApp } from '../useApp.ts';

/** What became of the ticket fields: that they are written from now on, or which were refused and why. */
export function TicketFieldsMade({ refused }: { refused: readonly RefusedField[] }) {
  const { t, locale } = useApp();
  const reasons = [...new Set(refused.map(reasonOf))];
  const namesOf = (reason: string) => {
    const keys = refused.filter((one) => reasonOf(one) === reason).map(({ field }) => field);
    const titles = ticketFieldPlans.filter(({ key }) => keys.includes(key)).map(({ title }) => title);
    return new Intl.ListFormat(locale, { type: 'unit' }).format(titles);
  };
  return (
    <>
      {refused.length < ticketFieldPlans.length && <p>{t('setup.fields_made')}</p>}
      {reasons.map((reason) => (
        <p key={reason}>
          {t('setup.fields_refused', {
            names: namesOf(reason),
            why: t(`setup.fields_refused_why.${reason}`),
          })}
        </p>
      ))}
    </>
  );
}

const reasonOf = ({ why }: RefusedField) => (why === 'forbidden' || why === 'off' ? why : 'invalid');
