import { useDraft } from '../useDraft.ts';

/** What somebody typed to close or reopen a case. */
interface Typed {
  [member: string]: string;
  outcome: string;
  note: string;
}

export const nothingTyped: Typed = { outcome: '', note: '' };

/** `null` where nothing is typed. It survives a failure, a conflict, and a reload of the frame. */
export const useMoveDraft = (feedbackKey: string, to: 'close' | 'reopen') =>
  useDraft<Typed>(`draft:${feedbackKey}:${to}`);
