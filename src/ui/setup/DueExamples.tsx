/** What the rules being chosen would mean, told by a few ratings. */
import { targetsOf } from '../../care/configurationDraft.ts';
import { type DueExample, dueExamples } from '../../care/dueExamples.ts';
import { isZone } from '../../care/schedule.ts';
import { isolate } from '../formats.ts';
import { Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';
import { momentText } from './scheduleText.ts';
import type { Settings } from './useSettings.ts';

export function DueExamples({ settings: { draft, basis, problems } }: { settings: Settings }) {
  const { t, locale, user } = useApp();
  const now = useNow();
  const wanted = draft.schedule?.timeZone ?? user.timeZone ?? 'UTC';
  const timeZone = isZone(wanted) ? wanted : 'UTC';
  const csat = problems.csatThreshold ? '…' : draft.csatThreshold.trim();
  const textOf = ({ at, holiday, dueAt, firstDueAt }: DueExample) => {
    const moment = momentText(at, holiday ? 0 : at, locale, timeZone);
    const values = {
      csat,
      at: holiday ? t('setup.clock.on_holiday', { at: moment, name: isolate(holiday) }) : moment,
      due: momentText(dueAt, at, locale, timeZone),
    };
    if (firstDueAt === null) return t('setup.clock.example', values);
    return t('setup.clock.example_first', { ...values, first: momentText(firstDueAt, at, locale, timeZone) });
  };
  return (
    <Stack $gap={4}>
      <Quiet as="h3">{t('setup.clock.for_instance')}</Quiet>
      <Stack as="ul" $gap={4}>
        {dueExamples(now, targetsOf(draft, basis), timeZone).map((example) => (
          <li key={example.at}>{textOf(example)}</li>
        ))}
      </Stack>
      <Quiet>{t('setup.clock.zone', { zone: timeZone })}</Quiet>
    </Stack>
  );
}
