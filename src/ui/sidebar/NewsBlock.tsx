/** News for whoever reads, on whatever ticket they are, until they put it away. */
import { Button } from '@zendeskgarden/react-buttons';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { App } from '../../app.ts';
import { Block, Line, Quiet } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';

interface Props<T> {
  title: string;
  /** Said once it is put away. */
  away: string;
  /** From what is kept in this browser: no call. */
  read: (app: App) => Promise<T[]>;
  putAway: (app: App, news: readonly T[]) => Promise<void>;
  /** The newest first. */
  children: (news: readonly [T, ...T[]]) => ReactNode;
}

export function NewsBlock<T>({ title, away, read, putAway, children }: Props<T>) {
  const app = useApp();
  const announce = useAnnounce();
  const [news, setNews] = useState<readonly T[]>([]);
  const [isAway, setAway] = useState(false);
  const left = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    let isHere = true;
    void read(app).then((found) => isHere && setNews(found));
    return () => {
      isHere = false;
    };
  }, [app, read]);
  // The pressed button is gone; the focus stays where it was.
  useEffect(() => {
    if (isAway) left.current?.focus();
  }, [isAway]);
  if (isAway) {
    return (
      <Quiet ref={left} tabIndex={-1}>
        {away}
      </Quiet>
    );
  }
  const [newest, ...others] = news;
  if (newest === undefined) return null;
  const onSeen = () => {
    void putAway(app, news);
    setAway(true);
    announce(away);
  };
  return (
    <Block aria-label={title} role="region">
      <Line style={{ justifyContent: 'space-between' }}>
        <strong>{title}</strong>
        <Button size="small" isLink onClick={onSeen}>
          {app.t('praise.seen')}
        </Button>
      </Line>
      {children([newest, ...others])}
    </Block>
  );
}
