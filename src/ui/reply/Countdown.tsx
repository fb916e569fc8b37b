import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';

/** Seconds left until `until` (epoch milliseconds), as part of a sentence. */
export function Countdown({ until, customer }: { until: number; customer: string }) {
  const { t } = useApp();
  const left = Math.max(0, Math.ceil((until - useNow(250)) / 1000));
  return <>{t('reply.held', { name: customer, count: left })}</>;
}
