/** What is kept where and for how long; one customer's data erased; everything taken along. */
import { Quiet, Stack } from '../../layout.ts';
import { useApp } from '../../useApp.ts';
import { Group, GroupName } from '../layout.ts';
import { TextField } from '../TextField.tsx';
import type { Settings } from '../useSettings.ts';
import { EraseCustomer } from './EraseCustomer.tsx';
import { TakeAlong } from './TakeAlong.tsx';
import { WhereStored } from './WhereStored.tsx';

export function Privacy({ settings }: { settings: Settings }) {
  const { t } = useApp();
  const { draft, change } = settings;
  return (
    <Stack $gap={24}>
      <WhereStored />
      <Group $gap={12}>
        <GroupName>{t('privacy.keep')}</GroupName>
        <p>{t('privacy.keep_what')}</p>
        <TextField
          label={t('privacy.keep_months')}
          hint={t('privacy.keep_hint')}
          place="keepMonths"
          value={draft.keepMonths}
          settings={settings}
          isNumber
          onChange={(keepMonths) => change({ keepMonths })}
        />
        <Quiet>{t('privacy.keep_who')}</Quiet>
      </Group>
      <EraseCustomer />
      <TakeAlong />
    </Stack>
  );
}
