import { useRef } from 'react';
import styled from 'styled-components';
import type { InstalledApp } from '../../../control.ts';
import type { Desk } from '../../desk.ts';
import { useDesk } from '../DeskContext.tsx';
import { Page, Quiet, VisuallyHidden } from '../look.ts';
import { appOf } from '../paths.ts';
import { words } from '../words.ts';
import { FrameSlot } from './FrameSlot.tsx';
import { useZaf } from './ZafContext.tsx';

const Pane = styled.section`
  flex: 1;
  min-width: 0;
  display: flex;
  &[hidden] {
    display: none;
  }
  > * {
    flex: 1;
  }
`;

const noContext = {};

/** The app whose page is open, and those opened earlier or preloaded, in the order of the installation. */
function useOpened(desk: Desk): [current: InstalledApp | undefined, opened: InstalledApp[]] {
  const zaf = useZaf();
  const seen = useRef(new Set<number>());
  const route = desk.route();
  const apps = desk.apps().filter((app) => app.locations.nav_bar);
  const current = route.page === 'app' ? appOf(apps, route.name) : undefined;
  if (current) seen.current.add(current.installationId);
  const isPreloaded = (app: InstalledApp) => zaf.instanceFor(app, 'nav_bar', noContext).isLoaded;
  return [current, apps.filter((app) => seen.current.has(app.installationId) || isPreloaded(app))];
}

/** Full pages of apps. A frame is made at the first visit and stays for the next. */
export function AppPanes() {
  const desk = useDesk();
  const route = desk.route();
  const [current, opened] = useOpened(desk);
  return (
    <>
      {opened.map((app) => (
        <Pane key={app.installationId} hidden={app !== current} aria-label={app.name}>
          <VisuallyHidden as="h1">{app.name}</VisuallyHidden>
          <FrameSlot app={app} location="nav_bar" isVisible={app === current} />
        </Pane>
      ))}
      {route.page === 'app' && !current && (
        <Page>
          <Quiet>{words.apps.unknown(route.name)}</Quiet>
        </Page>
      )}
    </>
  );
}
