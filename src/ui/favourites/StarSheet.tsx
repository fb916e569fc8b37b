import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@zendeskgarden/react-buttons';
import { Checkbox, Field, Label } from '@zendeskgarden/react-forms';
import { Skeleton } from '@zendeskgarden/react-loaders';
import { useState } from 'react';
import { collect, uncollect } from '../../actions/collect.ts';
import { newItemId } from '../../actions/newItemId.ts';
import { readHolding, type StoredCollection } from '../../actions/readCollections.ts';
import { asFailure } from '../../care/failure.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { NameForm } from '../views/NameForm.tsx';
import { Sheet } from '../views/Sheet.tsx';
import { useAct } from '../views/useAct.ts';
import { useCollections } from './useCollections.ts';

interface Props {
  feedbackKey: string;
  isAtEnd?: boolean;
  onClose: () => void;
}

/** In which collections a feedback is: one press puts it in or takes it out. */
export function StarSheet({ feedbackKey, isAtEnd, onClose }: Props) {
  const app = useApp();
  const { t, user } = app;
  const queries = useQueryClient();
  const collections = useCollections();
  const press = useAct();
  const [isMaking, setMaking] = useState(false);
  const ids = collections.items.map(({ id }) => id);
  const queryKey = ['holding', feedbackKey];
  const holding = useQuery({
    queryKey: [...queryKey, ...ids],
    queryFn: () => readHolding(app, ids, feedbackKey),
    enabled: ids.length > 0,
    refetchOnMount: 'always',
    placeholderData: (before) => before,
  });
  const inside = holding.data ?? [];
  const show = (id: string, isInside: boolean) =>
    queries.setQueriesData<string[]>({ queryKey }, (before = []) =>
      isInside ? [...new Set([...before, id])] : before.filter((one) => one !== id),
    );
  const put = ({ id, name }: Pick<StoredCollection, 'id' | 'name'>, isInside: boolean) =>
    press.run(
      async () => {
        await (isInside ? collect : uncollect)(app, id, feedbackKey);
        show(id, isInside);
        void queries.invalidateQueries({ queryKey: ['collected', id] });
      },
      t(isInside ? 'favourites.added' : 'favourites.taken_out', { name }),
    );
  const make = (name: string, isShared: boolean, onKept: () => void) => {
    const id = newItemId();
    void collections.save(id, { name, ownerId: user.id, isShared }, () => {
      onKept();
      setMaking(false);
      void put({ id, name }, true);
    });
  };
  const isEmpty = !collections.isReading && !collections.failure && collections.items.length === 0;
  const failure = collections.act.failure ?? press.failure;
  const unread = collections.failure ?? (holding.error ? asFailure(holding.error) : null);
  return (
    <Sheet title={t('favourites.star')} isAtEnd={isAtEnd} onClose={onClose}>
      {failure && (
        <FailureNote
          kind={failure.kind}
          title={t('favourites.failed')}
          onRetry={collections.act.failure ? collections.act.retry : press.retry}
        />
      )}
      {unread && (
        <FailureNote
          kind={unread.kind}
          title={t('favourites.read_failed')}
          onRetry={() => (collections.failure ? collections.reload() : void holding.refetch())}
        />
      )}
      {(collections.isReading || holding.isLoading) && <Skeleton height="32px" />}
      {!holding.isLoading && (
        <Stack as="ul" $gap={6}>
          {collections.items.map((collection) => (
            <li key={collection.id}>
              <Field>
                <Checkbox
                  checked={inside.includes(collection.id)}
                  aria-disabled={press.isBusy}
                  onChange={(event) => void put(collection, event.target.checked)}
                >
                  <Label isRegular>
                    <span dir="auto">{collection.name}</span>
                    {collection.isShared && <Quiet as="span"> · {t('saved.shared')}</Quiet>}
                  </Label>
                </Checkbox>
              </Field>
            </li>
          ))}
        </Stack>
      )}
      {isEmpty && !isMaking && <Quiet>{t('favourites.none')}</Quiet>}
      {isMaking ? (
        <NameForm
          draft="collection"
          label={t('favourites.name')}
          submit={t('favourites.make')}
          isBusy={collections.act.isBusy}
          taken={collections.items.map(({ name }) => name)}
          onSubmit={make}
          onCancel={() => setMaking(false)}
        />
      ) : (
        <Line>
          <Button size="small" isPrimary={isEmpty} onClick={() => setMaking(true)}>
            {t('favourites.new')}
          </Button>
          <Button size="small" isBasic onClick={onClose}>
            {t('bar.close')}
          </Button>
        </Line>
      )}
    </Sheet>
  );
}
