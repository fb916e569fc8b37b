import { Button } from '@zendeskgarden/react-buttons';
import type { Feedback } from '../../care/feedback.ts';
import { recoveryOf } from '../../care/recovery.ts';
import type { CaseUse } from '../case/useCase.ts';
import { Line, Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { caseText } from './recoveryText.ts';

/** Of a closed case: whether it counts as recovered and why, and the way to the questions it still asks. */
export function ClosedCase({ feedback, use }: { feedback: Feedback; use: CaseUse }) {
  const app = useApp();
  const recovery = recoveryOf(feedback, app.configuration);
  const { lastAction, case: current } = feedback;
  const isOwn = lastAction?.kind === 'case_moved' && lastAction.byId === app.user.id;
  const isAsked = app.configuration.asksVoice && isOwn && current?.voice === null && !feedback.setAside;
  return (
    <>
      {recovery && <Quiet>{caseText(app, recovery)}</Quiet>}
      {isAsked && (
        <Line>
          <Button size="small" isBasic onClick={() => use.setForm('voice')}>
            {app.t('voice.resume')}
          </Button>
        </Line>
      )}
    </>
  );
}
