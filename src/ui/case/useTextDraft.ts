import type { BucketChoice } from '../../actions/setBucket.ts';
import type { Feedback } from '../../care/feedback.ts';
import { useDraft } from '../useDraft.ts';

/** Members are `null` while they are as saved. What was saved when the draft began stays with it. */
interface Draft {
  [member: string]: string | null;
  topic: string | null;
  note: string | null;
  seenTopic: string;
  seenNote: string;
  seenAt: string | null;
  seenById: string | null;
}

type Text = 'topic' | 'note';
const seenAs = { topic: 'seenTopic', note: 'seenNote' } as const;

/** Topic and note as somebody types them, over what is saved: members they left alone follow what is saved. */
export function useTextDraft(feedback: Feedback) {
  const [draft, setDraft] = useDraft<Draft>(`draft:${feedback.key}`);
  const saved = { topic: feedback.topic ?? '', note: feedback.note ?? '' };
  const typed = { topic: draft?.topic ?? saved.topic, note: draft?.note ?? saved.note };
  const isChanged = (member: Text) => typed[member].trim() !== saved[member];
  const change: Partial<BucketChoice> = {};
  if (isChanged('topic')) change.topic = typed.topic.trim() || null;
  if (isChanged('note')) change.note = typed.note.trim() || null;

  return {
    typed,
    change,
    hasChange: isChanged('topic') || isChanged('note'),
    /** The feedback as it was for the person who began to type. */
    seen: draft ? { ...feedback, bucketAt: numberIn(draft.seenAt), bucketById: draft.seenById } : feedback,
    /** What was saved under one's hands while one typed something else; `null` where nothing was. */
    meanwhile: (member: Text) =>
      draft && isChanged(member) && saved[member] !== draft[seenAs[member]] ? saved[member] || null : null,
    type: (member: Text, text: string) => {
      const isAsSaved = text === saved[member];
      const next = { ...(draft ?? begun(feedback, saved)), [member]: isAsSaved ? null : text };
      setDraft(next.topic === null && next.note === null ? null : next);
    },
    discard: () => setDraft(null),
  };
}

const numberIn = (text: string | null) => (text === null ? null : Number(text));

function begun(feedback: Feedback, saved: Record<Text, string>): Draft {
  return {
    topic: null,
    note: null,
    seenTopic: saved.topic,
    seenNote: saved.note,
    seenAt: feedback.bucketAt === null ? null : String(feedback.bucketAt),
    seenById: feedback.bucketById,
  };
}
