import { useId, useRef } from 'react';
import type { Feedback } from '../../care/feedback.ts';
import { ratedAt } from '../../care/feedback.ts';
import { CaseDoubts } from '../case/CaseDoubts.tsx';
import { CaseState, CaseTitle } from '../case/CaseState.tsx';
import { ClosedCase } from '../closing/ClosedCase.tsx';
import { Block, Quiet } from '../layout.ts';
import { AlertedLine } from '../notices/AlertedLine.tsx';
import { useApp } from '../useApp.ts';
import { EscalationNote } from './EscalationNote.tsx';
import { FirstContact } from './FirstContact.tsx';
import type { FormProps } from './formProps.ts';

type Props = Omit<FormProps, 'current'>;

/** Where the case stands, at the head of the panel: due, owner, escalation, what was done last. */
export function CaseSummary(props: Props) {
  const { feedback, names, use } = props;
  const { t, configuration } = useApp();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const current = feedback.case;
  return (
    <Block aria-labelledby={titleId}>
      <CaseTitle id={titleId} title={title} current={current} />
      {!current && (
        <Quiet>{t(isHistory(feedback, configuration.casesSince) ? 'case.none_history' : 'case.none')}</Quiet>
      )}
      {current && (
        <>
          <CaseState feedback={feedback} names={names} current={current} />
          <AlertedLine feedback={feedback} names={names} />
          {current.status === 'closed' && <ClosedCase feedback={feedback} use={use} />}
          {!feedback.setAside && (
            <>
              <CaseDoubts feedback={feedback} current={current} />
              <FirstContact current={current} />
              {current.escalation && <EscalationNote {...props} escalation={current.escalation} />}
            </>
          )}
        </>
      )}
    </Block>
  );
}

/** Was the answer given before the app began here? */
function isHistory(feedback: Feedback, since: number | null): boolean {
  const at = ratedAt(feedback);
  return at !== null && since !== null && at < since;
}
