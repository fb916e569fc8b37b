import { useQueryClient } from '@tanstack/react-query';
import { Button } from '@zendeskgarden/react-buttons';
import { useRef, useState } from 'react';
import { openTicket } from '../../actions/goTo.ts';
import { keepForTicket } from '../../actions/insertDraft.ts';
import type { ReplyPlace } from '../../actions/readReplyPlace.ts';
import type { Feedback } from '../../care/feedback.ts';
import { refusalOfText, type TextRefusal } from '../../care/replying.ts';
import { isolate } from '../formats.ts';
import { Line, Quiet, Stack } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { useGoTo } from '../useGoTo.ts';
import { DraftNote } from './DraftNote.tsx';
import { proposalFor } from './proposal.ts';
import { ReplyField } from './ReplyField.tsx';
import { useReplyText } from './useReplyText.ts';

interface Props {
  feedback: Feedback;
  /** Where the conversation goes on. */
  ticketId: string;
  place: ReplyPlace;
  onClose: () => void;
}

/** For conversations somebody may be waiting in: the draft goes along to the ticket, and is sent there. */
export function InTicket({ feedback, ticketId, place, onClose }: Props) {
  const app = useApp();
  const { t } = app;
  const announce = useAnnounce();
  const queries = useQueryClient();
  const travel = useGoTo();
  const box = useRef<HTMLTextAreaElement>(null);
  const proposal = proposalFor(t, feedback, place.name);
  const use = useReplyText(feedback, proposal);
  const [refusal, setRefusal] = useState<TextRefusal | null>(null);
  const isFit = () => {
    const refused = refusalOfText(use.text, proposal);
    setRefusal(refused);
    if (refused) box.current?.focus();
    return !refused;
  };
  const onOpen = () => {
    if (!isFit()) return;
    keepForTicket(app, ticketId, feedback.key, use.text.trim());
    // On the ticket itself the offer is in this very frame.
    void queries.invalidateQueries({ queryKey: ['brought', ticketId] });
    void travel.go(() => openTicket(app, ticketId), t('triage.ticket_place', { id: ticketId }));
  };
  const onCopy = async () => {
    if (!isFit()) return;
    box.current?.select();
    const isCopied = await copy(use.text.trim());
    announce(t(isCopied ? 'reply.copied' : 'reply.copy_by_hand'));
  };
  return (
    <Stack $gap={10}>
      <Quiet>{t('reply.in_ticket', { name: isolate(place.name ?? t('people.customer')) })}</Quiet>
      <ReplyField
        box={box}
        text={use.text}
        refusal={refusal}
        hint={t('reply.in_ticket_hint', { id: ticketId })}
        onType={use.type}
      />
      <Line>
        <Button size="small" isPrimary onClick={onOpen}>
          {t('reply.open_with_text')}
        </Button>
        <Button size="small" onClick={() => void onCopy()}>
          {t('reply.copy')}
        </Button>
        <Button size="small" isBasic onClick={onClose}>
          {t('moves.cancel')}
        </Button>
      </Line>
      {travel.refused && <Quiet role="alert">{travel.refused}</Quiet>}
      <DraftNote />
    </Stack>
  );
}

/** Browsers may refuse the clipboard to a frame: the text is selected then, ready for the keys. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
