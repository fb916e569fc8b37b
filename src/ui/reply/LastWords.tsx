import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Conversation, readConversation } from '../../actions/readConversation.ts';
import type { Said } from '../../care/conversation.ts';
import { isolate } from '../formats.ts';
import { Line, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { When } from '../When.tsx';
import { Words } from './Words.tsx';

interface Props {
  ticketId: string;
  requesterId: string | null;
}

/** The thread's end, so that the answer fits it: what the customer and a colleague said last. */
export function LastWords({ ticketId, requesterId }: Props) {
  const app = useApp();
  const { t } = app;
  const people = { requester_id: requesterId, assignee_id: null, email_cc_ids: [] };
  // The panel may have read it already.
  const known = useQueryClient().getQueriesData<Conversation>({ queryKey: ['conversation', ticketId] });
  const read = known.map(([, conversation]) => conversation).find(Boolean);
  const { data = read } = useQuery({
    queryKey: ['thread', ticketId],
    enabled: read === undefined,
    queryFn: () => readConversation(app, ticketId, people),
  });
  if (!data) return null;
  const said = [data.last ?? data.first, data.reply].filter((one) => one !== null);
  return (
    <>
      {said
        .sort((a, b) => a.at - b.at)
        .map((one) => (
          <Message key={`${one.authorId} ${one.at}`} said={one} name={data.names[one.authorId] ?? null} />
        ))}
      {said.length === 0 && <Quiet>{t('reply.no_words')}</Quiet>}
    </>
  );
}

function Message({ said, name }: { said: Said; name: string | null }) {
  const { t } = useApp();
  const who = isolate(name ?? t('people.someone'));
  return (
    <Stack $gap={4}>
      <Line>
        <Quiet as="span">{t('reply.wrote', { name: who })}</Quiet>
        <Quiet as="span">
          <When at={said.at} />
        </Quiet>
      </Line>
      <Words text={said.text} label={t('reply.wrote', { name: who })} />
    </Stack>
  );
}
