import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type HuddleView, readHuddle } from '../../actions/readHuddle.ts';
import type { HuddleSaved } from '../../actions/saveHuddle.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import { useApp } from '../useApp.ts';

/** A team's huddle of today, and the way to change it: `null` where that failed. */
export function useHuddle(team: string) {
  const app = useApp();
  const client = useQueryClient();
  const queryKey = ['huddle', team];
  const { data, error, isFetching, refetch } = useQuery({
    queryKey,
    queryFn: () => readHuddle(app, team),
    refetchOnMount: 'always',
    structuralSharing: false,
  });
  const [isBusy, setBusy] = useState(false);
  const [unsaved, setUnsaved] = useState<Failure | null>(null);
  const change = async (act: (view: HuddleView) => Promise<HuddleSaved>): Promise<HuddleSaved | null> => {
    if (!data || isBusy) return null;
    setBusy(true);
    setUnsaved(null);
    try {
      const saved = await act(data);
      client.setQueryData(queryKey, saved.view);
      return saved;
    } catch (cause) {
      setUnsaved(asFailure(cause));
      return null;
    } finally {
      setBusy(false);
    }
  };
  return {
    view: data ?? null,
    failure: error ? asFailure(error) : null,
    isReading: isFetching,
    reload: () => void refetch(),
    change,
    isBusy,
    unsaved,
  };
}
