/** Answers the customer of a case from beside the list, wherever its ticket can be answered. */

import { useQuery } from '@tanstack/react-query';
import { Button } from '@zendeskgarden/react-buttons';
import { useEffect } from 'react';
import type { Subject } from '../../actions/publish.ts';
import { readReplyPlace } from '../../actions/readReplyPlace.ts';
import type { Written } from '../../actions/record.ts';
import { asFailure } from '../../care/failure.ts';
import type { Feedback } from '../../care/feedback.ts';
import type { Reply } from '../../care/replying.ts';
import { FailureNote } from '../FailureNote.tsx';
import { isolate } from '../formats.ts';
import { Line, Quiet, Stack } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { Composer } from './Composer.tsx';
import { InTicket } from './InTicket.tsx';
import { LastWords } from './LastWords.tsx';
import { OnItsWay } from './OnItsWay.tsx';
import { useFinished, useOutbox } from './useOutbox.ts';

export interface ReplyPartProps {
  feedback: Feedback;
  subject: Subject;
  names: Record<string, string>;
  onWritten: (written: Written) => void;
  onClose: () => void;
  /** Sent, and the case is to be closed now. */
  onCloseCase: () => void;
}

export function ReplyPart(props: ReplyPartProps) {
  const { feedback, subject, names, onWritten, onClose, onCloseCase } = props;
  const app = useApp();
  const { t } = app;
  const announce = useAnnounce();
  const { key } = feedback;
  const { outbox } = useOutbox();
  const reply = outbox.find(key);
  useEffect(() => {
    void outbox.resume(key);
    return outbox.attend(key);
  }, [outbox, key]);
  useFinished(({ reply: done, written }) => {
    if (done.key !== key) return;
    announce(t('reply.sent', { name: done.customer }));
    onWritten(written);
    if (done.next === 'close') onCloseCase();
    else onClose();
  });
  // A ticket that turned out to be closed is looked at again: then a follow-up is offered for the same text.
  const isClosed = reply?.problem?.failure === 'closedTicket';
  const place = useQuery({
    queryKey: ['reply', key, subject.ticketId, feedback.case?.followUps.length ?? 0, isClosed],
    queryFn: () => readReplyPlace(app, feedback, subject.ticketId),
    staleTime: 60_000,
  });
  if (reply && reply.state !== 'stopped') return <OnItsWay reply={reply} names={names} />;
  if (place.error) {
    const onRetry = () => void place.refetch();
    return <FailureNote kind={asFailure(place.error).kind} title={t('reply.no_place')} onRetry={onRetry} />;
  }
  if (!place.data) return <Stack aria-busy="true" style={{ minHeight: 320 }} />;
  return <Place {...props} place={place.data} stopped={reply} onClose={onClose} />;
}

type PlaceProps = ReplyPartProps & {
  place: NonNullable<Awaited<ReturnType<typeof readReplyPlace>>>;
  stopped: Reply | null;
};

function Place({ feedback, subject, names, place, stopped, onClose }: PlaceProps) {
  const { t } = useApp();
  const { way } = place;
  if (way.kind === 'none' || subject.ticketId === null) {
    const why = way.kind === 'none' ? way.why : 'no_ticket';
    return (
      <Stack>
        <Quiet role="alert">
          {t(`reply.why.${why}`)}{' '}
          {why === 'merged' && place.into && t('ticket.merged_into', { id: place.into })}
        </Quiet>
        <Line>
          <Button size="small" onClick={onClose}>
            {t('reply.close_part')}
          </Button>
        </Line>
      </Stack>
    );
  }
  return (
    <Stack
      $gap={10}
      role="group"
      aria-label={t('reply.title', { name: isolate(place.name ?? t('people.customer')) })}
    >
      <LastWords ticketId={way.ticketId} requesterId={place.requesterId} />
      {way.kind === 'in_ticket' ? (
        <InTicket feedback={feedback} ticketId={way.ticketId} place={place} onClose={onClose} />
      ) : (
        <Composer
          feedback={feedback}
          ticketId={subject.ticketId}
          place={place}
          way={way}
          names={names}
          stopped={stopped}
          onClose={onClose}
        />
      )}
    </Stack>
  );
}
