import { Button } from '@zendeskgarden/react-buttons';
import { type KeyboardEvent, type ReactNode, useCallback, useId, useRef } from 'react';
import styled from 'styled-components';
import type { CaseRow } from '../../actions/listCases.ts';
import type { Written } from '../../actions/record.ts';
import { type Feedback, laneOf, ticketOfKey } from '../../care/feedback.ts';
import { BucketBlock } from '../case/BucketBlock.tsx';
import { MirrorNote } from '../case/MirrorNote.tsx';
import { useCase } from '../case/useCase.ts';
import { Validity } from '../case/Validity.tsx';
import { Dispute } from '../dispute/Dispute.tsx';
import { CaseTools } from '../favourites/CaseTools.tsx';
import { isolate } from '../formats.ts';
import { Block, Line, Quiet } from '../layout.ts';
import { CaseBar } from '../phone/CaseBar.tsx';
import { useApp } from '../useApp.ts';
import { useOnOpen } from '../useOnOpen.ts';
import { CaseSummary } from '../work/CaseSummary.tsx';
import { Conversation } from '../work/Conversation.tsx';
import { CustomerBlock } from '../work/CustomerBlock.tsx';
import { useEarlier } from '../work/useEarlier.ts';
import { WorkBlock } from '../work/WorkBlock.tsx';
import { CaseFeedback } from './CaseFeedback.tsx';
import { Panel } from './layout.ts';
import { Timeline } from './Timeline.tsx';
import { useStory } from './useStory.ts';

const Subject = styled.h2`
  && { font-size: 16px; line-height: 22px; font-weight: 600; }
  overflow-wrap: anywhere;
`;

interface Props {
  row: CaseRow;
  names: Record<string, string>;
  /** Tickets could not be read just now: that it is missing says nothing. */
  hasTicketFailed: boolean;
  hasKeys: boolean;
  /** The key that opened the panel: what it stands for is done at once. */
  firstKey: string | null;
  onTicket: (ticketId: string) => void;
  /** Another case in place of this one. */
  onCase?: (key: string) => void;
  onFeedback: (feedback: Feedback) => void;
  onClose: () => void;
  /** Where one came from, and the way there. */
  back?: ReactNode;
}

/** One case beside the list: what the customer said, what was done by whom, and what to do now. */
export function CasePanel(props: Props) {
  const { row, names, hasTicketFailed, hasKeys, firstKey, onTicket, onCase, onFeedback, onClose, back } =
    props;
  const { t } = useApp();
  const { ticketId } = row;
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const story = useStory(row, onFeedback);
  useOnOpen(() => {
    title.current?.focus();
    if (firstKey) document.dispatchEvent(new KeyboardEvent('keydown', { key: firstKey }));
  });
  const known = { ...names, ...story.names };
  const customer = known[row.requesterId ?? ''] ?? t('people.customer');
  const onWritten = useCallback(({ feedback }: Written) => onFeedback(feedback), [onFeedback]);
  const record = {
    feedback: row.feedback,
    subject: { ticketId, requesterId: row.requesterId },
    names: known,
    onWritten,
    hasKeys,
  };
  const use = useCase(row.feedback, record.subject, onWritten);
  const earlier = useEarlier(row.feedback, row.requesterId);
  const toFeedback = (feedback: Feedback) => {
    const other = ticketOfKey(feedback.key);
    if (onCase && (laneOf(feedback) !== 'none' || other === null)) onCase(feedback.key);
    else if (other !== null) onTicket(other);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <Panel aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <Block>
        <Line style={{ justifyContent: 'space-between' }}>
          <Button size="small" isBasic onClick={onClose}>
            {t('panel.back')}
          </Button>
          <CaseTools feedbackKey={row.feedback.key} />
          {ticketId !== null && (
            <Button size="small" onClick={() => onTicket(ticketId)}>
              {t('panel.open_ticket')}
            </Button>
          )}
        </Line>
        {back}
        <Subject id={titleId} ref={title} tabIndex={-1} dir="auto">
          {row.ticket?.subject ||
            (ticketId ? t('triage.no_ticket', { id: ticketId }) : t('triage.conversation'))}
        </Subject>
        {ticketId !== null && <Quiet>{t('panel.customer', { name: isolate(customer), id: ticketId })}</Quiet>}
        {row.ticket && <MirrorNote feedback={row.feedback} ticket={row.ticket} />}
      </Block>
      <CaseSummary {...record} use={use} />
      <CaseFeedback row={row} names={known} hasTicketFailed={hasTicketFailed} onFeedback={onFeedback} />
      <Validity {...record} email={story.email} />
      <Dispute {...record} />
      <Conversation row={row} names={known} onTicket={onTicket} />
      <BucketBlock {...record} />
      <CustomerBlock earlier={earlier} hasRequester={row.requesterId !== null} onOpen={toFeedback} />
      <Timeline story={{ ...story, names: known }} />
      <WorkBlock
        {...record}
        use={use}
        tags={row.ticket?.tags ?? []}
        organizationId={row.ticket?.organization_id ?? null}
        isRepeat={Boolean(earlier.history?.repeat)}
      />
      <CaseBar feedback={row.feedback} use={use} onClose={onClose} />
    </Panel>
  );
}
