/** Somebody at work: an app of their own, and a list on their screen that is as old as their last look. */
import type { CaseRow } from '../../src/actions/listCases.ts';
import { listCases, readChanges } from '../../src/actions/listCases.ts';
import type { App } from '../../src/app.ts';
import type { Feedback } from '../../src/care/feedback.ts';
import { lanes } from '../../src/care/feedback.ts';
import { mergeRows } from '../../src/ui/triage/views.ts';
import { createHttp } from '../../src/zendesk/http.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import type { Random } from '../emulator/world/random.ts';
import { createTestApp, requestOver } from '../testApp.ts';
import { badNetwork, type Network, type Weather } from './network.ts';

export interface Press {
  operation: string;
  /** Name of an act. */
  act: string;
  ticketId: string;
  /** What was on the screen at the first try: the next one begins there, too. */
  known?: Feedback;
}

export interface Person {
  app: App;
  network: Network;
  /** What their list shows. */
  screen: Map<string, CaseRow>;
  /** Operations Zendesk confirmed to them. */
  confirmed: string[];
  /** What failed on the way, in the ledger or not: it may be pressed again, as the same operation. */
  doubtful: Press[];
}

/** Of all requests, how many meet a mishap. */
const share = 0.08;

export async function personOn(
  workspace: Workspace,
  email: string,
  random: Random,
  weather: Weather,
): Promise<Person> {
  const user = [...workspace.world.users.values()].find((one) => one.email === email);
  if (!user) throw new Error(`nobody is called ${email}`);
  const app = await createTestApp(workspace, 'agent');
  const network = badNetwork(workspace.fetchAs(email), random, share, weather);
  const clock = { now: () => workspace.world.now(), correct: () => {} };
  const http = createHttp({ request: requestOver(network.fetch) }, { clock, wait: async () => {} });
  return {
    app: {
      ...app,
      zendesk: { ...app.zendesk, http },
      user: { ...app.user, id: String(user.id), name: user.name, isAdmin: user.role === 'admin' },
    },
    network,
    screen: new Map(),
    confirmed: [],
    doubtful: [],
  };
}

export function show(person: Person, rows: readonly CaseRow[]): void {
  mergeRows(person.screen, rows);
}

/** What the page does every half minute. */
export async function hear(person: Person): Promise<void> {
  const revs = Object.fromEntries([...person.screen].map(([key, { feedback }]) => [key, feedback.rev]));
  show(person, (await readChanges(person.app, revs, 0)).rows);
}

/** What the page does when it is opened or refreshed: every list to its end. */
export async function readAll(person: Person): Promise<void> {
  for (let after: string | null | undefined; after !== null; ) {
    const page = await listCases(person.app, lanes, after ?? null);
    show(person, page.rows);
    after = page.next;
  }
}
