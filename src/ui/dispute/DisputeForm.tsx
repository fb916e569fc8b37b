import { disputeReasons } from '../../care/ledger.ts';
import { ReasonForm } from '../case/ReasonForm.tsx';
import { useApp } from '../useApp.ts';
import type { DisputeUse } from './useDispute.ts';

interface Props {
  feedbackKey: string;
  use: DisputeUse;
  onDone: () => void;
}

/** Why it is not one's own. */
export function DisputeForm({ feedbackKey, use, onDone }: Props) {
  const { t } = useApp();
  return (
    <ReasonForm
      draft={`draft:${feedbackKey}:dispute`}
      legend={t('disputing.reason')}
      reasons={disputeReasons}
      reasonText={(reason) => t(`dispute.${reason}`)}
      missing={t('disputing.reason_needed')}
      noteLabel={t('disputing.note')}
      effect={t('disputing.effect')}
      submitText={t('disputing.submit')}
      isBusy={use.isBusy}
      onSubmit={(said, onKept) => void use.dispute(said, onKept)}
      onDone={onDone}
    />
  );
}
