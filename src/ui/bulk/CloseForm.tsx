import { Button } from '@zendeskgarden/react-buttons';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { CaseRow } from '../../actions/listCases.ts';
import { OutcomeField } from '../closing/OutcomeField.tsx';
import { useDigits } from '../closing/useDigits.ts';
import { LongText } from '../LongText.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';
import type { Bulk } from './useBulk.ts';

interface Typed {
  [member: string]: string;
  outcome: string;
  note: string;
}
const nothing: Typed = { outcome: '', note: '' };
const longestNote = 1000;

interface Props {
  rows: readonly CaseRow[];
  start: Bulk['start'];
  onCancel: () => void;
}

/** One outcome and one note for all, and beforehand that there is no way back. */
export function CloseForm({ rows, start, onCancel }: Props) {
  const { t, configuration } = useApp();
  const [draft, setDraft] = useDraft<Typed>('draft:bulk:close');
  const typed = draft ?? nothing;
  const [missing, setMissing] = useState<'outcome' | 'note' | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const isNoteNeeded = configuration.requiredNotes.includes('close');
  const choose = (outcome: string) => setDraft({ ...typed, outcome });
  const onDigit = useDigits(
    configuration.outcomes.map(
      ({ id }) =>
        () =>
          choose(id),
    ),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const { outcome, note } = typed;
    const wanted = !outcome ? 'outcome' : isNoteNeeded && !note.trim() ? 'note' : null;
    setMissing(wanted);
    if (wanted)
      return form.current?.querySelector<HTMLElement>(wanted === 'note' ? 'textarea' : 'input')?.focus();
    setDraft(null);
    start({ kind: 'close', outcome, note: note.trim() || null }, rows);
  };
  return (
    <Stack
      as="form"
      ref={form}
      onSubmit={onSubmit}
      onKeyDown={onDigit}
      noValidate
      $gap={10}
      style={{ maxWidth: 480 }}
    >
      <Quiet>{t(configuration.isForwardOnly ? 'bulk.close_forward' : 'bulk.close_warning')}</Quiet>
      <OutcomeField
        name="outcome-bulk"
        chosen={typed.outcome}
        onChoose={choose}
        isMissing={missing === 'outcome'}
      />
      <LongText
        label={t(isNoteNeeded ? 'bulk.note' : 'bulk.note_optional')}
        longest={longestNote}
        isRequired={isNoteNeeded}
        problem={missing === 'note' ? t('bulk.note_needed') : null}
        value={typed.note}
        onType={(note) => setDraft({ ...typed, note })}
      />
      <Line>
        <Button size="small" isPrimary type="submit">
          {t('bulk.close_all', { count: rows.length })}
        </Button>
        <Button size="small" isBasic onClick={onCancel}>
          {t('bulk.cancel')}
        </Button>
      </Line>
    </Stack>
  );
}
