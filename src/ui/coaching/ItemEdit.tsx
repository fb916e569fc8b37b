import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label } from '@zendeskgarden/react-forms';
import { useEffect, useRef } from 'react';
import { longestText, type StoredItem } from '../../care/coaching/item.ts';
import { LongText } from '../LongText.tsx';
import { Line, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';
import type { Items } from './useItems.ts';

interface Props {
  item: StoredItem;
  agentId: string;
  use: Items;
  onEnd: () => void;
}

/** Another text or day. Saved over what one has seen; what somebody wrote meanwhile is shown first. */
export function ItemEdit({ item, agentId, use, onEnd }: Props) {
  const { t } = useApp();
  const [draft, setDraft] = useDraft<{ text: string; dueOn: string }>(`draft:sheet:${agentId}:${item.id}`);
  const typed = draft ?? { text: item.text, dueOn: item.dueOn ?? '' };
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const end = () => {
    setDraft(null);
    onEnd();
  };
  const onSave = () => {
    const text = typed.text.trim();
    if (text) void use.change(item, { text, dueOn: typed.dueOn || null }, end);
  };
  return (
    <Stack ref={form} style={{ maxWidth: 560 }} className="no-print">
      <LongText
        label={t('coaching.text')}
        longest={longestText}
        isRequired
        problem={typed.text.trim() ? null : t('coaching.text_needed')}
        value={typed.text}
        onType={(text) => setDraft({ ...typed, text })}
      />
      {item.kind === 'action' && (
        <Field>
          <Label>{t('coaching.due')}</Label>
          <Input
            type="date"
            isCompact
            value={typed.dueOn}
            onChange={({ target }) => setDraft({ ...typed, dueOn: target.value })}
          />
        </Field>
      )}
      <Line>
        <Button size="small" isPrimary aria-disabled={use.act.isBusy} onClick={onSave}>
          {t('coaching.save')}
        </Button>
        <Button size="small" isBasic onClick={end}>
          {t('moves.cancel')}
        </Button>
      </Line>
    </Stack>
  );
}
