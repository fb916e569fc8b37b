import { useEffect } from 'react';
import { Quiet } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';

/** What was written is safe; only the lists lag behind. */
export function Unlisted({ isUnlisted }: { isUnlisted: boolean }) {
  const { t } = useApp();
  const announce = useAnnounce();
  useEffect(() => {
    if (isUnlisted) announce(t('sidebar.unlisted'));
  }, [isUnlisted, announce, t]);
  return isUnlisted ? <Quiet>{t('sidebar.unlisted')}</Quiet> : null;
}
