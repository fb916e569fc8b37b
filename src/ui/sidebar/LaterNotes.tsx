import type { TicketFeedback } from '../../actions/readTicketFeedback.ts';
import { current } from '../../care/sighting.ts';
import { MirrorNote } from '../case/MirrorNote.tsx';
import { useApp } from '../useApp.ts';
import { isNumberAwaited } from './isNumberAwaited.ts';
import { SyncedNote } from './SyncedNote.tsx';

/** What limits all of this, as far as it can wait until the screen has been quiet. */
export function LaterNotes({ data }: { data: TicketFeedback }) {
  const app = useApp();
  const csat = current(data.feedback, data.sighting, 'csat');
  const isAwaited = csat !== null && isNumberAwaited(app, csat) && !data.ledgerFailure;
  return (
    <>
      {data.isTicketClosed && <MirrorNote feedback={data.feedback} isInner />}
      {isAwaited && <SyncedNote isAuto={data.mayCheckList && data.unnamed.length === 0} />}
    </>
  );
}
