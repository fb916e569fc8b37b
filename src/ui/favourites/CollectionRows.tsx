import { Button } from '@zendeskgarden/react-buttons';
import { Skeleton } from '@zendeskgarden/react-loaders';
import { useRef, useState } from 'react';
import type { StoredCollection } from '../../actions/readCollections.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { Part } from '../Part.tsx';
import { CasePanel } from '../triage/CasePanel.tsx';
import { Panel, Split } from '../triage/layout.ts';
import { useApp } from '../useApp.ts';
import { Body } from './CollectionList.tsx';
import { FeedbackCard } from './FeedbackCard.tsx';
import { useCollected } from './useCollected.ts';

interface Props {
  collection: StoredCollection;
  hasKeys: boolean;
  onTicket: (ticketId: string) => void;
}

/** What is in a collection, last added first; a press opens it beside the list. */
export function CollectionRows({ collection, hasKeys, onTicket }: Props) {
  const { t } = useApp();
  const collected = useCollected(collection);
  const { rows, names, act } = collected;
  const [selectedKey, setSelectedKey] = useState<string | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const selected = rows.find(({ feedback }) => feedback.key === selectedKey);
  const open = (key: string) => {
    opener.current = document.activeElement as HTMLElement | null;
    setSelectedKey(key);
  };
  const onClose = () => {
    setSelectedKey(null);
    requestAnimationFrame(() => opener.current?.focus());
  };
  return (
    <Split $isOpen={selected !== undefined}>
      <Body>
        <Stack $gap={12}>
          {act.failure && (
            <FailureNote kind={act.failure.kind} title={t('favourites.failed')} onRetry={act.retry} />
          )}
          {collected.failure && (
            <FailureNote
              kind={collected.failure.kind}
              title={t('favourites.rows_failed')}
              onRetry={collected.reload}
            />
          )}
          {collected.isReading && <Skeleton height="72px" />}
          {collected.isEmpty && <Quiet>{t('favourites.empty')}</Quiet>}
          <Stack as="ul" $gap={8}>
            {rows.map((row) => (
              <FeedbackCard
                key={row.feedback.key}
                row={row}
                names={names}
                isSelected={row.feedback.key === selectedKey}
                isBusy={act.isBusy}
                onOpen={() => open(row.feedback.key)}
                onRemove={() => collected.remove(row.feedback.key)}
              />
            ))}
          </Stack>
          {collected.missing > 0 && <Quiet>{t('favourites.missing', { count: collected.missing })}</Quiet>}
          {collected.hasMore && (
            <Line style={{ justifyContent: 'center' }}>
              <Button size="small" aria-disabled={collected.isReadingMore} onClick={collected.readMore}>
                {t('triage.load_more')}
              </Button>
            </Line>
          )}
          {collected.isCut && !collected.hasMore && <Quiet>{t('favourites.cut')}</Quiet>}
        </Stack>
      </Body>
      {selected && (
        <Part fallback={<Panel aria-busy="true" />}>
          <CasePanel
            key={selected.feedback.key}
            row={selected}
            names={names}
            hasTicketFailed={false}
            hasKeys={hasKeys}
            firstKey={null}
            onTicket={onTicket}
            onFeedback={(feedback) => collected.onFeedback(feedback)}
            onClose={onClose}
          />
        </Part>
      )}
    </Split>
  );
}
