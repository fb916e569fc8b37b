import { Button } from '@zendeskgarden/react-buttons';
import { Skeleton } from '@zendeskgarden/react-loaders';
import { useState } from 'react';
import styled from 'styled-components';
import { newItemId } from '../../actions/newItemId.ts';
import type { StoredCollection } from '../../actions/readCollections.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { narrow } from '../triage/layout.ts';
import { useApp } from '../useApp.ts';
import { NameForm } from '../views/NameForm.tsx';
import { CollectionItem } from './CollectionItem.tsx';
import { useCollections } from './useCollections.ts';

export const Body = styled.div`
  flex: 1;
  min-height: 0;
  overflow-y: auto;
  padding: 12px 20px 24px;
  ${narrow} {
    padding: 12px 14px 24px;
    button[data-garden-id], li button { min-height: 44px; }
  }
`;

/** Every collection one may see, with what can be done to it. */
export function CollectionList({ onOpen }: { onOpen: (collection: StoredCollection) => void }) {
  const { t, user } = useApp();
  const collections = useCollections();
  const { items, act } = collections;
  const [isMaking, setMaking] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const mine = items.filter(({ ownerId }) => ownerId === user.id);
  const theirs = items.filter(({ ownerId }) => ownerId !== user.id);
  const make = (name: string, isShared: boolean, onKept: () => void) =>
    void collections.save(newItemId(), { name, ownerId: user.id, isShared }, () => {
      onKept();
      setMaking(false);
    });
  const group = (label: string, group: StoredCollection[]) =>
    group.length > 0 && (
      <Stack $gap={2}>
        <Quiet as="h2">{label}</Quiet>
        <Stack as="ul" $gap={0} aria-label={label}>
          {group.map((collection) => (
            <CollectionItem
              key={collection.id}
              collection={collection}
              collections={collections}
              isOpen={openId === collection.id}
              onToggle={() => setOpenId(openId === collection.id ? null : collection.id)}
              onChoose={() => onOpen(collection)}
            />
          ))}
        </Stack>
      </Stack>
    );
  return (
    <Body>
      <Stack $gap={14} style={{ maxWidth: 640 }}>
        <Quiet>{t('favourites.what')}</Quiet>
        {act.failure && (
          <FailureNote kind={act.failure.kind} title={t('favourites.failed')} onRetry={act.retry} />
        )}
        {collections.failure && (
          <FailureNote
            kind={collections.failure.kind}
            title={t('favourites.read_failed')}
            onRetry={collections.reload}
          />
        )}
        {collections.isReading && <Skeleton height="44px" />}
        {isMaking ? (
          <NameForm
            draft="collection"
            label={t('favourites.name')}
            submit={t('favourites.make')}
            isBusy={act.isBusy}
            taken={items.map(({ name }) => name)}
            onSubmit={make}
            onCancel={() => setMaking(false)}
          />
        ) : (
          <Line>
            <Button size="small" onClick={() => setMaking(true)}>
              {t('favourites.new')}
            </Button>
          </Line>
        )}
        {!collections.isReading && !collections.failure && items.length === 0 && (
          <Quiet>{t('favourites.none_long')}</Quiet>
        )}
        {group(t('saved.mine'), mine)}
        {group(t('saved.theirs'), theirs)}
      </Stack>
    </Body>
  );
}
