import { readCollections, type StoredCollection } from '../../actions/readCollections.ts';
import { removeCollection, saveCollection } from '../../actions/saveCollection.ts';
import type { Collection } from '../../care/collection.ts';
import { useApp } from '../useApp.ts';
import { useAct } from '../views/useAct.ts';
import { useItems } from '../views/useItems.ts';

/** The collections one may see, with what can be done to them. */
export function useCollections() {
  const app = useApp();
  const { t } = app;
  const items = useItems<StoredCollection>('collections', () => readCollections(app));
  const act = useAct();
  return {
    ...items,
    act,
    save: (id: string, collection: Collection, onSaved?: () => void) =>
      act.run(
        async () => items.put(await saveCollection(app, collection, id)),
        t('favourites.done_saved', { name: collection.name }),
        onSaved,
      ),
    remove: ({ id, name }: StoredCollection, onRemoved?: () => void) =>
      act.run(
        async () => {
          await removeCollection(app, id);
          items.drop(id);
        },
        t('favourites.done_removed', { name }),
        onRemoved,
      ),
  };
}

export type Collections = ReturnType<typeof useCollections>;
