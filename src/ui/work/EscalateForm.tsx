import { Button } from '@zendeskgarden/react-buttons';
import { Checkbox, Field, Hint, Label } from '@zendeskgarden/react-forms';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Told } from '../../actions/escalateCase.ts';
import { LongText } from '../LongText.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { later, preload } from '../lazyPart.ts';
import { Problem } from '../Problem.tsx';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';
import type { FormProps } from './formProps.ts';
import { TargetFields } from './TargetFields.tsx';

interface Typed {
  [member: string]: string;
  kind: 'person' | 'group';
  id: string;
  name: string;
  reason: string;
  isTold: 'yes' | 'no';
}

type Lack = 'who_needed' | 'reason_needed';

const longestReason = 1000;
const loadVerb = () => later(() => import('../../actions/escalateCase.ts'));

/** Whom to ask for help and for what; a message on the ticket goes with it where that is wanted and possible. */
export function EscalateForm({ feedback, subject, names, use }: FormProps) {
  const app = useApp();
  const { t } = app;
  const [draft, setDraft] = useDraft<Typed>(`draft:${feedback.key}:escalate`);
  const typed = draft ?? begun(use.hint, names);
  const [lack, setLack] = useState<Lack | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const hasTicket = subject.ticketId !== null;
  useEffect(() => preload(loadVerb), []);
  useEffect(() => form.current?.querySelector<HTMLElement>('input:checked, input')?.focus(), []);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const missing = lackIn(typed);
    setLack(missing);
    if (missing) {
      const wanted = missing === 'reason_needed' ? 'textarea' : 'input:not([type=radio]), select';
      form.current?.querySelector<HTMLElement>(wanted)?.focus();
      return;
    }
    if (use.isBusy) return;
    const { kind, id, name, reason } = typed;
    const escalation = { target: { kind, id, name }, reason, isTold: hasTicket && typed.isTold === 'yes' };
    let told: Told = 'flag';
    const onSaved = () => {
      setDraft(null);
      if (told === 'note') use.setRemark(t('escalate.done_note'));
      if (told === 'closed') use.setRemark(t('escalate.done_closed', { name }));
    };
    void use.run(
      'worked.escalate',
      async (known, operation) => {
        const { escalateCase } = await loadVerb();
        const written = await escalateCase(app, known, subject, escalation, operation);
        told = written.told;
        return written;
      },
      { manner: 'form', onSaved },
    );
  };

  return (
    <Stack as="form" ref={form} onSubmit={onSubmit} $gap={10} noValidate>
      <TargetFields
        name={`escalate-${feedback.key}`}
        kind={typed.kind}
        target={typed.id ? { id: typed.id, name: typed.name } : null}
        isMissing={lack === 'who_needed'}
        onChange={(kind, one) => setDraft({ ...typed, kind, id: one?.id ?? '', name: one?.name ?? '' })}
      />
      {lack === 'who_needed' && <Problem text={t('escalate.who_needed')} />}
      <LongText
        label={t('escalate.reason')}
        longest={longestReason}
        isRequired
        problem={lack === 'reason_needed' ? t('escalate.reason_needed') : null}
        value={typed.reason}
        onType={(reason) => setDraft({ ...typed, reason })}
      />
      {hasTicket ? (
        <Field>
          <Checkbox
            checked={typed.isTold === 'yes'}
            onChange={() => setDraft({ ...typed, isTold: typed.isTold === 'yes' ? 'no' : 'yes' })}
          >
            <Label isRegular>{t('escalate.told')}</Label>
            <Hint>{t('escalate.told_hint')}</Hint>
          </Checkbox>
        </Field>
      ) : (
        <Quiet>{t('escalate.no_ticket')}</Quiet>
      )}
      <Quiet>{t('escalate.owner')}</Quiet>
      <Line>
        <Button size="small" isPrimary type="submit" aria-disabled={use.isBusy}>
          {t('escalate.submit')}
        </Button>
        <Button size="small" isBasic onClick={() => use.setForm(null)}>
          {t('escalate.cancel')}
        </Button>
      </Line>
    </Stack>
  );
}

/** `id` of the person somebody proposed to ask, where that is known. */
function begun(id: string | null, names: Record<string, string>): Typed {
  const name = names[id ?? ''];
  return { kind: 'person', id: name && id ? id : '', name: name ?? '', reason: '', isTold: 'yes' };
}

function lackIn({ id, reason }: Typed): Lack | null {
  if (!id) return 'who_needed';
  return reason.trim() ? null : 'reason_needed';
}
