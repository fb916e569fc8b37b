import type { PageProps } from '../pages.ts';
import { Sheet } from '../Sheet.tsx';
import { useApp } from '../useApp.ts';

export function CoachingScreen({ onPage }: PageProps) {
  const { t } = useApp();
  return (
    <Sheet page="coaching" title={t('page.coaching')} onPage={onPage}>
      {null}
    </Sheet>
  );
}
