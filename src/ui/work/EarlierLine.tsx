import { useId, useState } from 'react';
import { openTicket, openTriage } from '../../actions/goTo.ts';
import type { CustomerHistory } from '../../actions/readCustomer.ts';
import { type Feedback, laneOf, ticketOfKey } from '../../care/feedback.ts';
import { FailureNote } from '../FailureNote.tsx';
import { PlainButton, Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useGoTo } from '../useGoTo.ts';
import { EarlierList } from './EarlierList.tsx';
import { useEarlier } from './useEarlier.ts';

interface Props {
  feedback: Feedback;
  requesterId: string | null;
}

/** The customer's history, in the sidebar: one line, read when it is opened. */
export function EarlierLine({ feedback, requesterId }: Props) {
  const app = useApp();
  const { t } = app;
  const travel = useGoTo();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { history, failure, reload } = useEarlier(feedback, requesterId, isOpen);
  if (requesterId === null) return null;
  const onOpen = (other: Feedback) => {
    const ticketId = ticketOfKey(other.key);
    if (ticketId === null) return;
    const isListed = laneOf(other) !== 'none';
    const go = () => (isListed ? openTriage(app, ticketId) : openTicket(app, ticketId));
    void travel.go(go, t('triage.ticket_place', { id: ticketId }));
  };
  return (
    <>
      <PlainButton type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        <Quiet as="span">
          {history ? <Line history={history} /> : t('earlier.ask')}{' '}
          <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
        </Quiet>
      </PlainButton>
      <div id={id} hidden={!isOpen}>
        {failure && <FailureNote kind={failure.kind} title={t('earlier.failed')} onRetry={reload} />}
        {history && history.others.length > 0 && <EarlierList history={history} onOpen={onOpen} />}
        {travel.refused && <Quiet role="alert">{travel.refused}</Quiet>}
      </div>
    </>
  );
}

/** `Earlier: 2 tickets, one bad (May)`. */
function Line({ history }: { history: CustomerHistory }) {
  const { t, locale, user } = useApp();
  const { others, bad, badAt } = history;
  if (others.length === 0) return <>{t('earlier.none')}</>;
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: user.timeZone });
  const month = badAt === null ? '' : format.format(badAt);
  const said = bad === 0 ? t('earlier.bad_none') : t('earlier.bad', { count: bad, month });
  return <>{t('earlier.line', { count: others.length, bad: said })}</>;
}
