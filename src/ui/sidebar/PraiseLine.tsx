import { Button } from '@zendeskgarden/react-buttons';
import { openTicket } from '../../actions/goTo.ts';
import { putAwayPraise, readPraise } from '../../actions/readPraise.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { When } from '../When.tsx';
import { NewsBlock } from './NewsBlock.tsx';

/** What customers praised the reader for. */
export function PraiseLine() {
  const app = useApp();
  const { t } = app;
  const said = (csat: number | null) =>
    csat === null ? t('praise.good') : t('praise.score', { csat: Math.round(csat * 10) / 10 });
  return (
    <NewsBlock title={t('praise.title')} away={t('praise.away')} read={readPraise} putAway={putAwayPraise}>
      {([newest, ...others]) => (
        <>
          <Quiet as="div">
            {said(newest.csat)} <When at={newest.at} />{' '}
            <Button size="small" isLink onClick={() => void openTicket(app, newest.ticketId)}>
              {t('praise.open', { id: newest.ticketId })}
            </Button>
          </Quiet>
          {others.length > 0 && <Quiet as="div">{t('praise.more', { count: others.length })}</Quiet>}
        </>
      )}
    </NewsBlock>
  );
}
