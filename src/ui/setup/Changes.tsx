import type { AnswerCounts } from '../../actions/countAnswers.ts';
import type { Change } from '../../care/configurationChange.ts';
import { Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { changeText } from './changeText.ts';
import { useChangeNames } from './useChangeNames.ts';

interface Props {
  changes: readonly Change[];
  /** Recorded answers, for what a change of direction concerns; `null` where they could not be counted. */
  counts?: AnswerCounts | null;
}

/** What changes, one line each. */
export function Changes({ changes, counts }: Props) {
  const app = useApp();
  const named = useChangeNames(changes);
  return (
    <Stack as="ul" $gap={4}>
      {named.map((change, index) => (
        <li key={JSON.stringify(changes[index])} style={{ overflowWrap: 'anywhere' }}>
          {changeText(app, change)}
          {change.kind === 'direction' && counts !== undefined && (
            <Quiet>{countText(app.t, counts, change.id ?? '')}</Quiet>
          )}
        </li>
      ))}
    </Stack>
  );
}

function countText(t: ReturnType<typeof useApp>['t'], counts: AnswerCounts | null, id: string): string {
  if (counts === null) return t('setup.direction_uncounted');
  const count = counts.counts.get(id) ?? 0;
  if (counts.isWhole) return t(count === 0 ? 'setup.direction_none' : 'setup.direction_counted', { count });
  return count === 0 ? t('setup.direction_uncounted') : t('setup.direction_some', { count });
}
