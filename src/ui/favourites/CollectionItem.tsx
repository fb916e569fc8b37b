import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { StoredCollection } from '../../actions/readCollections.ts';
import { Line } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Confirm } from '../views/Confirm.tsx';
import { CopyLink } from '../views/CopyLink.tsx';
import { Item } from '../views/Item.tsx';
import { NameForm } from '../views/NameForm.tsx';
import { OwnedNote } from '../views/OwnedNote.tsx';
import type { Collections } from './useCollections.ts';

interface Props {
  collection: StoredCollection;
  collections: Collections;
  isOpen: boolean;
  onToggle: () => void;
  onChoose: () => void;
}

/** One collection: opened, renamed, shown to colleagues or taken away. */
export function CollectionItem({ collection, collections, isOpen, onToggle, onChoose }: Props) {
  const { t, user } = useApp();
  const { id, name, isShared, ownerId } = collection;
  const [doing, setDoing] = useState<'rename' | 'remove' | null>(null);
  const isOwn = ownerId === user.id;
  const isBusy = collections.act.isBusy;
  const end = () => setDoing(null);
  return (
    <Item
      name={name}
      note={<OwnedNote item={collection} nameOf={collections.nameOf} />}
      isOpen={isOpen}
      onChoose={onChoose}
      onToggle={onToggle}
    >
      {doing === 'rename' && (
        <NameForm
          draft={`collection:${id}`}
          label={t('favourites.name')}
          name={name}
          isShared={isShared}
          mayShare={isOwn}
          submit={t('saved.save')}
          isBusy={isBusy}
          onSubmit={(next, willShare, onKept) =>
            void collections.save(id, { name: next, ownerId, isShared: willShare }, () => {
              onKept();
              end();
            })
          }
          onCancel={end}
        />
      )}
      {doing === 'remove' && (
        <Confirm
          question={t(isShared ? 'favourites.remove_shared_question' : 'favourites.remove_question', {
            name,
          })}
          yes={t('saved.remove')}
          isDanger
          isBusy={isBusy}
          onYes={() => void collections.remove(collection, end)}
          onNo={end}
        />
      )}
      {doing === null && (
        <Line $gap={4}>
          <Button size="small" isBasic onClick={() => setDoing('rename')}>
            {t(isOwn ? 'saved.rename_share' : 'saved.rename')}
          </Button>
          {isShared && <CopyLink place={`favourites/${id}`} />}
          {(isOwn || user.isAdmin) && (
            <Button size="small" isBasic isDanger onClick={() => setDoing('remove')}>
              {t('saved.remove')}
            </Button>
          )}
        </Line>
      )}
    </Item>
  );
}
