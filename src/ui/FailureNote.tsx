import { Button } from '@zendeskgarden/react-buttons';
import { Title } from '@zendeskgarden/react-notifications';
import type { FailureKind } from '../care/failure.ts';
import { Note } from './note.ts';
import { useApp } from './useApp.ts';

interface Props {
  kind: FailureKind;
  /** What could not be done; the reason follows it. */
  title: string;
  onRetry?: () => void;
  type?: 'warning' | 'error';
}

/** What did not work, why, and what to do about it. */
export function FailureNote({ kind, title, onRetry, type = 'warning' }: Props) {
  const { t } = useApp();
  return (
    <Note type={type} role="alert">
      <Title>{title}</Title>
      <div>{t(`failure.${kind}`)}</div>
      {onRetry && (
        <Button size="small" style={{ marginTop: 8 }} onClick={onRetry}>
          {t('failure.retry')}
        </Button>
      )}
    </Note>
  );
}
