import type { Removal } from '../../actions/removeAll.ts';
import { Folded } from '../Folded.tsx';
import { isolate } from '../formats.ts';
import { Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';

/** Thing by thing: what is gone, and what is still there and why. */
export function RemovalResult({ removal: { results } }: { removal: Removal }) {
  const { t } = useApp();
  const gone = results.filter(({ why }) => why === null);
  if (results.length === 0) return <Quiet>{t('setup.removal.nothing')}</Quiet>;
  return (
    <Stack $gap={4}>
      {gone.length > 0 && (
        <Folded line={t('setup.removal.gone', { count: gone.length })}>
          {gone.map(({ thing }) => (
            <Quiet as="li" key={`${thing.kind} ${thing.key} ${thing.id}`} translate="no">
              {isolate(thing.title)}
            </Quiet>
          ))}
        </Folded>
      )}
      {results.map(
        ({ thing, why }) =>
          why !== null && (
            <p key={`${thing.kind} ${thing.key} ${thing.id}`}>
              {t('setup.removal.kept', { name: isolate(thing.title), why: t(`failure.${why}`) })}
            </p>
          ),
      )}
    </Stack>
  );
}
