import { useQuery } from '@tanstack/react-query';
import { readPeople } from '../actions/readPeople.ts';
import { Failure } from '../care/failure.ts';
import { useApp } from './useApp.ts';

/** Names of these people by user id, each asked for once; those that cannot be had now are asked for the next time. */
export function usePeople(ids: readonly (string | null)[]): Record<string, string> {
  const app = useApp();
  const { user } = app;
  const wanted = [...new Set(ids)]
    .filter((id) => id !== null && id !== '' && id !== user.id)
    .sort() as string[];
  const { data } = useQuery({
    queryKey: ['people', ...wanted],
    queryFn: async () => {
      const found = await readPeople(app, wanted);
      if (Object.keys(found).length === 0) throw new Failure('unavailable');
      return found;
    },
    enabled: wanted.length > 0,
    placeholderData: (before) => before,
  });
  return { ...(wanted.length > 0 && data), [user.id]: user.name };
}
