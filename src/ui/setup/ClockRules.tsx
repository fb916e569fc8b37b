/** Which hours count: day and night, or those of one of the account's schedules, kept as a copy. */
import { useRef } from 'react';
import { differencesOf } from '../../care/scheduleCopy.ts';
import { FailureNote } from '../FailureNote.tsx';
import { isolate } from '../formats.ts';
import { Quiet } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { DueExamples } from './DueExamples.tsx';
import { Group, GroupName } from './layout.ts';
import { ScheduleChoice } from './ScheduleChoice.tsx';
import { ScheduleHours } from './ScheduleHours.tsx';
import { ScheduleState } from './ScheduleState.tsx';
import { useSchedules } from './useSchedules.ts';
import type { Settings } from './useSettings.ts';

export function ClockRules({ settings }: { settings: Settings }) {
  const { t } = useApp();
  const announce = useAnnounce();
  const choice = useRef<HTMLSelectElement>(null);
  const { listed, failure, isReading, reload } = useSchedules();
  const { schedule } = settings.draft;
  const stored = settings.basis.schedule;

  const onChoose = (id: string) => {
    const copy = listed?.find((one) => one.id === id)?.copy ?? null;
    if (id !== '' && !copy) return;
    // The same once more is no change: its copy keeps its date.
    const isStored = copy && stored && copy.id === stored.id && differencesOf(copy, stored).length === 0;
    settings.change({ schedule: isStored ? stored : copy });
  };
  const onTake = (id: string) => {
    onChoose(id);
    announce(t('setup.clock.taken'));
    choice.current?.focus();
  };
  return (
    <Group $gap={12} as="section" aria-label={t('setup.clock.title')}>
      <GroupName>{t('setup.clock.title')}</GroupName>
      <Quiet>{t('setup.clock.hint')}</Quiet>
      <ScheduleChoice chosen={schedule} listed={listed ?? []} fieldRef={choice} onChoose={onChoose} />
      {listed?.length === 0 && <Quiet>{t('setup.clock.none')}</Quiet>}
      {listed === null && <Quiet>{refusalText(t, schedule?.name)}</Quiet>}
      {failure && <FailureNote kind={failure.kind} title={t('setup.clock.failed')} onRetry={reload} />}
      {schedule && <ScheduleHours schedule={schedule} />}
      <ScheduleState
        schedule={schedule}
        listed={listed}
        isReading={isReading}
        onRead={reload}
        onTake={onTake}
      />
      <DueExamples settings={settings} />
    </Group>
  );
}

function refusalText(t: ReturnType<typeof useApp>['t'], name: string | undefined): string {
  return name ? t('setup.clock.refused_copy', { name: isolate(name) }) : t('setup.clock.refused');
}
