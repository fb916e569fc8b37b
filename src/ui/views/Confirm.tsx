import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useId, useRef } from 'react';
import { Line, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';

interface Props {
  question: string;
  yes: string;
  isDanger?: boolean;
  isBusy: boolean;
  onYes: () => void;
  onNo: () => void;
}

/** Asked before what cannot be undone; the way back has the focus. */
export function Confirm({ question, yes, isDanger, isBusy, onYes, onNo }: Props) {
  const { t } = useApp();
  const id = useId();
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  return (
    <Stack role="group" aria-labelledby={id}>
      <p id={id}>{question}</p>
      <Line>
        <Button size="small" isDanger={isDanger} isPrimary={!isDanger} aria-disabled={isBusy} onClick={onYes}>
          {yes}
        </Button>
        <Button ref={no} size="small" isBasic onClick={onNo}>
          {t('moves.cancel')}
        </Button>
      </Line>
    </Stack>
  );
}
