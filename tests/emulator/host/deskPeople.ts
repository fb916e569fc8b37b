/** Everybody the desk has met, by id. */
import type { UserJson } from './desk.ts';
import { type Api, ask, listIn } from './deskHttp.ts';
import type { Account } from './deskStart.ts';

export function createPeople(api: Api, { me, agents }: Account, onNews: () => void) {
  const known = new Map<number, UserJson>([...agents, ...(me ? [me] : [])].map((user) => [user.id, user]));
  async function learn(ids: number[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => id > 0 && !known.has(id));
    if (missing.length === 0) return;
    const answer = await ask(api, `/api/v2/users/show_many?ids=${missing.join(',')}`);
    const users = listIn<UserJson>(answer, 'users');
    for (const user of users) known.set(user.id, user);
    if (users.length > 0) onNews();
  }
  return { learn, find: (id: number) => known.get(id) };
}
