import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Input, Label } from '@zendeskgarden/react-forms';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { markFixed } from '../../actions/markFixed.ts';
import { isLink, longest, type StoredIssue } from '../../care/issues/issue.ts';
import { LongText } from '../LongText.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { Problem } from '../Problem.tsx';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';
import type { IssueWriting } from './useIssueWrite.ts';

interface Typed {
  [member: string]: string;
  whatChanged: string;
  link: string;
}

interface Props {
  issue: StoredIssue;
  write: IssueWriting;
  onDone: () => void;
  onCancel: () => void;
}

/** What changed, in the words agents and customers will read. */
export function FixForm({ issue, write, onDone, onCancel }: Props) {
  const app = useApp();
  const { t } = app;
  const [draft, setDraft] = useDraft<Typed>(`draft:issue:${issue.id}:fixed`);
  const typed = draft ?? { whatChanged: issue.whatChanged, link: issue.link ?? '' };
  const [lack, setLack] = useState<'what' | 'link' | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const focus = (wanted: string) => form.current?.querySelector<HTMLElement>(wanted)?.focus();
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const link = typed.link.trim();
    const missing = typed.whatChanged.trim() === '' ? 'what' : link !== '' && !isLink(link) ? 'link' : null;
    setLack(missing);
    if (missing) return focus(missing === 'what' ? 'textarea' : 'input');
    if (write.isBusy) return;
    write.run(
      (base, operation) => markFixed(app, base, { whatChanged: typed.whatChanged, link }, operation),
      t('issues.moved', { status: t('pack.status.fixed') }),
      () => {
        setDraft(null);
        onDone();
      },
    );
  };
  const cancel = () => {
    setDraft(null);
    onCancel();
  };
  return (
    <Stack as="form" ref={form} $gap={10} onSubmit={submit} noValidate>
      <LongText
        label={t('issues.what_changed')}
        hint={t('issues.what_changed_hint')}
        longest={longest.note}
        isRequired
        problem={lack === 'what' ? t('issues.what_changed_needed') : null}
        value={typed.whatChanged}
        onType={(whatChanged) => setDraft({ ...typed, whatChanged })}
      />
      <Field>
        <Label>{t('issues.fix_link')}</Label>
        <Hint>{t('issues.link_hint')}</Hint>
        <Input
          isCompact
          inputMode="url"
          maxLength={longest.url}
          value={typed.link}
          validation={lack === 'link' ? 'error' : undefined}
          onChange={({ target }) => setDraft({ ...typed, link: target.value })}
        />
        {lack === 'link' && <Problem text={t('issues.link_wrong')} />}
      </Field>
      <Line>
        <Button size="small" isPrimary type="submit" aria-disabled={write.isBusy}>
          {t(write.isBusy ? 'issues.fixing' : 'issues.to.fixed')}
        </Button>
        <Button size="small" isBasic onClick={cancel}>
          {t('moves.cancel')}
        </Button>
      </Line>
      <Quiet>{t('issues.fix_means')}</Quiet>
    </Stack>
  );
}
