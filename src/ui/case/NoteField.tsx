import { useId, useLayoutEffect, useRef } from 'react';
import styled from 'styled-components';
import { Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { fieldLook } from './fieldLook.ts';

const Textarea = styled.textarea`
  ${fieldLook}
  min-height: 52px;
  resize: vertical;
  field-sizing: content;
`;

interface Props {
  text: string;
  longest: number;
  /** It was opened by a press just now. */
  isAsked: boolean;
  onType: (text: string) => void;
}

/** A word for colleagues. */
export function NoteField({ text, longest, isAsked, onType }: Props) {
  const { t } = useApp();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (isAsked) box.current?.focus();
  }, [isAsked]);
  return (
    <Stack $gap={4}>
      <label htmlFor={id}>{t('bucket.note')}</label>
      <Textarea
        id={id}
        ref={box}
        rows={2}
        maxLength={longest}
        value={text}
        onChange={(event) => onType(event.target.value)}
      />
    </Stack>
  );
}
