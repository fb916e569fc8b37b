import { useState } from 'react';
import { useApp } from './useApp.ts';

/** Leads elsewhere in Zendesk; where the host refuses, `refused` says so until the next try. */
export function useGoTo() {
  const { t } = useApp();
  const [refused, setRefused] = useState<string | null>(null);
  /** `act` resolves `false` where the host refused; `place` is what it is called. */
  const go = async (act: () => Promise<boolean>, place: string) => {
    setRefused(null);
    if (!(await act())) setRefused(t('start.route_refused', { place }));
  };
  return { go, refused };
}
