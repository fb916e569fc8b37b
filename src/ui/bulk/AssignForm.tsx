import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label } from '@zendeskgarden/react-forms';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Colleague } from '../../actions/findColleagues.ts';
import type { CaseRow } from '../../actions/listCases.ts';
import { isReasonNeeded } from '../../care/assignment.ts';
import { Line, Stack } from '../layout.ts';
import { Problem } from '../Problem.tsx';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';
import { ColleagueField } from '../work/ColleagueField.tsx';
import type { Bulk } from './useBulk.ts';

interface Props {
  form: 'hand_on' | 'give_back';
  rows: readonly CaseRow[];
  start: Bulk['start'];
  onCancel: () => void;
}

interface Typed {
  [member: string]: string;
  id: string;
  name: string;
  reason: string;
}
const nothing: Typed = { id: '', name: '', reason: '' };

type Missing = 'person_needed' | 'reason_needed';

/** To whom, and why where the account wants to know. */
export function AssignForm({ form, rows, start, onCancel }: Props) {
  const isToPerson = form === 'hand_on';
  const { t, user, configuration } = useApp();
  const [draft, setDraft] = useDraft<Typed>('draft:bulk:assign');
  const { id, name, reason } = draft ?? nothing;
  const colleague: Colleague | null = isToPerson && id ? { id, name } : null;
  const [missing, setMissing] = useState<Missing | null>(null);
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  const isWanted = isReasonNeeded(colleague?.id ?? null, user.id, configuration);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isToPerson && !colleague) return setMissing('person_needed');
    if (isWanted && !reason.trim()) return setMissing('reason_needed');
    setDraft(null);
    const to = { ownerId: colleague?.id ?? null, name: colleague?.name ?? '' };
    start({ kind: 'assign', ...to, isOwn: false, reason: reason.trim() || null }, rows);
  };
  return (
    <Stack as="form" ref={place} onSubmit={onSubmit} noValidate $gap={10} style={{ maxWidth: 480 }}>
      {isToPerson && (
        <ColleagueField
          chosen={colleague}
          onChoose={(one) => setDraft({ id: one?.id ?? '', name: one?.name ?? '', reason })}
          isMissing={missing === 'person_needed' && !colleague}
        />
      )}
      <Field>
        <Label>{t(isWanted ? 'bulk.reason' : 'bulk.reason_optional')}</Label>
        <Input
          isCompact
          maxLength={200}
          value={reason}
          onChange={(event) => setDraft({ id, name, reason: event.target.value })}
        />
      </Field>
      {missing && <Problem text={t(`bulk.${missing}`)} />}
      <Line>
        <Button size="small" isPrimary type="submit">
          {t(isToPerson ? 'bulk.hand_over' : 'bulk.give_back_all', { count: rows.length })}
        </Button>
        <Button size="small" isBasic onClick={onCancel}>
          {t('bulk.cancel')}
        </Button>
      </Line>
    </Stack>
  );
}
