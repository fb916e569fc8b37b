import { useEffect, useRef, useState } from 'react';
import { type Place, placeInRoute, watchRoute } from '../../actions/watchRoute.ts';
import type { App } from '../../app.ts';
import { asFailure, Failure } from '../../care/failure.ts';
import { useApp } from '../useApp.ts';
import type { Cases } from './useCases.ts';

/** Seldom needed: most rows are in the list. Code that cannot be had is a failure like any other. */
const find = async (app: App, key: string) => {
  const { findCase } = await import('../../actions/findCase.ts').catch(() => {
    throw new Failure('unavailable');
  });
  return findCase(app, key);
};

/** What the search for the linked case ended with, where it is not in the list now. */
type Missed = { isMissing: true; failure: null } | { isMissing: false; failure: Failure | null };
const nothingMissed: Missed = { isMissing: false, failure: null };

const keyOf = (place: Place | null) => (place?.kind === 'case' ? place.id : null);

/** Where the page is: by the link that opened it, and by every link followed since. */
export function usePlace(route: unknown): Place | null {
  const app = useApp();
  const [place, setPlace] = useState(() => placeInRoute(route));
  useEffect(() => watchRoute(app, setPlace), [app]);
  return place;
}

/** Which feedback is open: chosen in the list, or by a link to it, also where the list has not reached it. */
export function useLinkedCase(place: Place | null, cases: Cases) {
  const app = useApp();
  const [linked, setLinked] = useState(keyOf(place));
  const [missed, setMissed] = useState<Missed>(nothingMissed);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (place) setLinked(keyOf(place));
  }, [place]);

  const current = useRef(cases);
  current.current = cases;
  const { hasAny } = cases;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try looks anew
  useEffect(() => {
    setMissed(nothingMissed);
    if (!linked || !hasAny || current.current.find(linked)) return;
    let isOver = false;
    const end = (result: Missed) => {
      if (!isOver) setMissed(result);
    };
    find(app, linked).then(
      (found) => {
        if (!found) end({ isMissing: true, failure: null });
        else if (!isOver) {
          current.current.addFound(found);
          // A conversation's ticket may have become known.
          setLinked(found.row.feedback.key);
        }
      },
      (cause) => end({ isMissing: false, failure: asFailure(cause) }),
    );
    return () => {
      isOver = true;
    };
  }, [app, linked, hasAny, tries]);

  return { key: linked, ...missed, retry: () => setTries((count) => count + 1), open: setLinked };
}
