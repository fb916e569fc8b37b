import { useRef, useState } from 'react';
import type { IssueWrite } from '../../actions/issueDocs.ts';
import { newOperation } from '../../actions/newOperation.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import type { StoredIssue } from '../../care/issues/issue.ts';
import { useAnnounce } from '../useAnnounce.ts';

/** Writes upon an issue as it stands there; the same operation again is the same write. */
export type IssueVerb = (base: StoredIssue, operation: string) => Promise<IssueWrite>;

interface Tried {
  verb: IssueVerb;
  done: string;
  operation: string;
  /** As it stood when typing began. */
  base: StoredIssue;
  onSaved?: (issue: StoredIssue) => void;
}

/** Somebody was quicker: theirs, or `null` where they took the issue away. */
export interface Met {
  issue: StoredIssue | null;
}

/** One write after the other; who was quicker is shown, and what was typed goes over theirs only by another press. */
export function useIssueWrite(issue: StoredIssue, onWritten: (issue: StoredIssue) => void) {
  const announce = useAnnounce();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [met, setMet] = useState<Met | null>(null);
  const [isBusy, setBusy] = useState(false);
  const tried = useRef<Tried | null>(null);
  const attempt = async (base: StoredIssue) => {
    const one = tried.current;
    if (!one || isBusy) return;
    setBusy(true);
    setFailure(null);
    setMet(null);
    try {
      const written = await one.verb(base, one.operation);
      if (written.kind === 'met') return setMet(written);
      onWritten(written.issue);
      announce(one.done);
      one.onSaved?.(written.issue);
    } catch (cause) {
      setFailure(asFailure(cause));
    } finally {
      setBusy(false);
    }
  };
  return {
    run: (verb: IssueVerb, done: string, onSaved?: Tried['onSaved'], base = issue) => {
      if (isBusy) return;
      tried.current = { verb, done, onSaved, base, operation: newOperation() };
      void attempt(base);
    },
    retry: () => void attempt(tried.current?.base ?? issue),
    /** The same over what they wrote. */
    overTheirs: () => {
      if (met?.issue) void attempt(met.issue);
    },
    /** Theirs stands. */
    takeTheirs: () => {
      if (met?.issue) onWritten(met.issue);
      setMet(null);
    },
    met,
    failure,
    isBusy,
  };
}

export type IssueWriting = ReturnType<typeof useIssueWrite>;
