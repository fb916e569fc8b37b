/** What is asked of whom until when, and which tickets the issue is about. */
import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Input, Label } from '@zendeskgarden/react-forms';
import { type FormEvent, useRef, useState } from 'react';
import { saveIssue } from '../../actions/saveIssue.ts';
import { longest, type StoredIssue } from '../../care/issues/issue.ts';
import { LongText } from '../LongText.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { Problem } from '../Problem.tsx';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';
import { draftOf, type Typed, typedOf } from './issueDraft.ts';
import { Heading, Pair, Section } from './layout.ts';
import { OwnerField } from './OwnerField.tsx';
import { TopicsField } from './TopicsField.tsx';
import type { IssueWriting } from './useIssueWrite.ts';

interface Props {
  issue: StoredIssue;
  /** Topics of the month, most weight first. */
  topics: readonly string[];
  others: readonly StoredIssue[];
  names: Record<string, string>;
  write: IssueWriting;
}

type Lack = 'name' | 'owner';

export function IssueForm({ issue, topics, others, names, write }: Props) {
  const app = useApp();
  const { t, user } = app;
  const announce = useAnnounce();
  const [draft, setDraft] = useDraft<Typed>(`draft:issue:${issue.id}`);
  const stored = typedOf(issue, user.id);
  const typed = draft ?? stored;
  const [lack, setLack] = useState<Lack | null>(null);
  const [isSaved, setSaved] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const change = (part: Partial<Typed>) => {
    setSaved(false);
    setDraft({ ...typed, ...part } as Typed);
  };
  const isChanged = draft !== null && JSON.stringify(draft) !== JSON.stringify(stored);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isOwnerless =
      (typed.owner === 'colleague' && typed.ownerId === '') ||
      (typed.owner === 'name' && typed.ownerName.trim() === '');
    const missing: Lack | null = typed.name.trim() === '' ? 'name' : isOwnerless ? 'owner' : null;
    setLack(missing);
    if (missing) return form.current?.querySelector<HTMLElement>(`[data-lack="${missing}"] input`)?.focus();
    if (write.isBusy) return;
    write.run(
      (base, operation) => saveIssue(app, draftOf(typed, base, user), base, base.id, operation),
      t('issues.saved'),
      () => {
        setDraft(null);
        setSaved(true);
      },
      { ...issue, rev: Number(typed.rev) },
    );
  };
  const discard = () => {
    setDraft(null);
    setLack(null);
    announce(t('issues.discarded'));
    form.current?.querySelector('textarea')?.focus();
  };
  return (
    <Section as="form" ref={form} $gap={14} onSubmit={submit} noValidate>
      <Heading>{t('issues.agreement')}</Heading>
      <LongText
        label={t('issues.field.ask')}
        hint={t('issues.ask_hint')}
        longest={longest.ask}
        value={typed.ask}
        onType={(ask) => change({ ask })}
      />
      <Pair>
        <div data-lack="owner">
          <OwnerField typed={typed} names={names} isMissing={lack === 'owner'} onChange={change} />
        </div>
        <Stack $gap={14}>
          <Field>
            <Label>{t('issues.field.dueOn')}</Label>
            <Input
              isCompact
              type="date"
              value={typed.dueOn}
              onChange={({ target }) => change({ dueOn: target.value })}
            />
          </Field>
          <Field data-lack="name">
            <Label>{t('issues.field.name')}</Label>
            <Input
              isCompact
              required
              maxLength={longest.name}
              value={typed.name}
              validation={lack === 'name' ? 'error' : undefined}
              onChange={({ target }) => change({ name: target.value })}
            />
            {lack === 'name' && <Problem text={t('issues.name_needed')} />}
          </Field>
        </Stack>
      </Pair>
      <Pair>
        <TopicsField typed={typed} topics={topics} others={others} onChange={change} />
        <Field>
          <Label>{t('issues.field.query')}</Label>
          <Hint>{t('issues.query_hint')}</Hint>
          <Input
            isCompact
            spellCheck={false}
            maxLength={longest.query}
            value={typed.query}
            onChange={({ target }) => change({ query: target.value })}
          />
        </Field>
      </Pair>
      <Line>
        <Button size="small" isPrimary type="submit" aria-disabled={write.isBusy}>
          {t('issues.save')}
        </Button>
        {isChanged && (
          <Button size="small" isBasic onClick={discard}>
            {t('issues.discard')}
          </Button>
        )}
        {isChanged && <Quiet as="span">{t('issues.unsaved')}</Quiet>}
        {isSaved && !isChanged && <Quiet as="span">{t('issues.saved')}</Quiet>}
      </Line>
    </Section>
  );
}
