import { Field, Input, Label } from '@zendeskgarden/react-forms';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useApp } from '../useApp.ts';
import { useKeys } from '../useKeys.ts';
import type { QueueBarProps } from './QueueBar.tsx';

/** Milliseconds after the last letter. */
const patience = 200;

/** Words that must all be in the row; `/` leads here. */
export function Search({ query, onQuery, hasKeys }: Pick<QueueBarProps, 'query' | 'onQuery' | 'hasKeys'>) {
  const { t } = useApp();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(query.text);
  const asked = useRef(query.text);
  const current = useRef({ query, onQuery });
  current.current = { query, onQuery };
  // Somebody took the words away, or followed a link.
  useEffect(() => {
    if (query.text === asked.current) return;
    asked.current = query.text;
    setText(query.text);
  }, [query.text]);
  useEffect(() => {
    if (text === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = text;
      current.current.onQuery({ ...current.current.query, text });
    }, patience);
    return () => clearTimeout(timer);
  }, [text]);
  useKeys({ '/': () => field.current?.focus() }, hasKeys);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && text !== '') setText('');
  };
  return (
    <Field style={{ flex: '1 1 120px', maxWidth: 300, minWidth: 0 }}>
      <Label hidden>{t('queue.search')}</Label>
      <Input
        isCompact
        type="search"
        ref={field}
        value={text}
        maxLength={200}
        placeholder={t('queue.search')}
        aria-keyshortcuts={hasKeys ? '/' : undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </Field>
  );
}
