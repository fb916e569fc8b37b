import { Field, Label, Select } from '@zendeskgarden/react-forms';
import type { Ref } from 'react';
import type { ListedSchedule } from '../../actions/readSchedules.ts';
import type { Schedule } from '../../care/schedule.ts';
import { isolate } from '../formats.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';

interface Props {
  chosen: Schedule | null;
  listed: readonly ListedSchedule[];
  fieldRef: Ref<HTMLSelectElement>;
  /** The empty id is the calendar. */
  onChoose: (id: string) => void;
}

/** The calendar, the account's schedules, and a kept copy of one that is not among them. */
export function ScheduleChoice({ chosen, listed, fieldRef, onChoose }: Props) {
  const { t } = useApp();
  const isUnlisted = chosen !== null && !listed.some(({ id }) => id === chosen.id);
  return (
    <>
      <Field>
        <Label>{t('setup.clock.choose')}</Label>
        <Select
          isCompact
          ref={fieldRef}
          value={chosen?.id ?? ''}
          onChange={({ target }) => onChoose(target.value)}
        >
          <option value="">{t('setup.clock.calendar')}</option>
          {isUnlisted && (
            <option value={chosen.id}>{t('setup.clock.option_gone', { name: isolate(chosen.name) })}</option>
          )}
          {listed.map(({ id, name, zone, copy }) => (
            <option key={id} value={id} disabled={copy === null && id !== chosen?.id}>
              {t(copy ? 'setup.clock.option' : 'setup.clock.option_unknown', {
                name: isolate(name),
                zone: copy?.timeZone ?? zone,
              })}
            </option>
          ))}
        </Select>
      </Field>
      {listed
        .filter(({ copy }) => copy === null)
        .map(({ id, name, zone }) => (
          <Quiet key={id}>{t('setup.clock.unknown', { name: isolate(name), zone: isolate(zone) })}</Quiet>
        ))}
    </>
  );
}
