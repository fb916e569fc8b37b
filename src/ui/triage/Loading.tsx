import { Skeleton } from '@zendeskgarden/react-loaders';
import { Stack, Unseen } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Notice } from './layout.ts';

const lines = ['a', 'b', 'c', 'd', 'e', 'f'];

/** The list's shape before the first answer. */
export function Loading() {
  const { t } = useApp();
  return (
    <Notice aria-busy="true">
      <Unseen as="p">{t('triage.loading')}</Unseen>
      <Stack $gap={16}>
        {lines.map((line) => (
          <Skeleton key={line} height="28px" />
        ))}
      </Stack>
    </Notice>
  );
}
