import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { StoredView } from '../../actions/readViews.ts';
import { removeView } from '../../actions/removeView.ts';
import { Line } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Confirm } from './Confirm.tsx';
import { CopyLink } from './CopyLink.tsx';
import { Item } from './Item.tsx';
import { NameForm } from './NameForm.tsx';
import { OwnedNote } from './OwnedNote.tsx';
import type { Act } from './useAct.ts';
import type { useItems } from './useItems.ts';

interface Props {
  view: StoredView;
  encoded: string;
  act: Act;
  views: ReturnType<typeof useItems<StoredView>>;
  isOpen: boolean;
  onToggle: () => void;
  onApply: () => void;
  onSave: (view: StoredView, done: string, onDone?: () => void) => Promise<void>;
}

/** One saved view: opened, renamed, shown to colleagues, written over or taken away. */
export function SavedItem({ view, encoded, act, views, isOpen, onToggle, onApply, onSave }: Props) {
  const app = useApp();
  const { t, user } = app;
  const { id, name } = view;
  const [doing, setDoing] = useState<'rename' | 'overwrite' | 'remove' | null>(null);
  const isOwn = view.ownerId === user.id;
  const end = () => setDoing(null);
  const remove = () =>
    void act.run(
      async () => {
        await removeView(app, id);
        views.drop(id);
      },
      t('saved.done_removed', { name }),
      end,
    );
  return (
    <Item
      name={name}
      note={<OwnedNote item={view} nameOf={views.nameOf} />}
      isCurrent={view.query === encoded}
      isOpen={isOpen}
      onChoose={onApply}
      onToggle={onToggle}
    >
      {doing === 'rename' && (
        <NameForm
          draft={`view:${id}`}
          label={t('saved.name')}
          name={name}
          isShared={view.isShared}
          mayShare={isOwn}
          submit={t('saved.save')}
          isBusy={act.isBusy}
          onSubmit={(next, isShared, onKept) =>
            void onSave({ ...view, name: next, isShared }, t('saved.done_saved', { name: next }), () => {
              onKept();
              end();
            })
          }
          onCancel={end}
        />
      )}
      {doing === 'overwrite' && (
        <Confirm
          question={t('saved.overwrite_question', { name })}
          yes={t('saved.overwrite')}
          isBusy={act.isBusy}
          onYes={() => void onSave({ ...view, query: encoded }, t('saved.done_saved', { name }), end)}
          onNo={end}
        />
      )}
      {doing === 'remove' && (
        <Confirm
          question={t(view.isShared ? 'saved.remove_shared_question' : 'saved.remove_question', { name })}
          yes={t('saved.remove')}
          isDanger
          isBusy={act.isBusy}
          onYes={remove}
          onNo={end}
        />
      )}
      {doing === null && (
        <Line $gap={4}>
          <Button size="small" isBasic onClick={() => setDoing('rename')}>
            {t(isOwn ? 'saved.rename_share' : 'saved.rename')}
          </Button>
          {view.query !== encoded && (
            <Button size="small" isBasic onClick={() => setDoing('overwrite')}>
              {t('saved.overwrite')}
            </Button>
          )}
          {view.isShared && <CopyLink place={`view/${id}`} />}
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
