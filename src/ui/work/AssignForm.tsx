import { Button } from '@zendeskgarden/react-buttons';
import { Field, Fieldset, Label, Radio } from '@zendeskgarden/react-forms';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { isReasonNeeded } from '../../care/assignment.ts';
import { LongText } from '../LongText.tsx';
import { Line, Stack } from '../layout.ts';
import { later, preload } from '../lazyPart.ts';
import { Problem } from '../Problem.tsx';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';
import { ColleagueField } from './ColleagueField.tsx';
import type { FormProps } from './formProps.ts';

interface Typed {
  [member: string]: string;
  to: string;
  id: string;
  name: string;
  reason: string;
}

type Lack = 'who_needed' | 'reason_needed' | 'same';

const longestReason = 500;
const loadVerb = () => later(() => import('../../actions/assignCase.ts'));

/** Who is to have the case, and why. What is typed survives a failure, and somebody quicker. */
export function AssignForm({ feedback, current, subject, use }: FormProps) {
  const app = useApp();
  const { t, user, configuration } = app;
  const [draft, setDraft] = useDraft<Typed>(`draft:${feedback.key}:assign`);
  const typed = draft ?? { to: use.hint ?? '', id: '', name: '', reason: '' };
  const [lack, setLack] = useState<Lack | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const focus = (wanted: string) => form.current?.querySelector<HTMLElement>(wanted)?.focus();
  useEffect(() => preload(loadVerb), []);
  useEffect(() => form.current?.querySelector<HTMLElement>('input:checked, input')?.focus(), []);
  const isMine = current.ownerId === user.id;
  const options = (['me', 'nobody', 'other'] as const).filter(
    (to) => !(to === 'me' && isMine) && !(to === 'nobody' && current.ownerId === null),
  );
  const isNeeded = isReasonNeeded(ownerIn(typed, user.id) ?? null, user.id, configuration);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const ownerId = ownerIn(typed, user.id);
    const missing = lackIn(ownerId, current.ownerId, isNeeded && !typed.reason.trim());
    setLack(missing);
    if (missing || ownerId === undefined) return focus(missing === 'reason_needed' ? 'textarea' : 'input');
    if (use.isBusy) return;
    void use.run(
      'worked.assign',
      async (known, operation) =>
        (await loadVerb()).assignCase(app, known, subject, { ownerId, reason: typed.reason }, operation),
      { manner: 'handover', onSaved: () => setDraft(null) },
    );
  };

  return (
    <Stack as="form" ref={form} onSubmit={onSubmit} $gap={10} noValidate>
      <Fieldset isCompact>
        <Fieldset.Legend>{t('assigning.who')}</Fieldset.Legend>
        {options.map((to) => (
          <Field key={to}>
            <Radio
              name={`assign-${feedback.key}`}
              value={to}
              checked={typed.to === to}
              onChange={() => setDraft({ ...typed, to })}
            >
              <Label isRegular>{t(`assigning.${to}`)}</Label>
            </Radio>
          </Field>
        ))}
      </Fieldset>
      {typed.to === 'other' && (
        <ColleagueField
          chosen={typed.id ? { id: typed.id, name: typed.name } : null}
          onChoose={(one) => setDraft({ ...typed, id: one?.id ?? '', name: one?.name ?? '' })}
          isMissing={lack === 'who_needed'}
        />
      )}
      {(lack === 'who_needed' || lack === 'same') && <Problem text={t(`assigning.${lack}`)} />}
      <LongText
        label={t(isNeeded ? 'assigning.reason' : 'assigning.reason_optional')}
        lines={1}
        longest={longestReason}
        isRequired={isNeeded}
        problem={lack === 'reason_needed' ? t('assigning.reason_needed') : null}
        value={typed.reason}
        onType={(reason) => setDraft({ ...typed, reason })}
      />
      <Line>
        <Button size="small" isPrimary type="submit" aria-disabled={use.isBusy}>
          {t('assigning.submit')}
        </Button>
        <Button size="small" isBasic onClick={() => use.setForm(null)}>
          {t('assigning.cancel')}
        </Button>
      </Line>
    </Stack>
  );
}

/** `undefined` while nobody is chosen. */
function ownerIn({ to, id }: Typed, userId: string): string | null | undefined {
  if (to === 'me') return userId;
  if (to === 'nobody') return null;
  return to === 'other' && id ? id : undefined;
}

function lackIn(
  ownerId: string | null | undefined,
  before: string | null,
  isReasonMissing: boolean,
): Lack | null {
  if (ownerId === undefined) return 'who_needed';
  if (ownerId === before) return 'same';
  return isReasonMissing ? 'reason_needed' : null;
}
