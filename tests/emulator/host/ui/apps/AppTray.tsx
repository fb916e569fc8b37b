import { IconButton } from '@zendeskgarden/react-buttons';
import { useMemo, useState } from 'react';
import styled from 'styled-components';
import type { InstalledApp } from '../../../control.ts';
import { useDesk } from '../DeskContext.tsx';
import { icons } from '../icons.ts';
import { color, focusRing, narrow, Quiet, VisuallyHidden } from '../look.ts';
import { SafeSvg } from '../SafeSvg.tsx';
import { words } from '../words.ts';
import { FrameSlot } from './FrameSlot.tsx';
import { TrayResizer } from './TrayResizer.tsx';
import { fullTray } from './trayWidth.ts';

const Tray = styled.section<{ $width: number }>`
  flex: 0 1 ${({ $width }) => $width}px;
  width: ${({ $width }) => $width}px;
  min-width: 0;
  display: flex;
  background: ${color('background.recessed')};
  &[hidden] {
    display: none;
  }
  ${narrow} {
    flex: 1 1 100%;
  }
`;
const Scroll = styled.div`
  flex: 1;
  min-width: 0;
  overflow-y: auto;
`;
/* The heading of the page where the tray is all there is of it. */
const AloneTitle = styled(VisuallyHidden)<{ $isAlone: boolean }>`
  display: ${({ $isAlone }) => ($isAlone ? 'block' : 'none')};
  ${narrow} {
    display: block;
  }
`;
const Card = styled.section`
  background: ${color('background.default')};
  border-bottom: 1px solid ${color('border.default')};
`;
const Head = styled.header`
  display: flex;
  align-items: center;
  padding: 2px 4px 2px 0;
  border-bottom: 1px solid ${color('border.subtle')};
  h2 {
    flex: 1;
    min-width: 0;
    margin: 0;
    font-size: 14px;
  }
  h2 button {
    display: flex;
    align-items: center;
    gap: 8px;
    width: 100%;
    padding: 8px 12px;
    border: 0;
    background: none;
    color: ${color('foreground.default')};
    font: inherit;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
    ${focusRing}
  }
`;

interface TrayAppProps {
  app: InstalledApp;
  ticketId: number;
  isVisible: boolean;
}

/** One app beside one ticket: its name, collapse and reload over its frame. */
function TrayApp({ app, ticketId, isVisible }: TrayAppProps) {
  const [isExpanded, setIsExpanded] = useState(true);
  const [load, setLoad] = useState(0);
  const context = useMemo(() => ({ ticketId }), [ticketId]);
  const { apps } = words;
  return (
    <Card aria-label={app.name}>
      <Head>
        <h2>
          <button
            type="button"
            aria-expanded={isExpanded}
            aria-label={isExpanded ? apps.collapse(app.name) : apps.expand(app.name)}
            onClick={() => setIsExpanded(!isExpanded)}
          >
            <SafeSvg markup={isExpanded ? icons.chevronDown : icons.chevronRight} size={12} />
            {app.name}
          </button>
        </h2>
        <IconButton size="small" aria-label={apps.reload(app.name)} onClick={() => setLoad(load + 1)}>
          <SafeSvg markup={icons.reload} size={14} />
        </IconButton>
      </Head>
      <div hidden={!isExpanded}>
        <FrameSlot
          key={load}
          app={app}
          location="ticket_sidebar"
          context={context}
          isVisible={isVisible && isExpanded}
        />
      </div>
    </Card>
  );
}

/** Apps beside the tickets. Every open ticket keeps its frames; only the active ticket's are shown. */
export function AppTray() {
  const desk = useDesk();
  const route = desk.route();
  const apps = desk.apps().filter((app) => app.locations.ticket_sidebar);
  const tabs = desk.tabs().filter((tab) => tab.saved || tab.state !== 'failed');
  const isShown = route.page === 'ticket' && desk.isTrayOpen();
  return (
    <Tray aria-label={words.apps.label} hidden={!isShown} $width={desk.trayWidth()}>
      {isShown && <TrayResizer />}
      <Scroll>
        <AloneTitle as="h1" $isAlone={desk.trayWidth() >= fullTray}>
          {words.apps.label}
        </AloneTitle>
        {apps.length === 0 && <Quiet style={{ padding: 16 }}>{words.apps.none}</Quiet>}
        {tabs.map((tab) => {
          const isActive = route.page === 'ticket' && route.id === tab.id;
          return (
            <div key={tab.id} hidden={!isActive}>
              {apps.map((app) => (
                <TrayApp
                  key={app.installationId}
                  app={app}
                  ticketId={tab.id}
                  isVisible={isActive && isShown}
                />
              ))}
            </div>
          );
        })}
      </Scroll>
    </Tray>
  );
}
