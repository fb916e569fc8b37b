import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef } from 'react';
import type { Feedback } from '../../care/feedback.ts';
import { isolate } from '../formats.ts';
import { Line, Quiet } from '../layout.ts';
import { Note } from '../note.ts';
import { outcomeText } from '../outcomeText.ts';
import { useApp } from '../useApp.ts';
import type { ClosingProps } from './Closing.tsx';
import { useMoveDraft } from './useMoveDraft.ts';

type Props = Pick<ClosingProps, 'feedback' | 'current' | 'names' | 'use'> & { form: 'close' | 'reopen' };

/** Somebody else was first: who, what they said, and what one had written oneself, which is never lost. */
export function Beaten({ feedback, current, names, form, use }: Props) {
  const { t, configuration } = useApp();
  const [draft, setDraft] = useMoveDraft(feedback.key, form);
  const note = draft?.note.trim();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const name = isolate(names[moverOf(feedback) ?? ''] ?? t('people.someone'));
  const outcome = current.outcome === null ? '' : outcomeText(t, configuration, current.outcome);
  return (
    <Note type="info" role="alert">
      <div ref={box} tabIndex={-1}>
        {form === 'close'
          ? t('closing.beaten_close', { name, outcome })
          : t('closing.beaten_reopen', { name })}
      </div>
      {note && (
        <>
          <div>{t('closing.kept')}</div>
          <Quiet as="blockquote" dir="auto" style={{ margin: '4px 0', whiteSpace: 'pre-wrap' }}>
            {note}
          </Quiet>
        </>
      )}
      <Line style={{ marginTop: 8 }}>
        <Button size="small" onClick={() => use.setForm(null)}>
          {t('closing.understood')}
        </Button>
        {note && (
          <Button
            size="small"
            isBasic
            onClick={() => {
              setDraft(null);
              use.setForm(null);
            }}
          >
            {t('closing.discard')}
          </Button>
        )}
      </Line>
    </Note>
  );
}

/** Whoever moved it, as far as the last fact tells. */
function moverOf({ lastAction }: Feedback): string | null {
  const isMove = lastAction?.kind === 'case_moved' || lastAction?.kind === 'voiced';
  return isMove ? lastAction.byId : null;
}
