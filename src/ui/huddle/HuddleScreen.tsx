import type { PageProps } from '../pages.ts';
import { Sheet } from '../Sheet.tsx';
import { useApp } from '../useApp.ts';

export function HuddleScreen({ onPage }: PageProps) {
  const { t } = useApp();
  return (
    <Sheet page="huddle" title={t('page.huddle')} onPage={onPage}>
      {null}
    </Sheet>
  );
}
