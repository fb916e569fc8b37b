import { wordsIn } from '../../care/configurationDraft.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Group, GroupName } from './layout.ts';
import { OrganizationNames } from './OrganizationNames.tsx';
import { TextField } from './TextField.tsx';
import type { Settings } from './useSettings.ts';

type Member = 'vipTags' | 'vipOrganizations' | 'repeatDays';

/** What moves a case up: who the customer is, and whether they had to come again. */
export function VipRules({ settings }: { settings: Settings }) {
  const { t } = useApp();
  const { draft, change } = settings;
  const field = (place: Member) => ({
    place,
    value: draft[place],
    settings,
    onChange: (text: string) => change({ [place]: text }),
  });
  return (
    <Group $gap={12}>
      <GroupName>{t('setup.vip.title')}</GroupName>
      <Quiet>{t('setup.vip.hint')}</Quiet>
      <TextField label={t('setup.vip.tags')} hint={t('setup.vip.tags_hint')} {...field('vipTags')} />
      <TextField
        label={t('setup.vip.organizations')}
        hint={t('setup.vip.organizations_hint')}
        {...field('vipOrganizations')}
      />
      <OrganizationNames ids={settings.problems.vipOrganizations ? [] : wordsIn(draft.vipOrganizations)} />
      <TextField
        label={t('setup.vip.repeat')}
        hint={t('setup.vip.repeat_hint')}
        isNumber
        {...field('repeatDays')}
      />
    </Group>
  );
}
