/** The ticket sidebar: what the customer said, what it was about, where the case stands. */
import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { fitHeight } from '../../actions/fitHeight.ts';
import { openTriage } from '../../actions/goTo.ts';
import { BucketBlock } from '../case/BucketBlock.tsx';
import { CaseBlock } from '../case/CaseBlock.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { Aged, Block, Quiet, Unseen } from '../layout.ts';
import { later, lazyPart } from '../lazyPart.ts';
import { markReady } from '../markReady.ts';
import { Part } from '../Part.tsx';
import { useApp } from '../useApp.ts';
import { useGoTo } from '../useGoTo.ts';
import { useHeldFocus } from '../useHeldFocus.ts';
import { useQuiet } from '../useQuiet.ts';
import { useSingleKeys } from '../useSingleKeys.ts';
import { AsOf } from './AsOf.tsx';
import type { FirstReading } from './firstReading.ts';
import { LedgerNote } from './LedgerNote.tsx';
import { Loading } from './Loading.tsx';
import { ScoreBlock } from './ScoreBlock.tsx';
import { useTicketFeedback } from './useTicketFeedback.ts';

const Validity = lazyPart(async () => (await import('../case/Validity.tsx')).Validity);
const SidebarReplies = lazyPart(async () => (await import('../reply/SidebarReplies.tsx')).SidebarReplies);
const SidebarEnd = lazyPart(async () => (await import('./SidebarEnd.tsx')).SidebarEnd);
const EarlierLine = lazyPart(async () => (await import('../work/EarlierLine.tsx')).EarlierLine);

interface SidebarProps {
  ticketId: string;
  /** What was on its way before the screen was drawn. */
  first?: FirstReading;
}

export function Sidebar({ ticketId, first }: SidebarProps) {
  const app = useApp();
  const { t } = app;
  const root = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const use = useTicketFeedback(ticketId, first);
  const { data, failure } = use;
  const singleKeys = useSingleKeys();
  const travel = useGoTo();
  const isQuiet = useQuiet(use.data !== null);
  useHeldFocus(root, title);
  useEffect(() => (root.current ? fitHeight(app, root.current) : undefined), [app]);
  // Before the paint that follows: the buttons work from here on.
  useLayoutEffect(() => {
    if (data || failure) markReady(data !== null);
  }, [data, failure]);
  const subject = { ticketId, requesterId: data?.requesterId ?? null };
  const record = data && {
    feedback: data.feedback,
    names: data.names,
    subject,
    onWritten: use.onWritten,
    hasKeys: singleKeys.isOn,
  };
  const workOut =
    data && use.hasLedger
      ? async () => {
          const { attributeTicket } = await later(() => import('../../actions/attributeTicket.ts'));
          use.adopt(await attributeTicket(app, data));
        }
      : undefined;
  const toTriage = data?.feedback.case && (
    <Button
      size="small"
      isLink
      onClick={() => travel.go(() => openTriage(app, ticketId), t('sidebar.title'))}
    >
      {t('sidebar.open_in_triage')}
    </Button>
  );
  return (
    <main ref={root}>
      <Unseen as="h1" ref={title} tabIndex={-1}>
        {t('sidebar.title')}
      </Unseen>
      {!data && !failure && <Loading />}
      {failure && (
        <Block>
          <FailureNote kind={failure.kind} title={t('sidebar.failed')} onRetry={use.reload} />
        </Block>
      )}
      {data && record && (
        <>
          {isQuiet && (
            <Part>
              <SidebarReplies {...record} />
            </Part>
          )}
          <Aged $isOld={failure !== null}>
            <ScoreBlock data={data} onRetry={use.reload} workOut={workOut}>
              {use.hasLedger && (
                <div style={{ minHeight: 18 }}>
                  <Part>
                    <Validity {...record} isInner email={data.requesterEmail} />
                  </Part>
                </div>
              )}
            </ScoreBlock>
          </Aged>
          {data.ledgerFailure && <LedgerNote failure={data.ledgerFailure} onRetry={use.reload} />}
          {use.hasLedger && (
            <>
              <BucketBlock {...record} />
              <CaseBlock {...record} tags={data.tags} organizationId={data.organizationId} aside={toTriage} />
              {subject.requesterId !== null && (
                <Block style={{ minHeight: 49 }}>
                  {isQuiet && (
                    <Part>
                      <EarlierLine feedback={data.feedback} requesterId={subject.requesterId} />
                    </Part>
                  )}
                </Block>
              )}
            </>
          )}
          {travel.refused && (
            <Block>
              <Quiet role="alert">{travel.refused}</Quiet>
            </Block>
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
          {isQuiet && (
            <Part>
              <SidebarEnd {...record} />
            </Part>
          )}
          <AsOf data={data} use={use} />
        </>
      )}
    </main>
  );
}
