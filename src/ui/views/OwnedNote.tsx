import { useApp } from '../useApp.ts';
import { When } from '../When.tsx';

interface Props {
  item: { ownerId: string; byId: string; isShared: boolean; updatedAt: number };
  nameOf: (id: string) => string;
}

/** Who sees a saved thing, whose it is, and who changed it last where that was somebody else. */
export function OwnedNote({ item, nameOf }: Props) {
  const { t, user } = useApp();
  const isOwn = item.ownerId === user.id;
  const by =
    item.byId === user.id ? t('saved.changed_by_you') : t('saved.changed_by', { name: nameOf(item.byId) });
  return (
    <>
      {isOwn
        ? t(item.isShared ? 'saved.shared' : 'saved.private')
        : t('saved.owner', { name: nameOf(item.ownerId) })}
      {item.byId !== item.ownerId && (
        <>
          {' · '}
          {by} <When at={item.updatedAt} />
        </>
      )}
    </>
  );
}
