import type { Desk } from '../desk.ts';
import { useDesk } from './DeskContext.tsx';
import { readJson } from './tickets.ts';
import { useLoaded } from './useLoaded.ts';

type Names = Map<number, string>;

async function readNames(desk: Desk, ids: number[]): Promise<Names> {
  const answer = (await readJson(desk, `/api/v2/users/show_many?ids=${ids.join(',')}`)) as {
    users?: { id: number; name: string }[];
  };
  return new Map((answer.users ?? []).map(({ id, name }) => [id, name]));
}

/** Names by user id; people the desk does not know yet are asked for in one call. */
export function useNames(ids: number[]): (id: number) => string | undefined {
  const desk = useDesk();
  const unknown = [...new Set(ids)].filter((id) => !desk.user(id)).sort((left, right) => left - right);
  const found = useLoaded(unknown.length > 0 ? unknown.join() : null, () => readNames(desk, unknown));
  return (id) => desk.user(id)?.name ?? found.value?.get(id);
}
