import { Button } from '@zendeskgarden/react-buttons';
import { Field, Fieldset, Label, Radio } from '@zendeskgarden/react-forms';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { disputeReasons } from '../../care/ledger.ts';
import { LongText } from '../LongText.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { Problem } from '../Problem.tsx';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';
import type { DisputeUse } from './useDispute.ts';

interface Typed {
  [member: string]: string;
  reason: string;
  note: string;
}

interface Props {
  feedbackKey: string;
  use: DisputeUse;
  onDone: () => void;
}

/** Why it is not one's own, in one press, and a word for the lead. What is typed survives a failure. */
export function DisputeForm({ feedbackKey, use, onDone }: Props) {
  const { t } = useApp();
  const [draft, setDraft] = useDraft<Typed>(`draft:${feedbackKey}:dispute`);
  const typed = draft ?? { reason: '', note: '' };
  const [isLacking, setLacking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const focus = () => form.current?.querySelector<HTMLElement>('input')?.focus();
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const reason = disputeReasons.find((known) => known === typed.reason);
    setLacking(!reason);
    if (!reason) return focus();
    void use.dispute({ reason, note: typed.note }, () => {
      setDraft(null);
      onDone();
    });
  };
  return (
    <Stack as="form" ref={form} onSubmit={onSubmit} $gap={10} noValidate>
      <Fieldset isCompact>
        <Fieldset.Legend>{t('disputing.reason')}</Fieldset.Legend>
        {disputeReasons.map((reason) => (
          <Field key={reason}>
            <Radio
              name={`dispute-${feedbackKey}`}
              value={reason}
              checked={typed.reason === reason}
              onChange={() => setDraft({ ...typed, reason })}
            >
              <Label isRegular>{t(`dispute.${reason}`)}</Label>
            </Radio>
          </Field>
        ))}
        {isLacking && <Problem text={t('disputing.reason_needed')} />}
      </Fieldset>
      <LongText
        label={t('disputing.note')}
        longest={500}
        value={typed.note}
        onType={(note) => setDraft({ ...typed, note })}
      />
      <Quiet>{t('disputing.effect')}</Quiet>
      <Line>
        <Button size="small" isPrimary type="submit" aria-disabled={use.isBusy}>
          {t('disputing.submit')}
        </Button>
        <Button size="small" isBasic onClick={onDone}>
          {t('disputing.cancel')}
        </Button>
      </Line>
    </Stack>
  );
}
