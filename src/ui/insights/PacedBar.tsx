/** How far a long reading is, and the way to hold it or to stop it. */
import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef } from 'react';
import { Line, Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import type { PacedState } from './usePaced.ts';

interface Props {
  state: Exclude<PacedState, 'idle'>;
  calls: number;
  of: number;
  label: string;
  onPause?: () => void;
  onResume?: () => void;
  onStop: () => void;
}

export function PacedBar({ state, calls, of, label, onPause, onResume, onStop }: Props) {
  const { t } = useApp();
  const stop = useRef<HTMLButtonElement>(null);
  // What was pressed to begin has gone.
  useEffect(() => stop.current?.focus(), []);
  const isStopping = state === 'stopping';
  return (
    <Line>
      <progress max={Math.max(1, of)} value={calls} aria-label={label} />
      <Quiet>{t(state === 'paused' ? 'between.paused' : 'between.progress', { calls, of })}</Quiet>
      {onPause && onResume && !isStopping && (
        <Button size="small" onClick={state === 'paused' ? onResume : onPause}>
          {t(state === 'paused' ? 'between.resume' : 'between.pause')}
        </Button>
      )}
      <Button
        ref={stop}
        size="small"
        isBasic
        aria-disabled={isStopping}
        onClick={() => !isStopping && onStop()}
      >
        {t(isStopping ? 'between.stopping' : 'between.stop')}
      </Button>
    </Line>
  );
}
