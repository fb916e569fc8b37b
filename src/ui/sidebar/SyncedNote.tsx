import { useRef, useState } from 'react';
import { keep, recall } from '../../actions/frames.ts';
import { readSyncStatus } from '../../actions/syncStatus.ts';
import type { App } from '../../app.ts';
import { clockTime } from '../formats.ts';
import { Quiet, Underlined } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { useHeldFocus } from '../useHeldFocus.ts';
import { useNow } from '../useNow.ts';
import { useOnOpen } from '../useOnOpen.ts';

/** What the tab's frames remember of the last answer. */
interface Known {
  askedAt: number;
  /** `null` where nobody's app has synced yet. */
  last: { at: number; name: string | null } | null;
}

const keptAs = 'synced';
/** Milliseconds one answer serves all the tab's tickets. */
const freshFor = 300_000;

/** When the numbers were last brought in, and by whom: asked at once where `isAuto`, otherwise on request. */
export function SyncedNote({ isAuto }: { isAuto: boolean }) {
  const { t } = useApp();
  const note = useRef<HTMLDivElement>(null);
  const { said, ask } = useSynced(isAuto);
  useHeldFocus(note, note);
  return (
    <Quiet as="div" ref={note} tabIndex={-1}>
      {said ?? (
        <Underlined type="button" onClick={() => ask(true)}>
          {t('synced.ask')}
        </Underlined>
      )}
    </Quiet>
  );
}

/** `said` is the sentence, `null` while nobody asked; `ask` says it aloud to who pressed. */
function useSynced(isAuto: boolean) {
  const app = useApp();
  const announce = useAnnounce();
  const sentence = useSentence();
  const [known, setKnown] = useState<Known | 'failed' | null>(null);
  const ask = async (isPressed: boolean) => {
    const found = await readKnown(app).catch(() => 'failed' as const);
    if (found !== 'failed') keep(app, keptAs, found);
    setKnown(found);
    if (isPressed) announce(sentence(found));
  };
  useOnOpen(() => {
    let isOver = false;
    recall(app, keptAs).then((kept) => {
      if (isOver) return;
      if (isKnown(kept) && app.now() - kept.askedAt < freshFor) setKnown(kept);
      else if (isAuto) void ask(false);
    });
    return () => {
      isOver = true;
    };
  });
  return { said: known && sentence(known), ask };
}

async function readKnown(app: App): Promise<Known> {
  const { increment } = await readSyncStatus(app);
  return { askedAt: app.now(), last: increment && { at: increment.at, name: increment.byName } };
}

function useSentence() {
  const { t, locale, user } = useApp();
  const now = useNow();
  return (known: Known | 'failed'): string => {
    if (known === 'failed') return t('synced.failed');
    if (!known.last) return t('synced.never');
    const { at, name } = known.last;
    const time = clockTime(at, now, locale, user.timeZone);
    return name ? t('synced.last', { time, name }) : t('synced.last_unnamed', { time });
  };
}

function isKnown(kept: unknown): kept is Known {
  return typeof kept === 'object' && kept !== null && typeof (kept as Partial<Known>).askedAt === 'number';
}
