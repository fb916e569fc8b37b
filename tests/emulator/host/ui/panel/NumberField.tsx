import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label, Message } from '@zendeskgarden/react-forms';
import { type FormEvent, useState } from 'react';
import styled from 'styled-components';

const Line = styled.form`
  display: flex;
  align-items: flex-end;
  gap: 8px;
  > :first-child {
    flex: 1;
  }
`;

interface NumberFieldProps {
  label: string;
  value: number;
  /** Said when the text is no whole number of 0 or more. */
  problem: string;
  action: string;
  onSet: (value: number) => void;
}

/** A whole number of 0 or more, set by Enter or the button. */
export function NumberField({ label, value, problem, action, onSet }: NumberFieldProps) {
  const [text, setText] = useState<string | null>(null);
  const [isWrong, setIsWrong] = useState(false);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const number = Number(text ?? value);
    const isRight = (text ?? '0').trim() !== '' && Number.isInteger(number) && number >= 0;
    setIsWrong(!isRight);
    if (!isRight) return;
    setText(null);
    onSet(number);
  };
  return (
    <Line onSubmit={onSubmit} noValidate>
      <Field>
        <Label>{label}</Label>
        <Input
          isCompact
          inputMode="numeric"
          value={text ?? String(value)}
          validation={isWrong ? 'error' : undefined}
          onChange={(event) => setText(event.target.value)}
        />
        {isWrong && (
          <Message validation="error" role="alert">
            {problem}
          </Message>
        )}
      </Field>
      <Button size="small" type="submit" aria-label={`${action}: ${label}`}>
        {action}
      </Button>
    </Line>
  );
}
