import { textOfReply } from '../../actions/keptReplies.ts';
import type { Feedback } from '../../care/feedback.ts';
import { useDraft } from '../useDraft.ts';

interface Typed {
  [member: string]: string;
  text: string;
  /** Number of the last fact that was known when somebody began to type. */
  rev: string;
}

/** The text somebody is writing: `first` until they change it. */
export function useReplyText(feedback: Feedback, first: string) {
  const [draft, setDraft] = useDraft<Typed>(textOfReply(feedback.key));
  return {
    text: draft?.text ?? first,
    seenRev: draft ? Number(draft.rev) || 0 : feedback.rev,
    type: (text: string) => setDraft({ text, rev: draft?.rev ?? String(feedback.rev) }),
    isTyped: draft !== null,
    discard: () => setDraft(null),
  };
}
