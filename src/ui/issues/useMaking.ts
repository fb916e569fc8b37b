import { useRef, useState } from 'react';
import { newItemId } from '../../actions/newItemId.ts';
import { saveIssue } from '../../actions/saveIssue.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import { emptyIssueDraft, longest } from '../../care/issues/issue.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import type { Register } from './useRegister.ts';

/** Makes an issue by one press: of a topic, or an empty one to be named. Pressed again after a failure it is the same one. */
export function useMaking(register: Register, onMade: (id: string) => void) {
  const app = useApp();
  const announce = useAnnounce();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [making, setMaking] = useState<string | null>(null);
  const tried = useRef<{ name: string; topics: string[]; id: string; onMade?: () => void } | null>(null);
  const attempt = async () => {
    const one = tried.current;
    if (!one || making !== null) return;
    setFailure(null);
    setMaking(one.name);
    try {
      const draft = { ...emptyIssueDraft, name: one.name.slice(0, longest.name), topics: one.topics };
      const written = await saveIssue(app, draft, null, one.id);
      if (written.issue) register.put(written.issue);
      announce(app.t('issues.made', { name: one.name }));
      one.onMade?.();
      onMade(one.id);
    } catch (cause) {
      setFailure(asFailure(cause));
    } finally {
      setMaking(null);
    }
  };
  return {
    make: (name: string, topics: string[], onKept?: () => void) => {
      if (tried.current?.name !== name) tried.current = { name, topics, id: newItemId(), onMade: onKept };
      void attempt();
    },
    retry: () => void attempt(),
    making,
    failure,
  };
}

export type Making = ReturnType<typeof useMaking>;
