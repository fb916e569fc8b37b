import { useState } from 'react';
import type { Written } from '../../actions/append.ts';
import { moveCase } from '../../actions/moveCase.ts';
import { openCase } from '../../actions/openCase.ts';
import type { Subject } from '../../actions/publish.ts';
import { releaseCase, takeCase } from '../../actions/takeCase.ts';
import type { Feedback } from '../../care/feedback.ts';
import type { Move } from '../../care/moves.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { useWrite, type Verb } from '../useWrite.ts';

/** Names of what a person can do with a case; each has its result's sentence under `done`. */
type Act = 'open' | 'take' | 'release' | 'start' | 'close' | 'reopen';

/** The verbs of a case with what the screen has to know about their way and their end. */
export function useCase(feedback: Feedback, subject: Subject, onWritten: (written: Written) => void) {
  const app = useApp();
  const announce = useAnnounce();
  const write = useWrite(feedback, onWritten);
  const [lost, setLost] = useState<Act | null>(null);
  const [last, setLast] = useState<Act | null>(null);
  const [form, setForm] = useState<'close' | 'reopen' | null>(null);

  const settle = (act: Act, written: Written | null) => {
    if (!written) return false;
    setLost(written.isWritten ? null : act);
    if (written.isWritten) announce(app.t(`done.${act}`));
    setForm(null);
    return written.isWritten;
  };
  const run = async (act: Act, verb: Verb) => {
    setLast(act);
    setLost(null);
    return settle(act, await write.run(verb));
  };
  const move = (act: Act, to: Move) =>
    run(act, (known, operation) => moveCase(app, known, subject, to, operation));

  return {
    failure: write.failure,
    isBusy: write.isBusy,
    hasActed: last !== null,
    lost,
    form,
    setForm,
    clearLost: () => setLost(null),
    retry: async () => (last ? settle(last, await write.retry()) : false),
    open: () => run('open', (known, operation) => openCase(app, known, subject, operation)),
    take: () => run('take', (known, operation) => takeCase(app, known, subject, operation)),
    release: () => run('release', (known, operation) => releaseCase(app, known, subject, operation)),
    start: () => move('start', { to: 'in_progress', outcome: null, note: null }),
    close: (to: Move) => move('close', to),
    reopen: (to: Move) => move('reopen', to),
  };
}

export type CaseUse = ReturnType<typeof useCase>;
