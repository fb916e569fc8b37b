import { Button } from '@zendeskgarden/react-buttons';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import { type Notice, type Snooze, snoozes } from '../../care/workflows/notices.ts';
import { DueText } from '../case/dueText.ts';
import { span } from '../formats.ts';
import { Line, Quiet } from '../layout.ts';
import { narrow } from '../triage/layout.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';
import { useOnOpen } from '../useOnOpen.ts';

/** Of one height, so that the newest can change places with the next. */
const Row = styled(Line)`
  flex-wrap: nowrap;
  ${narrow} {
    flex-wrap: wrap;
    button[data-garden-id] { min-height: 40px; }
  }
`;

/** As wide as it is where it stands alone; in a list the buttons stand below each other. */
const What = styled.div`
  flex: 0 1 var(--notice-width, auto);
  min-width: 0;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
  ${narrow} { flex-basis: 100%; white-space: normal; overflow-wrap: anywhere; }
`;

const Presses = styled(Line)`
  flex-shrink: 0;
  flex-wrap: nowrap;
`;

export interface NoticeRowProps {
  notice: Notice;
  onOpen: () => void;
  onAcknowledge: () => void;
  onSnooze: (snooze: Snooze) => void;
}

/** One alert: which workflow, which ticket, how long there is, and what to do about it. */
export function NoticeRow({ notice, onOpen, onAcknowledge, onSnooze }: NoticeRowProps) {
  const { t } = useApp();
  const { ticketId: id, name, dueAt } = notice;
  const [isSnoozing, setSnoozing] = useState(false);
  const snooze = useRef<HTMLButtonElement>(null);
  const wasSnoozing = useRef(false);
  useLayoutEffect(() => {
    if (wasSnoozing.current && !isSnoozing) snooze.current?.focus();
    wasSnoozing.current = isSnoozing;
  }, [isSnoozing]);
  const place = dueAt === null ? 'ticket' : 'case';
  return (
    <Row>
      <What>
        <bdi>{name ?? t('timeline.former_workflow')}</bdi> · {t('notices.ticket', { id })}
        {dueAt !== null && <DueIn notice={notice} dueAt={dueAt} />}
      </What>
      {isSnoozing ? (
        <SnoozeChoice id={id} onSnooze={onSnooze} onLeave={() => setSnoozing(false)} />
      ) : (
        <Presses>
          <Button size="small" aria-label={t(`notices.open_${place}_of`, { id })} onClick={onOpen}>
            {t(`notices.open_${place}`)}
          </Button>
          <Button
            size="small"
            isBasic
            aria-label={t('notices.acknowledge_of', { id })}
            onClick={once(onAcknowledge)}
          >
            {t('notices.acknowledge')}
          </Button>
          <Button
            size="small"
            isBasic
            ref={snooze}
            aria-label={t('notices.snooze_of', { id })}
            onClick={() => setSnoozing(true)}
          >
            {t('notices.snooze')}
          </Button>
        </Presses>
      )}
    </Row>
  );
}

/** The second press of a double click would hit whatever took the place of what is gone. */
export const once =
  (act: () => void) =>
  ({ detail }: { detail: number }) => {
    if (detail < 2) act();
  };

function DueIn({ notice, dueAt }: { notice: Notice; dueAt: number }) {
  const { t, locale } = useApp();
  const now = useNow();
  const isSoon = now >= (notice.soonAt ?? dueAt);
  const urgency = now >= dueAt ? 'overdue' : isSoon ? 'soon' : 'calm';
  return (
    <>
      {' · '}
      <DueText $urgency={urgency}>
        {t(now >= dueAt ? 'notices.overdue' : 'notices.due_in', { time: span(dueAt - now, locale) })}
      </DueText>
    </>
  );
}

interface ChoiceProps {
  id: string;
  onSnooze: (snooze: Snooze) => void;
  onLeave: () => void;
}

function SnoozeChoice({ id, onSnooze, onLeave }: ChoiceProps) {
  const { t } = useApp();
  const first = useRef<HTMLButtonElement>(null);
  useOnOpen(() => first.current?.focus());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onLeave();
  };
  return (
    <Presses role="group" aria-label={t('notices.snooze_how_long', { id })} onKeyDown={onKeyDown}>
      <Quiet as="span">{t('notices.snooze')}</Quiet>
      {snoozes.map((snooze, index) => (
        <Button
          key={snooze}
          size="small"
          ref={index === 0 ? first : undefined}
          onClick={once(() => onSnooze(snooze))}
        >
          {t(`notices.snooze_${snooze}`)}
        </Button>
      ))}
      <Button size="small" isBasic onClick={onLeave}>
        {t('notices.snooze_back')}
      </Button>
    </Presses>
  );
}
