/** Who leads which group, who leads the others, and where the app is switched on. */
import type { ConfigurationDraft } from '../../../care/configurationDraft.ts';
import { FailureNote } from '../../FailureNote.tsx';
import { isolate } from '../../formats.ts';
import { Quiet, Stack } from '../../layout.ts';
import { useApp } from '../../useApp.ts';
import { Group, GroupName, Strong } from '../layout.ts';
import type { Settings } from '../useSettings.ts';
import { PersonList } from './PersonList.tsx';
import { PilotPlaces } from './PilotPlaces.tsx';
import { type Names, useNames } from './useNames.ts';

/** More are not kept: of one group, of all others. */
const mostLeads = 10;

export function People({ settings }: { settings: Settings }) {
  const { t } = useApp();
  const { draft, change } = settings;
  const names = useNames(draft);
  return (
    <Stack $gap={24}>
      <Group $gap={12} as="section" aria-label={t('leading.leads')}>
        <GroupName>{t('leading.leads')}</GroupName>
        <Quiet>{t('leading.leads_why')}</Quiet>
        <Unled draft={draft} names={names} />
        <GroupsLeads settings={settings} names={names} />
      </Group>
      <Group $gap={12} as="section" aria-label={t('leading.other')}>
        <GroupName>{t('leading.other')}</GroupName>
        <Quiet>{t('leading.other_why')}</Quiet>
        <PersonList
          label={t('leading.other')}
          ids={draft.otherLeads}
          most={mostLeads}
          names={names}
          onChange={(otherLeads) => change({ otherLeads })}
        />
      </Group>
      <PilotPlaces settings={settings} names={names} />
    </Stack>
  );
}

interface Props {
  settings: Settings;
  names: Names;
}

function GroupsLeads({ settings, names }: Props) {
  const { t } = useApp();
  const { leads } = settings.draft;
  if (names.placesFailure)
    return (
      <FailureNote
        kind={names.placesFailure.kind}
        title={t('leading.groups_failed')}
        onRetry={names.reloadPlaces}
      />
    );
  if (!names.places) return <Quiet role="status">{t('leading.groups_loading')}</Quiet>;
  const { groups } = names.places;
  const gone = leads.filter(({ groupId }) => !groups.some(({ id }) => id === groupId));
  if (groups.length + gone.length === 0) return <Quiet>{t('leading.groups_none')}</Quiet>;
  return (
    <Stack as="ul" $gap={16}>
      {[...groups.map(({ id }) => id), ...gone.map(({ groupId }) => groupId)].map((groupId) => (
        <OneGroup key={groupId} groupId={groupId} settings={settings} names={names} />
      ))}
    </Stack>
  );
}

function OneGroup({ groupId, settings, names }: Props & { groupId: string }) {
  const { t } = useApp();
  const { draft, change } = settings;
  const name = isolate(names.nameOfPlace('group', groupId));
  const userIds = draft.leads.find((one) => one.groupId === groupId)?.userIds ?? [];
  const onChange = (now: string[]) => {
    const isKnown = draft.leads.some((one) => one.groupId === groupId);
    const leads = isKnown
      ? draft.leads.map((one) => (one.groupId === groupId ? { groupId, userIds: now } : one))
      : [...draft.leads, { groupId, userIds: now }];
    change({ leads: leads.filter((one) => one.userIds.length > 0) });
  };
  return (
    <Stack as="li" $gap={4}>
      <Strong dir="auto">{name}</Strong>
      {userIds.length === 0 && <Quiet>{t('leading.none')}</Quiet>}
      <PersonList
        label={t('leading.of_group', { name })}
        ids={userIds}
        most={mostLeads}
        names={names}
        onChange={onChange}
      />
    </Stack>
  );
}

/** Groups nobody was named for, and who hears of them instead. */
function Unled({ draft, names }: { draft: ConfigurationDraft; names: Names }) {
  const { t, locale } = useApp();
  if (!names.places) return null;
  const unled = names.places.groups.filter(({ id }) => !draft.leads.some(({ groupId }) => groupId === id));
  const count = unled.length;
  if (count === 0) return names.places.groups.length > 0 ? <p>{t('leading.all_led')}</p> : null;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const who = list.format(draft.otherLeads.map((id) => isolate(names.nameOfPerson(id))));
  return <p>{who === '' ? t('leading.without_nobody', { count }) : t('leading.without', { count, who })}</p>;
}
