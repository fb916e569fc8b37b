import { useRef, useState } from 'react';
import type { Subject } from '../../actions/publish.ts';
import type { Written } from '../../actions/record.ts';
import type { Feedback } from '../../care/feedback.ts';
import type { Move } from '../../care/moves.ts';
import type { Key } from '../../i18n.ts';
import { later } from '../lazyPart.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { useWrite, type Verb } from '../useWrite.ts';

/** Code that comes after the first screen. */
const verbs = {
  move: () => later(() => import('../../actions/moveCase.ts')),
  open: () => later(() => import('../../actions/openCase.ts')),
  take: () => later(() => import('../../actions/takeCase.ts')),
};
export const loadVerbs = Object.values(verbs);

/** What opens in place, one at a time. */
export type FormName = 'contact' | 'reply' | 'assign' | 'escalate' | 'close' | 'reopen' | 'voice';

/**
 * What happens where somebody was quicker: a `move` is over; a `form` stays open, what was typed may still be wanted;
 * so does a `handover`, and it is said who has the case now; a `telling` form says itself what became of it.
 */
type Manner = 'move' | 'form' | 'handover' | 'telling';

interface Following {
  manner?: Manner;
  onSaved?: () => void;
  /** The form that opens then. */
  next?: FormName | null;
}

/** What was done last, the sentence that says so, and what is to follow once it is in the ledger. */
interface Tried extends Following {
  said: Key;
}

/** The verbs of a case with what the screen has to know about their way and their end. */
export function useCase(feedback: Feedback, subject: Subject, onWritten: (written: Written) => void) {
  const app = useApp();
  const announce = useAnnounce();
  const write = useWrite(feedback, onWritten);
  const [lost, setLost] = useState<Manner | null>(null);
  const tried = useRef<Tried | null>(null);
  const [form, setForm] = useState<FormName | null>(null);
  /** What a form begins with, where whoever opened it knows: a channel, a person's id, `nobody`. */
  const [hint, setHint] = useState<string | null>(null);
  /** What else there is to say of what was done last. */
  const [remark, setRemark] = useState<string | null>(null);

  const settle = ({ said, manner = 'move', onSaved, next = null }: Tried, written: Written | null) => {
    if (!written) return false;
    setLost(written.isWritten || manner === 'telling' ? null : manner);
    if (written.isWritten) {
      announce(app.t(said));
      onSaved?.();
    }
    if (written.isWritten) setForm(next);
    else if (manner === 'move') setForm(null);
    return written.isWritten;
  };
  const run = async (said: Key, verb: Verb, following: Following = {}) => {
    const trying = { said, ...following };
    tried.current = trying;
    setLost(null);
    setRemark(null);
    return settle(trying, await write.run(verb));
  };
  const move = (said: Key, to: Move, following?: Following) =>
    run(
      said,
      async (known, operation) => (await verbs.move()).moveCase(app, known, subject, to, operation),
      following,
    );
  const about = (known: Feedback, operation: string) => [app, known, subject, operation] as const;

  return {
    failure: write.failure,
    isBusy: write.isBusy,
    isUnlisted: write.isUnlisted,
    lost,
    form,
    hint,
    setForm: (next: FormName | null, first: string | null = null) => {
      setForm(next);
      setHint(first);
    },
    clearLost: () => setLost(null),
    remark,
    setRemark,
    /** Any other verb about this case; `said` is announced once it is in the ledger. */
    run,
    subject,
    retry: async () => (tried.current ? settle(tried.current, await write.retry()) : false),
    open: () => run('done.open', async (...known) => (await verbs.open()).openCase(...about(...known))),
    take: () =>
      run('done.take', async (...known) => (await verbs.take()).takeCase(...about(...known)), {
        manner: 'handover',
      }),
    release: () =>
      run('done.release', async (...known) => (await verbs.take()).releaseCase(...about(...known))),
    start: () => move('done.start', { to: 'in_progress', outcome: null, note: null }),
    close: (to: Move, onSaved: () => void) =>
      move('done.close', to, {
        manner: 'telling',
        onSaved,
        next: app.configuration.asksVoice ? 'voice' : null,
      }),
    reopen: (to: Move, onSaved: () => void) => move('done.reopen', to, { manner: 'telling', onSaved }),
  };
}

export type CaseUse = ReturnType<typeof useCase>;
