import { useCallback, useEffect, useState } from 'react';
import {
  acknowledge,
  type KnownNotices,
  putOff,
  readNotices,
  watchNotices,
} from '../../actions/heedNotices.ts';
import type { Feedback } from '../../care/feedback.ts';
import { isWaiting, type Notice, noMemory, type Snooze, standing } from '../../care/workflows/notices.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';

/** What waits for the reader to see to, as this tab's background found it; `feedbackOf` knows what happened since. */
export function useNotices(feedbackOf: (key: string) => Feedback | null) {
  const app = useApp();
  const now = useNow();
  const [known, setKnown] = useState<KnownNotices>({ notices: [], memory: noMemory });
  useEffect(() => {
    let isHere = true;
    const read = () => void readNotices(app).then((found) => isHere && setKnown(found));
    read();
    const stop = watchNotices(app, read);
    return () => {
      isHere = false;
      stop();
    };
  }, [app]);
  const { notices, memory } = known;
  const own = standing(notices, memory, app.configuration, now).filter(({ key }) => {
    const feedback = feedbackOf(key);
    return feedback === null || isWaiting(feedback, app.user.id);
  });
  const onAcknowledge = useCallback(
    async (those: readonly Notice[]) => {
      const changed = await acknowledge(app, memory, those);
      setKnown((last) => ({ ...last, memory: changed }));
    },
    [app, memory],
  );
  const onSnooze = useCallback(
    async (notice: Notice, snooze: Snooze) => {
      const { memory: changed, until } = await putOff(app, memory, [notice], snooze);
      setKnown((last) => ({ ...last, memory: changed }));
      return until;
    },
    [app, memory],
  );
  return { notices: own, onAcknowledge, onSnooze };
}
