import type { CaseRow } from '../../actions/listCases.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useClosedLately } from './useClosedLately.ts';

const days = 7;

/** What was done while nothing waits. It is a reward, not a figure one came for: a failure keeps it silent. */
export function Reward({ all }: { all: ReadonlyMap<string, CaseRow> }) {
  const { t } = useApp();
  const { lately } = useClosedLately(days, 1, all);
  if (!lately || lately.count === 0) return <br />;
  const { count, sums, isWhole } = lately;
  const values = { count, days, k: sums.ofClosed.k };
  return <Quiet>{isWhole ? t('recovery.reward', values) : t('recovery.reward_more', values)}</Quiet>;
}
