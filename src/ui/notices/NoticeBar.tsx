import { Button } from '@zendeskgarden/react-buttons';
import { type RefObject, useId, useRef, useState } from 'react';
import styled from 'styled-components';
import type { Feedback } from '../../care/feedback.ts';
import type { Notice, Snooze } from '../../care/workflows/notices.ts';
import { clockTime } from '../formats.ts';
import { Line, PlainButton, Quiet, Stack, Title } from '../layout.ts';
import { narrow } from '../triage/layout.ts';
import { useIsNarrow } from '../triage/useIsNarrow.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { useHeldFocus } from '../useHeldFocus.ts';
import { NoticeRow, once } from './NoticeRow.tsx';
import { useNotices } from './useNotices.ts';

/** Rows that can be taken in; the others follow. */
const most = 20;

const Region = styled.section`
  padding: 4px 0;
  ${narrow} { padding: 0; }
`;

const Head = styled(Line)`
  flex-wrap: nowrap;
  min-height: 32px;
  column-gap: 12px;
  ${narrow} { justify-content: space-between; }
`;

const Toggle = styled(PlainButton)`
  flex-shrink: 0;
  min-height: 32px;
  white-space: nowrap;
  color: var(--fl-quiet);
  ${narrow} { min-height: 40px; }
`;

const More = styled(Stack)`
  --notice-width: 380px;
  max-height: 40vh;
  overflow-y: auto;
  padding: 6px 0 6px 14px;
  border-inline-start: 3px solid var(--fl-accent);
`;

const Foot = styled.div`
  padding: 6px 14px 10px;
`;

const Dot = styled.span`
  display: inline-block;
  width: 8px;
  height: 8px;
  margin-inline-end: 6px;
  border-radius: 50%;
  background: var(--fl-accent);
`;

export interface NoticeBarProps {
  /** As the page knows it, perhaps newer than what was found; `null` where it does not. */
  feedbackOf: (key: string) => Feedback | null;
  onCase: (key: string) => void;
  onTicket: (ticketId: string) => void;
  /** Has the focus when nothing is left here. */
  heir: RefObject<HTMLElement>;
}

/** Alerts for the reader: the newest at once, the others when asked for; nothing where there is none. */
export function NoticeBar({ feedbackOf, onCase, onTicket, heir }: NoticeBarProps) {
  const { t, locale, user, now } = useApp();
  const announce = useAnnounce();
  const { notices, onAcknowledge, onSnooze } = useNotices(feedbackOf);
  const [isOpen, setOpen] = useState(false);
  const isNarrow = useIsNarrow();
  const region = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const ids = { title: useId(), list: useId() };
  useHeldFocus(region, notices.length > 0 ? title : heir);
  const [newest, ...others] = notices;
  if (!newest) return <section ref={region} hidden />;

  const acknowledge = async (those: readonly Notice[]) => {
    await onAcknowledge(those);
    const left = notices.length - those.length;
    announce(left > 0 ? t('notices.done', { count: left }) : t('notices.done_all'));
  };
  const snooze = async (notice: Notice, how: Snooze) => {
    const until = await onSnooze(notice, how);
    announce(t('notices.snoozed', { time: clockTime(until, now(), locale, user.timeZone) }));
  };
  const rowOf = (notice: Notice) => (
    <NoticeRow
      key={`${notice.key} ${notice.at}`}
      notice={notice}
      onOpen={() => (notice.dueAt === null ? onTicket(notice.ticketId) : onCase(notice.key))}
      onAcknowledge={() => void acknowledge([notice])}
      onSnooze={(how) => void snooze(notice, how)}
    />
  );
  const folded = isNarrow ? notices : others;
  const shown = folded.slice(0, most);
  return (
    <Region ref={region} aria-labelledby={ids.title}>
      <Head>
        <Title id={ids.title} ref={title} tabIndex={-1} style={{ whiteSpace: 'nowrap' }}>
          <Dot aria-hidden="true" />
          {t('notices.title', { count: notices.length })}
        </Title>
        {!isNarrow && rowOf(newest)}
        {folded.length > 0 && (
          <Toggle
            type="button"
            aria-expanded={isOpen}
            aria-controls={ids.list}
            onClick={() => setOpen(!isOpen)}
          >
            {isNarrow ? t('notices.show') : t('notices.more', { count: others.length })}{' '}
            <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
          </Toggle>
        )}
      </Head>
      <div id={ids.list} hidden={!isOpen || folded.length === 0}>
        {isOpen && (
          <More $gap={6}>
            {shown.map(rowOf)}
            {folded.length > shown.length && (
              <Quiet>{t('notices.beyond', { count: folded.length - shown.length })}</Quiet>
            )}
          </More>
        )}
        {isOpen && notices.length > 1 && (
          <Foot>
            <Button
              size="small"
              style={{ minHeight: isNarrow ? 40 : undefined }}
              onClick={once(() => void acknowledge(notices))}
            >
              {t('notices.acknowledge_all')}
            </Button>
          </Foot>
        )}
      </div>
    </Region>
  );
}
