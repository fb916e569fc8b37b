import type { Subject } from '../../actions/publish.ts';
import type { Written } from '../../actions/record.ts';
import type { Case, Feedback } from '../../care/feedback.ts';
import type { CaseUse } from '../case/useCase.ts';

/** What every form that opens in place is given. */
export interface FormProps {
  feedback: Feedback;
  current: Case;
  subject: Subject;
  names: Record<string, string>;
  onWritten: (written: Written) => void;
  use: CaseUse;
}
