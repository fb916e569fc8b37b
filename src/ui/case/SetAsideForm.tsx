import { Button } from '@zendeskgarden/react-buttons';
import { Field, Fieldset, Label, Radio } from '@zendeskgarden/react-forms';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { setAsideReasons } from '../../care/ledger.ts';
import { LongText } from '../LongText.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { Problem } from '../Problem.tsx';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';
import type { ValidityUse } from './useValidity.ts';

interface Typed {
  [member: string]: string;
  reason: string;
  note: string;
}

interface Props {
  feedbackKey: string;
  use: ValidityUse;
  onDone: () => void;
}

const longestNote = 500;

/** Why it does not count, in one press, and a word for colleagues. What is typed survives a failure. */
export function SetAsideForm({ feedbackKey, use, onDone }: Props) {
  const { t } = useApp();
  const [draft, setDraft] = useDraft<Typed>(`draft:${feedbackKey}:set_aside`);
  const typed = draft ?? { reason: '', note: '' };
  const [isLacking, setLacking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const focus = () => form.current?.querySelector<HTMLElement>('input')?.focus();
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const reason = setAsideReasons.find((known) => known === typed.reason);
    setLacking(!reason);
    if (!reason) return focus();
    void use.setAside({ reason, note: typed.note }, () => {
      setDraft(null);
      onDone();
    });
  };

  return (
    <Stack as="form" ref={form} onSubmit={onSubmit} $gap={10} noValidate>
      <Fieldset isCompact>
        <Fieldset.Legend>{t('setting_aside.reason')}</Fieldset.Legend>
        {setAsideReasons.map((reason) => (
          <Field key={reason}>
            <Radio
              name={`reason-${feedbackKey}`}
              value={reason}
              checked={typed.reason === reason}
              onChange={() => setDraft({ ...typed, reason })}
            >
              <Label isRegular>{t(`set_aside.${reason}`)}</Label>
            </Radio>
          </Field>
        ))}
        {isLacking && <Problem text={t('setting_aside.reason_needed')} />}
      </Fieldset>
      <LongText
        label={t('setting_aside.note')}
        longest={longestNote}
        value={typed.note}
        onType={(note) => setDraft({ ...typed, note })}
      />
      <Quiet>{t('setting_aside.effect')}</Quiet>
      <Line>
        <Button size="small" isPrimary type="submit" aria-disabled={use.isBusy}>
          {t('setting_aside.submit')}
        </Button>
        <Button size="small" isBasic onClick={onDone}>
          {t('setting_aside.cancel')}
        </Button>
      </Line>
    </Stack>
  );
}
