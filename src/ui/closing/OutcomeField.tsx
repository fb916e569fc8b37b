import { Field, Fieldset, Label, Radio } from '@zendeskgarden/react-forms';
import { outcomeText } from '../outcomeText.ts';
import { Problem } from '../Problem.tsx';
import { useApp } from '../useApp.ts';
import { Choice, Digit } from './choices.ts';

interface Props {
  /** Groups the radios. */
  name: string;
  /** Id of an outcome, `''` for none. */
  chosen: string;
  onChoose: (id: string) => void;
  isMissing: boolean;
}

/** How it ended, in the order the admin offers it. */
export function OutcomeField({ name, chosen, onChoose, isMissing }: Props) {
  const { t, configuration } = useApp();
  return (
    <Fieldset isCompact>
      <Fieldset.Legend>{t('moves.outcome')}</Fieldset.Legend>
      {configuration.outcomes.map(({ id }, index) => (
        <Choice key={id}>
          {index < 9 && <Digit aria-hidden="true">{index + 1}</Digit>}
          <Field>
            <Radio
              name={name}
              value={id}
              checked={chosen === id}
              aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
              onChange={() => onChoose(id)}
            >
              <Label isRegular>{outcomeText(t, configuration, id)}</Label>
            </Radio>
          </Field>
        </Choice>
      ))}
      {isMissing && <Problem text={t('moves.outcome_needed')} />}
    </Fieldset>
  );
}
