import { Message } from '@zendeskgarden/react-forms';
import { useApp } from './useApp.ts';

/** What is wrong with what was typed or chosen, below its field and read out at once. */
export function Problem({ text }: { text: string }) {
  const { t } = useApp();
  return (
    <Message validation="error" validationLabel={t('moves.problem')} role="alert">
      {text}
    </Message>
  );
}
