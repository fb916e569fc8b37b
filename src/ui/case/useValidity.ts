import { useRef, useState } from 'react';
import type { Subject } from '../../actions/publish.ts';
import type { Written } from '../../actions/record.ts';
import type { SetAsideChoice } from '../../actions/setAside.ts';
import type { Feedback } from '../../care/feedback.ts';
import { later } from '../lazyPart.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { useWrite, type Verb } from '../useWrite.ts';

/** What a person can say about whether a rating counts; each has its result's sentence under `done`. */
type Act = 'confirm' | 'doubt' | 'set_aside' | 'restore';

/** Code that comes after the first screen. */
const verbs = {
  confirm: () => later(() => import('../../actions/confirmRating.ts')),
  restore: () => later(() => import('../../actions/restore.ts')),
  setAside: () => later(() => import('../../actions/setAside.ts')),
};
export const loadVerbs = Object.values(verbs);

interface Tried {
  act: Act;
  onSaved?: () => void;
}

/** Does this rating count? The verbs with what the screen has to know about their way and their end. */
export function useValidity(
  feedback: Feedback,
  subject: Subject,
  email: string | null,
  onWritten: (written: Written) => void,
) {
  const app = useApp();
  const announce = useAnnounce();
  const write = useWrite(feedback, onWritten);
  const tried = useRef<Tried | null>(null);
  const [isLost, setLost] = useState(false);
  /** Said here and now: the way back stands beside it. */
  const [hasConfirmed, setConfirmed] = useState(false);

  const settle = ({ act, onSaved }: Tried, written: Written | null) => {
    if (!written) return;
    setLost(!written.isWritten);
    setConfirmed(act === 'confirm' && written.isWritten);
    if (written.isWritten) {
      announce(app.t(`done.${act}`));
      onSaved?.();
    }
  };
  const run = async (act: Act, verb: Verb, onSaved?: () => void) => {
    if (write.isBusy) return;
    const trying = { act, onSaved };
    tried.current = trying;
    settle(trying, await write.run(verb));
  };

  const about = (known: Feedback, operation: string) => [app, known, subject, operation, email] as const;

  return {
    failure: write.failure,
    isBusy: write.isBusy,
    isUnlisted: write.isUnlisted,
    isLost,
    hasConfirmed: hasConfirmed && feedback.suspicion?.isConfirmed === true,
    clearLost: () => setLost(false),
    retry: async () => {
      if (tried.current) settle(tried.current, await write.retry());
    },
    confirm: () =>
      run('confirm', async (...known) => (await verbs.confirm()).confirmRating(...about(...known))),
    doubt: () => run('doubt', async (...known) => (await verbs.confirm()).doubtRating(...about(...known))),
    restore: () => run('restore', async (...known) => (await verbs.restore()).restore(...about(...known))),
    setAside: (choice: SetAsideChoice, onSaved?: () => void) => {
      const verb: Verb = async (known, operation) => {
        const { setAside } = await verbs.setAside();
        return setAside(app, known, subject, choice, operation, email);
      };
      return run('set_aside', verb, onSaved);
    },
  };
}

export type ValidityUse = ReturnType<typeof useValidity>;
