import { type KeyboardEvent, type PropsWithChildren, useEffect, useId, useRef } from 'react';
import styled from 'styled-components';
import { Stack, Title } from '../layout.ts';
import { narrow } from '../triage/layout.ts';
import { useWatchedFocus } from './useWatchedFocus.ts';

/** Height of the bar at the foot of a narrow page, which a sheet stands on; pixels. */
export const barHeight = 56;

/** Around a button and the sheet that opens below it. */
export const Anchor = styled.div`
  position: relative;
  ${narrow} { position: static; }
`;

const Box = styled.section<{ $isAtEnd: boolean }>`
  position: absolute;
  top: calc(100% + 4px);
  ${({ $isAtEnd }) => ($isAtEnd ? 'inset-inline-end: 0;' : 'inset-inline-start: 0;')}
  z-index: 6;
  width: 340px;
  max-height: min(70vh, 520px);
  overflow-y: auto;
  padding: 14px 16px;
  border: 1px solid var(--fl-edge);
  border-radius: 6px;
  background: var(--fl-bg);
  box-shadow: 0 8px 24px rgb(0 0 0 / 24%);
  overflow-wrap: anywhere;
  color: var(--fl-text);
  font-weight: 400;
  white-space: normal;
  ${narrow} {
    position: fixed;
    inset: auto 0 ${barHeight}px 0;
    width: auto;
    max-height: calc(100vh - ${barHeight}px - 48px);
    border-width: 1px 0 0;
    border-radius: 12px 12px 0 0;
    button, input[type='text'], input:not([type]) { min-height: 44px; }
    label { min-height: 40px; }
  }
`;

interface Props {
  title: string;
  isAtEnd?: boolean;
  onClose: () => void;
}

/** A small screen over the page. Escape and a press beside it close it; single keys mean nothing in it. */
export function Sheet({ title, isAtEnd = false, onClose, children }: PropsWithChildren<Props>) {
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useWatchedFocus(box, heading);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    const onPress = ({ target }: Event) => {
      const isInside = target instanceof Node && box.current?.parentElement?.contains(target);
      if (!isInside) close.current();
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') onClose();
  };
  return (
    <Box ref={box} role="dialog" aria-labelledby={id} $isAtEnd={isAtEnd} onKeyDown={onKeyDown}>
      <Stack $gap={12}>
        <Title id={id} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {children}
      </Stack>
    </Box>
  );
}
