import { Button } from '@zendeskgarden/react-buttons';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type IssueStatus, longest, type StoredIssue } from '../../care/issues/issue.ts';
import { LongText } from '../LongText.tsx';
import { Line, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';

interface Props {
  issue: StoredIssue;
  to: Exclude<IssueStatus, 'fixed'>;
  isBusy: boolean;
  onSubmit: (note: string, onKept: () => void) => void;
  onCancel: () => void;
}

/** Why it is declined, or opened again. */
export function MoveNote({ issue, to, isBusy, onSubmit, onCancel }: Props) {
  const { t } = useApp();
  const [draft, setDraft] = useDraft<{ [member: string]: string; note: string }>(
    `draft:issue:${issue.id}:${to}`,
  );
  const [isLacking, setLacking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const focus = () => form.current?.querySelector('textarea')?.focus();
  useEffect(focus, []);
  const note = draft?.note ?? '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setLacking(note.trim() === '');
    if (note.trim() === '') return focus();
    if (!isBusy) onSubmit(note, () => setDraft(null));
  };
  const cancel = () => {
    setDraft(null);
    onCancel();
  };
  return (
    <Stack as="form" ref={form} $gap={10} onSubmit={submit} noValidate>
      <LongText
        label={t(to === 'declined' ? 'issues.why_declined' : 'issues.why_open')}
        longest={longest.note}
        isRequired
        problem={isLacking ? t('issues.note_needed') : null}
        value={note}
        onType={(text) => setDraft({ note: text })}
      />
      <Line>
        <Button size="small" isPrimary type="submit" aria-disabled={isBusy}>
          {t(`issues.to.${to}`)}
        </Button>
        <Button size="small" isBasic onClick={cancel}>
          {t('moves.cancel')}
        </Button>
      </Line>
    </Stack>
  );
}
