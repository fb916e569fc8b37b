import type { KeyboardEvent, PointerEvent } from 'react';
import { useState } from 'react';
import styled from 'styled-components';
import { useDesk } from '../DeskContext.tsx';
import { color, narrow } from '../look.ts';
import { words } from '../words.ts';
import { fullTray, trayMax, trayMin } from './trayWidth.ts';

const Handle = styled.div`
  flex: none;
  width: 9px;
  margin-inline: -4px;
  z-index: 3;
  cursor: col-resize;
  touch-action: none;
  position: relative;
  &::after {
    content: '';
    position: absolute;
    inset-block: 0;
    left: 4px;
    width: 1px;
    background: ${color('border.default')};
  }
  &:hover::after,
  &:focus-visible::after,
  &[data-dragging]::after {
    left: 3px;
    width: 3px;
    background: ${color('border.primaryEmphasis')};
  }
  &:focus-visible {
    outline: none;
  }
  ${narrow} {
    display: none;
  }
`;
/** Over the frames while dragging, or they would swallow the pointer. */
const Shield = styled.div`
  position: fixed;
  inset: 0;
  z-index: 2;
  cursor: col-resize;
`;

const clamp = (width: number) => Math.round(Math.min(trayMax, Math.max(trayMin, width)));
const keyWidths: Record<string, (width: number) => number> = {
  ArrowLeft: (width) => width + 20,
  ArrowRight: (width) => width - 20,
  PageUp: (width) => width + 100,
  PageDown: (width) => width - 100,
  Home: () => trayMin,
  End: () => trayMax,
};

/** The line between conversation and apps: drag it, or move it with the arrow keys. */
export function TrayResizer() {
  const desk = useDesk();
  const [isDragging, setIsDragging] = useState(false);
  const width = desk.trayWidth();
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyWidths[event.key];
    if (!next) return;
    event.preventDefault();
    desk.setTrayWidth(clamp(next(Math.min(width, fullTray))));
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setIsDragging(true);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const right = event.currentTarget.closest('section')?.getBoundingClientRect().right;
    if (isDragging && right !== undefined) desk.setTrayWidth(clamp(right - event.clientX));
  };
  return (
    <>
      {isDragging && <Shield />}
      <Handle
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={words.apps.resize}
        aria-valuemin={trayMin}
        aria-valuemax={trayMax}
        aria-valuenow={clamp(width)}
        data-dragging={isDragging || undefined}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onLostPointerCapture={() => setIsDragging(false)}
      />
    </>
  );
}
