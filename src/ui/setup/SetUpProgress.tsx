import { Progress } from '@zendeskgarden/react-loaders';
import type { SetUpStep } from '../../actions/setUp.ts';
import type { CheckItem } from '../../care/setup/checklist.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { checkName } from './checkText.ts';

interface Props {
  step: SetUpStep;
  /** By which what is being made has a name. */
  items: readonly CheckItem[];
}

/** How far set-up is, and what it is at. */
export function SetUpProgress({ step, items }: Props) {
  const { t } = useApp();
  const { done, total } = step;
  const item = items.find(({ id }) => id === step.id);
  const values = { done, total };
  return (
    <div>
      <Progress value={(100 * done) / Math.max(1, total)} aria-label={t('setup.progress')} />
      <Quiet>
        {item ? t('setup.step_of', { ...values, name: checkName(t, item) }) : t('setup.step', values)}
      </Quiet>
    </div>
  );
}
