import { useQuery, useQueryClient } from '@tanstack/react-query';
import { keep, recall } from '../../actions/frames.ts';
import { type Asked, askedIn, firstAsked } from '../../care/insights/asked.ts';
import { useApp } from '../useApp.ts';

const name = 'insights_asked';

/** What is asked: kept while one is on another page, and until the tab is reloaded. `null` until that was looked up. */
export function useAsked(): [Asked | null, (asked: Asked) => void] {
  const app = useApp();
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: [name],
    queryFn: async () => askedIn(await recall(app, name).catch(() => null)) ?? firstAsked,
  });
  const change = (asked: Asked) => {
    client.setQueryData([name], asked);
    keep(app, name, asked);
  };
  return [data ?? null, change];
}
