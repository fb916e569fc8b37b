import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label, Message } from '@zendeskgarden/react-forms';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Colleague } from '../../actions/findColleagues.ts';
import type { CaseRow } from '../../actions/listCases.ts';
import { isReasonNeeded } from '../../care/assignment.ts';
import { Line, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { ColleagueField } from '../work/ColleagueField.tsx';
import type { Bulk } from './useBulk.ts';

interface Props {
  form: 'hand_on' | 'give_back';
  rows: readonly CaseRow[];
  start: Bulk['start'];
  onCancel: () => void;
}

type Missing = 'person_needed' | 'reason_needed';

/** To whom, and why where the account wants to know. */
export function AssignForm({ form, rows, start, onCancel }: Props) {
  const { t, user, configuration } = useApp();
  const [colleague, setColleague] = useState<Colleague | null>(null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<Missing | null>(null);
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  const isToPerson = form === 'hand_on';
  const isWanted = isReasonNeeded(colleague?.id ?? null, user.id, configuration);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isToPerson && !colleague) return setMissing('person_needed');
    if (isWanted && !reason.trim()) return setMissing('reason_needed');
    const [ownerId, name] = [colleague?.id ?? null, colleague?.name ?? ''];
    start({ kind: 'assign', ownerId, isOwn: false, name, reason: reason.trim() || null }, rows);
  };
  return (
    <Stack as="form" ref={place} onSubmit={onSubmit} noValidate $gap={10} style={{ maxWidth: 480 }}>
      {isToPerson && (
        <ColleagueField
          chosen={colleague}
          onChoose={setColleague}
          isMissing={missing === 'person_needed' && !colleague}
        />
      )}
      <Field>
        <Label>{t(isWanted ? 'bulk.reason' : 'bulk.reason_optional')}</Label>
        <Input isCompact maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      {missing && (
        <Message validation="error" validationLabel={t('bulk.problem')} role="alert">
          {t(`bulk.${missing}`)}
        </Message>
      )}
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
