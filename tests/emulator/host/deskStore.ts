/** The desk over the account's API: see `desk.ts` for what it promises. */
import type { State } from '../control.ts';
import type { Desk, DeskEvent } from './desk.ts';
import { createForm } from './deskForm.ts';
import type { Api } from './deskHttp.ts';
import { createIdentity } from './deskIdentity.ts';
import { createLoading } from './deskLoading.ts';
import { createLook } from './deskLook.ts';
import { browserPage, type DeskPage, numberOfTab } from './deskPage.ts';
import { createPeople } from './deskPeople.ts';
import { type Presets, readPresets, rememberPresets, withoutPresets } from './deskPresets.ts';
import { createRoads } from './deskRoads.ts';
import { type Account, choosePersona, fetchAccount, fetchState, signIn } from './deskStart.ts';
import { createSubmit } from './deskSubmit.ts';
import { createTabList, shownTicket } from './deskTabs.ts';
import { createToasts } from './deskToasts.ts';
import { createWorld } from './deskWorld.ts';

/** Parts of the page a test replaces; all default to the browser's. */
export type DeskOptions = Partial<DeskPage>;

/** @throws when the emulator's server does not answer; the message is a sentence for the person. */
export async function createDesk(options: DeskOptions = {}): Promise<Desk> {
  const page = withDefaults(options);
  const { api, become } = createIdentity(page);
  const { pathname, search } = page.address();
  const presets = readPresets(search, page.tabStorage);
  const refusal = await signIn(api, presets.persona);
  if (refusal) delete presets.persona;
  rememberPresets(presets, page.tabStorage);
  page.replace(pathname + withoutPresets(search));
  const state = await fetchState(api);
  become(state.persona);
  const account = await fetchAccount(api);
  const desk = assemble(page, api, presets, state, account);
  if (refusal) desk.notify(refusal, 'error', null);
  return desk;
}

function withDefaults(options: DeskOptions): DeskPage {
  return { ...(typeof window === 'undefined' ? ({} as DeskPage) : browserPage()), ...options };
}

function assemble(page: DeskPage, api: Api, presets: Presets, firstState: State, account: Account): Desk {
  const listeners = new Set<(event: DeskEvent) => void>();
  const people = createPeople(api, account, () => emit({ kind: 'changed' }));
  const emit = (event: DeskEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  const myId = () => account.me?.id ?? null;
  const tabs = createTabList(emit, (id) => loading.reload(id));
  const loading = createLoading(tabs, { api, emit, myId, learnUsers: people.learn });
  const form = createForm(tabs, emit);
  const { submit, onSave } = createSubmit(tabs, { api, emit, form, reload: loading.reload });
  const toasts = createToasts(emit);
  const look = createLook(page, presets, account, emit);
  const roads = createRoads(page, emit, {
    openTab: tabs.open,
    tabIds: tabs.ids,
    showUser: (id) => void people.learn([id]),
  });
  const world = createWorld(page, api, firstState, emit, loading.onWorldTicket, myId);

  roads.begin();
  return {
    state: world.state,
    me: () => account.me,
    route: roads.route,
    ...look,
    browserTab: () => numberOfTab(page),
    tabs: tabs.all,
    tab: tabs.get,
    toasts: toasts.all,
    fields: () => account.fields,
    groups: () => account.groups,
    agents: () => account.agents,
    user: people.find,
    apps: () => world.state().apps,
    shown: (tab) => {
      const ticket = shownTicket(tab);
      if (!ticket) throw new Error(`Ticket ${tab.id} is not loaded.`);
      return ticket;
    },
    open: roads.open,
    closeTab: (id) => {
      roads.leave(id);
      tabs.close(id);
    },
    reloadTab: loading.reload,
    ...form,
    setSaveDisabled: (id, isSaveDisabled) => tabs.patch(id, { isSaveDisabled }),
    submit,
    onSave,
    notify: toasts.add,
    dismiss: toasts.dismiss,
    setPersona: async (persona) => {
      const refusal = await choosePersona(api, persona);
      if (refusal) return void toasts.add(refusal, 'error', null);
      look.remember({ persona });
      page.reload();
    },
    api,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => {
      world.dispose();
      roads.dispose();
      listeners.clear();
    },
  };
}
