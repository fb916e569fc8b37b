import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '@zendeskgarden/react-buttons';
import { Skeleton } from '@zendeskgarden/react-loaders';
import { useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import { openTicket } from '../../actions/goTo.ts';
import { type Behind, readBehind } from '../../actions/readBehind.ts';
import { asFailure } from '../../care/failure.ts';
import { FailureNote } from '../FailureNote.tsx';
import { absolute, isolate } from '../formats.ts';
import { Line, Quiet, Stack, Underlined } from '../layout.ts';
import { scoreText } from '../scoreText.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { useGoTo } from '../useGoTo.ts';
import { TicketFile } from './TicketFile.tsx';

/** Tickets read at a time. */
const pageSize = 50;

const Rows = styled.ul`
  li {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 2fr) 56px minmax(0, 2fr) minmax(0, 2fr) minmax(0, 2fr);
    align-items: start;
    gap: 2px 12px;
    padding: 8px 2px;
    border-bottom: 1px solid var(--fl-line);
    overflow-wrap: anywhere;
  }
  @media (max-width: 600px) {
    li { display: flex; flex-wrap: wrap; }
    li > :first-child { flex-basis: 100%; }
    li button { min-height: 40px; }
  }
`;

/** Tickets by page, as they were asked for first: news does not move them. */
export function TicketRows({ keys: given }: { keys: readonly string[] }) {
  const app = useApp();
  const { t } = app;
  const announce = useAnnounce();
  const [keys] = useState(given);
  const { go, refused } = useGoTo();
  const list = useRef<HTMLUListElement>(null);
  const { data, error, isFetching, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ['behind', keys.length, keys[0], keys.at(-1)],
    queryFn: ({ pageParam }) => readBehind(app, keys.slice(pageParam, pageParam + pageSize)),
    initialPageParam: 0,
    getNextPageParam: (_last, pages) =>
      pages.length * pageSize < keys.length ? pages.length * pageSize : undefined,
    gcTime: 0,
    structuralSharing: false,
  });
  // The place of the first ticket that came last, to go on from there.
  const focusAt = useRef<number | null>(null);
  useEffect(() => {
    const item = focusAt.current === null ? null : list.current?.children[focusAt.current];
    if (!item) return;
    focusAt.current = null;
    item.querySelector('button')?.focus();
  });
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const hidden = data?.pages.reduce((sum, page) => sum + page.hidden, 0) ?? 0;
  const failure = error ? asFailure(error) : null;
  const left = keys.length - (data?.pages.length ?? 0) * pageSize;
  const onMore = async () => {
    const place = rows.length;
    focusAt.current = place;
    const { data: now } = await fetchNextPage();
    const shown = now?.pages.reduce((sum, page) => sum + page.rows.length, 0) ?? place;
    announce(t('insights.behind_came', { shown, all: keys.length }));
  };
  return (
    <>
      {keys.length === 0 ? (
        <Quiet>{t('insights.behind_none')}</Quiet>
      ) : (
        <Line style={{ justifyContent: 'space-between' }}>
          <Quiet>{t('insights.behind_shown', { shown: rows.length, all: keys.length })}</Quiet>
          <TicketFile keys={keys} />
        </Line>
      )}
      {failure && (
        <FailureNote
          kind={failure.kind}
          title={t('insights.behind_failed')}
          onRetry={() => void (data ? fetchNextPage() : refetch())}
        />
      )}
      {refused && <Quiet role="alert">{refused}</Quiet>}
      {!data && !failure && keys.length > 0 && <Waiting />}
      <Rows ref={list}>
        {rows.map((row) => (
          <Item
            key={row.key}
            row={row}
            onOpen={(id) => void go(() => openTicket(app, id), placeName(app, id))}
          />
        ))}
      </Rows>
      {hidden > 0 && <Quiet>{t('insights.behind_hidden', { count: hidden })}</Quiet>}
      {hasNextPage && (
        <div>
          <Button size="small" aria-disabled={isFetching} onClick={() => !isFetching && void onMore()}>
            {t('insights.behind_more', { count: Math.min(pageSize, left) })}
          </Button>
        </div>
      )}
    </>
  );
}

const placeName = ({ t }: ReturnType<typeof useApp>, id: string) => t('insights.ticket', { id });

function Item({ row, onOpen }: { row: Behind; onOpen: (ticketId: string) => void }) {
  const { t, locale, user } = useApp();
  const { ticketId, subject, customer, score, bucket, topic, at } = row;
  const isEffort = score?.metric === 'ces';
  return (
    <li>
      {ticketId === null ? (
        <span>{t('insights.no_ticket')}</span>
      ) : (
        <Underlined type="button" dir="auto" onClick={() => onOpen(ticketId)}>
          {subject === null
            ? t('insights.ticket', { id: ticketId })
            : t('triage.ticket', { subject: isolate(subject), id: ticketId })}
        </Underlined>
      )}
      <Quiet as="span">{customer === null ? t('people.customer') : isolate(customer)}</Quiet>
      <span>
        {!score && t('score.none')}
        {score && (isEffort ? t('score.ces_of', { score: scoreText(t, score) }) : scoreText(t, score))}
      </span>
      <Quiet as="span">{t(bucket ? `bucket.${bucket}` : 'bucket.nothing')}</Quiet>
      <Quiet as="span">{topic ? isolate(topic) : t('insights.no_topic')}</Quiet>
      <Quiet as="span">{at === null ? '' : absolute(at, locale, user.timeZone)}</Quiet>
    </li>
  );
}

function Waiting() {
  const { t } = useApp();
  return (
    <Stack $gap={10} aria-busy="true">
      <Quiet>{t('insights.behind_reading')}</Quiet>
      <Skeleton height="20px" />
      <Skeleton height="20px" />
      <Skeleton height="20px" />
    </Stack>
  );
}
