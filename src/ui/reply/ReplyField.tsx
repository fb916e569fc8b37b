import { Field, Hint, Label, Textarea } from '@zendeskgarden/react-forms';
import type { RefObject } from 'react';
import { gap, longestReply, type TextRefusal } from '../../care/replying.ts';
import { Problem } from '../Problem.tsx';
import { useApp } from '../useApp.ts';
import { useOnOpen } from '../useOnOpen.ts';

interface Props {
  box: RefObject<HTMLTextAreaElement>;
  text: string;
  refusal: TextRefusal | null;
  hint: string;
  onType: (text: string) => void;
}

/** The words themselves. Opens with the gap to be filled selected, or at the end of what was typed. */
export function ReplyField({ box, text, refusal, hint, onType }: Props) {
  const { t } = useApp();
  useOnOpen(() => {
    box.current?.focus();
    const at = text.indexOf(gap);
    const [from, to] = at < 0 ? [text.length, text.length] : [at, at + gap.length];
    box.current?.setSelectionRange(from, to);
  });
  return (
    <Field>
      <Label>{t('reply.your_words')}</Label>
      <Hint>{hint}</Hint>
      <Textarea
        ref={box}
        isCompact
        isResizable
        minRows={6}
        maxRows={16}
        dir="auto"
        maxLength={longestReply}
        validation={refusal ? 'error' : undefined}
        value={text}
        onChange={(event) => onType(event.target.value)}
      />
      {refusal && <Problem text={t(`reply.refused.${refusal}`)} />}
    </Field>
  );
}
