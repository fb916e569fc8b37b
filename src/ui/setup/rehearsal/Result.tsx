import { useMemo } from 'react';
import type { Configuration } from '../../../care/configuration.ts';
import { hasPilot } from '../../../care/pilot.ts';
import { daysBetween } from '../../../care/workflows/listeners.ts';
import {
  type NightRule,
  offeredWorkflow,
  type Rehearsal,
  rehearse,
  type WorkflowRehearsal,
} from '../../../care/workflows/rehearsal.ts';
import { Folded } from '../../Folded.tsx';
import { isolate } from '../../formats.ts';
import { Quiet, Stack } from '../../layout.ts';
import { useApp } from '../../useApp.ts';
import { When } from '../../When.tsx';
import { Box, Strong } from '../layout.ts';
import { Listeners } from './Listeners.tsx';
import { asidesOf, countText, nightText, resultText } from './rehearsalText.ts';
import type { RehearsalUse } from './useRehearsal.ts';

interface Props {
  read: NonNullable<RehearsalUse['read']>;
  configuration: Configuration;
}

/** What would have happened: recounted whenever a workflow on the page changes. */
export function Result({ read: { past, days }, configuration }: Props) {
  const app = useApp();
  const { t, user } = app;
  const result = useMemo(() => {
    const { workflows } = configuration;
    const offered = [offeredWorkflow(t('workflows.kind.rescue_name'), configuration)];
    const taken = workflows.length > 0 ? workflows : offered;
    return rehearse(past.ratings, taken, configuration, user.timeZone ?? 'UTC');
  }, [past, configuration, t, user]);
  if (result.ratings === 0) {
    return (
      <Stack $gap={4}>
        <p>{t('rehearsal.empty', { count: days })}</p>
        <Quiet>{t('rehearsal.empty_why')}</Quiet>
      </Stack>
    );
  }
  return (
    <Stack $gap={16}>
      <Stack $gap={2}>
        <p>
          {t('rehearsal.summary', { count: result.ratings, days })} {countText(app, 'cases', result.cases)}
        </p>
        <Quiet>
          {t('rehearsal.as_of')} <When at={past.until} />
        </Quiet>
        {hasPilot(configuration.pilot) && <Quiet>{t('rehearsal.pilot')}</Quiet>}
        {cautionsOf(t, past).map((sentence) => (
          <Quiet key={sentence}>{sentence}</Quiet>
        ))}
      </Stack>
      {configuration.workflows.length === 0 && <Quiet>{t('rehearsal.offered')}</Quiet>}
      <Stack as="ul" $gap={8}>
        {result.workflows.map((told) => (
          <Told key={told.workflow.id} told={told} night={result.night} configuration={configuration} />
        ))}
      </Stack>
      <Listeners
        listeners={result.listeners}
        days={daysBetween(past.since, past.until, result.night.timeZone)}
      />
      <Rules result={result} configuration={configuration} />
    </Stack>
  );
}

interface ToldProps {
  told: WorkflowRehearsal;
  night: NightRule;
  configuration: Configuration;
}

function Told({ told, night, configuration }: ToldProps) {
  const app = useApp();
  return (
    <Box as="li" $gap={4}>
      <p>
        <Strong dir="auto">{isolate(told.workflow.name)}</Strong>: {resultText(app, told, night)}
      </p>
      {asidesOf(app, told, configuration).map((sentence) => (
        <Quiet key={sentence}>{sentence}</Quiet>
      ))}
    </Box>
  );
}

type PastRead = Props['read']['past'];

function cautionsOf(t: ReturnType<typeof useApp>['t'], { isStopped, isCut, broken, looked }: PastRead) {
  return [
    isStopped ? t('rehearsal.stopped', { count: looked }) : '',
    isCut ? t('rehearsal.cut', { count: looked }) : '',
    broken > 0 ? t('rehearsal.broken', { count: broken }) : '',
  ].filter(Boolean);
}

/** How all of it was counted, and what a rehearsal cannot tell. */
function Rules({ result, configuration }: { result: Rehearsal; configuration: Configuration }) {
  const app = useApp();
  const { t } = app;
  const sentences = [
    nightText(app, result.night),
    t('rehearsal.means_false'),
    t('rehearsal.means_app'),
    t('rehearsal.means_last'),
    result.undated > 0 ? t('rehearsal.undated', { count: result.undated }) : '',
    configuration.survey === 'legacy' ? t('rehearsal.legacy_signs') : '',
    configuration.scoreSources.length > 0 ? t('rehearsal.other_tools') : '',
  ].filter(Boolean);
  return (
    <Folded line={t('rehearsal.how')}>
      {sentences.map((sentence) => (
        <Quiet as="li" key={sentence}>
          {sentence}
        </Quiet>
      ))}
    </Folded>
  );
}
