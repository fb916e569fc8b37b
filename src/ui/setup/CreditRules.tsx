import { Field, Fieldset, Hint, Label, Radio } from '@zendeskgarden/react-forms';
import { useId } from 'react';
import { attributionRules } from '../../care/attribution.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Group } from './layout.ts';
import type { Settings } from './useSettings.ts';

/** Whose doing a feedback counts as. */
export function CreditRules({ settings: { draft, change } }: { settings: Settings }) {
  const { t } = useApp();
  const name = useId();
  return (
    <Group>
      <Fieldset>
        <Fieldset.Legend>{t('setup.rules.credit')}</Fieldset.Legend>
        <Quiet>{t('setup.rules.credit_hint')}</Quiet>
        {attributionRules.map((attributionRule) => (
          <Field key={attributionRule}>
            <Radio
              name={name}
              checked={draft.attributionRule === attributionRule}
              onChange={() => change({ attributionRule })}
            >
              <Label isRegular>{t(`setup.credit.${attributionRule}`)}</Label>
              <Hint>{t(`setup.credit.${attributionRule}_why`)}</Hint>
            </Radio>
          </Field>
        ))}
      </Fieldset>
    </Group>
  );
}
