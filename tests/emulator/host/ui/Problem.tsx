import { Button } from '@zendeskgarden/react-buttons';
import { Alert, Title } from '@zendeskgarden/react-notifications';
import { words } from './words.ts';

/** One clear sentence about what failed, with a way to try again where there is one. */
export function Problem({ sentence, onRetry }: { sentence: string; onRetry?: () => void }) {
  return (
    <Alert type="error" role="alert">
      <Title isRegular>{sentence}</Title>
      {onRetry && (
        <Button size="small" style={{ marginTop: 8 }} onClick={onRetry}>
          {words.retry}
        </Button>
      )}
    </Alert>
  );
}
