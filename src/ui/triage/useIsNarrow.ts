import { useSyncExternalStore } from 'react';

const query = '(max-width: 600px)';

function subscribe(onChange: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', onChange);
  return () => media.removeEventListener('change', onChange);
}

/** Is the page as narrow as a phone? */
export const useIsNarrow = () => useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
