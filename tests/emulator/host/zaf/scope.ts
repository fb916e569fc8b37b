/** What a path of the app framework can reach: the desk, the instance it is called on, and its siblings. */
import type { CommentDraft, Desk, TicketJson, TicketTab } from '../desk.ts';
import { ZafError } from './errors.ts';
import type { InstanceStore } from './instanceStore.ts';
import type { AppInstance } from './types.ts';

export interface Scope {
  desk: Desk;
  instance: AppInstance;
  store: InstanceStore;
  /** Opens a modal for the instance and tells the others. */
  createModal(options: unknown): AppInstance;
  closeModal(guid: string): void;
  setPopover(guid: string, isOpen: boolean): void;
}

/** One ticket tab, loaded. */
export interface OpenTicket {
  tab: TicketTab;
  ticket: TicketJson;
  draft: CommentDraft;
}

/** Waits while the tab loads. @throws ZafError where the location has no ticket or it could not be loaded. */
export async function openTicket({ desk, instance }: Scope): Promise<OpenTicket> {
  const id = instance.context.ticketId;
  if (id === undefined) throw new ZafError('APIUnknownPathError', 'No such Api');
  await settled(desk, id);
  const tab = desk.tab(id);
  if (!tab?.saved) throw new ZafError('TicketUnavailableError', tab?.problem ?? 'The ticket is not open.');
  return { tab, ticket: desk.shown(tab), draft: tab.draft };
}

function settled(desk: Desk, id: number): Promise<void> {
  const isLoading = () => desk.tab(id)?.state === 'loading';
  if (!isLoading()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = desk.subscribe(() => {
      if (isLoading()) return;
      stop();
      resolve();
    });
  });
}
