import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useId, useRef, useState } from 'react';
import {
  type ContactChannel,
  type ContactResult,
  contactChannels,
  contactResults,
} from '../../care/ledger.ts';
import { LongText } from '../LongText.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { later, preload } from '../lazyPart.ts';
import { Problem } from '../Problem.tsx';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';
import { Choices } from './Choices.tsx';
import type { FormProps } from './formProps.ts';

interface Typed {
  [member: string]: string;
  channel: string;
  note: string;
}

type Lack = 'channel_needed' | 'note_needed';

const longestNote = 1000;
const loadVerb = () => later(() => import('../../actions/logContact.ts'));

/** How one tried and what came of it: two presses, the second of which writes it down. */
export function ContactForm({ feedback, current, subject, use }: FormProps) {
  const app = useApp();
  const { t, configuration } = app;
  const [draft, setDraft] = useDraft<Typed>(`draft:${feedback.key}:contact`);
  const typed = draft ?? { channel: use.hint ?? '', note: '' };
  const channel = contactChannels.find((known) => known === typed.channel) ?? null;
  const [lack, setLack] = useState<Lack | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const resultsId = useId();
  const isNoteNeeded = configuration.requiredNotes.includes('contact');
  useEffect(() => preload(loadVerb), []);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('[aria-pressed="true"], button');
    first?.focus();
  }, []);

  const log = (result: ContactResult) => {
    const missing = lackIn(channel, typed.note, isNoteNeeded);
    setLack(missing);
    if (missing || channel === null) {
      form.current?.querySelector<HTMLElement>(missing === 'note_needed' ? 'textarea' : 'button')?.focus();
      return;
    }
    if (use.isBusy) return;
    const contact = { channel, result, note: typed.note };
    void use.run(
      'worked.contact',
      async (known, operation) => (await loadVerb()).logContact(app, known, subject, contact, operation),
      { manner: 'form', onSaved: () => setDraft(null) },
    );
  };

  return (
    <Stack ref={form} $gap={10} role="group" aria-label={t('case.contact')}>
      <Choices
        label={t('contacting.channel')}
        options={contactChannels.map((id) => ({ id, text: t(`contacting.${id}`) }))}
        chosen={channel}
        onChoose={(id) => setDraft({ ...typed, channel: id })}
      />
      {lack === 'channel_needed' && <Problem text={t('contacting.channel_needed')} />}
      <LongText
        label={t(isNoteNeeded ? 'contacting.note' : 'contacting.note_optional')}
        lines={1}
        longest={longestNote}
        isRequired={isNoteNeeded}
        problem={lack === 'note_needed' ? t('contacting.note_needed') : null}
        value={typed.note}
        onType={(note) => setDraft({ ...typed, note })}
      />
      <Stack $gap={4} role="group" aria-labelledby={resultsId}>
        <strong id={resultsId}>{t('contacting.result')}</strong>
        <Line>
          {contactResults.map((result) => (
            <Button key={result} size="small" aria-disabled={use.isBusy} onClick={() => log(result)}>
              {t(`contacting.${result}`)}
            </Button>
          ))}
          <Button size="small" isBasic onClick={() => use.setForm(null)}>
            {t('contacting.cancel')}
          </Button>
        </Line>
      </Stack>
      {(current.status === 'new' || current.ownerId === null) && <Quiet>{t('contacting.begins')}</Quiet>}
    </Stack>
  );
}

function lackIn(channel: ContactChannel | null, note: string, isNoteNeeded: boolean): Lack | null {
  if (channel === null) return 'channel_needed';
  return isNoteNeeded && !note.trim() ? 'note_needed' : null;
}
