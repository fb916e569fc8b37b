import { type KeyboardEvent, useEffect, useRef } from 'react';
import styled from 'styled-components';
import type { InstalledApp } from '../../../control.ts';
import { useDesk } from '../DeskContext.tsx';
import { icons } from '../icons.ts';
import { color, focusRing } from '../look.ts';
import { SafeSvg } from '../SafeSvg.tsx';
import { FrameSlot } from './FrameSlot.tsx';
import { useZaf } from './ZafContext.tsx';

const Holder = styled.div`
  position: relative;
  flex: none;
`;
const Toggle = styled.button`
  display: grid;
  place-items: center;
  width: 32px;
  height: 32px;
  padding: 0;
  border: 0;
  border-radius: 4px;
  background: transparent;
  color: ${color('foreground.default')};
  font-weight: 600;
  cursor: pointer;
  &:hover,
  &[aria-expanded='true'] {
    background: ${color('background.disabled')};
  }
  ${focusRing}
`;
/* Its size is the frame's: the border lies around it. */
const Popover = styled.div`
  position: absolute;
  box-sizing: content-box;
  inset-block-start: 40px;
  inset-inline-end: 0;
  z-index: 20;
  max-width: 96vw;
  max-height: 80vh;
  overflow: auto;
  background: ${color('background.raised')};
  border: 1px solid ${color('border.default')};
  border-radius: 6px;
  box-shadow: 0 12px 28px ${color('shadow.large')};
  &[hidden] {
    display: none;
  }
`;

const noContext = {};

/** Presses outside `isOpen` content close it; a press into a frame only shows as lost focus, so that stays open. */
function useOutsidePress(isOpen: boolean, onOutside: () => void) {
  const holder = useRef<HTMLDivElement>(null);
  const latest = useRef(onOutside);
  latest.current = onOutside;
  useEffect(() => {
    if (!isOpen) return;
    const onPress = (event: Event) => {
      if (event.target instanceof Node && !holder.current?.contains(event.target)) latest.current();
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [isOpen]);
  return holder;
}

function TopBarApp({ app }: { app: InstalledApp }) {
  const zaf = useZaf();
  const { guid, isOpen, icon, size } = zaf.instanceFor(app, 'top_bar', noContext);
  const holder = useOutsidePress(isOpen, () => zaf.setPopover(guid, false));
  const toggle = useRef<HTMLButtonElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    zaf.setPopover(guid, false);
    toggle.current?.focus();
  };
  return (
    <Holder ref={holder} onKeyDown={onKeyDown}>
      <Toggle
        ref={toggle}
        type="button"
        aria-label={app.name}
        title={app.name}
        aria-expanded={isOpen}
        onClick={() => zaf.setPopover(guid, !isOpen)}
      >
        {icon.chars ?? <SafeSvg markup={app.icons.top_bar ?? icons.puzzle} size={18} symbol={icon.symbol} />}
      </Toggle>
      <Popover hidden={!isOpen} style={{ width: size.width ?? 320, height: size.height ?? 400 }}>
        <FrameSlot app={app} location="top_bar" isVisible={isOpen} />
      </Popover>
    </Holder>
  );
}

/** Icons of apps in the top bar, each with its popover. */
export function TopBarApps() {
  const apps = useDesk()
    .apps()
    .filter((app) => app.locations.top_bar);
  return apps.map((app) => <TopBarApp key={app.installationId} app={app} />);
}
