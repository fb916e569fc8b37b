import type { Subject } from '../../actions/publish.ts';
import type { Written } from '../../actions/record.ts';
import type { Feedback } from '../../care/feedback.ts';
import { InsertDraft } from './InsertDraft.tsx';
import { OutboxBar } from './OutboxBar.tsx';

interface Props {
  feedback: Feedback;
  subject: Subject;
  names: Record<string, string>;
  onWritten: (written: Written) => void;
}

/** On the ticket: a text brought along from the list, and this case's reply on its way. */
export function SidebarReplies({ feedback, subject, names, onWritten }: Props) {
  return (
    <>
      {subject.ticketId !== null && <InsertDraft ticketId={subject.ticketId} />}
      <OutboxBar names={names} onlyKey={feedback.key} onWritten={onWritten} />
    </>
  );
}
