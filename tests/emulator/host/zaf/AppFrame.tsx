/**
 * One app's iframe. Mount it once per place and keep it mounted, hidden by `isVisible={false}`, so that the app
 * lives on in the background: a sidebar per open ticket tab, one nav_bar and one top_bar per app (they load at
 * their first showing), one background per app (`<BackgroundFrames>`), one per entry of `zaf.modals()`.
 */
import { type CSSProperties, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { InstalledApp } from '../../control.ts';
import type { Desk } from '../desk.ts';
import type { AppInstance, FrameContext, Zaf } from './types.ts';

const fixedSidebarWidth = 320;
const sidebarHeight = 320;

interface AppFrameProps {
  desk: Desk;
  zaf: Zaf;
  app: InstalledApp;
  location: string;
  context?: FrameContext;
  isVisible: boolean;
  /** Pixels the place offers; absent fills it. */
  width?: number;
}

export function AppFrame({ zaf, app, location, context = {}, isVisible, width }: AppFrameProps) {
  const guid = context.instanceGuid ?? zaf.instanceFor(app, location, context).guid;
  const instance = useSyncExternalStore(zaf.subscribe, () => zaf.instance(guid));
  const { ticketId, userId, organizationId } = context;

  useLayoutEffect(() => zaf.setVisible(guid, isVisible), [zaf, guid, isVisible]);
  useLayoutEffect(
    () => zaf.setContext(guid, { ticketId, userId, organizationId }),
    [zaf, guid, ticketId, userId, organizationId],
  );
  if (!instance?.isLoaded) return null;
  return (
    <LiveFrame
      key={`${guid}:${instance.epoch}`}
      zaf={zaf}
      instance={instance}
      style={frameStyle(instance, isVisible, width)}
    />
  );
}

/** The frames nobody sees: one per app with a `background` location. Mount once. */
export function BackgroundFrames({ desk, zaf }: { desk: Desk; zaf: Zaf }) {
  const apps = desk.apps().filter((app) => app.locations.background);
  return (
    <div hidden>
      {apps.map((app) => (
        <AppFrame key={app.appId} desk={desk} zaf={zaf} app={app} location="background" isVisible={false} />
      ))}
    </div>
  );
}

function LiveFrame(props: { zaf: Zaf; instance: AppInstance; style: CSSProperties }) {
  const { zaf, instance, style } = props;
  const { guid } = instance;
  const frame = useRef<HTMLIFrameElement>(null);

  useLayoutEffect(() => {
    const element = frame.current;
    const src = zaf.instance(guid)?.src;
    if (!element?.contentWindow || !src) return;
    const detach = zaf.attach(guid, element.contentWindow);
    element.src = src;
    return detach;
  }, [zaf, guid]);

  return (
    <iframe
      ref={frame}
      title={instance.app.name}
      data-app-id={instance.app.appId}
      data-app-location={instance.location}
      data-instance-guid={guid}
      style={style}
      onLoad={() => zaf.onFrameLoad(guid)}
    />
  );
}

function frameStyle(instance: AppInstance, isVisible: boolean, width: number | undefined): CSSProperties {
  const isShown = isVisible && !instance.isHidden;
  return { border: 0, display: isShown ? 'block' : 'none', maxWidth: '100%', ...frameBox(instance, width) };
}

/** nav_bar fills its pane; a sidebar is as wide as its tray and as high as the app asked; the rest as asked. */
function frameBox(instance: AppInstance, width: number | undefined): CSSProperties {
  const { size, location, app } = instance;
  const offered = width ?? '100%';
  if (location === 'nav_bar') return { width: offered, height: '100%' };
  if (location.endsWith('_sidebar')) {
    const isFixed = app.locations[location]?.flexible === false;
    return { width: isFixed ? fixedSidebarWidth : offered, height: size.height ?? sidebarHeight };
  }
  return { width: size.width ?? offered, height: size.height ?? '100%' };
}
