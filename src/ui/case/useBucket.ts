import { useRef, useState } from 'react';
import type { Subject } from '../../actions/publish.ts';
import type { Written } from '../../actions/record.ts';
import type { BucketChoice } from '../../actions/setBucket.ts';
import type { Feedback } from '../../care/feedback.ts';
import type { Bucket } from '../../care/ledger.ts';
import { later } from '../lazyPart.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { useWrite } from '../useWrite.ts';

/** Code that comes after the first screen. */
export const loadVerb = () => later(() => import('../../actions/setBucket.ts'));

const choiceIn = ({ bucket, topic, note }: Feedback): BucketChoice => ({ bucket, topic, note });

/** One thing a person wanted: only the members they changed. The others stay as they are when it is written. */
export interface BucketAct {
  change: Partial<BucketChoice>;
  /** What the person had before them: a colleague's choice since then is not written over. */
  seen: Feedback;
  /** What leads back, `null` when nothing does. */
  undoTo: BucketChoice | null;
  onSaved?: () => void;
}

/** The way back from one's own choice; it ends as soon as anything else was chosen. */
interface Before {
  choice: BucketChoice;
  /** When the choice it leads back from was written. */
  at: number | null;
}

/** Choosing, changing and taking back what a feedback was about: shown at once, undone in place. */
export function useBucket(feedback: Feedback, subject: Subject, onWritten: (written: Written) => void) {
  const app = useApp();
  const announce = useAnnounce();
  const write = useWrite(feedback, onWritten);
  const [hoped, setHoped] = useState<Partial<BucketChoice> | null>(null);
  const [before, setBefore] = useState<Before | null>(null);
  const [conflict, setConflict] = useState<BucketAct | null>(null);
  const failed = useRef<BucketAct | null>(null);

  const settle = (written: Written | null, act: BucketAct) => {
    setHoped(null);
    failed.current = written ? null : act;
    if (!written) return false;
    setConflict(written.isWritten ? null : act);
    announce(resultOf(app.t, written, act));
    if (!written.isWritten) return false;
    setBefore(act.undoTo && { choice: act.undoTo, at: written.feedback.bucketAt });
    act.onSaved?.();
    return true;
  };

  /** Resolves `true` when it is in the ledger. */
  const save = async (act: BucketAct) => {
    setHoped(act.change);
    setConflict(null);
    const verb = async (known: Feedback, operation: string) => {
      const { setBucket } = await loadVerb();
      return setBucket(app, known, subject, { ...choiceIn(known), ...act.change }, operation, act.seen);
    };
    return settle(await write.run(verb), act);
  };

  const saved = choiceIn(feedback);
  const shown = { ...saved, ...hoped };
  const isOwn = feedback.bucketById === app.user.id && hoped === null;
  const undoTo = isOwn && before?.at === feedback.bucketAt ? before.choice : null;
  const hasUndo = isOwn && (undoTo !== null || feedback.bucket !== null);
  return {
    shown,
    conflict,
    failure: write.failure,
    isBusy: write.isBusy,
    isUnlisted: write.isUnlisted,
    hasUndo,
    /** Does undo lead back to what was there before, rather than to nothing? */
    isUndoKnown: undoTo !== null,
    save: (change: Partial<BucketChoice>, seen: Feedback, onSaved: () => void) =>
      save({ change, seen, undoTo: saved, onSaved }),
    choose: (bucket: Bucket) => {
      if (bucket === shown.bucket) return Promise.resolve(false);
      return save({ change: { bucket }, seen: feedback, undoTo: saved });
    },
    undo: () => {
      if (!hasUndo) return Promise.resolve(false);
      return save({ change: undoTo ?? { bucket: null }, seen: feedback, undoTo: null });
    },
    useMine: () => (conflict ? save({ ...conflict, seen: feedback, undoTo: saved }) : Promise.resolve(false)),
    keepTheirs: () => setConflict(null),
    retry: async () => {
      const act = failed.current;
      if (!act) return false;
      setHoped(act.change);
      return settle(await write.retry(), act);
    },
  };
}

export type BucketUse = ReturnType<typeof useBucket>;

function resultOf(t: ReturnType<typeof useApp>['t'], written: Written, { change }: BucketAct): string {
  if (!written.isWritten) return t('bucket.conflict_short');
  if (change.bucket === undefined) return t('bucket.text_saved');
  return change.bucket ? t('bucket.saved', { bucket: t(`bucket.${change.bucket}`) }) : t('bucket.taken_back');
}
