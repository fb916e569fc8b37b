import { type PropsWithChildren, useId, useState } from 'react';
import { PlainButton, Quiet, Stack } from './layout.ts';

/** A quiet line that opens to a list. */
export function Folded({ line, children }: PropsWithChildren<{ line: string }>) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <Stack $gap={4}>
      <PlainButton type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        <Quiet as="span">
          {line} <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
        </Quiet>
      </PlainButton>
      <Stack as="ol" id={id} hidden={!isOpen} $gap={2} style={isOpen ? undefined : { display: 'none' }}>
        {children}
      </Stack>
    </Stack>
  );
}
