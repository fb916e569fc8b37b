import { useQuery } from '@tanstack/react-query';
import { Button } from '@zendeskgarden/react-buttons';
import { Skeleton } from '@zendeskgarden/react-loaders';
import { useEffect } from 'react';
import { readCollection, type StoredCollection } from '../../actions/readCollections.ts';
import { asFailure } from '../../care/failure.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Line, Quiet } from '../layout.ts';
import { Notice } from '../triage/layout.ts';
import { useApp } from '../useApp.ts';

interface Props {
  id: string;
  onFound: (collection: StoredCollection) => void;
  onDismiss: () => void;
}

/** A link to a collection: it opens, or this says what kept it from opening. */
export function LinkedCollection({ id, onFound, onDismiss }: Props) {
  const app = useApp();
  const { t } = app;
  const { data, error, refetch } = useQuery({
    queryKey: ['collection', id],
    queryFn: () => readCollection(app, id),
    gcTime: 0,
    staleTime: 0,
  });
  useEffect(() => {
    if (data?.kind === 'found') onFound(data.collection);
  }, [data, onFound]);
  return (
    <Notice>
      {!data && !error && <Skeleton height="32px" />}
      {error && (
        <FailureNote
          kind={asFailure(error).kind}
          title={t('favourites.link_failed')}
          onRetry={() => void refetch()}
        />
      )}
      {data && data.kind !== 'found' && (
        <Line>
          <Quiet role="status">
            {t(data.kind === 'gone' ? 'favourites.link_gone' : 'favourites.link_private')}
          </Quiet>
          <Button isLink size="small" onClick={onDismiss}>
            {t('saved.understood')}
          </Button>
        </Line>
      )}
    </Notice>
  );
}
