import type { PageProps } from '../pages.ts';
import { Sheet } from '../Sheet.tsx';
import { useApp } from '../useApp.ts';

export function IssuesScreen({ onPage }: PageProps) {
  const { t } = useApp();
  return (
    <Sheet page="issues" title={t('page.issues')} onPage={onPage}>
      {null}
    </Sheet>
  );
}
