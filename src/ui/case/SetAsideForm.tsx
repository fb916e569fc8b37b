import { setAsideReasons } from '../../care/ledger.ts';
import { useApp } from '../useApp.ts';
import { ReasonForm } from './ReasonForm.tsx';
import type { ValidityUse } from './useValidity.ts';

interface Props {
  feedbackKey: string;
  use: ValidityUse;
  onDone: () => void;
}

/** Why it does not count. */
export function SetAsideForm({ feedbackKey, use, onDone }: Props) {
  const { t } = useApp();
  return (
    <ReasonForm
      draft={`draft:${feedbackKey}:set_aside`}
      legend={t('setting_aside.reason')}
      reasons={setAsideReasons}
      reasonText={(reason) => t(`set_aside.${reason}`)}
      missing={t('setting_aside.reason_needed')}
      noteLabel={t('setting_aside.note')}
      effect={t('setting_aside.effect')}
      submitText={t('setting_aside.submit')}
      isBusy={use.isBusy}
      onSubmit={(said, onKept) => void use.setAside(said, onKept)}
      onDone={onDone}
    />
  );
}
