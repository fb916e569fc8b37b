/** The ticket sidebar: what the customer said, what it was about, where the case stands. */
import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef } from 'react';
import { fitHeight } from '../../actions/fitHeight.ts';
import { openTriage } from '../../actions/goTo.ts';
import { BucketBlock } from '../case/BucketBlock.tsx';
import { CaseBlock } from '../case/CaseBlock.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { Aged, Block, Unseen } from '../layout.ts';
import { markReady } from '../markReady.ts';
import { useApp } from '../useApp.ts';
import { AsOf } from './AsOf.tsx';
import { LedgerNote } from './LedgerNote.tsx';
import { Loading } from './Loading.tsx';
import { ScoreBlock } from './ScoreBlock.tsx';
import { useTicketFeedback } from './useTicketFeedback.ts';

export function Sidebar({ ticketId }: { ticketId: string }) {
  const app = useApp();
  const { t } = app;
  const root = useRef<HTMLDivElement>(null);
  const use = useTicketFeedback(ticketId);
  const { data, failure } = use;
  useEffect(() => (root.current ? fitHeight(app, root.current) : undefined), [app]);
  useEffect(() => {
    if (data || failure) markReady(data !== null);
  }, [data, failure]);
  const subject = { ticketId, requesterId: data?.requesterId ?? null };
  const record = data && { feedback: data.feedback, names: data.names, subject, onWritten: use.onWritten };
  return (
    <main ref={root}>
      <Unseen as="h1">{t('sidebar.title')}</Unseen>
      {!data && !failure && <Loading />}
      {failure && (
        <Block>
          <FailureNote kind={failure.kind} title={t('sidebar.failed')} onRetry={use.reload} />
        </Block>
      )}
      {data && record && (
        <>
          <Aged $isOld={failure !== null}>
            <ScoreBlock data={data} onRetry={use.reload} />
          </Aged>
          {data.ledgerFailure && <LedgerNote failure={data.ledgerFailure} onRetry={use.reload} />}
          {!data.ledgerFailure && (
            <>
              <BucketBlock {...record} />
              <CaseBlock
                {...record}
                aside={
                  data.feedback.case && (
                    <Button size="small" isLink onClick={() => openTriage(app, ticketId)}>
                      {t('sidebar.open_in_triage')}
                    </Button>
                  )
                }
              />
            </>
          )}
          {use.recordFailure && (
            <Block>
              <FailureNote
                kind={use.recordFailure.kind}
                title={t('sidebar.record_failed')}
                onRetry={use.reload}
              />
            </Block>
          )}
          <AsOf data={data} use={use} />
        </>
      )}
    </main>
  );
}
