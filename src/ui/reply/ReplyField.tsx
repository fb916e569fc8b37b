import { Field, Hint, Label, Message, Textarea } from '@zendeskgarden/react-forms';
import { type RefObject, useEffect } from 'react';
import { gap, longestReply, type TextRefusal } from '../../care/replying.ts';
import { useApp } from '../useApp.ts';

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
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    box.current?.focus();
    const at = text.indexOf(gap);
    const [from, to] = at < 0 ? [text.length, text.length] : [at, at + gap.length];
    box.current?.setSelectionRange(from, to);
  }, []);
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
      {refusal && (
        <Message validation="error" validationLabel={t('moves.problem')} role="alert">
          {t(`reply.refused.${refusal}`)}
        </Message>
      )}
    </Field>
  );
}
