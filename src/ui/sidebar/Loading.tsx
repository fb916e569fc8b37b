import { Skeleton } from '@zendeskgarden/react-loaders';
import { Block, Unseen } from '../layout.ts';
import { useApp } from '../useApp.ts';

/** The sidebar's shape before the first answer, so that nothing jumps when it comes. */
export function Loading() {
  const { t } = useApp();
  return (
    <>
      <Block aria-busy="true">
        <Unseen as="p">{t('sidebar.loading')}</Unseen>
        <Skeleton height="34px" width="40%" />
        <Skeleton height="16px" width="80%" />
        <Skeleton height="52px" />
      </Block>
      <Block aria-hidden="true">
        <Skeleton height="18px" width="50%" />
        <Skeleton height="40px" />
      </Block>
    </>
  );
}
