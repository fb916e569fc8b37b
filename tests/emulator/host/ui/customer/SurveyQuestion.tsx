import { useId } from 'react';
import styled from 'styled-components';
import type { SurveyForm } from '../../../control.ts';
import { color, narrow } from '../look.ts';
import { words } from '../words.ts';

const Group = styled.fieldset`
  margin: 24px 0;
  padding: 0;
  border: 0;
  min-width: 0;
  legend,
  > label {
    display: block;
    padding: 0;
    margin-bottom: 8px;
    font-weight: 600;
  }
  small {
    font-weight: 400;
    font-size: 14px;
    color: ${color('foreground.subtle')};
  }
  textarea {
    display: block;
    width: 100%;
    min-height: 96px;
    padding: 8px 10px;
    border: 1px solid ${color('border.emphasis')};
    border-radius: 3px;
    background: ${color('background.default')};
    color: inherit;
  }
`;
const Options = styled.div<{ $isScale: boolean }>`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  label {
    flex: ${({ $isScale }) => ($isScale ? '1 1 84px' : '0 1 auto')};
    display: flex;
    flex-direction: ${({ $isScale }) => ($isScale ? 'column' : 'row')};
    align-items: center;
    gap: 6px;
    padding: 10px 12px;
    border: 1px solid ${color('border.emphasis')};
    border-radius: 3px;
    text-align: center;
    font-size: 14px;
    line-height: 18px;
    cursor: pointer;
  }
  label:has(input:checked) {
    border-color: ${color('border.primaryEmphasis')};
    box-shadow: inset 0 0 0 1px ${color('border.primaryEmphasis')};
    font-weight: 600;
  }
  label:has(input:focus-visible) {
    outline: 2px solid ${color('border.primaryEmphasis')};
    outline-offset: 2px;
  }
  b {
    font-size: 20px;
    line-height: 24px;
  }
  ${narrow} {
    label {
      flex: 1 1 100%;
      flex-direction: row;
    }
  }
`;

type Question = SurveyForm['questions'][number];

interface SurveyQuestionProps {
  question: Question;
  /** Value of the chosen option, or the text. */
  value: string;
  onPick: (value: string) => void;
}

const Optional = ({ role }: { role: Question['role'] }) =>
  role === 'csat' ? null : <small> ({words.customer.optional})</small>;

function TextQuestion({ question, value, onPick }: SurveyQuestionProps) {
  const id = useId();
  return (
    <Group as="div">
      <label htmlFor={id}>
        {question.headline}
        <Optional role={question.role} />
      </label>
      <textarea id={id} dir="auto" value={value} onChange={(event) => onPick(event.target.value)} />
    </Group>
  );
}

/** One question: boxes for a scale or a choice, a field for words. A scale of numbers shows the number big. */
export function SurveyQuestion({ question, value, onPick }: SurveyQuestionProps) {
  const name = useId();
  if (question.kind === 'text') return <TextQuestion question={question} value={value} onPick={onPick} />;
  const isScale = question.kind === 'scale';
  const isNumbered = ({ value: number }: Question['options'][number]) => isScale && /^\d+$/.test(number);
  return (
    <Group>
      <legend>
        {question.headline}
        <Optional role={question.role} />
      </legend>
      <Options $isScale={isScale}>
        {question.options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onPick(option.value)}
            />
            {isNumbered(option) && <b>{option.value}</b>}
            {!(isNumbered(option) && option.label === option.value) && <span>{option.label}</span>}
          </label>
        ))}
      </Options>
    </Group>
  );
}
