import { useQuery } from '@tanstack/react-query';
import { readPeople } from '../../actions/readPeople.ts';
import { useApp } from '../useApp.ts';

/** Names of colleagues, by user id; empty until they are here. */
export function useNames(ids: readonly (string | null)[]): Record<string, string> {
  const app = useApp();
  const wanted = [...new Set(ids.filter((id) => id !== null && id !== app.user.id))].sort() as string[];
  const { data } = useQuery({
    queryKey: ['issue_people', wanted],
    enabled: wanted.length > 0,
    queryFn: () => readPeople(app, wanted),
    placeholderData: (before) => before,
  });
  return { ...data, [app.user.id]: app.user.name };
}
