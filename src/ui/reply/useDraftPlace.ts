import { useQuery } from '@tanstack/react-query';
import { recall } from '../../actions/frames.ts';
import { useApp } from '../useApp.ts';

/** How long what is typed lasts: see `DraftPlace`. `null` until that is known. */
export function useDraftPlace(): 'browser' | 'tab' | 'frame' | null {
  const app = useApp();
  const { data = null } = useQuery({
    queryKey: ['drafts'],
    queryFn: async () => {
      const place = await recall(app, 'drafts');
      return place === 'browser' || place === 'tab' ? place : 'frame';
    },
    // A hub that was still loading answers the next time somebody opens a composer.
    gcTime: 0,
  });
  return data;
}
