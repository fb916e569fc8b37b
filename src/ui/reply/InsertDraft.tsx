import { useQuery } from '@tanstack/react-query';
import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useState } from 'react';
import { dismissForTicket, insertDraft, recallForTicket } from '../../actions/insertDraft.ts';
import { Block, Line, Quiet } from '../layout.ts';
import { useActivity } from '../useActivity.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { Words } from './Words.tsx';

/** On the ticket: offers the text somebody wrote beside the list. */
export function InsertDraft({ ticketId }: { ticketId: string }) {
  const app = useApp();
  const { t } = app;
  const announce = useAnnounce();
  const isActive = useActivity();
  const [isRefused, setRefused] = useState(false);
  const { data, refetch } = useQuery({
    queryKey: ['brought', ticketId],
    queryFn: () => recallForTicket(app, ticketId),
  });
  useEffect(() => {
    if (isActive) void refetch();
  }, [isActive, refetch]);
  if (!data) return null;
  const onInsert = async () => {
    const isDone = await insertDraft(app, ticketId, data);
    setRefused(!isDone);
    if (isDone) announce(t('reply.inserted'));
    await refetch();
  };
  const onDismiss = () => {
    dismissForTicket(app, ticketId);
    void refetch();
  };
  return (
    <Block>
      <p>{t('reply.brought')}</p>
      <Words text={data.text} label={t('reply.text')} />
      <Line>
        <Button size="small" isPrimary onClick={() => void onInsert()}>
          {t('reply.insert')}
        </Button>
        <Button size="small" isBasic onClick={onDismiss}>
          {t('reply.dismiss')}
        </Button>
      </Line>
      {isRefused && <Quiet role="alert">{t('reply.insert_refused')}</Quiet>}
    </Block>
  );
}
