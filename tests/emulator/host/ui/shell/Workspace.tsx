import { Fragment, useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import { AppPanes } from '../apps/AppPanes.tsx';
import { AppTray } from '../apps/AppTray.tsx';
import { TopBarApps } from '../apps/TopBarApps.tsx';
import { fullTray } from '../apps/trayWidth.ts';
import { useDesk } from '../DeskContext.tsx';
import { color, narrow } from '../look.ts';
import { Panel } from '../panel/Panel.tsx';
import { words } from '../words.ts';
import { CurrentPage } from './CurrentPage.tsx';
import { NavRail } from './NavRail.tsx';
import { SignedOut } from './SignedOut.tsx';
import { TopBar } from './TopBar.tsx';

const Frame = styled.div`
  display: grid;
  grid-template: 'rail top' 48px 'rail main' minmax(0, 1fr) / 56px minmax(0, 1fr);
  height: 100dvh;
  background: ${color('background.default')};
  color: ${color('foreground.default')};
  font-size: 14px;
  line-height: 20px;
  &[hidden] {
    display: none;
  }
  ${narrow} {
    grid-template: 'top' 48px 'main' minmax(0, 1fr) 'rail' 52px / minmax(0, 1fr);
  }
`;
const Main = styled.main`
  grid-area: main;
  display: flex;
  min-width: 0;
  position: relative;
`;
const Content = styled.div<{ $isAside: boolean }>`
  flex: 1 1 0;
  min-width: 0;
  display: ${({ $isAside }) => ($isAside ? 'none' : 'block')};
  &[data-beside-tray] {
    ${narrow} {
      display: none;
    }
  }
`;
const SkipLink = styled.a`
  position: fixed;
  inset-block-start: -60px;
  inset-inline-start: 8px;
  z-index: 600;
  padding: 8px 12px;
  background: ${color('background.raised')};
  color: ${color('foreground.primary')};
  border: 1px solid ${color('border.default')};
  &:focus {
    inset-block-start: 8px;
  }
`;

function usePanel() {
  const [isOpen, setIsOpen] = useState(false);
  const onClose = () => {
    setIsOpen(false);
    document.getElementById('emulator-panel-toggle')?.focus();
  };
  return { isOpen, onClose, onToggle: () => setIsOpen(!isOpen), onOpen: () => setIsOpen(true) };
}

/** Moves focus to the page after a change of page, as a page load would, unless the person is in a frame. */
function useFocusOnPage(key: string) {
  const content = useRef<HTMLElement>(null);
  const last = useRef(key);
  useEffect(() => {
    if (last.current === key) return;
    last.current = key;
    content.current?.focus({ preventScroll: true });
  }, [key]);
  return content;
}

/** The agent's side: rail, tabs, page, apps, panel. `isHidden` keeps its frames alive behind the customer's side. */
export function Workspace({ isHidden }: { isHidden: boolean }) {
  const desk = useDesk();
  const panel = usePanel();
  const route = desk.route();
  const content = useFocusOnPage(route.page === 'ticket' ? `ticket-${route.id}` : route.page);
  const isTicket = route.page === 'ticket';
  const hasTray = isTicket && desk.isTrayOpen();
  const isAside = route.page === 'app' || (hasTray && desk.trayWidth() >= fullTray);
  const me = desk.me();
  return (
    <Frame hidden={isHidden}>
      <SkipLink href="#page">{words.skip}</SkipLink>
      <NavRail isPanelOpen={panel.isOpen} onPanel={panel.onToggle} />
      <TopBar>{me && <TopBarApps key={me.id} />}</TopBar>
      <Main id="page" ref={content} tabIndex={-1}>
        <Content $isAside={isAside} data-beside-tray={hasTray || undefined}>
          {me ? <CurrentPage key={me.id} /> : <SignedOut onPanel={panel.onOpen} />}
        </Content>
        {me && (
          <Fragment key={me.id}>
            <AppPanes />
            <AppTray />
          </Fragment>
        )}
        {panel.isOpen && <Panel onClose={panel.onClose} />}
      </Main>
    </Frame>
  );
}
