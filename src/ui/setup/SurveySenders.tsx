import type { SurveyDelivery } from '../../actions/readSurveyDelivery.ts';
import type { Sender } from '../../care/setup/surveyDelivery.ts';
import type { Translate } from '../../i18n.ts';
import { isolate } from '../formats.ts';
import { Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Strong } from './layout.ts';

/** The rules that send the survey today, each with how late. */
export function SurveySenders({ survey: { senders, own, isCut } }: { survey: SurveyDelivery }) {
  const { t } = useApp();
  const isOwnOn = own?.isActive === true;
  return (
    <>
      {senders.length === 0 && !isOwnOn && <p>{t('setup.survey.no_sender')}</p>}
      <Stack as="ul" $gap={8}>
        {own && (
          <li>
            <Strong translate="no">{isolate(own.title)}</Strong>
            <Quiet>{t(isOwnOn ? 'setup.survey.own_on' : 'setup.survey.own_off')}</Quiet>
          </li>
        )}
        {senders.map((sender) => (
          <li key={`${sender.rule.kind} ${sender.rule.id}`}>
            <Strong translate="no">{isolate(sender.rule.title)}</Strong>
            <Quiet>
              {t(`setup.survey.kind.${sender.rule.kind === 'trigger' ? 'trigger' : 'automation'}`, {
                when: delayText(t, sender),
              })}
            </Quiet>
            {isOwnOn && !sender.isMessaging && (
              <Quiet>{t(sender.isOnce ? 'setup.survey.second_not' : 'setup.survey.second')}</Quiet>
            )}
          </li>
        ))}
      </Stack>
      {isCut && <Quiet>{t('setup.check.cut')}</Quiet>}
    </>
  );
}

function delayText(t: Translate, { delay, isMessaging }: Sender): string {
  if (delay === null) return t('setup.survey.delay_unknown');
  if (delay.hours === 0) return t(isMessaging ? 'setup.survey.delay_messaging' : 'setup.survey.delay_none');
  const count = delay.hours;
  return t(delay.isBusiness ? 'setup.survey.delay_business' : 'setup.survey.delay', { count });
}
