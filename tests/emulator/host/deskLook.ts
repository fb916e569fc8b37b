import type { ColorScheme, DeskEvent } from './desk.ts';
import type { DeskPage } from './deskPage.ts';
import { narrowestTray, type Presets, rememberPresets } from './deskPresets.ts';
import type { Account } from './deskStart.ts';
import type { Emit } from './deskTabs.ts';

const usualTrayWidth = 320;
const usualSaveHookTimeout = 30;

/** Scheme, locale and app tray, remembered for the browser tab. */
export function createLook(page: DeskPage, presets: Presets, { me }: Account, emit: Emit) {
  const chosen = { ...presets };
  let isTrayOpen = true;
  const remember = (change: Presets) => {
    Object.assign(chosen, change);
    rememberPresets(chosen, page.tabStorage);
  };
  const choose = (change: Presets, event: DeskEvent) => {
    remember(change);
    if (event.kind !== 'changed') emit(event);
    emit({ kind: 'changed' });
  };
  const scheme = () => chosen.scheme ?? 'light';
  const locale = () => chosen.locale ?? me?.locale ?? 'en-US';
  return {
    scheme,
    locale,
    saveHookTimeout: () => (chosen.saveHookTimeout ?? usualSaveHookTimeout) * 1000,
    trayWidth: () => chosen.width ?? usualTrayWidth,
    isTrayOpen: () => isTrayOpen,
    setScheme: (next: ColorScheme) => {
      if (next !== scheme()) choose({ scheme: next }, { kind: 'scheme', scheme: next });
    },
    setLocale: (next: string) => {
      if (next !== locale()) choose({ locale: next }, { kind: 'locale', locale: next });
    },
    setTrayWidth: (width: number) =>
      choose({ width: Math.max(narrowestTray, Math.round(width)) }, { kind: 'changed' }),
    setTrayOpen: (isOpen: boolean) => {
      isTrayOpen = isOpen;
      emit({ kind: 'changed' });
    },
    remember,
  };
}
