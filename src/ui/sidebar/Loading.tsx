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
        <Skeleton width="40%" height="34px" />
        <Skeleton width="80%" height="16px" />
        <Skeleton height="52px" />
      </Block>
      <Block aria-hidden="true">
        <Skeleton width="50%" height="18px" />
        <Skeleton height="40px" />
      </Block>
    </>
  );
}
