import { useQuery } from '@tanstack/react-query';
import { readMirrored } from '../../actions/readMirrored.ts';
import type { Feedback } from '../../care/feedback.ts';
import { differences, isPast, type MirroredTicket, wantedValues } from '../../care/mirror.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';

interface Props {
  feedback: Feedback;
  /** The closed ticket; in its own sidebar its form tells. */
  ticket?: MirroredTicket;
  /** Stands after a sentence that says that the ticket is closed. */
  isInner?: boolean;
}

/** Of a closed ticket: that its fields no longer follow, where they say something else. */
export function MirrorNote({ feedback, ticket, isInner = false }: Props) {
  const app = useApp();
  const { t, configuration } = app;
  const { data: own } = useQuery({
    queryKey: ['mirrored', feedback.key],
    queryFn: () => readMirrored(app),
    enabled: ticket === undefined,
    retry: false,
  });
  const said = ticket ?? own;
  if (said?.status !== 'closed' || isPast(feedback, configuration)) return null;
  const wanted = wantedValues(feedback, configuration);
  if (differences(said, wanted, configuration.mirror).length === 0) return null;
  return <Quiet>{t(isInner ? 'mirror.closed_fields' : 'mirror.closed')}</Quiet>;
}
