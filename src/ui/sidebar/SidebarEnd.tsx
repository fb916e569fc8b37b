import type { ComponentProps } from 'react';
import { Dispute } from '../dispute/Dispute.tsx';
import { PraiseLine } from './PraiseLine.tsx';
import { ThanksLine } from './ThanksLine.tsx';

/** What can wait until the first screen has been quiet: an objection to the score, and news for its reader. */
export function SidebarEnd(record: ComponentProps<typeof Dispute>) {
  return (
    <>
      <Dispute {...record} />
      <ThanksLine />
      <PraiseLine />
    </>
  );
}
