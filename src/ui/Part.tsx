import { type PropsWithChildren, type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { useApp } from './useApp.ts';

/** Around what is loaded later: while it is on its way, and where it did not arrive, the rest stays as it is. */
export function Part({ fallback, children }: PropsWithChildren<{ fallback?: ReactNode }>) {
  const { t } = useApp();
  return (
    <ErrorBoundary words={t}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </ErrorBoundary>
  );
}
