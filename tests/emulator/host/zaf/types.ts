/** What the screens may ask of the ZAF half, and what an app instance is. */
import type { InstalledApp } from '../../control.ts';
import type { Desk } from '../desk.ts';

/** `client.context()`, as Zendesk's Client API page shows it. */
export interface ZafContext {
  instanceGuid: string;
  product: 'support';
  account: { subdomain: string };
  location: string;
  ticketId?: number;
  userId?: number;
  organizationId?: number;
}

/** What tells two instances of one app in one location apart. */
export interface FrameContext {
  ticketId?: number;
  userId?: number;
  organizationId?: number;
  /** An instance that exists already: modals. */
  instanceGuid?: string;
}

/** Numbers are CSS pixels; strings are any CSS length, such as `80vw`. */
export interface FrameSize {
  width: number | string | null;
  height: number | string | null;
}

/** One app in one place: a sidebar per ticket tab, one nav bar, one top bar, one background, one per modal. */
export interface AppInstance {
  guid: string;
  app: InstalledApp;
  location: string;
  /** The address of the frame, with `origin`, `app_guid` and `colorScheme`. */
  src: string;
  context: ZafContext;
  /** Whether the frame is to exist; nav_bar and top_bar wait for their first opening. */
  isLoaded: boolean;
  /** Whether the person sees it. */
  isVisible: boolean;
  /** Hidden by the app itself (`hide`) or by `autoHide` until `show`. */
  isHidden: boolean;
  /** Popover of a top_bar app. */
  isOpen: boolean;
  /** Last `resize`, `popover` or `instances.create` size. */
  size: FrameSize;
  /** `iconSymbol` and `iconChars`. */
  icon: { symbol: string | null; chars: string | null };
  /** Guid of the instance that created this modal. */
  opener: string | null;
  /** Rises with every "reload all apps": use it as the frame's key. */
  epoch: number;
}

export interface Zaf {
  desk: Desk;
  instances(): AppInstance[];
  instance(guid: string): AppInstance | undefined;
  /** Finds or makes the instance; asking twice gives the same one. @throws for an `instanceGuid` no longer in use */
  instanceFor(app: InstalledApp, location: string, context: FrameContext): AppInstance;
  /** Modals to draw, newest last. Each holds one `<AppFrame location="modal" context={{ instanceGuid }} />`. */
  modals(): AppInstance[];
  /** The person closed a modal: Escape, the backdrop, the cross. */
  closeModal(guid: string): void;
  /** The person pressed the icon of a top_bar app, or pressed elsewhere. */
  setPopover(guid: string, isOpen: boolean): void;
  /** `<AppFrame>` says whether its place on the page can be seen. */
  setVisible(guid: string, isVisible: boolean): void;
  /** Replaces ticketId, userId … of an instance and tells its frame (`context.updated`). */
  setContext(guid: string, context: FrameContext): void;
  /** Connects the frame's window; call before `src` is set. Returns the disconnection. */
  attach(guid: string, frame: Window): () => void;
  /** The frame's `load` event. */
  onFrameLoad(guid: string): void;
  /** "Reload all apps" of Zendesk's tray. */
  reloadApps(): void;
  subscribe(listener: () => void): () => void;
  dispose(): void;
}
