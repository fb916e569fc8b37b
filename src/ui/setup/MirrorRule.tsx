import { useApp } from '../useApp.ts';
import { Group, GroupName } from './layout.ts';
import { Switch } from './Switch.tsx';
import type { Settings } from './useSettings.ts';

/** Whether the ticket says what the case says. */
export function MirrorRule({ settings: { draft, change } }: { settings: Settings }) {
  const { t } = useApp();
  return (
    <Group $gap={12}>
      <GroupName>{t('setup.mirror.title')}</GroupName>
      <Switch
        label={t('setup.mirror.on')}
        hint={t('setup.mirror.hint')}
        isOn={draft.isMirrorOn}
        onChange={(isMirrorOn) => change({ isMirrorOn })}
      />
    </Group>
  );
}
