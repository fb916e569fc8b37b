import type { CheckItem, CheckState } from '../../care/setup/checklist.ts';
import { Folded } from '../Folded.tsx';
import { Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { CheckName } from './CheckName.tsx';

/** As they were before the run, which tells what it did. */
const kinds = ['missing', 'outdated', 'changed', 'extra'] as const satisfies CheckState[];

/** What the last run of set-up did: how many, and by name. */
export function SetUpDone({ done }: { done: readonly CheckItem[] }) {
  const { t } = useApp();
  if (done.length === 0) return <Quiet>{t('setup.check.nothing_done')}</Quiet>;
  return (
    <Stack $gap={4}>
      {kinds.map((kind) => {
        const items = done.filter(({ state }) => state === kind);
        if (items.length === 0) return null;
        return (
          <Folded key={kind} line={t(`setup.check.did.${kind}`, { count: items.length })}>
            {items.map((item) => (
              <Quiet as="li" key={item.id}>
                <CheckName item={item} />
              </Quiet>
            ))}
          </Folded>
        );
      })}
    </Stack>
  );
}
