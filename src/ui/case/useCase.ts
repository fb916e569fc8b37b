import { useRef, useState } from 'react';
import type { Subject } from '../../actions/publish.ts';
import type { Written } from '../../actions/record.ts';
import type { Feedback } from '../../care/feedback.ts';
import type { Move } from '../../care/moves.ts';
import { later } from '../lazyPart.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { useWrite, type Verb } from '../useWrite.ts';

/** Names of what a person can do with a case; each has its result's sentence under `done`. */
type Act = 'open' | 'take' | 'release' | 'start' | 'close' | 'reopen';

/** Code that comes after the first screen. */
const verbs = {
  move: () => later(() => import('../../actions/moveCase.ts')),
  open: () => later(() => import('../../actions/openCase.ts')),
  take: () => later(() => import('../../actions/takeCase.ts')),
};
export const loadVerbs = Object.values(verbs);

/** What was done last, and what is to follow once it is in the ledger, at whichever try. */
interface Tried {
  act: Act;
  onSaved?: () => void;
}

/** The verbs of a case with what the screen has to know about their way and their end. */
export function useCase(feedback: Feedback, subject: Subject, onWritten: (written: Written) => void) {
  const app = useApp();
  const announce = useAnnounce();
  const write = useWrite(feedback, onWritten);
  const [lost, setLost] = useState<Act | null>(null);
  const tried = useRef<Tried | null>(null);
  const [form, setForm] = useState<'close' | 'reopen' | null>(null);

  const settle = ({ act, onSaved }: Tried, written: Written | null) => {
    if (!written) return false;
    setLost(written.isWritten ? null : act);
    if (written.isWritten) {
      announce(app.t(`done.${act}`));
      onSaved?.();
    }
    setForm(null);
    return written.isWritten;
  };
  const run = async (act: Act, verb: Verb, onSaved?: () => void) => {
    const trying = { act, onSaved };
    tried.current = trying;
    setLost(null);
    return settle(trying, await write.run(verb));
  };
  const move = (act: Act, to: Move, onSaved?: () => void) =>
    run(
      act,
      async (known, operation) => (await verbs.move()).moveCase(app, known, subject, to, operation),
      onSaved,
    );
  const about = (known: Feedback, operation: string) => [app, known, subject, operation] as const;

  return {
    failure: write.failure,
    isBusy: write.isBusy,
    isUnlisted: write.isUnlisted,
    lost,
    form,
    setForm,
    clearLost: () => setLost(null),
    retry: async () => (tried.current ? settle(tried.current, await write.retry()) : false),
    open: () => run('open', async (...known) => (await verbs.open()).openCase(...about(...known))),
    take: () => run('take', async (...known) => (await verbs.take()).takeCase(...about(...known))),
    release: () => run('release', async (...known) => (await verbs.take()).releaseCase(...about(...known))),
    start: () => move('start', { to: 'in_progress', outcome: null, note: null }),
    close: (to: Move, onSaved: () => void) => move('close', to, onSaved),
    reopen: (to: Move, onSaved: () => void) => move('reopen', to, onSaved),
  };
}

export type CaseUse = ReturnType<typeof useCase>;
