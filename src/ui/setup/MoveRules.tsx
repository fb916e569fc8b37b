import { Fieldset } from '@zendeskgarden/react-forms';
import { notedActs } from '../../care/moves.ts';
import { useApp } from '../useApp.ts';
import { Group, GroupName } from './layout.ts';
import { Switch } from './Switch.tsx';
import type { Settings } from './useSettings.ts';

/** Whether a case may come back, and what is not done without a word why. */
export function MoveRules({ settings: { draft, change } }: { settings: Settings }) {
  const { t } = useApp();
  const { isForwardOnly, requiredNotes } = draft;
  return (
    <Group $gap={12}>
      <GroupName>{t('setup.moves.title')}</GroupName>
      <Switch
        label={t('setup.moves.forward')}
        hint={t('setup.moves.forward_hint')}
        isOn={isForwardOnly}
        onChange={(isOn) => change({ isForwardOnly: isOn })}
      />
      <Fieldset isCompact>
        <Fieldset.Legend>{t('setup.moves.notes')}</Fieldset.Legend>
        {notedActs.map((act) => (
          <Switch
            key={act}
            label={t(`setup.moves.act.${act}`)}
            isOn={requiredNotes.includes(act)}
            onChange={(isOn) =>
              change({
                requiredNotes: isOn
                  ? [...requiredNotes, act]
                  : requiredNotes.filter((required) => required !== act),
              })
            }
          />
        ))}
      </Fieldset>
    </Group>
  );
}
