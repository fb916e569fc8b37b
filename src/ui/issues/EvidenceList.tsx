/** What proves the issue: links and notes. */
import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Input, Label } from '@zendeskgarden/react-forms';
import { type FormEvent, useRef, useState } from 'react';
import { saveIssue } from '../../actions/saveIssue.ts';
import { type Evidence, isLink, longest, mostEvidence, type StoredIssue } from '../../care/issues/issue.ts';
import { LongText } from '../LongText.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { Problem } from '../Problem.tsx';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';
import { Heading, Rows, Section, Wide } from './layout.ts';
import type { IssueWriting } from './useIssueWrite.ts';

interface Props {
  issue: StoredIssue;
  write: IssueWriting;
}

const isSame = (a: Evidence, b: Evidence) => a.url === b.url && a.text === b.text;

export function EvidenceList({ issue, write }: Props) {
  const app = useApp();
  const { t } = app;
  const title = useRef<HTMLHeadingElement>(null);
  const [removed, setRemoved] = useState<Evidence | null>(null);
  const put = (change: (known: readonly Evidence[]) => Evidence[], done: string, onSaved?: () => void) =>
    write.run(
      (base, operation) =>
        saveIssue(app, { ...base, evidence: change(base.evidence) }, base, base.id, operation),
      done,
      onSaved,
    );
  const add = (one: Evidence, onSaved?: () => void) =>
    put(
      (known) => [...known.filter((other) => !isSame(other, one)), one],
      t('issues.evidence_added'),
      onSaved,
    );
  const remove = (one: Evidence) =>
    put(
      (known) => known.filter((other) => !isSame(other, one)),
      t('issues.evidence_removed'),
      () => {
        setRemoved(one);
        title.current?.focus();
      },
    );
  return (
    <Section $gap={10}>
      <Heading ref={title} tabIndex={-1}>
        {t('issues.evidence')}
      </Heading>
      {removed && (
        <Line>
          <Quiet as="span">{t('issues.evidence_removed')}</Quiet>
          <Button
            size="small"
            isBasic
            onClick={() =>
              add(removed, () => {
                setRemoved(null);
                title.current?.focus();
              })
            }
          >
            {t('issues.undo')}
          </Button>
        </Line>
      )}
      {issue.evidence.length === 0 && <Quiet>{t('issues.evidence_none')}</Quiet>}
      <Rows>
        {issue.evidence.map((one) => (
          <li key={`${one.url} ${one.text}`}>
            <Wide>
              <Proof of={one} />
              <Button
                size="small"
                isBasic
                aria-label={t('issues.evidence_remove', { text: one.text || (one.url ?? '') })}
                aria-disabled={write.isBusy}
                onClick={() => remove(one)}
                className="no-print"
              >
                {t('saved.remove')}
              </Button>
            </Wide>
          </li>
        ))}
      </Rows>
      {issue.evidence.length < mostEvidence && <EvidenceForm {...{ issue, write }} onAdd={add} />}
    </Section>
  );
}

/** An address opens in a tab of its own, and learns nothing of where it was pressed. */
function Proof({ of: { url, text } }: { of: Evidence }) {
  return (
    <Stack $gap={2}>
      {text !== '' && <span dir="auto">{text}</span>}
      {url !== null && isLink(url) && (
        <a
          href={url}
          target="_blank"
          rel="noopener noreferrer"
          style={{ color: 'var(--fl-accent)', overflowWrap: 'anywhere' }}
        >
          {url}
        </a>
      )}
    </Stack>
  );
}

function EvidenceForm({
  issue,
  write,
  onAdd,
}: Props & { onAdd: (one: Evidence, onSaved: () => void) => void }) {
  const { t } = useApp();
  const [draft, setDraft] = useDraft<{ [member: string]: string; url: string; text: string }>(
    `draft:issue:${issue.id}:evidence`,
  );
  const typed = draft ?? { url: '', text: '' };
  const [lack, setLack] = useState<'empty' | 'link' | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [url, text] = [typed.url.trim(), typed.text.trim()];
    const missing = url !== '' && !isLink(url) ? 'link' : url === '' && text === '' ? 'empty' : null;
    setLack(missing);
    if (missing)
      return form.current?.querySelector<HTMLElement>(missing === 'link' ? 'input' : 'textarea')?.focus();
    if (write.isBusy) return;
    onAdd({ url: url || null, text }, () => {
      setDraft(null);
      form.current?.querySelector('textarea')?.focus();
    });
  };
  return (
    <Stack as="form" ref={form} $gap={10} className="no-print" onSubmit={submit} noValidate>
      <LongText
        label={t('issues.evidence_text')}
        lines={1}
        longest={longest.note}
        problem={lack === 'empty' ? t('issues.evidence_needed') : null}
        value={typed.text}
        onType={(text) => setDraft({ ...typed, text })}
      />
      <Field>
        <Label>{t('issues.evidence_url')}</Label>
        <Hint>{t('issues.link_hint')}</Hint>
        <Input
          isCompact
          inputMode="url"
          maxLength={longest.url}
          value={typed.url}
          validation={lack === 'link' ? 'error' : undefined}
          onChange={({ target }) => setDraft({ ...typed, url: target.value })}
        />
        {lack === 'link' && <Problem text={t('issues.link_wrong')} />}
      </Field>
      <Line>
        <Button size="small" type="submit" aria-disabled={write.isBusy}>
          {t('issues.evidence_add')}
        </Button>
      </Line>
    </Stack>
  );
}
