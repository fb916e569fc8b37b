import { isZone, type Schedule } from '../../care/schedule.ts';
import { isEverOpen } from '../../care/scheduleCopy.ts';
import { Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';
import { holidaysText, hoursText } from './scheduleText.ts';

/** What the chosen schedule says, so that nobody has to look it up. */
export function ScheduleHours({ schedule }: { schedule: Schedule }) {
  const app = useApp();
  const { t } = app;
  const now = useNow();
  return (
    <Stack $gap={2}>
      {!isZone(schedule.timeZone) && <Quiet>{t('setup.clock.zone_lost', { zone: schedule.timeZone })}</Quiet>}
      {isEverOpen(schedule, now) ? (
        <>
          <Quiet>{hoursText(app, schedule)}</Quiet>
          <Quiet>{holidaysText(app, schedule, now)}</Quiet>
        </>
      ) : (
        <Quiet>{t('setup.clock.never')}</Quiet>
      )}
    </Stack>
  );
}
