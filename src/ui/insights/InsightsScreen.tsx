import type { PageProps } from '../pages.ts';
import { Sheet } from '../Sheet.tsx';
import { useApp } from '../useApp.ts';

export function InsightsScreen({ onPage }: PageProps) {
  const { t } = useApp();
  return (
    <Sheet page="insights" title={t('page.insights')} onPage={onPage}>
      {null}
    </Sheet>
  );
}
