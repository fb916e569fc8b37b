import { useEffect, useRef } from 'react';
import type { WorldEvent } from '../../control.ts';
import { useDesk } from './DeskContext.tsx';

/** Calls back when the server tells something of one of `kinds`. */
export function useWorldEvent(kinds: WorldEvent['kind'][], onEvent: () => void): void {
  const desk = useDesk();
  const latest = useRef({ kinds, onEvent });
  latest.current = { kinds, onEvent };
  useEffect(
    () =>
      desk.subscribe((event) => {
        if (event.kind === 'world' && latest.current.kinds.includes(event.event.kind))
          latest.current.onEvent();
      }),
    [desk],
  );
}
