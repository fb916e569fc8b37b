/** The huddle for the room: the whole screen, without anything else on it, until Escape. */
import { Button } from '@zendeskgarden/react-buttons';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import styled from 'styled-components';
import type { HuddleView } from '../../actions/readHuddle.ts';
import { slots } from '../../care/huddle/huddle.ts';
import { isolate } from '../formats.ts';
import { Line } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Before } from './Before.tsx';
import { Card } from './Card.tsx';

const Room = styled.section`
  position: fixed;
  inset: 0;
  z-index: 30;
  display: flex;
  flex-direction: column;
  gap: 2vmin;
  padding: 2.4vmin;
  overflow-y: auto;
  background: var(--fl-bg);
  color: var(--fl-text);
  @media (max-width: 600px) { button { min-height: 40px; } }
`;

const Cards = styled.div`
  flex: 1;
  min-height: 0;
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: 2vmin;
  @media (max-width: 700px) { grid-template-columns: minmax(0, 1fr); flex: none; }
`;

const Today = styled.p`
  flex: 1;
  font-size: clamp(20px, 2.2vw, 48px);
  line-height: 1.35;
  overflow-wrap: anywhere;
`;

export function Stage({ view, onClose }: { view: HuddleView; onClose: () => void }) {
  const { t } = useApp();
  const { room, leave } = useWholeScreen(onClose);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') onClose();
    // There is one thing to press.
    if (event.key === 'Tab') event.preventDefault();
  };
  const { commitment } = view.huddle;
  return createPortal(
    <Room ref={room} role="dialog" aria-modal="true" aria-label={t('huddle.stage')} onKeyDown={onKeyDown}>
      <Before view={view} isShown />
      <Cards>
        {slots.map((slot) => (
          <Card key={slot} view={view} slot={slot} isShown />
        ))}
      </Cards>
      <Line style={{ flexWrap: 'nowrap' }}>
        <Today>{commitment === null ? null : t('huddle.today_is', { text: isolate(commitment) })}</Today>
        <Button ref={leave} size="small" isBasic onClick={onClose}>
          {t('huddle.leave')}
        </Button>
      </Line>
    </Room>,
    document.body,
  );
}

/** Where the host grants no whole screen the page is filled all the same. The focus comes back to what opened it. */
function useWholeScreen(onClose: () => void) {
  const room = useRef<HTMLElement>(null);
  const leave = useRef<HTMLButtonElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const opener = document.activeElement;
    leave.current?.focus();
    if (document.fullscreenEnabled) void room.current?.requestFullscreen().catch(() => {});
    // In the whole screen the browser keeps Escape to itself.
    const onChange = () => {
      if (!document.fullscreenElement) close.current();
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => {
      document.removeEventListener('fullscreenchange', onChange);
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return { room, leave };
}
