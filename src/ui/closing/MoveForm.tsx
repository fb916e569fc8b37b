import { Button } from '@zendeskgarden/react-buttons';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Case } from '../../care/feedback.ts';
import { type Move, type MoveRefusal, refusalOfMove } from '../../care/moves.ts';
import type { CaseUse } from '../case/useCase.ts';
import { LongText } from '../LongText.tsx';
import { Line, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { OutcomeField } from './OutcomeField.tsx';
import { useClosed } from './useClosed.ts';
import { useDigits } from './useDigits.ts';
import { nothingTyped, useMoveDraft } from './useMoveDraft.ts';

interface Props {
  feedbackKey: string;
  current: Case;
  to: 'close' | 'reopen';
  use: CaseUse;
}

const longestNote = 1000;

/** Closing asks for the outcome and a note, reopening for a note. What is typed survives a failure. */
export function MoveForm({ feedbackKey, current, to, use }: Props) {
  const { t, configuration } = useApp();
  const [draft, setDraft] = useMoveDraft(feedbackKey, to);
  const typed = draft ?? nothingTyped;
  const [refusal, setRefusal] = useState<MoveRefusal | null>(null);
  const onClosed = useClosed();
  const form = useRef<HTMLFormElement>(null);
  const focusOn = (wanted: string) => form.current?.querySelector<HTMLElement>(wanted)?.focus();
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), []);
  const isNoteNeeded = configuration.requiredNotes.includes(to);

  const choose = (outcome: string) => setDraft({ ...typed, outcome });
  const onDigit = useDigits(
    to === 'close'
      ? configuration.outcomes.map(({ id }, index) => () => {
          choose(id);
          // What is missing next: the note, or Enter.
          if (isNoteNeeded && !typed.note.trim()) focusOn('textarea');
          else form.current?.querySelectorAll<HTMLElement>('input[type=radio]')[index]?.focus();
        })
      : [],
  );
  const submit = () => {
    const move = moveOf(to, typed);
    const refused = refusalOfMove(current, move, configuration);
    setRefusal(refused);
    if (refused) return focusOn(refused === 'outcome_needed' ? 'input[type=radio]' : 'textarea');
    if (use.isBusy) return;
    const onSaved = () => {
      setDraft(null);
      if (to === 'close' && !configuration.asksVoice) onClosed?.();
    };
    void (to === 'close' ? use.close : use.reopen)(move, onSaved);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    onDigit(event);
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    use.setForm(null);
  };

  return (
    <Stack as="form" ref={form} onSubmit={onSubmit} onKeyDown={onKeyDown} $gap={10} noValidate>
      {to === 'close' && (
        <OutcomeField
          name={`outcome-${feedbackKey}`}
          chosen={typed.outcome}
          onChoose={choose}
          isMissing={refusal === 'outcome_needed'}
        />
      )}
      <LongText
        label={t(noteLabel(to, isNoteNeeded))}
        longest={longestNote}
        isRequired={isNoteNeeded}
        problem={refusal && refusal !== 'outcome_needed' ? t(`moves.${refusal}`) : null}
        value={typed.note}
        onType={(note) => setDraft({ ...typed, note })}
      />
      <Line>
        <Button size="small" isPrimary type="submit" aria-disabled={use.isBusy}>
          {t(to === 'close' ? 'moves.close' : 'moves.reopen')}
        </Button>
        <Button size="small" isBasic onClick={() => use.setForm(null)}>
          {t('moves.cancel')}
        </Button>
      </Line>
    </Stack>
  );
}

function noteLabel(to: Props['to'], isNeeded: boolean) {
  if (to === 'reopen') return isNeeded ? 'moves.reopen_note' : 'closing.reopen_note_optional';
  return isNeeded ? 'moves.close_note' : 'closing.note_optional';
}

function moveOf(to: Props['to'], { outcome, note }: typeof nothingTyped): Move {
  const text = note.trim() || null;
  return to === 'close'
    ? { to: 'closed', outcome: outcome || null, note: text }
    : { to: 'in_progress', outcome: null, note: text };
}
