import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef, useState } from 'react';
import { openTicket } from '../../actions/goTo.ts';
import { putAwayPraise, readPraise } from '../../actions/readPraise.ts';
import type { Praise } from '../../care/workflows/praise.ts';
import { Block, Line, Quiet } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { When } from '../When.tsx';

/** What customers praised the reader for: on whatever ticket they are, until they put it away. */
export function PraiseLine() {
  const app = useApp();
  const { t } = app;
  const announce = useAnnounce();
  const [praise, setPraise] = useState<readonly Praise[]>([]);
  useEffect(() => {
    let isHere = true;
    void readPraise(app).then((found) => isHere && setPraise(found));
    return () => {
      isHere = false;
    };
  }, [app]);
  const [isAway, setAway] = useState(false);
  const left = useRef<HTMLParagraphElement>(null);
  // The pressed button is gone; the focus stays where it was.
  useEffect(() => {
    if (isAway) left.current?.focus();
  }, [isAway]);
  const [newest] = praise;
  if (isAway) {
    return (
      <Quiet ref={left} tabIndex={-1}>
        {t('praise.away')}
      </Quiet>
    );
  }
  if (!newest) return null;
  const putAway = () => {
    void putAwayPraise(
      app,
      praise.map(({ key }) => key),
    );
    setAway(true);
    announce(t('praise.away'));
  };
  const said =
    newest.csat === null ? t('praise.good') : t('praise.score', { csat: Math.round(newest.csat * 10) / 10 });
  return (
    <Block aria-label={t('praise.title')} role="region">
      <Line style={{ justifyContent: 'space-between' }}>
        <strong>{t('praise.title')}</strong>
        <Button size="small" isLink onClick={putAway}>
          {t('praise.seen')}
        </Button>
      </Line>
      <Quiet as="div">
        {said} <When at={newest.at} />{' '}
        <Button size="small" isLink onClick={() => void openTicket(app, newest.ticketId)}>
          {t('praise.open', { id: newest.ticketId })}
        </Button>
      </Quiet>
      {praise.length > 1 && <Quiet as="div">{t('praise.more', { count: praise.length - 1 })}</Quiet>}
    </Block>
  );
}
