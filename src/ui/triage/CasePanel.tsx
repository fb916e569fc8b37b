import { Button } from '@zendeskgarden/react-buttons';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef } from 'react';
import styled from 'styled-components';
import type { CaseRow } from '../../actions/listCases.ts';
import type { Written } from '../../actions/record.ts';
import type { Feedback } from '../../care/feedback.ts';
import { BucketBlock } from '../case/BucketBlock.tsx';
import { CaseBlock } from '../case/CaseBlock.tsx';
import { Validity } from '../case/Validity.tsx';
import { isolate } from '../formats.ts';
import { Block, Line, Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
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
  onFeedback: (feedback: Feedback) => void;
  onClose: () => void;
}

/** One case beside the list: what the customer said, what was done by whom, and what to do now. */
export function CasePanel(props: Props) {
  const { row, names, hasTicketFailed, hasKeys, firstKey, onTicket, onFeedback, onClose } = props;
  const { t } = useApp();
  const { ticketId } = row;
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const story = useStory(row, onFeedback);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the panel opens
  useEffect(() => {
    title.current?.focus();
    if (firstKey) document.dispatchEvent(new KeyboardEvent('keydown', { key: firstKey }));
  }, []);
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
          {ticketId !== null && (
            <Button size="small" onClick={() => onTicket(ticketId)}>
              {t('panel.open_ticket')}
            </Button>
          )}
        </Line>
        <Subject id={titleId} ref={title} tabIndex={-1} dir="auto">
          {row.ticket?.subject ||
            (ticketId ? t('triage.no_ticket', { id: ticketId }) : t('triage.conversation'))}
        </Subject>
        {ticketId !== null && <Quiet>{t('panel.customer', { name: isolate(customer), id: ticketId })}</Quiet>}
      </Block>
      <CaseFeedback row={row} names={known} hasTicketFailed={hasTicketFailed} onFeedback={onFeedback} />
      <Validity {...record} email={story.email} />
      <CaseBlock {...record} />
      <BucketBlock {...record} />
      <Timeline story={{ ...story, names: known }} />
    </Panel>
  );
}
