import { Message } from '@zendeskgarden/react-forms';
import type { ProblemKind } from '../../care/configurationDraft.ts';
import { useApp } from '../useApp.ts';

/** What is wrong with a setting, right below its field. */
export function SettingProblem({ problem }: { problem: ProblemKind | undefined }) {
  const { t } = useApp();
  if (!problem) return null;
  return (
    <Message validation="error" validationLabel={t('setup.problem')}>
      {t(`setup.problems.${problem}`)}
    </Message>
  );
}
