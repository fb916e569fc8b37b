import { Skeleton } from '@zendeskgarden/react-loaders';
import { Stack, Unseen } from '../layout.ts';
import { useApp } from '../useApp.ts';

export function Waiting() {
  const { t } = useApp();
  return (
    <Stack $gap={12} aria-busy="true">
      <Unseen as="p">{t('issues.loading')}</Unseen>
      <Skeleton height="22px" width="220px" />
      <Skeleton height="96px" />
      <Skeleton height="22px" width="180px" />
      <Skeleton height="160px" />
    </Stack>
  );
}
