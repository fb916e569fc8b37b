import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label } from '@zendeskgarden/react-forms';
import { type FormEvent, useRef, useState } from 'react';
import { newItemId } from '../../actions/newItemId.ts';
import { type ItemKind, longestText } from '../../care/coaching/item.ts';
import { LongText } from '../LongText.tsx';
import { Line, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';
import type { Items } from './useItems.ts';

interface Props {
  kind: ItemKind;
  label: string;
  agentId: string;
  use: Items;
}

/** Something new to agree on; what is typed is kept until it is saved. */
export function ItemForm({ kind, label, agentId, use }: Props) {
  const { t } = useApp();
  const [draft, setDraft] = useDraft<{ text: string; dueOn: string }>(`draft:sheet:${agentId}:${kind}`);
  const typed = draft ?? { text: '', dueOn: '' };
  const [isLacking, setLacking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // The same until it is saved: a second press is not a second one.
  const itemId = useRef(newItemId());
  const type = (next: typeof typed) => {
    setLacking(false);
    setDraft(next.text === '' && next.dueOn === '' ? null : next);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const field = form.current?.querySelector('textarea');
    if (!typed.text.trim()) {
      setLacking(true);
      field?.focus();
      return;
    }
    const item = { kind, text: typed.text, dueOn: kind === 'action' && typed.dueOn ? typed.dueOn : null };
    void use.add(item, itemId.current, () => {
      itemId.current = newItemId();
      setDraft(null);
      field?.focus();
    });
  };
  return (
    <form ref={form} className="no-print" onSubmit={onSubmit} noValidate>
      <Stack style={{ maxWidth: 560 }}>
        <LongText
          label={label}
          lines={1}
          longest={longestText}
          isRequired
          problem={isLacking ? t('coaching.text_needed') : null}
          value={typed.text}
          onType={(text) => type({ ...typed, text })}
        />
        <Line style={{ alignItems: 'flex-end' }}>
          {kind === 'action' && (
            <Field>
              <Label>{t('coaching.due')}</Label>
              <Input
                type="date"
                isCompact
                value={typed.dueOn}
                onChange={({ target }) => type({ ...typed, dueOn: target.value })}
              />
            </Field>
          )}
          <Button type="submit" size="small" aria-disabled={use.act.isBusy}>
            {t('coaching.add')}
          </Button>
        </Line>
      </Stack>
    </form>
  );
}
