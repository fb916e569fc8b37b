import { useEffect, useRef, useState } from 'react';
import { findCase } from '../../actions/findCase.ts';
import { watchRoute } from '../../actions/watchRoute.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import { keyOfTicket } from '../../care/feedback.ts';
import { useApp } from '../useApp.ts';
import type { Cases } from './useCases.ts';

/** What the search for the linked case ended with, where it is not in the list now. */
type Missed = { isMissing: true; failure: null } | { isMissing: false; failure: Failure | null };
const nothingMissed: Missed = { isMissing: false, failure: null };

/** Which case is open: chosen in the list, or by a link to its ticket, also where the list has not reached it. */
export function useLinkedCase(first: string | null, cases: Cases) {
  const app = useApp();
  const [ticketId, setTicketId] = useState(first);
  const [missed, setMissed] = useState<Missed>(nothingMissed);
  const [tries, setTries] = useState(0);
  const key = ticketId === null ? null : keyOfTicket(ticketId);
  useEffect(() => watchRoute(app, setTicketId), [app]);

  const current = useRef(cases);
  current.current = cases;
  const { hasAny } = cases;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try looks anew
  useEffect(() => {
    setMissed(nothingMissed);
    if (!ticketId || !hasAny || current.current.find(keyOfTicket(ticketId))) return;
    let isOver = false;
    const end = (result: Missed) => {
      if (!isOver) setMissed(result);
    };
    findCase(app, ticketId).then(
      (found) => {
        if (!found) end({ isMissing: true, failure: null });
        else if (!isOver) current.current.addFound(found);
      },
      (cause) => end({ isMissing: false, failure: asFailure(cause) }),
    );
    return () => {
      isOver = true;
    };
  }, [app, ticketId, hasAny, tries]);

  return { key, ticketId, ...missed, retry: () => setTries((count) => count + 1), open: setTicketId };
}
