import { Field, Hint, Label, Textarea } from '@zendeskgarden/react-forms';
import { Problem } from './Problem.tsx';

interface Props {
  label: string;
  hint?: string;
  value: string;
  longest: number;
  /** Lines it has before anything is typed. */
  lines?: number;
  isRequired?: boolean;
  /** What is wrong with it, said right below; `null` for nothing. */
  problem?: string | null;
  onType: (text: string) => void;
}

/** A few lines somebody writes. */
export function LongText(props: Props) {
  const { label, hint, value, longest, lines = 2, isRequired = false, problem = null, onType } = props;
  return (
    <Field>
      <Label>{label}</Label>
      {hint && <Hint>{hint}</Hint>}
      <Textarea
        isCompact
        minRows={lines}
        isResizable
        required={isRequired}
        maxLength={longest}
        validation={problem === null ? undefined : 'error'}
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
      {problem !== null && <Problem text={problem} />}
    </Field>
  );
}
