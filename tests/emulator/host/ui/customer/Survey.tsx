import { type FormEvent, useState } from 'react';
import styled from 'styled-components';
import type { SurveyForm } from '../../../control.ts';
import { answerSurvey, readSurvey } from '../controlApi.ts';
import { color, focusRing, Quiet } from '../look.ts';
import { Problem } from '../Problem.tsx';
import { fullDate } from '../time.ts';
import { useLoaded } from '../useLoaded.ts';
import { useWorldEvent } from '../useWorldEvent.ts';
import { words } from '../words.ts';
import { SurveyQuestion } from './SurveyQuestion.tsx';
import { answerOf, type Picked, pickedOf } from './surveyAnswer.ts';

const Sheet = styled.div`
  max-width: 620px;
  margin: 0 auto;
  padding: 28px 28px 32px;
  background: ${color('background.default')};
  border: 1px solid ${color('border.default')};
  h1 {
    margin: 0 0 4px;
    font-size: 28px;
    line-height: 36px;
  }
`;
const Send = styled.button`
  padding: 9px 22px;
  border: 0;
  border-radius: 3px;
  background: ${color('background.primaryEmphasis')};
  color: ${color('foreground.onEmphasis')};
  font-weight: 600;
  cursor: pointer;
  ${focusRing}
`;
const Said = styled.p`
  padding: 10px 14px;
  border-inline-start: 4px solid ${color('border.successEmphasis')};
  background: ${color('background.success')};
  color: ${color('foreground.successEmphasis')};
`;

interface SurveyProps {
  ticketId: number;
  accessToken: string;
}

interface AnswerFormProps extends SurveyProps {
  form: SurveyForm;
  onSent: () => void;
}

function AnswerForm({ form, ticketId, accessToken, onSent }: AnswerFormProps) {
  const [picked, setPicked] = useState<Picked>(() => pickedOf(form));
  const [problem, setProblem] = useState<string | null>(null);
  const { customer } = words;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (!picked.csat) return setProblem(customer.chooseFirst);
    try {
      await answerSurvey({ ...answerOf(form, picked), ticket: ticketId, access_token: accessToken });
      setProblem(null);
      onSent();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <form onSubmit={(event) => void onSubmit(event)} noValidate>
      {form.questions.map((question) => (
        <SurveyQuestion
          key={question.id}
          question={question}
          value={picked[question.role] ?? ''}
          onPick={(value) => setPicked({ ...picked, [question.role]: value })}
        />
      ))}
      {problem && <Problem sentence={problem} />}
      <Send type="submit">{form.answers ? customer.change : customer.send}</Send>
    </form>
  );
}

function GivenAnswer({ form }: { form: SurveyForm }) {
  const picked = pickedOf(form);
  return (
    <dl>
      {form.questions.map((question) => {
        const value = picked[question.role];
        const label = question.options.find((option) => option.value === value)?.label;
        const isNumbered = question.kind === 'scale' && label !== undefined && label !== value;
        return (
          <div key={question.id}>
            <dt>{question.headline}</dt>
            <dd>
              <b>{isNumbered ? `${value}: ${label}` : (label ?? (value || words.none))}</b>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The survey of one ticket: answer it, see the answer, change it while that is possible. */
export function Survey({ ticketId, accessToken }: SurveyProps) {
  const [hasSent, setHasSent] = useState(false);
  const found = useLoaded(accessToken, () => readSurvey(ticketId, accessToken));
  useWorldEvent(['clock'], found.reload);
  const form = found.value;
  const { customer } = words;
  const onSent = () => {
    setHasSent(true);
    found.reload();
  };
  return (
    <Sheet>
      <h1>{customer.survey}</h1>
      {found.problem && <Problem sentence={found.problem} onRetry={found.reload} />}
      {!form && found.isLoading && <Quiet>{words.loading}</Quiet>}
      {form && (
        <>
          <Quiet>{customer.about(form.ticketId, form.subject)}</Quiet>
          {form.agentName && <Quiet>{customer.helpedBy(form.agentName)}</Quiet>}
          <div role="status">
            {!hasSent && form.answers && !form.closedBecause && <Said>{customer.current}</Said>}
          </div>
          {form.closedBecause ? (
            <>
              <p>
                <b>{customer.closed}</b> {form.closedBecause}
              </p>
              {form.answers && <GivenAnswer form={form} />}
            </>
          ) : (
            <AnswerForm form={form} ticketId={ticketId} accessToken={accessToken} onSent={onSent} />
          )}
          <div role="status">{hasSent && <Said>{customer.sent}</Said>}</div>
          {form.expiresAt && !form.closedBecause && (
            <Quiet style={{ marginTop: 16 }}>{customer.until(fullDate(form.expiresAt, 'UTC'))}</Quiet>
          )}
        </>
      )}
    </Sheet>
  );
}
