/** The list of open ticket tabs; what is done to them lives in the files beside this one. */
import type { DeskEvent, TicketJson, TicketTab } from './desk.ts';
import { applyEdits, changesBetween, emptyDraft } from './deskEdits.ts';

export type Emit = (event: DeskEvent) => void;

export interface TabList {
  all(): TicketTab[];
  /** Ids of the tabs that are not about to go. */
  ids(): number[];
  get(id: number): TicketTab | undefined;
  patch(id: number, change: Partial<TicketTab>): void;
  open(id: number): void;
  close(id: number): void;
  /** Reports what two shown states of a ticket differ in. */
  tellChanges(id: number, before: TicketJson, after: TicketJson): void;
}

/** Milliseconds between `closing` and the tab's end, so that a last message reaches its frames. */
const goodbye = 50;

export function createTabList(emit: Emit, load: (id: number) => Promise<void>): TabList {
  let tabs: TicketTab[] = [];
  const closing = new Set<number>();
  const get = (id: number) => tabs.find((tab) => tab.id === id);

  function show(next: TicketTab[]): void {
    tabs = next;
    emit({ kind: 'changed' });
  }

  function remove(id: number): void {
    closing.delete(id);
    show(tabs.filter((tab) => tab.id !== id));
  }

  function open(id: number): void {
    if (closing.has(id)) remove(id);
    if (get(id)) return;
    show([...tabs, newTab(id)]);
    void load(id);
  }

  function close(id: number): void {
    const tab = get(id);
    if (!tab || closing.has(id)) return;
    closing.add(id);
    emit({ kind: 'closing', id });
    setTimeout(() => closing.has(id) && remove(id), goodbye);
  }

  return {
    all: () => tabs,
    ids: () => tabs.map(({ id }) => id).filter((id) => !closing.has(id)),
    get,
    patch: (id, change) => show(tabs.map((tab) => (tab.id === id ? { ...tab, ...change } : tab))),
    open,
    close,
    tellChanges: (id, before, after) => {
      for (const change of changesBetween(before, after)) emit({ kind: 'ticketEdited', id, ...change });
    },
  };
}

/** `saved` overlaid by `edits`; `undefined` while loading. */
export function shownTicket({ saved, edits }: TicketTab): TicketJson | undefined {
  return saved ? applyEdits(saved, edits) : undefined;
}

function newTab(id: number): TicketTab {
  return {
    id,
    state: 'loading',
    problem: null,
    saved: null,
    comments: [],
    edits: {},
    draft: emptyDraft,
    isSaveDisabled: false,
    fieldStates: {},
    updatedBy: null,
  };
}
