import { useRef, useState } from 'react';
import {
  type DisputeVerdict,
  decideDispute,
  disputeScore,
  withdrawDispute,
} from '../../actions/disputeScore.ts';
import type { Subject } from '../../actions/publish.ts';
import type { Written } from '../../actions/record.ts';
import type { Feedback } from '../../care/feedback.ts';
import type { DisputeReason } from '../../care/ledger.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { useWrite, type Verb } from '../useWrite.ts';

const acts = ['disputed', 'withdrawn', 'accepted', 'rejected'] as const;
type Act = (typeof acts)[number];

interface Tried {
  act: Act;
  onSaved: () => void;
}

/** The three verbs, with what the screen has to know about their way and their end. */
export function useDispute(feedback: Feedback, subject: Subject, onWritten: (written: Written) => void) {
  const app = useApp();
  const announce = useAnnounce();
  const write = useWrite(feedback, onWritten);
  const tried = useRef<Tried | null>(null);
  const [isLost, setLost] = useState(false);

  const settle = ({ act, onSaved }: Tried, written: Written | null) => {
    if (!written) return;
    setLost(!written.isWritten);
    if (!written.isWritten) return;
    announce(app.t(`disputing.done_${act}`));
    onSaved();
  };
  const run = async (act: Act, onSaved: () => void, verb: Verb) => {
    if (write.isBusy) return;
    const trying = { act, onSaved };
    tried.current = trying;
    settle(trying, await write.run(verb));
  };

  return {
    failure: write.failure,
    isBusy: write.isBusy,
    isLost,
    retry: async () => {
      if (tried.current) settle(tried.current, await write.retry());
    },
    dispute: (said: { reason: DisputeReason; note: string }, onSaved: () => void) =>
      run('disputed', onSaved, (known, operation) => disputeScore(app, known, subject, said, operation)),
    withdraw: (onSaved: () => void) =>
      run('withdrawn', onSaved, (known, operation) => withdrawDispute(app, known, subject, operation)),
    decide: (verdict: DisputeVerdict, onSaved: () => void) =>
      run(verdict.decision, onSaved, (known, operation) =>
        decideDispute(app, known, subject, verdict, operation),
      ),
  };
}

export type DisputeUse = ReturnType<typeof useDispute>;
