/**
 * Keeps a browser tab one person: the sign-in cookie belongs to the whole browser, and a second tab may be opened
 * as somebody else. Basic auth goes before the cookie in the emulator, so each call names this tab's person.
 */
import type { Api } from './deskHttp.ts';
import type { DeskPage } from './deskPage.ts';

export interface Identity {
  api: Api;
  /** From now on calls are this person's; `null` leaves it to the cookie. */
  become(persona: string | null): void;
}

export function createIdentity(page: DeskPage): Identity {
  let person: string | null = null;
  return {
    api: (path, init) => page.fetch(path, person === null ? init : signed(init, person)),
    become: (persona) => {
      person = persona;
    },
  };
}

/** An app's own `Authorization` header stays. */
function signed(init: RequestInit = {}, persona: string): RequestInit {
  const headers = new Headers(init.headers);
  if (!headers.has('Authorization'))
    headers.set('Authorization', `Basic ${btoa(`${persona}/token:emulator`)}`);
  return { ...init, headers };
}
