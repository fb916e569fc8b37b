import { useApp } from '../useApp.ts';
import { Group, GroupName } from './layout.ts';
import { Switch } from './Switch.tsx';
import type { Settings } from './useSettings.ts';

/** What closing a case asks, and who could read the answers. */
export function VoiceRules({ settings: { draft, change } }: { settings: Settings }) {
  const { t } = useApp();
  return (
    <Group $gap={12}>
      <GroupName>{t('setup.voice.title')}</GroupName>
      <Switch
        label={t('setup.voice.asks')}
        hint={t('setup.voice.asks_hint')}
        isOn={draft.asksVoice}
        onChange={(asksVoice) => change({ asksVoice })}
      />
      {draft.asksVoice && (
        <Switch
          label={t('setup.voice.own_mood')}
          hint={t('setup.voice.own_mood_hint')}
          isOn={draft.asksOwnMood}
          onChange={(asksOwnMood) => change({ asksOwnMood })}
        />
      )}
    </Group>
  );
}
