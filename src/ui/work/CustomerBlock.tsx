import { Skeleton } from '@zendeskgarden/react-loaders';
import { useId } from 'react';
import type { Feedback } from '../../care/feedback.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Block, Quiet, Title } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { EarlierList } from './EarlierList.tsx';
import type { Earlier } from './useEarlier.ts';

interface Props {
  earlier: Earlier;
  hasRequester: boolean;
  onOpen: (feedback: Feedback) => void;
}

/** The customer's history, in the panel. */
export function CustomerBlock({ earlier, hasRequester, onOpen }: Props) {
  const { t } = useApp();
  const titleId = useId();
  const { history, failure, isReading, reload } = earlier;
  return (
    <Block aria-labelledby={titleId} aria-busy={isReading}>
      <Title id={titleId}>{t('earlier.title')}</Title>
      {isReading && <Skeleton height="20px" width="70%" />}
      {!hasRequester && <Quiet>{t('earlier.nobody')}</Quiet>}
      {failure && <FailureNote kind={failure.kind} title={t('earlier.failed')} onRetry={reload} />}
      {history && <EarlierList history={history} onOpen={onOpen} />}
    </Block>
  );
}
