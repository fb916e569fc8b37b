/** Ends a case, or takes it up again: what `use.form` asks for, or why that cannot be. */
import { Button } from '@zendeskgarden/react-buttons';
import type { Case, Feedback } from '../../care/feedback.ts';
import { refusalOfMove } from '../../care/moves.ts';
import type { CaseUse } from '../case/useCase.ts';
import { Line } from '../layout.ts';
import { Note } from '../note.ts';
import { useApp } from '../useApp.ts';
import { Beaten } from './Beaten.tsx';
import { MoveForm } from './MoveForm.tsx';
import { VoiceForm } from './VoiceForm.tsx';

export interface ClosingProps {
  feedback: Feedback;
  current: Case;
  names: Record<string, string>;
  form: 'close' | 'reopen' | 'voice';
  use: CaseUse;
}

/** Two steps: the case is closed and safe before anybody is asked anything. */
export function Closing({ feedback, current, names, form, use }: ClosingProps) {
  const { t, configuration } = useApp();
  if (form === 'voice') return <VoiceForm feedback={feedback} use={use} />;
  // Whatever is typed: is there such a move from here?
  const move = { to: form === 'close' ? 'closed' : 'in_progress', outcome: '-', note: '-' } as const;
  const refusal = refusalOfMove(current, move, configuration);
  if (refusal === 'already_there')
    return <Beaten feedback={feedback} current={current} names={names} form={form} use={use} />;
  if (refusal) {
    return (
      <Note type="info" role="alert">
        <div>{t(`moves.${refusal}`)}</div>
        <Line style={{ marginTop: 8 }}>
          <Button size="small" onClick={() => use.setForm(null)}>
            {t('closing.understood')}
          </Button>
        </Line>
      </Note>
    );
  }
  return <MoveForm feedbackKey={feedback.key} current={current} to={form} use={use} />;
}
