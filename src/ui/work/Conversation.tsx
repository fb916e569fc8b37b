import { useQuery } from '@tanstack/react-query';
import { Button } from '@zendeskgarden/react-buttons';
import { Skeleton } from '@zendeskgarden/react-loaders';
import { useId } from 'react';
import type { CaseRow } from '../../actions/listCases.ts';
import { type Conversation as Read, readConversation } from '../../actions/readConversation.ts';
import { asFailure } from '../../care/failure.ts';
import { FailureNote } from '../FailureNote.tsx';
import { span } from '../formats.ts';
import { Block, Line, Quiet, Stack, Title } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';
import { Said } from './Said.tsx';

interface Props {
  row: CaseRow;
  names: Record<string, string>;
  onTicket: (ticketId: string) => void;
}

/** The essence of the ticket's conversation, read when the panel opens: how it began, where it stands. */
export function Conversation({ row, names, onTicket }: Props) {
  const app = useApp();
  const { t } = app;
  const titleId = useId();
  const { ticketId, ticket } = row;
  const query = useQuery({
    queryKey: ['conversation', ticketId, ticket?.updated_at],
    enabled: ticketId !== null && ticket !== null,
    queryFn: () => (ticketId && ticket ? readConversation(app, ticketId, ticket) : null),
  });
  if (ticketId === null || ticket === null) return null;
  const failure = query.error ? asFailure(query.error) : null;
  const isUnseen = failure?.kind === 'forbidden' || failure?.kind === 'notFound';
  return (
    <Block aria-labelledby={titleId} aria-busy={query.isPending}>
      <Title id={titleId}>{t('conversation.title')}</Title>
      {query.isPending && (
        <Stack>
          <Skeleton height="18px" width="60%" />
          <Skeleton height="52px" />
        </Stack>
      )}
      {isUnseen && <Quiet>{t('conversation.unseen')}</Quiet>}
      {failure && !isUnseen && (
        <FailureNote
          kind={failure.kind}
          title={t('conversation.failed')}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data && <Essence read={query.data} names={names} />}
      {!isUnseen && (
        <Line>
          <Button isLink size="small" onClick={() => onTicket(ticketId)}>
            {t('work.open_for_all')}
          </Button>
        </Line>
      )}
    </Block>
  );
}

function Essence({ read, names }: { read: Read; names: Record<string, string> }) {
  const { t } = useApp();
  const { first, last, reply } = read;
  const replier = reply && (read.names[reply.authorId] ?? names[reply.authorId] ?? t('people.someone'));
  return (
    <>
      <Counts read={read} />
      {first ? (
        <Said label={t('conversation.first')} text={first.text} at={first.at} />
      ) : (
        <Quiet>{t('conversation.none')}</Quiet>
      )}
      {last && <Said label={t('conversation.last')} text={last.text} at={last.at} />}
      {reply ? (
        <Said label={t('conversation.reply', { name: replier ?? '' })} text={reply.text} at={reply.at} />
      ) : (
        <Quiet>{t('conversation.no_reply')}</Quiet>
      )}
    </>
  );
}

/** How much there was, and how long the customer has been silent or kept waiting. */
function Counts({ read }: { read: Read }) {
  const { t, locale } = useApp();
  const now = useNow();
  const counts = [
    t('conversation.messages', { count: read.messages }),
    t('conversation.notes', { count: read.notes }),
    t('conversation.agents', { count: read.agents }),
  ].join(', ');
  const time = read.wroteAt === null ? null : span(now - read.wroteAt, locale);
  return (
    <Quiet>
      {read.isWhole ? counts : t('conversation.at_least', { counts })}
      {time !== null && <> · {t(read.isWaiting ? 'conversation.waiting' : 'conversation.wrote', { time })}</>}
    </Quiet>
  );
}
