import { type PropsWithChildren, useState } from 'react';
import { Unseen } from './layout.ts';
import { AnnounceContext } from './useAnnounce.ts';

/** The one live region of a screen. */
export function Announcer({ children }: PropsWithChildren) {
  const [said, setSaid] = useState('');
  return (
    <AnnounceContext.Provider value={setSaid}>
      {children}
      <Unseen role="status">{said}</Unseen>
    </AnnounceContext.Provider>
  );
}
