/** The first calls of the workspace page: who is signed in, and the account's fixed lists. */
import type { State } from '../control.ts';
import type { GroupJson, TicketFieldJson, UserJson } from './desk.ts';
import { type Api, ask, entityIn, listIn } from './deskHttp.ts';

const defaultPersona = 'agent';

export interface Account {
  me: UserJson | null;
  fields: TicketFieldJson[];
  groups: GroupJson[];
  agents: UserJson[];
}

/** Signs in as asked, or as the agent when nobody is; answers `null`, or a sentence when that person is unknown. */
export async function signIn(api: Api, persona: string | undefined): Promise<string | null> {
  if (persona) return choosePersona(api, persona);
  const { persona: current } = await fetchState(api);
  return current === null ? choosePersona(api, defaultPersona) : null;
}

export async function choosePersona(api: Api, persona: string): Promise<string | null> {
  const answer = await ask(api, '/__emulator/persona', 'POST', { persona });
  return answer.isOk ? null : `Nobody in this account is called “${persona}”.`;
}

/** @throws when the emulator's server does not answer. */
export async function fetchState(api: Api): Promise<State> {
  const answer = await ask(api, '/__emulator/state');
  if (!answer.isOk || typeof answer.body !== 'object' || answer.body === null) {
    throw new Error('The emulator does not answer. Start it with `npm start`, then reload this page.');
  }
  return answer.body as State;
}

/** Lists that could not be read are empty. */
export async function fetchAccount(api: Api): Promise<Account> {
  const [me, fields, groups, agents] = await Promise.all([
    ask(api, '/api/v2/users/me'),
    ask(api, '/api/v2/ticket_fields'),
    ask(api, '/api/v2/groups'),
    ask(api, '/api/v2/users?role[]=agent&role[]=admin&per_page=100'),
  ]);
  const user = entityIn<UserJson>(me, 'user');
  return {
    me: user,
    fields: listIn(fields, 'ticket_fields'),
    groups: listIn(groups, 'groups'),
    agents: listIn(agents, 'users'),
  };
}
