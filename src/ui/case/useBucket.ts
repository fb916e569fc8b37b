import { useCallback, useState } from 'react';
import type { Written } from '../../actions/append.ts';
import type { Subject } from '../../actions/publish.ts';
import { type BucketChoice, setBucket } from '../../actions/setBucket.ts';
import type { Feedback } from '../../care/feedback.ts';
import type { Bucket } from '../../care/ledger.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { useWrite } from '../useWrite.ts';

export const choiceIn = ({ bucket, topic, note }: Feedback): BucketChoice => ({ bucket, topic, note });

/** What the person wanted and somebody else's choice kept from being written. */
interface Conflict {
  mine: BucketChoice;
}

/** Choosing, changing and taking back what a feedback was about: shown at once, undone in place. */
export function useBucket(feedback: Feedback, subject: Subject, onWritten: (written: Written) => void) {
  const app = useApp();
  const announce = useAnnounce();
  const write = useWrite(feedback, onWritten);
  const [hoped, setHoped] = useState<BucketChoice | null>(null);
  const [before, setBefore] = useState<BucketChoice | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);

  const settle = useCallback(
    (written: Written | null, choice: BucketChoice) => {
      setHoped(null);
      if (!written) return false;
      setConflict(written.isWritten ? null : { mine: choice });
      const said = written.isWritten ? choice.bucket : written.feedback.bucket;
      if (!written.isWritten) announce(app.t('bucket.conflict_short'));
      else
        announce(
          said ? app.t('bucket.saved', { bucket: app.t(`bucket.${said}`) }) : app.t('bucket.taken_back'),
        );
      return written.isWritten;
    },
    [announce, app],
  );

  /** Resolves `true` when it is in the ledger. */
  const save = useCallback(
    async (choice: BucketChoice, undoTo: BucketChoice | null) => {
      const seen = feedback;
      setHoped(choice);
      setConflict(null);
      const verb = (known: Feedback, operation: string) =>
        setBucket(app, known, subject, choice, operation, seen);
      const isWritten = settle(await write.run(verb), choice);
      if (isWritten) setBefore(undoTo);
      return isWritten;
    },
    [app, feedback, settle, subject, write.run],
  );

  const shown = hoped ?? choiceIn(feedback);
  return {
    shown,
    conflict,
    failure: write.failure,
    isBusy: write.isBusy,
    hasUndo: before !== null || shown.bucket !== null,
    isUndoOwn: before !== null,
    save: (choice: BucketChoice) => save(choice, choiceIn(feedback)),
    choose: (bucket: Bucket, typed: Omit<BucketChoice, 'bucket'> = shown) => {
      if (bucket === shown.bucket) return Promise.resolve(false);
      return save({ bucket, topic: typed.topic, note: typed.note }, choiceIn(feedback));
    },
    undo: () => save(before ?? { bucket: null, topic: null, note: null }, null),
    useMine: () => (conflict ? save(conflict.mine, null) : Promise.resolve(false)),
    keepTheirs: () => setConflict(null),
    retry: async () => settle(await write.retry(), shown),
  };
}

export type BucketUse = ReturnType<typeof useBucket>;
