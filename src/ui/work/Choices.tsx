import { Button } from '@zendeskgarden/react-buttons';
import { useId } from 'react';
import styled from 'styled-components';
import { Line, Stack } from '../layout.ts';

const Label = styled.span`
  font-weight: 600;
`;

interface Props<T extends string> {
  label: string;
  options: readonly { id: T; text: string }[];
  /** The pressed one; `null` for none. */
  chosen: T | null;
  onChoose: (id: T) => void;
}

/** A few things of which one is pressed, in a row that wraps. */
export function Choices<T extends string>({ label, options, chosen, onChoose }: Props<T>) {
  const id = useId();
  return (
    <Stack $gap={4} role="group" aria-labelledby={id}>
      <Label id={id}>{label}</Label>
      <Line>
        {options.map((option) => (
          <Button
            key={option.id}
            size="small"
            isPrimary={option.id === chosen}
            aria-pressed={option.id === chosen}
            onClick={() => onChoose(option.id)}
          >
            {option.text}
          </Button>
        ))}
      </Line>
    </Stack>
  );
}
