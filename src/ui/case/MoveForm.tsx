import { Button } from '@zendeskgarden/react-buttons';
import { Field, Fieldset, Label, Message, Radio, Textarea } from '@zendeskgarden/react-forms';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Case } from '../../care/feedback.ts';
import { type Move, type MoveRefusal, refusalOfMove } from '../../care/moves.ts';
import { Line, Stack } from '../layout.ts';
import { outcomeText } from '../outcomeText.ts';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';
import type { CaseUse } from './useCase.ts';

interface Typed {
  [member: string]: string;
  outcome: string;
  note: string;
}

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
  const [draft, setDraft] = useDraft<Typed>(`draft:${feedbackKey}:${to}`);
  const typed = draft ?? { outcome: '', note: '' };
  const [refusal, setRefusal] = useState<MoveRefusal | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), []);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const move = moveOf(to, typed);
    const refused = refusalOfMove(current, move, configuration);
    setRefusal(refused);
    if (refused) {
      const wanted = refused === 'outcome_needed' ? 'input[type=radio]' : 'textarea';
      form.current?.querySelector<HTMLElement>(wanted)?.focus();
      return;
    }
    if (use.isBusy) return;
    const act = to === 'close' ? use.close : use.reopen;
    void act(move, () => setDraft(null));
  };

  return (
    <Stack as="form" ref={form} onSubmit={onSubmit} $gap={10} noValidate>
      {to === 'close' && (
        <Fieldset isCompact>
          <Fieldset.Legend>{t('moves.outcome')}</Fieldset.Legend>
          {configuration.outcomes.map(({ id, label }) => (
            <Field key={id}>
              <Radio
                name={`outcome-${feedbackKey}`}
                value={id}
                checked={typed.outcome === id}
                onChange={() => setDraft({ ...typed, outcome: id })}
              >
                <Label isRegular>{label ?? outcomeText(t, configuration, id)}</Label>
              </Radio>
            </Field>
          ))}
          {refusal === 'outcome_needed' && <Problem refusal={refusal} />}
        </Fieldset>
      )}
      <Field>
        <Label>{t(to === 'close' ? 'moves.close_note' : 'moves.reopen_note')}</Label>
        <Textarea
          isCompact
          minRows={2}
          isResizable
          required
          maxLength={longestNote}
          validation={refusal === 'note_needed' ? 'error' : undefined}
          value={typed.note}
          onChange={(event) => setDraft({ ...typed, note: event.target.value })}
        />
        {refusal && refusal !== 'outcome_needed' && <Problem refusal={refusal} />}
      </Field>
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

function Problem({ refusal }: { refusal: MoveRefusal }) {
  const { t } = useApp();
  return (
    <Message validation="error" validationLabel={t('moves.problem')} role="alert">
      {t(`moves.${refusal}`)}
    </Message>
  );
}

function moveOf(to: Props['to'], { outcome, note }: Typed): Move {
  const text = note.trim() || null;
  return to === 'close'
    ? { to: 'closed', outcome: outcome || null, note: text }
    : { to: 'in_progress', outcome: null, note: text };
}
