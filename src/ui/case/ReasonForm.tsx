import { Button } from '@zendeskgarden/react-buttons';
import { Field, Fieldset, Label, Radio } from '@zendeskgarden/react-forms';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { LongText } from '../LongText.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { Problem } from '../Problem.tsx';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';

interface Typed {
  [member: string]: string;
  reason: string;
  note: string;
}

interface Props<T extends string> {
  /** Where what is typed is kept. */
  draft: string;
  legend: string;
  reasons: readonly T[];
  reasonText: (reason: T) => string;
  /** Said where none is chosen. */
  missing: string;
  noteLabel: string;
  /** What follows from it. */
  effect: string;
  submitText: string;
  isBusy: boolean;
  /** `onKept` once it is written. */
  onSubmit: (said: { reason: T; note: string }, onKept: () => void) => void;
  onDone: () => void;
}

const longestNote = 500;

/** A reason in one press, and a word for colleagues. What is typed survives a failure. */
export function ReasonForm<T extends string>({ draft: name, reasons, onSubmit, onDone, ...says }: Props<T>) {
  const { t } = useApp();
  const group = useId();
  const [draft, setDraft] = useDraft<Typed>(name);
  const typed = draft ?? { reason: '', note: '' };
  const [isLacking, setLacking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const focus = () => form.current?.querySelector<HTMLElement>('input')?.focus();
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const reason = reasons.find((known) => known === typed.reason);
    setLacking(!reason);
    if (!reason) return focus();
    onSubmit({ reason, note: typed.note }, () => {
      setDraft(null);
      onDone();
    });
  };
  return (
    <Stack as="form" ref={form} onSubmit={submit} $gap={10} noValidate>
      <Fieldset isCompact>
        <Fieldset.Legend>{says.legend}</Fieldset.Legend>
        {reasons.map((reason) => (
          <Field key={reason}>
            <Radio
              name={group}
              value={reason}
              checked={typed.reason === reason}
              onChange={() => setDraft({ ...typed, reason })}
            >
              <Label isRegular>{says.reasonText(reason)}</Label>
            </Radio>
          </Field>
        ))}
        {isLacking && <Problem text={says.missing} />}
      </Fieldset>
      <LongText
        label={says.noteLabel}
        longest={longestNote}
        value={typed.note}
        onType={(note) => setDraft({ ...typed, note })}
      />
      <Quiet>{says.effect}</Quiet>
      <Line>
        <Button size="small" isPrimary type="submit" aria-disabled={says.isBusy}>
          {says.submitText}
        </Button>
        <Button size="small" isBasic onClick={onDone}>
          {t('moves.cancel')}
        </Button>
      </Line>
    </Stack>
  );
}
