import { Button } from '@zendeskgarden/react-buttons';
import { Field, Fieldset, Label, Radio } from '@zendeskgarden/react-forms';
import { otherCredits } from '../../care/dispute.ts';
import type { Feedback } from '../../care/feedback.ts';
import type { DisputeDecision } from '../../care/ledger.ts';
import { LongText } from '../LongText.tsx';
import { Line, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';
import { usePeople } from '../usePeople.ts';
import type { DisputeUse } from './useDispute.ts';

interface Typed {
  [member: string]: string;
  note: string;
  /** `''` for nobody. */
  creditTo: string;
}

interface Props {
  feedback: Feedback;
  names: Record<string, string>;
  use: DisputeUse;
  onDone: () => void;
}

/** Whom it counts for, and the decision. */
export function DecideForm({ feedback, names, use, onDone }: Props) {
  const { t } = useApp();
  const [draft, setDraft] = useDraft<Typed>(`draft:${feedback.key}:dispute_decision`);
  const typed = draft ?? { note: '', creditTo: '' };
  const others = otherCredits(feedback.attribution, feedback.dispute?.byId ?? '');
  const known = { ...usePeople(others.filter((id) => !names[id])), ...names };
  const decide = (decision: DisputeDecision) =>
    void use.decide({ decision, creditTo: typed.creditTo || null, note: typed.note }, () => {
      setDraft(null);
      onDone();
    });
  return (
    <Stack $gap={10} role="group" aria-label={t('disputing.decide')}>
      {others.length > 0 && (
        <Fieldset isCompact>
          <Fieldset.Legend>{t('disputing.credit')}</Fieldset.Legend>
          {['', ...others].map((id) => (
            <Field key={id}>
              <Radio
                name={`credit-${feedback.key}`}
                value={id}
                checked={typed.creditTo === id}
                onChange={() => setDraft({ ...typed, creditTo: id })}
              >
                <Label isRegular>
                  {id === '' ? t('disputing.nobody') : (known[id] ?? t('people.someone'))}
                </Label>
              </Radio>
            </Field>
          ))}
        </Fieldset>
      )}
      <LongText
        label={t('disputing.decision_note')}
        longest={500}
        value={typed.note}
        onType={(note) => setDraft({ ...typed, note })}
      />
      <Line>
        <Button size="small" isPrimary aria-disabled={use.isBusy} onClick={() => decide('accepted')}>
          {t('disputing.accept')}
        </Button>
        <Button size="small" aria-disabled={use.isBusy} onClick={() => decide('rejected')}>
          {t('disputing.reject')}
        </Button>
      </Line>
    </Stack>
  );
}
