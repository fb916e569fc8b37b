/** How the kept copy stands to the account's own schedule, and the ways to renew it. */
import { Button } from '@zendeskgarden/react-buttons';
import { Title } from '@zendeskgarden/react-notifications';
import type { ListedSchedule } from '../../actions/readSchedules.ts';
import type { Schedule } from '../../care/schedule.ts';
import { differencesOf } from '../../care/scheduleCopy.ts';
import { absolute, isolate } from '../formats.ts';
import { Line, Quiet } from '../layout.ts';
import { Note } from '../note.ts';
import { useApp } from '../useApp.ts';

interface Props {
  schedule: Schedule | null;
  /** See `useSchedules`. */
  listed: readonly ListedSchedule[] | null | undefined;
  isReading: boolean;
  onRead: () => void;
  onTake: (id: string) => void;
}

export function ScheduleState({ schedule, listed, isReading, onRead, onTake }: Props) {
  const { t } = useApp();
  return (
    <>
      {schedule && <Copied schedule={schedule} listed={listed} onTake={onTake} />}
      {isReading && <Quiet>{t('setup.clock.loading')}</Quiet>}
      <Line>
        <Button size="small" aria-disabled={isReading} onClick={() => isReading || onRead()}>
          {t('setup.clock.refresh')}
        </Button>
      </Line>
    </>
  );
}

type CopiedProps = Pick<Props, 'listed' | 'onTake'> & { schedule: Schedule };

function Copied({ schedule, listed, onTake }: CopiedProps) {
  const { t, locale, user } = useApp();
  const time = absolute(schedule.readAt, locale, user.timeZone);
  if (!listed) return <Quiet>{t('setup.clock.copied', { time })}</Quiet>;
  const live = listed.find(({ id }) => id === schedule.id);
  if (!live) return <Quiet>{t('setup.clock.gone', { time })}</Quiet>;
  if (!live.copy) return <Quiet>{t('setup.clock.copied', { time })}</Quiet>;
  const differences = differencesOf(schedule, live.copy);
  if (differences.length === 0) return <Quiet>{t('setup.clock.same', { time })}</Quiet>;
  const parts = differences.map((part) => t(`setup.clock.part.${part}`));
  return (
    <Note type="warning" role="note">
      <Title>{t('setup.clock.differs')}</Title>
      <div>{t('setup.clock.differs_what', { time, parts: new Intl.ListFormat(locale).format(parts) })}</div>
      <Button
        size="small"
        style={{ marginTop: 8 }}
        aria-label={`${t('setup.clock.take')}: ${isolate(schedule.name)}`}
        onClick={() => onTake(schedule.id)}
      >
        {t('setup.clock.take')}
      </Button>
    </Note>
  );
}
