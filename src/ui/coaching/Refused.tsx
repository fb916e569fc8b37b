import { mostOpen } from '../../care/coaching/item.ts';
import { isolate } from '../formats.ts';
import { Note } from '../note.ts';
import { useApp } from '../useApp.ts';
import type { Items } from './useItems.ts';

/** Two at once: who was first, what they wrote, and that what one typed is still there. */
export function Refused({ use: { refused }, nameOf }: { use: Items; nameOf: (id: string) => string }) {
  const { t } = useApp();
  if (!refused) return null;
  if ('problem' in refused)
    return (
      <Note type="warning" role="alert">
        {t('coaching.full_meanwhile', { most: mostOpen })}
      </Note>
    );
  const { log, text } = refused.met;
  return (
    <Note type="warning" role="alert">
      {t('coaching.met', { name: isolate(nameOf(log.at(-1)?.byId ?? '')), text: isolate(text) })}
    </Note>
  );
}
