import { Button } from '@zendeskgarden/react-buttons';
import { Checkbox, Field, Hint, Input, Label, Message } from '@zendeskgarden/react-forms';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { longestName } from '../../care/savedView.ts';
import { Line, Stack } from '../layout.ts';
import { Problem } from '../Problem.tsx';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';

interface Typed {
  [member: string]: string;
  name: string;
  isShared: string;
}

interface Props {
  /** Under which what is typed is kept while it is not saved. */
  draft: string;
  label: string;
  name?: string;
  isShared?: boolean;
  /** Only the owner says who else sees it. */
  mayShare?: boolean;
  submit: string;
  isBusy: boolean;
  /** Names that are taken: said while typing, refused by nobody. */
  taken?: readonly string[];
  onSubmit: (name: string, isShared: boolean, onSaved: () => void) => void;
  onCancel: () => void;
}

/** A name, and who sees it. */
export function NameForm(props: Props) {
  const { draft: draftName, label, name = '', isShared = false, mayShare = true, taken = [] } = props;
  const { t } = useApp();
  const [draft, setDraft] = useDraft<Typed>(`draft:${draftName}`);
  const typed = draft ?? { name, isShared: isShared ? 'yes' : '' };
  const [isLacking, setLacking] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const isTaken = taken.includes(typed.name.trim());
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const text = typed.name.trim();
    setLacking(text === '');
    if (text === '') return input.current?.focus();
    props.onSubmit(text, typed.isShared === 'yes', () => setDraft(null));
  };
  const onCancel = () => {
    setDraft(null);
    props.onCancel();
  };
  return (
    <Stack as="form" onSubmit={onSubmit} $gap={10} noValidate>
      <Field>
        <Label>{label}</Label>
        <Input
          ref={input}
          isCompact
          maxLength={longestName}
          value={typed.name}
          validation={isLacking ? 'error' : undefined}
          onChange={(event) => setDraft({ ...typed, name: event.target.value })}
        />
        {isLacking && <Problem text={t('saved.name_needed')} />}
        {isTaken && !isLacking && <Message validation="warning">{t('saved.name_taken')}</Message>}
      </Field>
      {mayShare && (
        <Field>
          <Checkbox
            checked={typed.isShared === 'yes'}
            onChange={(event) => setDraft({ ...typed, isShared: event.target.checked ? 'yes' : '' })}
          >
            <Label isRegular>{t('saved.share')}</Label>
            <Hint>{t('saved.share_hint')}</Hint>
          </Checkbox>
        </Field>
      )}
      <Line>
        <Button size="small" isPrimary type="submit" aria-disabled={props.isBusy}>
          {props.submit}
        </Button>
        <Button size="small" isBasic onClick={onCancel}>
          {t('moves.cancel')}
        </Button>
      </Line>
    </Stack>
  );
}
