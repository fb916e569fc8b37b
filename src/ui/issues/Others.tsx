/** The rest of the register, and the way to an issue of another name than a topic's. */
import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label } from '@zendeskgarden/react-forms';
import { type FormEvent, useRef, useState } from 'react';
import { longest, type StoredIssue } from '../../care/issues/issue.ts';
import { Line, Stack, Underlined } from '../layout.ts';
import { Problem } from '../Problem.tsx';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';
import { IssueLine } from './IssueLine.tsx';
import { Heading, Rows, Section } from './layout.ts';
import type { Making } from './useMaking.ts';

interface Props {
  issues: readonly StoredIssue[];
  names: Record<string, string>;
  making: Making;
  onOpen: (id: string) => void;
}

export function Others({ issues, names, making, onOpen }: Props) {
  const { t } = useApp();
  return (
    <Section $gap={8}>
      <Heading>{t('issues.others')}</Heading>
      {issues.length > 0 && (
        <Rows>
          {issues.map((issue) => (
            <li key={issue.id}>
              <Stack $gap={3}>
                <div>
                  <Underlined
                    type="button"
                    dir="auto"
                    data-issue={issue.id}
                    style={{ fontWeight: 600 }}
                    onClick={() => onOpen(issue.id)}
                  >
                    {issue.name}
                  </Underlined>
                </div>
                <IssueLine issue={issue} names={names} />
              </Stack>
            </li>
          ))}
        </Rows>
      )}
      <NewIssue making={making} />
    </Section>
  );
}

function NewIssue({ making }: { making: Making }) {
  const { t } = useApp();
  const [draft, setDraft] = useDraft<{ [member: string]: string; name: string }>('draft:issue:new');
  const [isLacking, setLacking] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const name = draft?.name ?? '';
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setLacking(name.trim() === '');
    if (name.trim() === '') return input.current?.focus();
    making.make(name.trim(), [], () => setDraft(null));
  };
  return (
    <Stack as="form" className="no-print" onSubmit={onSubmit} noValidate style={{ maxWidth: 420 }}>
      <Field>
        <Label>{t('issues.new_name')}</Label>
        <Input
          ref={input}
          isCompact
          maxLength={longest.name}
          value={name}
          validation={isLacking ? 'error' : undefined}
          onChange={({ target }) => setDraft({ name: target.value })}
        />
        {isLacking && <Problem text={t('issues.name_needed')} />}
      </Field>
      <Line>
        <Button size="small" type="submit" aria-disabled={making.making !== null}>
          {t('issues.new')}
        </Button>
      </Line>
    </Stack>
  );
}
