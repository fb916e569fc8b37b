import { Button } from '@zendeskgarden/react-buttons';
import { Skeleton } from '@zendeskgarden/react-loaders';
import { useState } from 'react';
import { newItemId } from '../../actions/newItemId.ts';
import { readViews, type StoredView } from '../../actions/readViews.ts';
import { saveView } from '../../actions/saveView.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Confirm } from './Confirm.tsx';
import { NameForm } from './NameForm.tsx';
import { SavedItem } from './SavedItem.tsx';
import { Sheet } from './Sheet.tsx';
import { useAct } from './useAct.ts';
import { useItems } from './useItems.ts';

interface Props {
  /** What the list is asked for now, as `encodeQuery` writes it. */
  encoded: string;
  /** The view that was opened last, whatever was changed since. */
  appliedId: string | null;
  onApply: (view: StoredView) => void;
  /** A view was saved, and is the one in use. */
  onSaved: (view: StoredView) => void;
  onClose: () => void;
}

/** The views somebody saved, and the way to save the one on the screen. */
export function SavedMenu({ encoded, appliedId, onApply, onSaved, onClose }: Props) {
  const app = useApp();
  const { t, user } = app;
  const views = useItems('views', () => readViews(app));
  const act = useAct();
  const [isSaving, setSaving] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const mine = views.items.filter(({ ownerId }) => ownerId === user.id);
  const theirs = views.items.filter(({ ownerId }) => ownerId !== user.id);
  const applied = views.items.find(({ id }) => id === appliedId);
  const isChanged = applied !== undefined && applied.query !== encoded;

  const save = (view: StoredView, done: string, onDone?: () => void) =>
    act.run(
      async () => {
        const saved = await saveView(app, view, view.id);
        views.put(saved);
        onSaved(saved);
      },
      done,
      onDone,
    );
  const onName = (name: string, isShared: boolean, onKept: () => void) => {
    // A name of one's own is used once: saving under it again writes over what stands there.
    const same = mine.find((view) => view.name === name);
    const stored = { name, isShared, query: encoded, ownerId: user.id, updatedAt: 0, byId: user.id };
    void save({ ...stored, id: same?.id ?? newItemId() }, t('saved.done_saved', { name }), () => {
      onKept();
      setSaving(false);
    });
  };
  const group = (label: string, items: StoredView[]) =>
    items.length > 0 && (
      <Stack $gap={2}>
        <Quiet as="h3">{label}</Quiet>
        <Stack as="ul" $gap={0} aria-label={label}>
          {items.map((view) => (
            <SavedItem
              key={view.id}
              view={view}
              encoded={encoded}
              act={act}
              views={views}
              isOpen={openId === view.id}
              onToggle={() => setOpenId(openId === view.id ? null : view.id)}
              onApply={() => onApply(view)}
              onSave={save}
            />
          ))}
        </Stack>
      </Stack>
    );
  return (
    <Sheet title={t('saved.title')} isAtEnd onClose={onClose}>
      {act.failure && <FailureNote kind={act.failure.kind} title={t('saved.failed')} onRetry={act.retry} />}
      {views.failure && (
        <FailureNote kind={views.failure.kind} title={t('saved.read_failed')} onRetry={views.reload} />
      )}
      {views.isReading && <Skeleton height="40px" />}
      {applied && isChanged && isAsking && (
        <Confirm
          question={t('saved.overwrite_question', { name: applied.name })}
          yes={t('saved.overwrite')}
          isBusy={act.isBusy}
          onYes={() => {
            const done = t('saved.done_saved', { name: applied.name });
            void save({ ...applied, query: encoded }, done, () => setAsking(false));
          }}
          onNo={() => setAsking(false)}
        />
      )}
      {isSaving ? (
        <NameForm
          draft="view"
          label={t('saved.name')}
          taken={mine.map(({ name }) => name)}
          submit={t('saved.save')}
          isBusy={act.isBusy}
          onSubmit={onName}
          onCancel={() => setSaving(false)}
        />
      ) : (
        !isAsking && (
          <Line>
            <Button size="small" isPrimary={!isChanged} onClick={() => setSaving(true)}>
              {t('saved.save_new')}
            </Button>
            {applied && isChanged && (
              <Button size="small" isPrimary onClick={() => setAsking(true)}>
                {t('saved.save_changes', { name: applied.name })}
              </Button>
            )}
          </Line>
        )
      )}
      {!views.isReading && !views.failure && views.items.length === 0 && <Quiet>{t('saved.none')}</Quiet>}
      {group(t('saved.mine'), mine)}
      {group(t('saved.theirs'), theirs)}
    </Sheet>
  );
}
