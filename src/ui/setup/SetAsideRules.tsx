import { Field, Fieldset, Label, Radio } from '@zendeskgarden/react-forms';
import { useId } from 'react';
import { setAsideRights } from '../../care/configuration.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Group } from './layout.ts';
import type { Settings } from './useSettings.ts';

/** Who may take a feedback out of the figures. */
export function SetAsideRules({ settings: { draft, change } }: { settings: Settings }) {
  const { t } = useApp();
  const name = useId();
  return (
    <Group>
      <Fieldset>
        <Fieldset.Legend>{t('setup.rules.set_aside')}</Fieldset.Legend>
        <Quiet>{t('setup.rules.set_aside_hint')}</Quiet>
        {setAsideRights.map((setAsideBy) => (
          <Field key={setAsideBy}>
            <Radio
              name={name}
              checked={draft.setAsideBy === setAsideBy}
              onChange={() => change({ setAsideBy })}
            >
              <Label isRegular>{t(`setup.aside.${setAsideBy}`)}</Label>
            </Radio>
          </Field>
        ))}
      </Fieldset>
    </Group>
  );
}
