/** What set-up creates, in words: shown before the first press. */
import styled from 'styled-components';
import { objectPlans } from '../../care/setup/setup.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';

const Point = styled.li`
  padding: 10px 0;
  border-top: 1px solid var(--fl-line);
`;

export function Plan() {
  const { t } = useApp();
  return (
    <>
      <p>{t('setup.intro')}</p>
      <ul>
        {objectPlans.map((plan) => (
          <Point key={plan.key}>
            <strong translate="no">{plan.titlePluralized}</strong>
            <Quiet>{t(`setup.object.${plan.key}` as 'setup.object.fl_event')}</Quiet>
          </Point>
        ))}
        <Point>
          <strong>{t('setup.ticket_fields')}</strong>
          <Quiet>{t('setup.ticket_fields_why')}</Quiet>
        </Point>
        <Point>
          <strong>{t('setup.rules_made')}</strong>
          <Quiet>{t('setup.rules_made_why')}</Quiet>
        </Point>
        <Point>
          <strong>{t('setup.setting')}</strong>
          <Quiet>{t('setup.setting_why')}</Quiet>
        </Point>
      </ul>
      <Quiet>{t('setup.rights')}</Quiet>
    </>
  );
}
