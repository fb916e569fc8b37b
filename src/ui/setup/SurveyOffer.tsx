/** The offer to send the survey as soon as a ticket is solved: what would be created, what switched off, and back. */
import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { SurveyDelivery } from '../../actions/readSurveyDelivery.ts';
import { neverAsked, onSolvedTitle, type Sender } from '../../care/setup/surveyDelivery.ts';
import { isolate } from '../formats.ts';
import { Line, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Box, Strong } from './layout.ts';
import { Switch } from './Switch.tsx';
import type { SurveyUse } from './useSurvey.ts';

interface Props {
  survey: SurveyDelivery;
  use: SurveyUse;
}

export function SurveyOffer({ survey, use }: Props) {
  const { t } = useApp();
  const { own, offer, slow, senders, replaced } = survey;
  const isOn = own?.isActive === true;
  const isWanted = isOn ? slow !== null : slow !== null || own !== null || senders.every(isChat);
  return (
    <Stack $gap={12}>
      {isWanted && offer && <Offer survey={survey} use={use} isOn={isOn} />}
      {isWanted && !offer && <Quiet>{t('setup.survey.no_trigger')}</Quiet>}
      {!isWanted && !isOn && <Quiet>{t('setup.survey.at_once')}</Quiet>}
      {(own || replaced.length > 0) && (
        <Stack $gap={8}>
          <Quiet>
            {replaced.length > 0
              ? t('setup.survey.back_with', { names: namesOf(replaced) })
              : t('setup.survey.back_without')}
          </Quiet>
          <Line>
            <Button size="small" aria-disabled={use.isBusy} onClick={use.putBack}>
              {t('setup.survey.put_back')}
            </Button>
          </Line>
        </Stack>
      )}
    </Stack>
  );
}

const isChat = ({ isMessaging }: Sender) => isMessaging;
const isSlow = ({ isMessaging, delay }: Sender) => !isMessaging && delay?.hours !== 0;
const namesOf = (rules: readonly { title: string }[]) => rules.map(({ title }) => isolate(title)).join(', ');

function Offer({ survey: { senders, offer }, use, isOn }: Props & { isOn: boolean }) {
  const { t } = useApp();
  const slow = senders.filter(isSlow);
  const [off, setOff] = useState<readonly string[]>([]);
  const chosen = slow.filter(({ rule }) => off.includes(keyOf(rule)));
  const onSwitch = (key: string, isOff: boolean) =>
    setOff((before) => (isOff ? [...before, key] : before.filter((one) => one !== key)));
  const replace = chosen.flatMap(({ rule: { kind, id } }) => (kind === 'view' ? [] : [{ kind, id }]));
  const isAskedTwice = slow.some((one) => !one.isOnce && !chosen.includes(one));
  return (
    <Box $gap={12}>
      <Strong as="h3">{t(isOn ? 'setup.survey.rest' : 'setup.survey.offer')}</Strong>
      {!isOn && <OfferText lost={(offer?.lost ?? []).map(({ field }) => field)} hasOld={slow.length > 0} />}
      {slow.map(({ rule }) => (
        <Switch
          key={keyOf(rule)}
          label={t('setup.survey.switch_off', { name: isolate(rule.title) })}
          hint={t('setup.survey.switch_off_hint')}
          isOn={off.includes(keyOf(rule))}
          onChange={(isOff) => onSwitch(keyOf(rule), isOff)}
        />
      ))}
      {isAskedTwice && <p>{t('setup.survey.twice')}</p>}
      <Line>
        <Button
          isPrimary
          aria-disabled={use.isBusy || (isOn && replace.length === 0)}
          onClick={() => (!isOn || replace.length > 0) && use.offer(replace)}
        >
          {t(use.isBusy ? 'setup.saving' : isOn ? 'setup.survey.switch' : 'setup.survey.do')}
        </Button>
      </Line>
    </Box>
  );
}

const keyOf = ({ kind, id }: Sender['rule']) => `${kind} ${id}`;

function OfferText({ lost, hasOld }: { lost: readonly string[]; hasOld: boolean }) {
  const { t } = useApp();
  return (
    <>
      <p>{t('setup.survey.offer_why')}</p>
      <Quiet>{t('setup.survey.offer_what', { title: onSolvedTitle, tags: neverAsked.join(', ') })}</Quiet>
      <Quiet>{t(hasOld ? 'setup.survey.offer_same' : 'setup.survey.offer_mail')}</Quiet>
      {lost.length > 0 && <p>{t('setup.survey.offer_lost', { fields: lost.map(isolate).join(', ') })}</p>}
    </>
  );
}
