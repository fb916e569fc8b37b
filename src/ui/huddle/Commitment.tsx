/** The one thing the team sets itself today. */
import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Input, Label } from '@zendeskgarden/react-forms';
import { type FormEvent, useRef, useState } from 'react';
import type { HuddleView } from '../../actions/readHuddle.ts';
import { longestCommitment } from '../../care/huddle/huddle.ts';
import { isolate } from '../formats.ts';
import { Line, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';

interface Props {
  view: HuddleView;
  /** Resolves what became of it: `met` where a colleague's stands instead, for now. */
  onSave: (text: string) => Promise<'saved' | 'met' | 'failed'>;
}

export function Commitment({ view: { day, team, huddle }, onSave }: Props) {
  const { t } = useApp();
  const [draft, setDraft] = useDraft<{ text: string }>(`draft:huddle:${day}:${team}`);
  const [isMet, setMet] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const saved = huddle.commitment ?? '';
  const text = draft?.text ?? saved;
  const isChanged = text.trim() !== saved;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isChanged) return;
    const became = await onSave(text);
    setMet(became === 'met');
    if (became === 'saved') setDraft(null);
    field.current?.focus();
  };
  return (
    <form onSubmit={(event) => void submit(event)} aria-label={t('huddle.today')}>
      <Stack $gap={6}>
        <Field>
          <Label>{t('huddle.today')}</Label>
          <Hint>{t('huddle.today_hint')}</Hint>
          <Line style={{ flexWrap: 'nowrap', marginTop: 6 }}>
            <Input
              ref={field}
              value={text}
              maxLength={longestCommitment}
              onChange={({ target }) => setDraft({ text: target.value })}
            />
            <Button type="submit" aria-disabled={!isChanged}>
              {t('huddle.save')}
            </Button>
          </Line>
        </Field>
        {isMet && saved !== '' && (
          <Quiet role="alert">{t('huddle.met_commitment', { text: isolate(saved) })}</Quiet>
        )}
      </Stack>
    </form>
  );
}
