/** A tab's background frame whose minutes pass only when a test says so. */
import { type KeptMirror, keepMirror } from '../../src/actions/keepMirror.ts';
import type { App } from '../../src/app.ts';
import type { OpenForms } from '../../src/zendesk/openForms.ts';
import type { Exchange } from '../emulator/control.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { whenIdle } from '../testApp.ts';

export interface Tab {
  mirror: KeptMirror;
  /** What the tab's hub was asked to keep. */
  kept: Map<string, unknown>;
  forms: FakeForms;
}

/** Forms open in a tab: ids of tickets, and of those somebody is typing in. */
export interface FakeForms extends OpenForms {
  open: Set<string>;
  typed: Set<string>;
}

function fakeForms(): FakeForms {
  const open = new Set<string>();
  const typed = new Set<string>();
  return {
    open,
    typed,
    hasUnsaved: async ({ id }) => open.has(id) && typed.has(id),
    isOpen: async (id) => open.has(id),
  };
}

export class Minutes {
  #now = 0;
  #pauses: { at: number; end: () => void }[] = [];
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    workspace.world.realNow = () => this.#now;
  }

  /** What a tab's background frame goes by. */
  readonly clock = () => this.#now;
  readonly wait = (ms: number) => new Promise<void>((end) => this.#pauses.push({ at: this.#now + ms, end }));

  /** Opens a tab: everything its person writes is to be told to `mirror.note`. */
  open(app: App, isLeader = false): Tab {
    const forms = fakeForms();
    const kept = new Map<string, unknown>();
    const hub = {
      ...app.zendesk.hub,
      keep: (name: string, value: unknown) => void kept.set(name, value),
    };
    const own = { ...app, zendesk: { ...app.zendesk, hub } };
    const mirror = keepMirror(own, {
      isLeader: () => isLeader,
      clock: this.clock,
      wait: this.wait,
      forms,
    });
    return { mirror, kept, forms };
  }

  /** Lets so many milliseconds go by, and everything that falls due. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    await whenIdle(this.#workspace);
    for (;;) {
      const next = this.#pauses.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      this.#move(next?.at ?? until);
      if (!next) break;
      this.#pauses = this.#pauses.filter((pause) => pause !== next);
      next.end();
      await whenIdle(this.#workspace);
    }
  }

  #move(to: number): void {
    const ms = Math.max(0, to - this.#now);
    this.#now += ms;
    if (ms > 0) this.#workspace.world.advance(ms);
  }
}

export const isTicketWrite = ({ method, url }: Exchange) =>
  method === 'PUT' && url.includes('/api/v2/tickets/');
