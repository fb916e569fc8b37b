import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import type { TicketFeedback } from '../../actions/readTicketFeedback.ts';
import { clockTime } from '../formats.ts';
import { Block, Line, Quiet } from '../layout.ts';
import { lazyPart } from '../lazyPart.ts';
import { Part } from '../Part.tsx';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';
import { useQuiet } from '../useQuiet.ts';
import type { TicketUse } from './useTicketFeedback.ts';

const LaterNotes = lazyPart(async () => (await import('./LaterNotes.tsx')).LaterNotes);

const Foot = styled(Block)`
  padding-block: 8px;
  border-bottom: 0;
`;

/** How old all of this is, what limits it, and the way to read it again. */
export function AsOf({ data, use }: { data: TicketFeedback; use: TicketUse }) {
  const { t, locale, user } = useApp();
  const isQuiet = useQuiet();
  const time = clockTime(data.asOf, useNow(), locale, user.timeZone);
  return (
    <Foot>
      {data.isTicketClosed && <Quiet>{t('sidebar.ticket_closed')}</Quiet>}
      {data.feedback.ignored > 0 && <Quiet>{t('sidebar.ignored', { count: data.feedback.ignored })}</Quiet>}
      {data.feedback.edited > 0 && <Quiet>{t('sidebar.edited', { count: data.feedback.edited })}</Quiet>}
      {isQuiet && (
        <Part>
          <LaterNotes data={data} />
        </Part>
      )}
      <Line style={{ justifyContent: 'space-between' }}>
        <Quiet>{use.failure ? t('sidebar.stale', { time }) : t('sidebar.as_of', { time })}</Quiet>
        <Button isLink size="small" onClick={use.reload} aria-disabled={use.isReading}>
          {t('sidebar.refresh')}
        </Button>
      </Line>
    </Foot>
  );
}
