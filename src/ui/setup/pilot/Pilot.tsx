/** Where the app is switched on, against where it is not. */

import { useQuery } from '@tanstack/react-query';
import { Button } from '@zendeskgarden/react-buttons';
import { Field, Fieldset, Label, Radio } from '@zendeskgarden/react-forms';
import { useId, useState } from 'react';
import { readPlaces } from '../../../actions/readPlaces.ts';
import { hasPilot, type PilotReport } from '../../../care/pilot.ts';
import { FailureNote } from '../../FailureNote.tsx';
import { Folded } from '../../Folded.tsx';
import { isolate } from '../../formats.ts';
import { Line, Quiet, Stack } from '../../layout.ts';
import { useApp } from '../../useApp.ts';
import type { Section } from '../Sections.tsx';
import type { Settings } from '../useSettings.ts';
import { Comparisons } from './Comparisons.tsx';
import { usePilot } from './usePilot.ts';

const periods = [30, 90] as const;
/** Of a hundred records: when the section opens, and when somebody asks for the rest. */
const pages = { first: 5, most: 100 };

interface Props {
  settings: Settings;
  onShow: (section: Section) => void;
}

export function Pilot({ settings: { basis }, onShow }: Props) {
  const { t } = useApp();
  if (hasPilot(basis.pilot)) return <Compared basis={basis} />;
  return (
    <Stack $gap={8}>
      <p>{t('pilot.none')}</p>
      <Quiet>{t('pilot.none_how')}</Quiet>
      <Line>
        <Button size="small" onClick={() => onShow('people')}>
          {t('pilot.to_people')}
        </Button>
      </Line>
    </Stack>
  );
}

function Compared({ basis }: { basis: Settings['basis'] }) {
  const { t } = useApp();
  const name = useId();
  const [days, setDays] = useState<number>(periods[0]);
  const [read, setRead] = useState(pages.first);
  const use = usePilot(days, read, basis);
  return (
    <Stack $gap={16}>
      <Stack $gap={4}>
        <p>{t('pilot.intro')}</p>
        <Places basis={basis} />
      </Stack>
      <Fieldset isCompact>
        <Fieldset.Legend>{t('pilot.period')}</Fieldset.Legend>
        {periods.map((choice) => (
          <Field key={choice}>
            <Radio name={name} checked={days === choice} onChange={() => setDays(choice)}>
              <Label isRegular>{t('pilot.days', { count: choice })}</Label>
            </Radio>
          </Field>
        ))}
      </Fieldset>
      {use.failure && <FailureNote kind={use.failure.kind} title={t('pilot.failed')} onRetry={use.onRetry} />}
      {use.isReading && <Quiet role="status">{t('pilot.loading')}</Quiet>}
      {use.report && <Report report={use.report} isOld={use.isReading} />}
      {use.report && !use.isReading && !use.isWhole && (
        <Line>
          <Quiet as="span">{t('pilot.cut', { count: use.count })}</Quiet>
          {read < pages.most ? (
            <Button size="small" isLink onClick={() => setRead(pages.most)}>
              {t('pilot.read_all')}
            </Button>
          ) : (
            <Quiet as="span">{t('pilot.most')}</Quiet>
          )}
        </Line>
      )}
    </Stack>
  );
}

/** Which groups and brands are in the pilot, by name. */
function Places({ basis: { pilot } }: { basis: Settings['basis'] }) {
  const app = useApp();
  const { t, locale } = app;
  const { data } = useQuery({ queryKey: ['places'], queryFn: () => readPlaces(app) });
  const nameOf = (key: string, id: string) => isolate(data?.[`${key}:${id}`] ?? `#${id}`);
  const names = [
    ...pilot.groupIds.map((id) => nameOf('group', id)),
    ...pilot.brandIds.map((id) => nameOf('brand', id)),
  ];
  const isBoth = pilot.groupIds.length > 0 && pilot.brandIds.length > 0;
  return (
    <Quiet>
      {t('pilot.places', { names: new Intl.ListFormat(locale, { type: 'unit' }).format(names) })}
      {isBoth && <> · {t('pilot.both')}</>}
    </Quiet>
  );
}

const definitions = ['contacted_in_time', 'recovered', 'csat', 'group', 'interval', 'cause'] as const;

function Report({ report, isOld }: { report: PilotReport; isOld: boolean }) {
  const { t } = useApp();
  const { sides, unplaced } = report;
  const [pilot, rest] = [sides.pilot.feedbacks, sides.rest.feedbacks];
  const running = sides.pilot.running + sides.rest.running;
  if (pilot + rest + unplaced === 0) {
    return isOld ? null : (
      <Stack $gap={4}>
        <p>{t('pilot.empty')}</p>
        <Quiet>{t('pilot.empty_why')}</Quiet>
      </Stack>
    );
  }
  return (
    <Stack $gap={8}>
      <Comparisons comparisons={report.comparisons} />
      <Quiet>
        {t('pilot.counts', { pilot, rest })}
        {running > 0 && <> {t('pilot.running', { count: running })}</>}
        {unplaced > 0 && <> {t('pilot.unplaced', { count: unplaced })}</>}
      </Quiet>
      <Folded line={t('pilot.how')}>
        {definitions.map((one) => (
          <Quiet as="li" key={one}>
            {t(`pilot.means_${one}`)}
          </Quiet>
        ))}
      </Folded>
    </Stack>
  );
}
