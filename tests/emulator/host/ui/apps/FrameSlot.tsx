import type { InstalledApp } from '../../../control.ts';
import { AppFrame } from '../../zaf/AppFrame.tsx';
import type { FrameContext } from '../../zaf/types.ts';
import { useDesk } from '../DeskContext.tsx';
import { useZaf } from './ZafContext.tsx';

interface FrameSlotProps {
  app: InstalledApp;
  location: string;
  context?: FrameContext;
  isVisible: boolean;
}

/** A place for one app frame, connected to the desk and the ZAF half of the page. */
export function FrameSlot(props: FrameSlotProps) {
  return <AppFrame desk={useDesk()} zaf={useZaf()} {...props} />;
}
