import { useCallback, useEffect, useRef, useState } from 'react';
import { findCase } from '../../actions/findCase.ts';
import { watchRoute } from '../../actions/watchRoute.ts';
import { keyOfTicket } from '../../care/feedback.ts';
import { useApp } from '../useApp.ts';
import type { Cases } from './useCases.ts';

/** Which case is open: chosen in the list, or by a link to its ticket, also where the list has not reached it. */
export function useLinkedCase(first: string | null, cases: Cases) {
  const app = useApp();
  const [ticketId, setTicketId] = useState(first);
  const [isMissing, setMissing] = useState(false);
  const key = ticketId === null ? null : keyOfTicket(ticketId);
  useEffect(() => watchRoute(app, setTicketId), [app]);

  const current = useRef(cases);
  current.current = cases;
  const { hasData } = cases;
  useEffect(() => {
    setMissing(false);
    if (!ticketId || !hasData || current.current.find(keyOfTicket(ticketId))) return;
    let isOver = false;
    findCase(app, ticketId).then(
      (found) => {
        if (isOver) return;
        if (found) current.current.addFound(found);
        else setMissing(true);
      },
      () => {
        if (!isOver) setMissing(true);
      },
    );
    return () => {
      isOver = true;
    };
  }, [app, ticketId, hasData]);

  const open = useCallback((next: string | null) => setTicketId(next), []);
  return { key, ticketId, isMissing, open };
}
