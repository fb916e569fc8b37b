import { isolate } from '../../formats.ts';
import { Quiet } from '../../layout.ts';
import { useApp } from '../../useApp.ts';
import { Group, GroupName, Pair } from '../layout.ts';
import type { Settings } from '../useSettings.ts';
import { PlaceList } from './PlaceList.tsx';
import type { Names } from './useNames.ts';

/** Where the app is switched on, and what that means elsewhere. */
export function PilotPlaces({ settings, names }: { settings: Settings; names: Names }) {
  const { t, locale } = useApp();
  const { pilot } = settings.draft;
  const { groupIds, brandIds } = pilot;
  const named = [
    ...groupIds.map((id) => isolate(names.nameOfPlace('group', id))),
    ...brandIds.map((id) => isolate(names.nameOfPlace('brand', id))),
  ];
  const places = new Intl.ListFormat(locale, { type: 'conjunction' }).format(named);
  return (
    <Group $gap={12} as="section" aria-label={t('leading.pilot')}>
      <GroupName>{t('leading.pilot')}</GroupName>
      <Quiet>{t('leading.pilot_why')}</Quiet>
      <p role="status">
        {named.length === 0 ? t('leading.pilot_everywhere') : t('leading.pilot_here', { places })}
      </p>
      {groupIds.length > 0 && brandIds.length > 0 && <Quiet>{t('leading.pilot_both')}</Quiet>}
      <Pair>
        <PlaceList
          kind="group"
          ids={groupIds}
          names={names}
          onChange={(ids) => settings.change({ pilot: { ...pilot, groupIds: ids } })}
        />
        <PlaceList
          kind="brand"
          ids={brandIds}
          names={names}
          onChange={(ids) => settings.change({ pilot: { ...pilot, brandIds: ids } })}
        />
      </Pair>
    </Group>
  );
}
