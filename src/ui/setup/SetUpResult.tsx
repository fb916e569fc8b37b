import type { RefusedRule } from '../../actions/applyRules.ts';
import type { RefusedField } from '../../actions/makeTicketFields.ts';
import type { Configuration } from '../../care/configuration.ts';
import { isolate } from '../formats.ts';
import { Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { TicketFieldsMade } from './TicketFieldsMade.tsx';

interface Props {
  configuration: Configuration;
  /** Ticket fields the account did not take. */
  refused: readonly RefusedField[];
  refusedRules: readonly RefusedRule[];
}

/** What set-up found out about the account's survey, and what that means for the scores. */
export function SetUpResult({ configuration, refused, refusedRules }: Props) {
  const { t } = useApp();
  const { survey, questions } = configuration;
  const csat = questions.find(({ metric }) => metric === 'csat');
  const ces = questions.find(({ metric }) => metric === 'ces');
  const undecided = questions.filter(({ metric }) => metric === null);
  return (
    <Stack>
      <p>{t(survey ? `setup.survey_${survey}` : 'setup.survey_none')}</p>
      {csat && <p>{t('setup.csat', { headline: csat.headline, scale: csat.scale })}</p>}
      {ces && <p>{t('setup.ces', { headline: ces.headline, scale: ces.scale })}</p>}
      {survey === 'customizable' && !ces && undecided.length === 0 && <p>{t('setup.no_ces')}</p>}
      {undecided.length > 0 && <p>{t('setup.several_ces', { count: undecided.length })}</p>}
      {configuration.mirror.isOn && <TicketFieldsMade refused={refused} />}
      {refusedRules.map(({ key, kind, title, why }) => (
        <p key={`${kind} ${key}`}>
          {t('setup.rule_refused', { name: isolate(title), why: t(`failure.${why}`) })}
        </p>
      ))}
      <Quiet>{t('setup.reload')}</Quiet>
    </Stack>
  );
}
